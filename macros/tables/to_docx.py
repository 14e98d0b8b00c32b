"""A sheet as a Word document: A4 lying, one table, its head on every page, no row cut in two."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from macros.tables.sheets import Book, Sheet

MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same data shall give the same bytes
BLACK = RGBColor(0, 0, 0)
LONG, SHORT, EDGE = 297, 210, 10  # A4 in millimetres


def render(book: Book) -> bytes:
    document = docx.Document()
    _set_up(document, book)
    document.add_heading(book.title, 1)
    _fill(document, book.sheets[0])
    file = io.BytesIO()
    document.save(file)
    return settled(file.getvalue())


def settled(archive: bytes) -> bytes:
    """The same archive, every member dated alike."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(zipfile.ZipInfo(member, MADE.timetuple()[:6]), old.read(member), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _set_up(document: Document, book: Book) -> None:
    about = document.core_properties
    about.title, about.author, about.comments, about.created, about.modified = book.title, "", "", MADE, MADE
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(LONG), Mm(SHORT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(EDGE)
    for name, size in (("Normal", 7), ("Heading 1", 14)):
        style = document.styles[name]
        style.font.size, style.font.name, style.font.color.rgb = Pt(size), "Times New Roman", BLACK
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    document.styles["Normal"].paragraph_format.space_after = Pt(1)


def _fill(document: Document, sheet: Sheet) -> None:
    table = document.add_table(rows=0, cols=len(sheet.fields), style="Table Grid")
    table.autofit = False
    for line in sheet.lines:
        _write(table.add_row(), line)
    whole = sum(field.width for field in sheet.fields)
    for column, field in zip(table.columns, sheet.fields, strict=True):
        column.width = Mm((LONG - 2 * EDGE) * field.width / whole)
    _repeat_head(table)


def _write(row: _Row, texts: tuple[str, ...]) -> None:
    _mark(row, "w:cantSplit")
    for cell, text in zip(row.cells, texts, strict=True):
        _fill_cell(cell, text)


def _fill_cell(cell: _Cell, text: str) -> None:
    first, *rest = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for line in rest:
        cell.add_paragraph(line)


def _repeat_head(table: Table) -> None:
    head = table.rows[0]
    _mark(head, "w:tblHeader")
    for cell in (*head.cells, *table.columns[0].cells):
        cell.paragraphs[0].runs[0].bold = True


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no word for it
