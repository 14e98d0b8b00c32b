"""Items run together in a paragraph: 下列情形：（一）……；（二）……。 Each becomes a piece of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importer import shapes
from importer.grammar import labels
from importer.grammar.labels import Label
from importer.lines import Line
from importer.units import Token, is_label

_ITEM = re.compile(r"(?<=[：:；;。])[ \u3000\t\xa0]*(?=[（(][ \u3000]*[一二三四五六七八九十])")
_Cut = tuple[int, int, Label]  # where an item's label begins and ends in its line


def parted(lines: Sequence[Line], found: Sequence[Sequence[Token]]) -> list[list[Token]]:
    """The tokens of each line, divided where the items of a list stand in the middle of a paragraph.

    They are （一）（二）…, two or more that count on, or what counts on after a （二） at the start of the paragraph; the paragraph may be
    broken over lines. Each stands after a colon, a semicolon or a full stop, outside of quotation marks and brackets. 第（二）项所称 and
    （一）项 speak of an item and are none.
    """
    walk = _Walk()
    before = ""
    for at, (line, tokens) in enumerate(zip(lines, found, strict=True)):
        for place, token in enumerate(tokens):
            if token.label or shapes.finished(before):
                walk.begin(token)
            walk.read((at, place), line.text, token)
        before = line.text
    walk.end()
    return [
        [
            piece
            for place, token in enumerate(tokens)
            for piece in _divided(line.text, token, walk.cuts.get((at, place), []))
        ]
        for at, (line, tokens) in enumerate(zip(lines, found, strict=True))
    ]


@dataclass
class _Walk:
    """`number`: the item that comes next; `counts`: an item before says that this is a list. `chain`: cuts that are not sure yet."""

    cuts: dict[tuple[int, int], list[_Cut]] = field(default_factory=dict)
    chain: list[tuple[tuple[int, int], _Cut]] = field(default_factory=list)
    number: int = 1
    counts: bool = False
    quotes: int = 0
    brackets: int = 0

    def begin(self, token: Token) -> None:
        """A paragraph begins."""
        self.quotes = self.brackets = 0
        listed = token.label is not None and token.label.kind == "paren"
        if listed and self.chain and token.label and token.label.number == self.number:
            self.counts = True
        else:
            self.end()
            self.counts = listed
        self.number = token.label.number + 1 if listed and token.label else 1

    def end(self) -> None:
        """The list is over: what was found are its items, if they are two."""
        if self.counts or len(self.chain) > 1:
            for where, cut in self.chain:
                self.cuts.setdefault(where, []).append(cut)
        self.chain = []

    def read(self, where: tuple[int, int], text: str, token: Token) -> None:
        counted = token.begin
        if text.count("”", token.begin, token.end) > text.count("“", token.begin, token.end) and not self.quotes:
            self.quotes = 1  # it was opened in a paragraph before
        for found in _ITEM.finditer(text, token.begin, token.end):
            self._open(text[counted : found.start()])
            counted = found.start()
            read = labels.read(text, found.end())
            if not read or self.quotes > 0 or self.brackets > 0:
                continue
            label, end = read
            if (
                end < token.end
                and label.place == (self.number, 0)
                and is_label(label, text[end : end + 4], spaced=False)
            ):
                self.chain.append((where, (found.end(), end, label)))
                self.number += 1
        self._open(text[counted : token.end])

    def _open(self, words: str) -> None:
        """Counts the quotation marks and brackets that are open."""
        self.quotes += words.count("“") - words.count("”")
        self.brackets += sum(map(words.count, "（(")) - sum(map(words.count, "）)"))


def _divided(text: str, token: Token, cuts: Sequence[_Cut]) -> list[Token]:
    if not cuts:
        return [token]
    ends = [*(start for start, _, _ in cuts[1:]), token.end]
    items = [
        Token(label, text[start:begin], start, begin, end, run=True)
        for (start, begin, label), end in zip(cuts, ends, strict=True)
    ]
    return [replace(token, end=cuts[0][0]), *items]
