"""A comparison as the script that exports a chosen part of it reads it: the book's own sheets, and what their rows and columns are."""

from __future__ import annotations

import json

from macros.tables import sheets, to_xlsx
from macros.tables.book import Sheet
from macros.tables.origin import Origin
from macros.tables.table import Table


def name(ident: str) -> str:
    """The file's name for the table of this id."""
    return f"compare-{ident}.js"


def script(table: Table, origin: Origin) -> str:
    """A script, for a page opened from a disk may load nothing else. It sets `comparison`:

    `columns` and `rows` by their ids, in the order of the first two sheets, which have a row and a column for each; the third sheet has
    a row for every cell, row by row. `about` is 说明; `place` and `dated` stand on every printed sheet. In the rows of a sheet of
    answers (`led`) each text is a list of pieces that a spreadsheet can show in one row.
    """
    book = sheets.book(table)
    data = {
        "columns": [column.instrument for column in table.columns],
        "rows": [row.dimension for row in table.rows],
        "sheets": [_sheet(sheet) for sheet in book.sheets],
        "about": _sheet(origin.sheet(book)),
        "place": origin.place(book),
        "dated": origin.dated(),
    }
    return f"window.comparison = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {
        "title": sheet.title,
        "head": [field.title for field in sheet.fields],
        "widths": to_xlsx.fitted(to_xlsx.cut(sheet))[0],
        "rows": [to_xlsx.pieced(sheet, row) for row in sheet.rows] if sheet.led else sheet.rows,
    }
