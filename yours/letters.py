"""A text without white space and with full-width marks, and where each of its characters stands in the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yours.likeness.text import normalised

_CLAUSE = re.compile(r"[^，。；：？！]+")
_SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True)
class Shown:
    text: str
    shown: str
    at: tuple[int, ...]

    def given(self, first: int, last: int) -> tuple[int, str]:
        """Where the characters from `first` to before `last` of `shown` begin in the text as given, and what stands there."""
        start, end = self.at[first], self.at[last - 1] + 1
        return start, self.text[start:end]

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """The clauses that hold these characters, from the first one's beginning to the last one's end."""
        spans = [m.span() for m in _CLAUSE.finditer(self.shown) if m.start() < last and m.end() > first]
        return (spans[0][0], spans[-1][1]) if spans else (first, last)

    def clauses(self) -> list[tuple[int, int]]:
        return [match.span() for match in _CLAUSE.finditer(self.shown)]

    def sentences(self) -> Iterator[tuple[int, str]]:
        return ((match.start(), match[0]) for match in _SENTENCE.finditer(self.shown))


def shown(text: str) -> Shown:
    at = tuple(index for index, char in enumerate(text) if not char.isspace())
    made = normalised(text)
    assert len(made) == len(at)
    return Shown(text, made, at)
