"""A comparison as a book: the strip of briefs, the answers side by side, and every cell with its quotes."""

from __future__ import annotations

from macros.tables import strip, text
from macros.tables.book import Book, Field, Sheet
from macros.tables.cells import answered, asked, lines, named, quotes
from macros.tables.table import Cell, Row, Table

QUOTED = (
    Field("问题", 14),
    Field("文书", 14),
    Field("效力", 12),
    Field("状态", 9),
    Field("取值", 22),
    Field("简答", 24),
    Field("回答", 46),
    Field("依据（未规定的，是相近条款）", 36),
    Field("原文", 60),
    Field("注", 28),
    Field("读法", 7),
    Field("另见本站没有收录的", 18),
)


def shown(table: Table) -> Sheet:
    fields = (Field("问题", 18), *(Field(named(column), 24) for column in table.columns))
    rows = tuple((asked(row), *map(answered, row.cells)) for row in table.rows)
    return Sheet("", "对照", fields, rows, led=True)


def quoted(table: Table) -> Sheet:
    rows = tuple(_quoted(row, cell) for row in table.rows for cell in row.cells)
    return Sheet("quotes", "依据与原文", QUOTED, rows)


def book(table: Table, *, on_paper: bool = True) -> Book:
    """The strip, the table as the page shows it, and once more cell by cell with citations and quotes in columns of their own.

    `on_paper`: short enough for the texts' own words to stand in the Word file too.
    """
    parts = (strip.sheet(table), shown(table), quoted(table))
    notes = (strip.KEY, strip.COUNT)
    return Book(
        f"compare-{table.id}", table.title, parts, f"compare/{table.id}", notes, text.parts(table, quoted=on_paper)
    )


def _quoted(row: Row, cell: Cell) -> tuple[str, ...]:
    return (
        row.title,
        cell.column.short,
        "；".join(cell.column.marks),
        cell.status_title,
        "；".join(cell.values),
        "" if cell.left else cell.brief,
        "" if cell.left else cell.answer,
        lines(dict.fromkeys(citation.full for citation in cell.citations)),
        quotes(cell),
        cell.note or "",
        "、".join(cell.readings),
        "、".join(cell.external),
    )
