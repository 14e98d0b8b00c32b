"""A book as a Word document: A4 lying, its tables one after another, their heads on every page, no row cut in two, pages numbered.

Fonts, sizes and language are those of the template in word/: the library's own names fonts that WPS in China has not.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from macros.tables.book import Book, Part
from macros.tables.origin import Origin
from macros.tables.to_xlsx import TONES

TEMPLATE = Path(__file__).parent / "word"
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same data shall give the same bytes
HEADED = "EEEEEE"


def render(book: Book, origin: Origin) -> bytes:
    """The document; its first part begins under the title, each other under a heading. Needs `book.text`."""
    document = docx.Document(io.BytesIO(_template()))
    _set_up(document, book, origin)
    document.add_heading(book.title, 1)
    for note in book.notes[:1]:
        document.add_paragraph(note).paragraph_format.keep_with_next = True
    for part in book.text:
        document.add_heading(part.title, 2)
        if part.said:
            document.add_paragraph(part.said).paragraph_format.keep_with_next = True
        _table(document, part)
    file = io.BytesIO()
    document.save(file)
    return settled(file.getvalue())


@cache
def _template() -> bytes:
    """The folder as an archive; what says the types of the others comes first, as readers expect."""
    file = io.BytesIO()
    names = sorted(one.relative_to(TEMPLATE).as_posix() for one in TEMPLATE.rglob("*") if one.is_file())
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(names, key=lambda name: name != "[Content_Types].xml"):
            archive.write(TEMPLATE / name, name)
    return file.getvalue()


def settled(archive: bytes) -> bytes:
    """The same archive, every member dated alike."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(zipfile.ZipInfo(member, MADE.timetuple()[:6]), old.read(member), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _set_up(document: Document, book: Book, origin: Origin) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.language = book.title, "", "", "zh-CN"
    about.comments, about.created, about.modified = origin.place(book), MADE, MADE
    section = document.sections[0]
    section.header.paragraphs[0].add_run(f"{book.title}\t{origin.dated()}")
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{origin.place(book)}\t第 ")
    _field(footer, "PAGE")
    footer.add_run(" 页，共 ")
    _field(footer, "NUMPAGES")
    footer.add_run(" 页")


def _field(paragraph: Paragraph, name: str) -> None:
    """What the program works out when it lays out the page. Its runs are the paragraph's, for WPS drops the look of a simple field."""
    for kind in ("begin", None, "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind == "1":
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = f" {name} "
        run._r.append(element)  # noqa: SLF001 - the library has no word for it


def _table(document: Document, part: Part) -> None:
    sheet, section = part.sheet, document.sections[0]
    assert section.page_width
    assert section.left_margin
    table = document.add_table(rows=0, cols=len(sheet.fields), style="Table Grid")
    table.autofit = False
    whole = sum(field.width for field in sheet.fields)
    room = section.page_width - 2 * section.left_margin
    widths = [Emu(room * field.width // whole) for field in sheet.fields]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, words in enumerate(sheet.lines):
        row = table.add_row()
        _mark(row, "w:cantSplit")
        if not number:
            _mark(row, "w:tblHeader")
        tones = sheet.tones[number - 1] if number and sheet.tones else (0,) * len(words)
        for at, (cell, text, tone) in enumerate(zip(row.cells, words, tones, strict=True)):
            cell.width = widths[at]
            head = not number or not at
            _write(cell, text, head=head, led=sheet.led)
            if color := HEADED if head else TONES[(tone - 1) % len(TONES)].lstrip("#") if tone else "":
                _shade(cell, color)


def _write(cell: _Cell, text: str, *, head: bool, led: bool) -> None:
    first, *rest = text.split("\n")
    cell.paragraphs[0].add_run(first).bold = True if head or (led and rest) else None
    for line in rest:
        cell.add_paragraph(line)


def _shade(cell: _Cell, color: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no word for it


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no word for it
