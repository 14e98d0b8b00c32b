"""What stands in a cell of a table that is taken away, in words."""

from __future__ import annotations

from collections.abc import Iterable

from macros.tables.table import Cell, Citation, Column, Row


def named(column: Column) -> str:
    return f"{column.short}\n（{'；'.join(column.marks)}）"


def asked(row: Row) -> str:
    return f"{row.title}\n{row.asks}"


def answered(cell: Cell) -> str:
    """Brief, status, answer, places and note: what the page shows before a quote is opened. Without an answer, that there is none."""
    if cell.left:
        return cell.status_title
    word = "相近条款" if cell.nearby else "依据"
    places = "、".join(dict.fromkeys(citation.place for citation in cell.citations))
    said = [cell.brief, f"【{cell.status_title}】{cell.answer}", f"{word}：{places}", _noted("注", cell.note)]
    return lines([*said, _noted("读法", "、".join(cell.readings)), _noted("另见", "、".join(cell.external))])


def quotes(cell: Cell) -> str:
    """The texts' own words, a line for each citation."""
    return lines(map(_words, cell.citations))


def _words(citation: Citation) -> str:
    return f"“{citation.quote}”（{citation.place}）"


def _noted(name: str, text: str | None) -> str:
    return f"{name}：{text}" if text else ""


def lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
