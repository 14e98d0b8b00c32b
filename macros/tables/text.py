"""What a Word document holds of a comparison: the strip first, then each question with every instrument's answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from macros.tables import strip
from macros.tables.book import CONTINUED, Field, Part, Sheet, pieces
from macros.tables.cells import answered, named, quotes
from macros.tables.table import Cell, Row, Table

NAME, ANSWER, QUOTE = 22, 74, 54  # Latin characters of 10.5 points: together a line across A4 lying
ROOM = 27  # lines that a row may take, so that it fits on a page under its head


def parts(table: Table, *, quoted: bool = True) -> tuple[Part, ...]:
    """The parts in their order; without `quoted` the texts' own words are left out, for a table that is long without them."""
    return (*_strips(table), *(_question(row, quoted=quoted) for row in table.rows))


def _strips(table: Table) -> Iterator[Part]:
    for group in dict.fromkeys(row.group for row in table.rows):
        rows = tuple(row for row in table.rows if row.group == group)
        title = "简答" if len(rows) == len(table.rows) else f"简答：{group[1]}"
        yield Part(title, "", strip.sheet(replace(table, rows=rows), tally=False))


def _question(row: Row, *, quoted: bool) -> Part:
    fields = [Field(row.title, NAME), Field("回答", ANSWER if quoted else ANSWER + QUOTE)]
    fields += [Field("原文", QUOTE)] if quoted else []
    rows = tuple(line for cell in row.cells for line in _lines(cell, fields))
    return Part(row.title, row.asks, Sheet("", row.title, tuple(fields), rows, led=True))


def _lines(cell: Cell, fields: list[Field]) -> Iterator[tuple[str, ...]]:
    """A row for the cell, or as many as its texts need; each names the instrument."""
    texts = (answered(cell), quotes(cell))[: len(fields) - 1]
    cut = (pieces(text, field.width - 2, ROOM) for text, field in zip(texts, fields[1:], strict=True))
    for number, piece in enumerate(zip_longest(*cut, fillvalue="")):
        yield (f"{cell.column.short}{CONTINUED}" if number else named(cell.column), *piece)
