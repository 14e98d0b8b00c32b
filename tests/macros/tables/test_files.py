"""What is taken away, opened again by a library that did not write it, and where it is installed by an office."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from macros.compare import comparison
from macros.data import all_tables
from macros.tables import sheets, to_csv, to_xlsx
from macros.tables.book import Book, Field, Sheet
from macros.tables.files import files
from macros.tables.origin import Origin
from policies import Library

OFFICE = shutil.which("soffice")
ORIGIN = Origin("某网站", "https://example.org/", "2026-11-30")
NO_OFFICE = "LIBREOFFICE IS NOT INSTALLED: the workbooks were not opened in it"


@pytest.fixture(scope="module")
def books(library: Library) -> tuple[Book, ...]:
    return all_tables.books(library)


def opened(book: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx.render(book, ORIGIN)))


@pytest.fixture(scope="module")
def pages(books: tuple[Book, ...]) -> list[tuple[Worksheet, Sheet]]:
    """Every worksheet beside the sheet it was made of."""
    return [
        pair
        for book in books
        for pair in zip(
            cast("list[Worksheet]", opened(book).worksheets),
            (*map(to_xlsx.cut, book.sheets), ORIGIN.sheet(book)),
            strict=True,
        )
    ]


def widths(page: Worksheet) -> list[float]:
    """Columns of one width are written as one range."""
    return [one.width for one in page.column_dimensions.values() for _ in range(one.min or 0, (one.max or 0) + 1)]


def lines(page: Worksheet) -> list[tuple[str, ...]]:
    return [tuple("" if value is None else str(value) for value in row) for row in page.iter_rows(values_only=True)]


def test_every_comparison_and_every_other_table_can_be_taken_away(library: Library, books: tuple[Book, ...]) -> None:
    groups = {f"compare-{group.id}" for group in library.vocabulary.groups}
    assert {book.id for book in books} == {"compare-all", *groups, *all_tables.OTHERS}


def test_a_workbook_holds_the_cells_of_its_table(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        assert page.title == sheet.title
        heads = tuple(field.title for field in sheet.fields)
        head, *rows = page.iter_rows(values_only=True)
        assert head == heads
        assert [tuple("" if value is None else value for value in row) for row in rows] == list(sheet.rows)


def test_a_number_is_a_number_and_shown_as_the_page_shows_it(pages: list[tuple[Worksheet, Sheet]]) -> None:
    """No count, share or length is text, of which no spreadsheet makes a sum or a chart."""
    found: set[str] = set()
    for page, sheet in pages:
        for row, line in zip(page.iter_rows(min_row=2), sheet.rows, strict=True):
            for cell, field, value in zip(row, sheet.fields, line, strict=True):
                assert not re.fullmatch(r"[\d.]+%?", str(cell.value)) or isinstance(cell.value, int | float), page.title
                if not isinstance(value, str):
                    assert cell.number_format == (
                        "General" if field.number == "0" and cell.number_format == "General" else field.number
                    )
                    found.add(page.title)
    assert found == {"简答", "处数", "取值", "相同多少", "期限"}


def test_a_value_is_written_in_words_as_its_column_says() -> None:
    assert [Field("甲", 1, number).written(0.385) for number in ("0.0", "0%")] == ["0.4", "38%"]
    assert [Field("甲", 1).written(one) for one in (12, "十二")] == ["12", "十二"]


def test_the_head_is_as_high_as_its_lines(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        _, size = to_xlsx.fitted(sheet)
        needed = max(map(lambda field, width: to_xlsx.height(field.title, width, size), sheet.fields, widths(page)))
        head = page.row_dimensions[1]
        assert head.customHeight
        assert head.height is not None
        assert needed <= head.height
        if any("试行" in field.title for field in sheet.fields):
            assert head.height >= 2 * size * 1.3


def test_a_long_answer_goes_on_in_a_row_that_says_so_and_none_of_it_is_lost(library: Library) -> None:
    shown = sheets.shown(comparison.table(library, "conditions"))
    cut = to_xlsx.cut(shown)
    assert [row[0] for row in cut.rows if "（续）" in str(row[0])]
    texts: dict[str, list[str]] = {}
    for row in cut.rows:
        key = str(row[0]).removesuffix("（续）").split("\n")[0]
        texts[key] = [before + str(one) for before, one in zip(texts.get(key, [""] * len(row)), row, strict=True)]
    for row in shown.rows:
        flat = [str(one).replace("\n", "") for one in row[1:]]
        assert [one.replace("\n", "") for one in texts[str(row[0]).split("\n")[0]][1:]] == flat


def test_a_workbook_is_set_up_to_be_read_and_printed(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        assert page.freeze_panes == "B2"
        wide = to_xlsx.fitted(sheet)[1] < to_xlsx.USUAL
        assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", "8" if wide else "9")
        assert page.sheet_properties.pageSetUpPr
        assert page.sheet_properties.pageSetUpPr.fitToPage
        # As wide as one sheet of paper, which is what nothing said means, and as long as it takes.
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")
        assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)


def test_no_row_outgrows_what_a_spreadsheet_can_show(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        _, size = to_xlsx.fitted(sheet)
        for number, row in enumerate(sheet.lines[1:], start=2):
            needed = max(map(lambda text, width: to_xlsx.height(text, width, size), row, widths(page)))
            assert needed <= to_xlsx.TALLEST
            assert needed <= page.row_dimensions[number].height + 10


def test_a_column_is_widened_only_for_a_cell_that_would_be_cut_off() -> None:
    sheet = Sheet("", "甲", (Field("短", 10), Field("长", 10)), (("字", "字" * 2000),))
    page = opened(Book("x", "题", (sheet,), "x")).active
    assert page is not None
    short, long = (page.column_dimensions[letter].width for letter in "AB")
    assert short < 12 < long


def test_the_citation_column_names_document_and_article_and_the_next_one_quotes(library: Library) -> None:
    for row in sheets.quoted(comparison.whole(library)).rows:
        cited, quoted = str(row[7]).split("\n"), str(row[8])
        assert all(line.startswith("《") and "》" in line for line in cited)
        assert quoted.startswith("“")
    article = next(row for row in sheets.quoted(comparison.table(library, "application")).rows if row[0] == "申请期限")
    assert str(article[7]).startswith("《舞阳县")
    assert "条" in str(article[7])


def test_a_draft_is_called_a_draft_in_every_file(library: Library) -> None:
    book = sheets.book(comparison.table(library, "effects"))
    assert any("征求意见稿，未施行" in title for title in book.sheets[0].lines[0])
    assert any("征求意见稿，未施行" in title for title in book.sheets[1].lines[0])
    assert {row[2] for row in book.sheets[2].rows if "濮阳" in str(row[1])} == {"征求意见稿，未施行"}


def test_csv_begins_with_a_byte_order_mark_and_ends_its_lines_with_crlf(books: tuple[Book, ...]) -> None:
    for sheet in (sheet for book in books for sheet in book.sheets):
        raw = to_csv.render(sheet)
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.endswith(b"\r\n")
        read = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
        assert [tuple(row) for row in read] == list(sheet.lines)
        assert raw.count(b"\r\n") == len(sheet.lines)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", " =", "\t", "\r", "＝", "＠"])
def test_a_spreadsheet_runs_no_cell_of_a_csv(begins: str) -> None:
    sheet = Sheet("", "甲", (Field("题", 10),), ((f"{begins}1+1",), ("1=1",)))
    read = csv.reader(io.StringIO(to_csv.render(sheet).decode("utf-8-sig"), newline=""))
    assert list(read) == [["题"], [f"'{begins}1+1"], ["1=1"]]


def test_a_title_is_no_command_of_a_workbook_s_header() -> None:
    book = Book("x", "甲&D乙", (Sheet("", "甲", (Field("题", 10),), (("字",),)),), "x")
    page = opened(book).active
    assert page is not None
    assert page.HeaderFooter.oddHeader.left.text == "甲&&D乙"


def test_the_same_table_gives_the_same_bytes_on_another_day(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the archives is dated by the clock."""
    book = sheets.book(comparison.table(library, "persons"))
    made = files(book, ORIGIN)
    for name, content in made.items():
        if name.endswith(("xlsx", "docx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert {member.date_time[0] for member in archive.infolist()} <= {1980, 2000}
                core = archive.read("docProps/core.xml").decode("utf-8")
            assert core.count("2000-01-01T") == 2
    assert files(book, ORIGIN) == made


# In an office ----------------------------------------------------------------------------------------------------------


def converted(folder: Path, name: str, kind: str) -> Path:
    assert OFFICE
    home = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, home, "--headless", "--convert-to", kind, "--outdir", str(folder), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{Path(name).stem}.{kind.split(':', maxsplit=1)[0]}"


@pytest.fixture
def office(tmp_path: Path, library: Library) -> Path:
    if OFFICE is None:
        pytest.skip(NO_OFFICE)
    for name, content in files(sheets.book(comparison.table(library, "application")), ORIGIN).items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.slow
def test_libreoffice_reads_the_cells_that_the_csv_holds(office: Path) -> None:
    expected = (office / "compare-application.csv").read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    utf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    read = converted(office, "compare-application.xlsx", utf8).read_text(encoding="utf-8-sig")
    rows = [list(csv.reader(io.StringIO(text))) for text in (read, expected)]
    assert rows[0] == rows[1]


@pytest.mark.slow
def test_libreoffice_prints_it_on_lying_a4_one_sheet_wide(office: Path) -> None:
    for name in ("compare-application.xlsx", "compare-application.docx"):
        pdf = converted(office, name, "pdf").read_bytes()
        assert b"/MediaBox[0 0 841" in pdf.replace(b" [", b"[")
        assert pdf.count(b"/Type/Page>>") + pdf.count(b"/Type/Page/") <= 8
