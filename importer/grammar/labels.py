"""What is printed before a provision, read: 第一百二十条之一, （三）, 1., ①."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importer.grammar.numeral import number

_CN = "[一二三四五六七八九十百千零〇○]"
_CIRCLED = {
    chr(code): at
    for base, first, count in ((0x2460, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15))
    for at, code in enumerate(range(base, base + count), start=first)
}
# ⑴ and ⒈ are one character each for (1) and 1.
_ONE_CHARACTER = {chr(0x2474 + at): ("round", at + 1) for at in range(20)} | {
    chr(0x2488 + at): ("dot", at + 1) for at in range(20)
}
KINDS = {"编": "book", "章": "ch", "节": "sec", "条": "a"}
LABEL = re.compile(
    rf"第[ \u3000]*(?P<n>(?:{_CN}[ \u3000]?){{1,9}}|[0-9０-９]{{1,4}})[ \u3000]*(?P<unit>[编章节条])(?:之(?P<sub>{_CN}{{1,3}}))?"
    rf"|[（(][ \u3000]*(?P<paren>{_CN}{{1,5}})[ \u3000]*[)）]"
    r"|[（(][ \u3000]*(?P<round>[0-9０-９]{1,3})[ \u3000]*[)）]"
    rf"|(?P<dun>{_CN}{{1,4}})[、．]"
    r"|(?P<dot>[0-9０-９]{1,3})[ \u3000]*(?:[.．](?![0-9０-９])|、|[)）])"
    rf"|(?P<one>[{''.join(_CIRCLED)}{''.join(_ONE_CHARACTER)}])"
)


@dataclass(frozen=True)
class Label:
    """`kind`: book, ch, sec, a (编章节条), dun (一、), paren (（一）), dot (1.), round (（1）), circle (①). `sub`: the 一 of 之一, else 0."""

    kind: str
    number: int
    sub: int = 0

    @property
    def place(self) -> tuple[int, int]:
        return self.number, self.sub


def read(text: str, at: int = 0) -> tuple[Label, int] | None:
    """The label that stands in the text at this place, and where it ends; None if none does."""
    found = LABEL.match(text, at)
    if not found:
        return None
    label = _label(found)
    return (label, found.end()) if label and label.number else None


def parse(printed: str) -> Label | None:
    """The label that these words are, if they are one and nothing else."""
    bare = "".join(printed.split())
    found = read(bare)
    return found[0] if found and found[1] == len(bare) else None


def _label(found: re.Match[str]) -> Label | None:
    if unit := found["unit"]:
        return Label(KINDS[unit], number("".join(found["n"].split())), number(found["sub"]) if found["sub"] else 0)
    if one := found["one"]:
        return Label("circle", _CIRCLED[one]) if one in _CIRCLED else Label(*_ONE_CHARACTER[one])
    for kind in ("paren", "round", "dun", "dot"):
        if written := found[kind]:
            return Label(kind, number(written))
    return None
