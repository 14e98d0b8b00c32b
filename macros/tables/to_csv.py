"""A sheet as CSV: with a byte order mark, without which WPS and Excel guess the encoding wrong, and lines that end in CRLF."""

from __future__ import annotations

import csv
import io
import re

from macros.tables.book import Sheet

# A spreadsheet takes a cell that begins so for a formula and runs it; behind an apostrophe it is text. macros/tables/save-selection.js does the same.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r]")


def render(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([*map(_harmless, line)] for line in sheet.lines)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
