"""Tables as they are taken away: plain text in rows and columns, before any file format is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.tables.table import Cell, Citation, Column, Row, Table


@dataclass(frozen=True)
class Field:
    """A column; `width` in Latin characters, as spreadsheets count: a Chinese one takes two."""

    title: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """`id` is empty for a book's first sheet, and ends the file's name of any other. Lines in a cell end with a newline."""

    id: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        return (tuple(field.title for field in self.fields), *self.rows)


@dataclass(frozen=True)
class Book:
    """`id` names the files; `on_paper`: short enough to be edited in Word."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]
    on_paper: bool = False

    def name(self, sheet: Sheet) -> str:
        return "-".join(filter(None, (self.id, sheet.id)))


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


def book(table: Table, *, on_paper: bool = True) -> Book:
    """As the page shows it, and once more cell by cell with citations and quotes in columns of their own."""
    return Book(f"compare-{table.id}", table.title, (shown(table), quoted(table)), on_paper)


def shown(table: Table) -> Sheet:
    fields = (Field("问题", 18), *(Field(named(column), 24) for column in table.columns))
    rows = tuple((asked(row), *map(answered, row.cells)) for row in table.rows)
    return Sheet("", "对照", fields, rows)


def quoted(table: Table) -> Sheet:
    rows = tuple(_quoted(row, cell) for row in table.rows for cell in row.cells)
    return Sheet("quotes", "依据与原文", QUOTED, rows)


def named(column: Column) -> str:
    return f"{column.short}\n（{'；'.join(column.marks)}）"


def asked(row: Row) -> str:
    return f"{row.title}\n{row.asks}"


def answered(cell: Cell) -> str:
    """Status, answer, places and note: what the page shows before a quote is opened."""
    word = "相近条款" if cell.nearby else "依据"
    places = "、".join(dict.fromkeys(citation.place for citation in cell.citations))
    lines = [f"【{cell.status_title}】{cell.answer}", f"{word}：{places}", _noted("注", cell.note)]
    return _lines([*lines, _noted("读法", "、".join(cell.readings)), _noted("另见", "、".join(cell.external))])


def _quoted(row: Row, cell: Cell) -> tuple[str, ...]:
    return (
        row.title,
        cell.column.short,
        "；".join(cell.column.marks),
        cell.status_title,
        "；".join(cell.values),
        cell.brief,
        cell.answer,
        _lines(dict.fromkeys(citation.full for citation in cell.citations)),
        _lines(map(_words, cell.citations)),
        cell.note or "",
        "、".join(cell.readings),
        "、".join(cell.external),
    )


def _words(citation: Citation) -> str:
    return f"“{citation.quote}”（{citation.place}）"


def _noted(name: str, text: str | None) -> str:
    return f"{name}：{text}" if text else ""


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
