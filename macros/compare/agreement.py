"""Which cells of a row say the same: the same status, and where something is said, nearly the same words."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from macros.tables.table import Cell

ALIKE = 90  # of 100: apart from an article's number or a particle
_MARKS = re.compile(r"[\W_]+")
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十半]+(?=个|年|月|日|次)")


def wording(cells: tuple[Cell, ...]) -> tuple[int, ...]:
    """A number for each cell; cells with the same number agree. The first cell that says a thing lends its place."""
    return tuple(next(first for first in range(at + 1) if agree(cells[first], cells[at])) for at in range(len(cells)))


def agree(one: Cell, other: Cell) -> bool:
    if one.status != other.status:
        return False
    return one.status in {"silent", "not_applicable"} or _alike(one.answer, other.answer)


def _alike(one: str, other: str) -> bool:
    """A different figure is a different rule, however alike the words are."""
    one, other = (unicodedata.normalize("NFKC", text) for text in (one, other))
    if _FIGURES.findall(one) != _FIGURES.findall(other):
        return False
    return fuzz.ratio(_MARKS.sub("", one), _MARKS.sub("", other)) >= ALIKE
