"""Every Office file that can be taken away, part by part: fonts that WPS in China has, one language, pages that can be told apart."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT

from macros.compare import comparison
from macros.data import all_tables
from macros.tables import sheets, text, to_docx, to_xlsx
from macros.tables.book import lines_of
from macros.tables.files import files
from macros.tables.origin import Origin
from policies import Library
from tests.support import office

ORIGIN = Origin("某网站", "https://example.org/", "2026-11-30")
HERE = "https://example.org/compare/application/"


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, bytes]:
    return {name: file for book in all_tables.books(library) for name, file in files(book, ORIGIN).items()}


@pytest.fixture(scope="module")
def document(library: Library) -> Document:
    book = sheets.book(comparison.table(library, "application"))
    return docx.Document(io.BytesIO(to_docx.render(book, ORIGIN)))


def test_every_office_file_names_only_fonts_that_wps_in_china_has(made: dict[str, bytes]) -> None:
    read = {name: office.fonts(file) for name, file in made.items() if name.endswith((".xlsx", ".docx"))}
    assert len(read) > 20
    assert {name: found - office.COMMON for name, found in read.items() if found - office.COMMON} == {}
    assert all(read.values())
    assert not [name for name in read if office.unread(made[name])]


def test_every_word_file_is_in_chinese_throughout(made: dict[str, bytes]) -> None:
    for name, file in made.items():
        if name.endswith((".xlsx", ".docx")):
            assert office.languages(file) <= office.CHINESE, name
        if name.endswith(".docx"):
            assert office.languages(file) == office.CHINESE, name


def test_the_reader_of_parts_sees_what_the_libraries_bring_of_their_own() -> None:
    """The library's own template names Calibri, Korean and Japanese fonts, and American English."""
    file = io.BytesIO()
    docx.Document().save(file)
    assert office.fonts(file.getvalue()) >= {"Calibri", "Cambria", "맑은 고딕", "theme"}
    assert office.languages(file.getvalue()) >= {"en-US", "ja-JP"}
    assert office.unread(file.getvalue()) == ["docProps/thumbnail.jpeg"]
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    assert office.fonts(book.getvalue()) - office.COMMON >= {"Calibri", "맑은 고딕"}


def test_nothing_in_a_word_file_is_smaller_than_10_5_points(made: dict[str, bytes]) -> None:
    for name, file in made.items():
        if name.endswith(".docx"):
            assert office.smallest(file) >= 10.5, name


def test_every_comparison_has_a_word_file_the_one_of_all_questions_too(
    made: dict[str, bytes], library: Library
) -> None:
    groups = {f"compare-{group.id}.docx" for group in library.vocabulary.groups}
    assert {name for name in made if name.endswith(".docx")} == {"compare-all.docx", *groups}


def test_a_word_file_begins_with_the_strip_and_then_answers_question_by_question(
    document: Document, library: Library
) -> None:
    table = comparison.table(library, "application")
    strip, *questions = document.tables
    assert [row.cells[0].text for row in strip.rows] == ["问题", *(row.title for row in table.rows)]
    assert strip.rows[1].cells[1].text.split(" ", 1)[1] == table.rows[0].cells[0].brief
    assert [one.rows[0].cells[0].text for one in questions] == [row.title for row in table.rows]
    for row, one in zip(table.rows, questions, strict=True):
        named = [line.cells[0].text for line in one.rows[1:]]
        assert [name.split("\n")[0] for name in named if "（续）" not in name] == [
            cell.column.short for cell in row.cells
        ]
        for cell, line in zip(row.cells, one.rows[1:], strict=True):
            first = line.cells[1].paragraphs[0]
            assert (first.text, first.runs[0].bold) == (cell.brief, True)
            assert cell.citations[0].quote in line.cells[2].text


def test_every_head_is_repeated_and_no_row_is_cut(document: Document) -> None:
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    for table in document.tables:
        heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)


def test_every_page_says_title_address_date_and_number(document: Document) -> None:
    (section,) = document.sections
    (above,), (below,) = section.header.paragraphs, section.footer.paragraphs
    assert above.text == "申请与受理\t最近一次更正 2026-11-30"
    assert below.text == f"{HERE}\t第 1 页，共 1 页"
    assert re.findall(r"<w:instrText>\s*(\w+)", below._p.xml) == ["PAGE", "NUMPAGES"]
    assert re.findall('fldCharType="([a-z]+)"', below._p.xml) == ["begin", "separate", "end"] * 2
    assert document.core_properties.language == "zh-CN"


def test_a_text_longer_than_a_page_goes_on_in_a_row_with_its_document_s_name(library: Library) -> None:
    (part,) = [one for one in text.parts(comparison.table(library, "conditions")) if one.title.startswith("容错条件")]
    names = [row[0] for row in part.sheet.rows]
    assert "平顶山·正负面清单（续）" in names
    for row in part.sheet.rows:
        assert all(
            lines_of(str(words), field.width - 2) <= text.ROOM
            for words, field in zip(row[1:], part.sheet.fields[1:], strict=True)
        )
    answers: dict[str, Any] = {}
    for name, answer, quotes in part.sheet.rows:
        key = re.split("（续）|\n", str(name))[0]
        answers[key] = answers.get(key, "") + re.sub(r"\s", "", f"{answer}")
        assert quotes or answer
    asked = next(one for one in comparison.table(library, "conditions").rows if one.title == part.title)
    for cell in asked.cells:
        assert re.sub(r"\s", "", cell.answer) in answers[cell.column.short]


def test_a_workbook_prints_title_address_date_and_number_on_every_sheet(library: Library) -> None:
    book = sheets.book(comparison.table(library, "application"))
    for page in openpyxl.load_workbook(io.BytesIO(to_xlsx.render(book, ORIGIN))).worksheets:
        assert office.corners(page) == ["申请与受理", "最近一次更正 2026-11-30", HERE, "第 &P 页，共 &N 页"]


def test_without_an_address_of_the_site_its_name_and_the_page_s_place_are_said(library: Library) -> None:
    book = sheets.book(comparison.table(library, "application"))
    assert Origin("某网站").place(book) == "某网站：compare/application/"
    assert Origin("某网站", "https://example.org/x").place(book) == "https://example.org/x/compare/application/"
    assert Origin("某网站").dated() == ""
    assert all_tables.origin_of(library).dated().startswith("最近一次更正 20")
