"""What is taken away, opened again by a library that did not write it, and where it is installed by an office."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import cast

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from openpyxl.worksheet.worksheet import Worksheet

from macros.compare import comparison
from macros.data import all_tables
from macros.tables import sheets, to_csv, to_docx, to_xlsx
from macros.tables.files import files
from macros.tables.sheets import Book, Field, Sheet
from policies import Library

OFFICE = shutil.which("soffice")
NO_OFFICE = "LIBREOFFICE IS NOT INSTALLED: the workbooks were not opened in it"


@pytest.fixture(scope="module")
def books(library: Library) -> tuple[Book, ...]:
    return all_tables.books(library)


def opened(book: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx.render(book)))


@pytest.fixture(scope="module")
def pages(books: tuple[Book, ...]) -> list[tuple[Worksheet, Sheet]]:
    """Every worksheet beside the sheet it was made of."""
    return [
        pair
        for book in books
        for pair in zip(cast("list[Worksheet]", opened(book).worksheets), book.sheets, strict=True)
    ]


def widths(page: Worksheet) -> list[float]:
    """Columns of one width are written as one range."""
    return [one.width for one in page.column_dimensions.values() for _ in range(one.min or 0, (one.max or 0) + 1)]


def lines(page: Worksheet) -> list[tuple[str, ...]]:
    return [tuple(str(value or "") for value in row) for row in page.iter_rows(values_only=True)]


def test_every_comparison_and_every_other_table_can_be_taken_away(library: Library, books: tuple[Book, ...]) -> None:
    groups = {f"compare-{group.id}" for group in library.vocabulary.groups}
    assert {book.id for book in books} == {"compare-all", *groups, *all_tables.OTHERS}


def test_a_workbook_holds_the_cells_of_its_table(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        assert page.title == sheet.title
        assert lines(page) == list(sheet.lines)


def test_a_workbook_is_set_up_to_be_read_and_printed(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, _ in pages:
        assert page.freeze_panes == "B2"
        assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", "9")
        assert page.sheet_properties.pageSetUpPr
        assert page.sheet_properties.pageSetUpPr.fitToPage
        # As wide as one sheet of paper, which is what nothing said means, and as long as it takes.
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")
        assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)


def test_no_row_outgrows_what_a_spreadsheet_can_show(pages: list[tuple[Worksheet, Sheet]]) -> None:
    for page, sheet in pages:
        for number, row in enumerate(sheet.rows, start=2):
            needed = max(map(to_xlsx.height, row, widths(page)))
            assert needed <= to_xlsx.TALLEST
            assert needed <= page.row_dimensions[number].height + 10


def test_a_column_is_widened_only_for_a_cell_that_would_be_cut_off() -> None:
    sheet = Sheet("", "甲", (Field("短", 10), Field("长", 10)), (("字", "字" * 2000),))
    page = opened(Book("x", "题", (sheet,))).active
    assert page is not None
    short, long = (page.column_dimensions[letter].width for letter in "AB")
    assert short < 12 < long


def test_the_citation_column_names_document_and_article_and_the_next_one_quotes(library: Library) -> None:
    for row in sheets.quoted(comparison.whole(library)).rows:
        cited, quoted = row[7].split("\n"), row[8]
        assert all(line.startswith("《") and "》" in line for line in cited)
        assert quoted.startswith("“")
    article = next(row for row in sheets.quoted(comparison.table(library, "application")).rows if row[0] == "申请期限")
    assert article[7].startswith("《舞阳县")
    assert "条" in article[7]


def test_a_draft_is_called_a_draft_in_every_file(library: Library) -> None:
    book = sheets.book(comparison.table(library, "effects"))
    assert any("征求意见稿，未施行" in title for title in book.sheets[0].lines[0])
    assert {row[2] for row in book.sheets[1].rows if "濮阳" in row[1]} == {"征求意见稿，未施行"}


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
    book = Book("x", "甲&D乙", (Sheet("", "甲", (Field("题", 10),), (("字",),)),))
    page = opened(book).active
    assert page is not None
    assert page.HeaderFooter.oddHeader.left.text == "甲&&D乙"


def test_a_word_document_holds_the_table_lying_with_its_head_on_every_page(library: Library) -> None:
    book = sheets.book(comparison.table(library, "application"))
    document = docx.Document(io.BytesIO(to_docx.render(book)))
    table = document.tables[0]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == list(book.sheets[0].lines)
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert heads == [True, *[False] * (len(heads) - 1)]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)


def test_the_same_table_gives_the_same_bytes_on_another_day(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the archives is dated by the clock."""
    book = sheets.book(comparison.table(library, "persons"))
    made = files(book)
    for name, content in made.items():
        if name.endswith(("xlsx", "docx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert {member.date_time[0] for member in archive.infolist()} <= {1980, 2000}
                core = archive.read("docProps/core.xml").decode("utf-8")
            assert core.count("2000-01-01T") == 2
    assert files(book) == made


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
    for name, content in files(sheets.book(comparison.table(library, "application"))).items():
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
