"""A comparison as the script that exports a chosen part of it reads it: the book's own sheets, and what their rows and columns are."""

from __future__ import annotations

import json

from macros.tables import sheets
from macros.tables.sheets import Sheet
from macros.tables.table import Table


def name(ident: str) -> str:
    """The file's name for the table of this id."""
    return f"compare-{ident}.js"


def script(table: Table) -> str:
    """A script, for a page opened from a disk may load nothing else. It sets `comparison`:

    `columns` and `rows` by their ids, in the order of the first sheet, which has a row and a column for each; the second sheet has a
    row for every cell, row by row.
    """
    book = sheets.book(table)
    data = {
        "columns": [column.instrument for column in table.columns],
        "rows": [row.dimension for row in table.rows],
        "sheets": [_sheet(sheet) for sheet in book.sheets],
    }
    return f"globalThis.comparison = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {
        "title": sheet.title,
        "head": [field.title for field in sheet.fields],
        "widths": [field.width for field in sheet.fields],
        "rows": sheet.rows,
    }
