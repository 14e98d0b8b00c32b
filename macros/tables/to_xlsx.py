"""A book as a workbook, ready to print: lying, as wide as one sheet of paper, its head on every page, and on each where it is from."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.tables.book import CONTINUED, Book, Entry, Sheet, lines_of, pieces
from macros.tables.origin import Origin

A3, A4 = 8, 9  # as the file format numbers paper
NARROW = 160  # characters: what is wider would be too small to read on A4
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zones; and the same data shall give the same bytes
SONG, HEI = "宋体", "黑体"  # in every Office and WPS in China; any other name would be reported as missing somewhere
NORMAL = {"font_name": SONG, "font_size": 11, "theme_font_name": SONG}
LOOK = {"font_name": SONG, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#888888"}
HEAD = {"font_name": HEI, "bold": True, "bg_color": "#EEEEEE"}
# For cells of one row that are alike; macros/tables/save-selection.js has the same. What they mean is in words too: on paper all are grey.
TONES = ("#DCE9F7", "#FBE5D0", "#DFF0D8", "#EFE0F2", "#FFF3BF", "#D9D9D9")

SMALL, USUAL = 9.0, 10.5  # points, on A3 and on A4
TALLEST = 409  # points: no row of a spreadsheet can be taller, and what is longer is cut off
WIDEST = 160  # characters
LINE = 1.39  # sizes a line takes
ROOM = 27  # lines of the usual size in the tallest row
_FONTS = re.compile(r"<a:(major|minor)Font>.*?</a:\1Font>")


def render(book: Book, origin: Origin) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "default_format_properties": {**NORMAL}}) as workbook:
        workbook.use_custom_theme(io.StringIO(_theme(workbook.theme_xml)))
        workbook.set_properties({"title": book.title, "created": MADE, "comments": origin.place(book)})
        for sheet in (*map(cut, book.sheets), origin.sheet(book)):
            _fill(workbook, sheet)
            _print(workbook.worksheets()[-1], book, origin)
    return file.getvalue()


def _theme(usual: str) -> str:
    """The usual theme with one font in it, in place of forty of other scripts."""
    font = f'<a:latin typeface="{SONG}"/><a:ea typeface="{SONG}"/><a:cs typeface="{SONG}"/>'
    return _FONTS.sub(rf"<a:\1Font>{font}</a:\1Font>", usual)


def _fill(workbook: Workbook, sheet: Sheet) -> None:
    page = workbook.add_worksheet(sheet.title)
    widths, size = fitted(sheet)
    page.set_paper(A4 if size == USUAL else A3)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    write = _Writer(workbook, page, sheet, size)
    for line, words in enumerate(sheet.lines):
        tall = max(height(text, width, size) for text, width in zip(words, widths, strict=True))
        page.set_row(
            line, min(TALLEST, tall if line else tall + size)
        )  # the head has the buttons of the filter as well
        for column in range(len(words)):
            write(line, column)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def cut(sheet: Sheet) -> Sheet:
    """A sheet of answers with rows that a spreadsheet can show: what is longer goes on in a row that says so. Others as they are."""
    if not sheet.led:
        return sheet
    return replace(sheet, rows=tuple(line for row in sheet.rows for line in _cut(sheet, row)))


def _cut(sheet: Sheet, row: Sequence[Entry]) -> Iterator[tuple[str, ...]]:
    name, *texts = pieced(sheet, row)
    first = name[0].split("\n")[0]
    for number, line in enumerate(zip_longest(*texts, fillvalue="")):
        yield (f"{first}{CONTINUED}" if number else name[0], *line)


def pieced(sheet: Sheet, row: Sequence[Entry]) -> list[list[str]]:
    """For each column of a row its text in pieces that fit into the tallest row, whatever the paper."""
    words = (field.written(value) for field, value in zip(sheet.fields, row, strict=True))
    return [
        list(pieces(text, _across(field.width, USUAL), ROOM)) for text, field in zip(words, sheet.fields, strict=True)
    ]


class _Writer:
    """Writes the cells of a sheet. A format is made once for each look: a workbook may hold only so many."""

    def __init__(self, workbook: Workbook, page: Worksheet, sheet: Sheet, size: float) -> None:
        self._workbook, self._page, self._sheet = workbook, page, sheet
        self._look = {**LOOK, "font_size": size}
        self._plain = workbook.add_format({"font_name": SONG, "font_size": size})
        self._bold = workbook.add_format({"font_name": SONG, "font_size": size, "bold": True})
        self._formats: dict[tuple[bool, int, str], Format] = {}

    def __call__(self, line: int, column: int) -> None:
        field, sheet = self._sheet.fields[column], self._sheet
        value: Entry = sheet.rows[line - 1][column] if line else field.title
        tone = sheet.tones[line - 1][column] if line and sheet.tones else 0
        look = self._format(
            head=not line or not column, tone=tone, number="" if isinstance(value, str) else field.number
        )
        if not isinstance(value, str):
            self._page.write_number(line, column, value, look)
        elif sheet.led and line and column and "\n" in value:
            first, rest = value.split("\n", 1)
            self._page.write_rich_string(line, column, self._bold, first, self._plain, f"\n{rest}", look)
        else:
            self._page.write_string(line, column, value, look)

    def _format(self, *, head: bool, tone: int, number: str) -> Format:
        key = (head, tone, number)
        if key not in self._formats:
            look = self._look | (HEAD if head else {})
            look |= {"bg_color": TONES[(tone - 1) % len(TONES)]} if tone else {}
            look |= {"num_format": number} if number else {}
            self._formats[key] = self._workbook.add_format(look)
        return self._formats[key]


def fitted(sheet: Sheet) -> tuple[list[int], float]:
    """The widths of the columns, and the size of the words in points: smaller where only a large sheet of paper is wide enough."""
    usual = _widths(sheet, USUAL)
    return (usual, USUAL) if sum(usual) <= NARROW else (_widths(sheet, SMALL), SMALL)


def _widths(sheet: Sheet, size: float) -> list[int]:
    columns = zip(sheet.fields, zip(*sheet.lines, strict=True), strict=True)
    return [_width(field.width, texts, size) for field, texts in columns]


def height(text: str, width: float, size: float) -> float:
    """In points. Said in the file, because not every program works it out when it opens one."""
    return size * LINE * lines_of(text, _across(width, size)) + 3


def _across(width: float, size: float) -> float:
    """Latin characters to a line; a width is counted in those of 11 points, with what stands between two columns."""
    return width * 10.3 / size - 1


def _width(wanted: int, texts: Sequence[str], size: float) -> int:
    """Wider than wanted only where a cell would otherwise outgrow the tallest row."""
    fitting: Iterable[int] = (
        width for width in range(wanted, WIDEST) if all(height(text, width, size) <= TALLEST for text in texts)
    )
    return next(iter(fitting), WIDEST)


def _print(page: Worksheet, book: Book, origin: Origin) -> None:
    page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_header(f"&L{_words(book.title)}&R{_words(origin.dated())}")
    page.set_footer(f"&L{_words(origin.place(book))}&R第 &P 页，共 &N 页")


def _words(text: str) -> str:
    """In a header `&` begins a command, such as one for a picture, and a spreadsheet takes no long one."""
    return text[:100].replace("&", "&&")
