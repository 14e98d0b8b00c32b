"""Every table to take away, and the files each one becomes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from macros import (
    circumstances,
    codebook,
    comparison,
    glossary,
    limits,
    modality,
    notes,
    reuse_sheets,
    sheets,
    to_csv,
    to_docx,
    to_xlsx,
)
from macros.html import el, join
from macros.links import Links
from macros.sheets import Book
from policies import Library

FOLDER = "data/tables"
# The tables that are not comparisons; a comparison needs no line here.
OTHERS: dict[str, Callable[[Library], Book]] = {
    "codebook": codebook.book,
    "notes": notes.book,
    "circumstances": circumstances.book,
    "reuse": reuse_sheets.book,
    "time": limits.book,
    "modality": modality.book,
    "glossary": glossary.book,
}


def books(library: Library) -> tuple[Book, ...]:
    tables = (comparison.table(library, group.id) for group in library.vocabulary.groups)
    compared = (sheets.book(table) for table in (comparison.whole(library), *tables))
    return (*compared, *(make(library) for make in OTHERS.values()))


def files(book: Book) -> dict[str, bytes]:
    """Name → content. The first is the one to offer first."""
    made = {f"{book.id}.xlsx": to_xlsx.render(book)}
    made |= {f"{book.name(sheet)}.csv": to_csv.render(sheet) for sheet in book.sheets}
    return made | ({f"{book.id}.docx": to_docx.render(book)} if _on_paper(book) else {})


def _on_paper(book: Book) -> bool:
    """All dimensions at once would be a table of a hundred sheets, which nobody edits in Word."""
    return book.id.startswith("compare-") and book.id != f"compare-{comparison.WHOLE}"


def write(library: Library, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for book in books(library):
        for name, content in files(book).items():
            (folder / name).write_bytes(content)


def offer(book: Book, links: Links) -> Markup:
    """The row of buttons on the table's page: the whole table, as it was when the site was built."""
    kinds = [("XLSX", f"{book.id}.xlsx", book.title)]
    kinds += [(_csv(book, sheet), f"{book.name(sheet)}.csv", f"{book.title}-{sheet.title}") for sheet in book.sheets]
    kinds += [("DOCX", f"{book.id}.docx", book.title)] if _on_paper(book) else []
    return el("p", "整表下载：", join((_button(*kind, links) for kind in kinds), " "), class_="takeaway")


def of(library: Library, ident: str, links: Links) -> Markup:
    """For a page whose own module the table's comes from."""
    return offer(OTHERS[ident](library), links)


def _csv(book: Book, sheet: sheets.Sheet) -> str:
    return f"CSV（{sheet.title}）" if len(book.sheets) > 1 else "CSV"


def _button(kind: str, name: str, title: str, links: Links) -> Markup:
    saved = f"{title}.{name.rsplit('.', 1)[1]}"
    return el("a", kind, href=links.file(f"{FOLDER}/{name}"), download=saved, class_="button button--quiet")
