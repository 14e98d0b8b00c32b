"""A book as a workbook, ready to print: A4 lying, as wide as the sheet of paper, its head on every page."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.tables.sheets import Book, Sheet

A4 = 9  # as the file format numbers paper
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zones; and the same data shall give the same bytes
LOOK = {"font_name": "宋体", "font_size": 9, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#888888"}
HEAD = {**LOOK, "font_name": "黑体", "bold": True, "bg_color": "#EEEEEE"}

LINE = 12.5  # points a line of the body takes
TALLEST = 409  # points: no row of a spreadsheet can be taller, and what is longer is cut off
WIDEST = 160  # characters
HALVES = 1.15  # Latin characters of the body to one of the width that spreadsheets count in


def render(book: Book) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": book.title, "created": MADE})
        head, body = workbook.add_format(HEAD), workbook.add_format(LOOK)
        for sheet in book.sheets:
            _fill(workbook.add_worksheet(sheet.title), book, sheet, head, body)
    return file.getvalue()


def _fill(page: Worksheet, book: Book, sheet: Sheet, head: Format, body: Format) -> None:
    widths = [
        _width(field.width, texts) for field, texts in zip(sheet.fields, zip(*sheet.lines, strict=True), strict=True)
    ]
    for column, (field, width) in enumerate(zip(sheet.fields, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, field.title, head)
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, min(TALLEST, max(map(height, row, widths))))
        for column, text in enumerate(row):
            page.write_string(line, column, text, body if column else head)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)
    _set_up(page, book)


def height(text: str, width: float) -> float:
    """In points. Said in the file, because not every program works it out when it opens one."""
    across = width * HALVES - 1
    return LINE * sum(max(1, math.ceil(_halves(line) / across)) for line in text.split("\n")) + 3


def _halves(text: str) -> int:
    """A Chinese character is as wide as two Latin ones."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _width(wanted: int, texts: Iterable[str]) -> int:
    """Wider than wanted only where a cell would otherwise outgrow the tallest row."""
    texts = list(texts)
    fitting = (width for width in range(wanted, WIDEST) if all(height(text, width) <= TALLEST for text in texts))
    return next(fitting, WIDEST)


def _set_up(page: Worksheet, book: Book) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    # There `&` begins a command, such as one for a picture; a spreadsheet takes no longer a header.
    page.set_header("&L" + book.title[:100].replace("&", "&&"))
    page.set_footer("&C第 &P 页，共 &N 页")
