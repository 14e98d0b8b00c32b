"""A sheet as CSV: with a byte order mark, without which WPS and Excel guess the encoding wrong, and lines that end in CRLF."""

from __future__ import annotations

import csv
import io

from macros.sheets import Sheet


def render(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(sheet.lines)
    return text.getvalue().encode("utf-8-sig")
