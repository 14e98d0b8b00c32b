"""Pieces of the text as the outline takes them: a label with its words, or words alone; and how a line falls into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importer.grammar import labels
from importer.grammar.labels import Label
from importer.lines import Line
from importer.model import Span

LISTS = frozenset({"dun", "paren", "dot", "round", "circle"})
RANKS = ("book", "ch", "sec")
HEADINGS = frozenset(RANKS)
# After a number without a space: 第三条规定的……, 第五条、第六条 speak of an article and are none.
_REFERS = re.compile(
    r"[第、至和或的款项目中内]|规定|所(?:列|称|述|规)|以[上下内外]|之|情形|及|与|等|[，。；：,;:）)》”]"
)
_OF_ITEM = re.compile(r"[项款目](?:[规的、，和至所中情或及与。；）)]|以[上下外]|$)|所列|[、至和或]第|[、至和][（(]")
_CHAPTER = re.compile(r"[规的、中至和或第]|所(?:列|称)|以[上下内]")
_SPACE = " \u3000\t\xa0"
_INLINE = re.compile(
    r"(?<=[。；！？”：])[ \u3000\t]*(?=第[一二三四五六七八九十百千零〇○]{1,9}条(?:之[一二三四五六七八九十]{1,2})?[ \u3000\t])"
)


@dataclass(frozen=True)
class Part:
    """Words on one line. `aside`: furniture that stands in the middle of the words."""

    text: str
    span: Span
    line: int
    aside: bool = False


@dataclass(frozen=True)
class Join:
    """Where a broken sentence was joined. `interrupted`: furniture stands between."""

    before: str
    after: str
    line: int
    interrupted: bool


@dataclass
class Unit:
    """`printed`: the label as it is printed. `role`: head, body, annexes, closing, print_line, chrome; body is what has an outline."""

    parts: list[Part]
    label: Label | None = None
    printed: str | None = None
    labelled: tuple[Span, ...] = ()
    line: int = 0
    role: str = "body"
    joins: list[Join] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts if not part.aside)

    def unlabelled(self) -> Unit:
        """The same with its label as words."""
        if not self.printed:
            return self
        label = Part(self.printed, self.labelled[0], self.line)
        return Unit([label, *self.parts], line=self.line, role=self.role)

    @property
    def last(self) -> str:
        """The words on its last line."""
        return self.parts[-1].text if self.parts else ""

    @property
    def kind(self) -> str:
        return self.label.kind if self.label else ""


@dataclass(frozen=True)
class Token:
    """A piece of a line: where its label stands in the line's text, and its words. `spaced`: white space, a bracket or nothing follows the label.

    `run`: an item that stands in the middle of a line.
    """

    label: Label | None
    printed: str | None
    at: int
    begin: int
    end: int
    spaced: bool = True
    run: bool = False


def part_of(line: Line, begin: int, end: int, *, aside: bool = False) -> Part:
    """The words of a line between two places, without the white space around them."""
    text = line.text[begin:end].strip()
    lead = len(line.text[begin:end]) - len(line.text[begin:end].lstrip())
    start = line.place(begin + lead) if begin or lead else line.start
    stop = line.place(begin + lead + len(text) - 1) + 1 if end < len(line.text) and text else line.end
    return Part(text, (start, stop) if text else (start, start), line.number, aside)


def tokens(line: Line) -> Iterator[Token]:
    """The labels at the start of a line with what follows, and articles that begin in its middle where lines were run together."""
    text = line.text
    starts = [0, *(found.end() for found in _INLINE.finditer(text))] if len(text) > 12 and "条" in text[6:] else [0]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        yield from _labelled(text, start, stop)


def undivided(found: Sequence[Token], line: Line) -> Token:
    """The line as one piece, with the label at its beginning."""
    return replace(found[0], end=len(line.text))


def _labelled(text: str, start: int, stop: int) -> Iterator[Token]:
    at = start
    while (found := labels.read(text, at)) and found[1] <= stop:
        label, end = found
        begin = end
        while begin < stop and text[begin] in _SPACE:
            begin += 1
        rest = text[begin : begin + 4]
        spaced = begin > end or end == stop or text[end] in "【[（(：:〔"
        if not is_label(label, rest, spaced=spaced):
            break
        if _begins_list(text, begin, stop, label.kind):
            yield Token(label, text[at:end], at, begin, begin)
            at = begin
            continue
        yield Token(label, text[at:end], at, begin, stop, spaced)
        return
    yield Token(None, None, at, at, stop)


def _begins_list(text: str, at: int, stop: int, kind: str) -> bool:
    """Whether the words of a provision are nothing but the first item of a list: 第三条（一）……."""
    after = labels.read(text, at) if at < stop and kind in {"a", *LISTS} else None
    if not after:
        return False
    label, end = after
    listed = label.number == 1 and label.kind in LISTS and label.kind != kind
    return listed and is_label(label, text[end : end + 4].lstrip(), spaced=True)


def is_label(label: Label, rest: str, *, spaced: bool) -> bool:
    """Whether it is a label, by the words after it: 第三条规定的 and （一）项 speak of a provision and begin none."""
    if label.kind == "a":
        return spaced or not _REFERS.match(rest)
    if label.kind in HEADINGS:
        return spaced or not _CHAPTER.match(rest)
    if label.kind in {"paren", "round"}:
        return not _OF_ITEM.match(rest)
    return label.kind != "dun" or not re.match(r"[一二三四五六七八九十]+[、级审次类方者]", rest)
