"""Tables as they are taken away: text and numbers in rows and columns, before any file format is chosen."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

Entry = str | int | float
CONTINUED = "（续）"
_SENTENCE = re.compile(r"[^。；]*[。；]?")


@dataclass(frozen=True)
class Field:
    """A column.

    `width`: in Latin characters, as spreadsheets count; a Chinese character takes two.
    `number`: how a number of the column is written, one of '0', '0.0', '0%'.
    """

    title: str
    width: int
    number: str = "0"

    def written(self, value: Entry) -> str:
        """The words of a cell: 0.385 → '38%' in a column with the number '0%'."""
        if isinstance(value, str):
            return value
        return f"{value:.{1 if '.' in self.number else 0}{'%' if self.number.endswith('%') else 'f'}}"


@dataclass(frozen=True)
class Sheet:
    """A table of a book.

    `id`: ends the name of its file; empty for the sheet whose file has the book's name.
    `rows`: a value for every field. Lines in a text end with a newline.
    `tones`: as `rows`, a colour for each value: 0 for none, else cells of a row with one number have one colour. Empty: no colour at all.
    `led`: the first line of a cell is its brief.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Entry, ...], ...]
    tones: tuple[tuple[int, ...], ...] = ()
    led: bool = False

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The head and the rows, all in words."""
        rows = (tuple(field.written(value) for field, value in zip(self.fields, row, strict=True)) for row in self.rows)
        return (tuple(field.title for field in self.fields), *rows)


@dataclass(frozen=True)
class Part:
    """A table of a Word document under its heading. `said` stands between the two."""

    title: str
    said: str
    sheet: Sheet


@dataclass(frozen=True)
class Book:
    """What is taken away of one page.

    `id`: names the files. `page`: where the table stands on the site ('compare/time'). `notes`: how it is read.
    `text`: what a Word document holds of it; empty: there is none.
    """

    id: str
    title: str
    sheets: tuple[Sheet, ...]
    page: str
    notes: tuple[str, ...] = ()
    text: tuple[Part, ...] = ()

    def name(self, sheet: Sheet) -> str:
        return "-".join(filter(None, (self.id, sheet.id)))


def halves(text: str) -> int:
    """How wide a line is, in Latin characters: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def lines_of(text: str, across: float) -> int:
    """How many lines a text takes in a column `across` Latin characters wide."""
    return sum(max(1, math.ceil(halves(line) / across)) for line in text.split("\n"))


def pieces(text: str, across: float, room: int) -> Iterator[str]:
    """The text in pieces of at most `room` lines, `across` Latin characters wide.

    It is cut at the end of a line, or of a sentence where one line is longer than `room`. A sentence is never cut, however long.
    """
    piece: list[str] = []
    for line in text.split("\n"):
        parts = [line] if lines_of(line, across) <= room else list(filter(None, _SENTENCE.findall(line)))
        for number, part in enumerate(parts):
            joined = [*piece[:-1], piece[-1] + part] if piece and number else [*piece, part]
            if piece and lines_of("\n".join(joined), across) > room:
                yield "\n".join(piece)
                piece = [part]
            else:
                piece = joined
    yield "\n".join(piece)
