"""The reader's elements as provisions: pieces of one provision joined, each with its place and with where it stands in a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importer import Unreadable
from importer.grammar import citation
from yours.shapes import Element

_ID = re.compile(r"[a-z0-9_]+(?:/[a-z0-9_]+)+")
_NO_WORDS = re.compile(r"(?:chrome|print_line|toc|annexes)")


@dataclass(frozen=True)
class Own:
    """A provision of the reader's text. `context`: the words it stands under, those of its list first, then of what is around it."""

    id: str
    label: str | None
    kind: str
    place: str
    text: str
    context: tuple[str, ...]

    @property
    def instrument(self) -> str:
        return self.id.split("/", 1)[0]


def provisions(elements: Sequence[Element]) -> tuple[Own, ...]:
    """In the order of the text. Raises Unreadable naming the first element whose id is none, and if there is none with words."""
    joined: dict[str, Element] = {}
    for number, element in enumerate(elements, start=1):
        _check(element, number)
        before = joined.get(element["id"])
        text = element["text"] if before is None else "\n".join(t for t in (before["text"], element["text"]) if t)
        joined[element["id"]] = {**(before or element), "text": text}
    if not any(element["text"].strip() for element in joined.values()):
        raise Unreadable("这里一个字也没有：应有一份文件的条款。")
    headings = _headings(joined)
    return tuple(
        Own(ident, one["label"], one["kind"], citation.place(ident), one["text"], _context(ident, joined, headings))
        for ident, one in joined.items()
        if not _NO_WORDS.fullmatch(ident.rsplit("/", 1)[1])
    )


def _check(element: Element, number: int) -> None:
    if not _ID.fullmatch(element["id"]) or not _placed(element["id"]):
        raise Unreadable(f"第 {number} 段的位置“{element['id']}”认不出来：应像 yours/a5/i2，即第五条第（二）项。")


def _placed(ident: str) -> bool:
    try:
        citation.place(ident)
    except ValueError:
        return False
    return True


def _headings(joined: Mapping[str, Element]) -> dict[str, str]:
    """For every provision the heading (part or chapter) that it stands under."""
    last, found = "", {}
    for ident, element in joined.items():
        if re.fullmatch(r"(?:part|ch|sec)\d+(?:_\d+)?", ident.split("/")[-1]):
            last = element["text"]
        found[ident] = last
    return found


def _context(ident: str, joined: Mapping[str, Element], headings: Mapping[str, str]) -> tuple[str, ...]:
    steps = ident.split("/")
    found = []
    for length in range(len(steps) - 1, 1, -1):
        above = "/".join(steps[:length])
        found += [
            joined[name]["text"] for name in (f"{above}/lead", *_paragraphs(above, joined), above) if name in joined
        ]
    return tuple(text for text in (*found, headings[ident]) if text and text != joined[ident]["text"])


def _paragraphs(above: str, joined: Mapping[str, Element]) -> tuple[str, ...]:
    """Paragraphs of an article without items of their own: its list may stand under its first."""
    return tuple(name for name in joined if re.fullmatch(rf"{re.escape(above)}/p\d+", name))[:1]
