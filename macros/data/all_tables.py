"""Every table to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup

from macros.analysis import glossary, limits, modality
from macros.compare import circumstances, codebook, comparison, defects_page
from macros.kit.links import Links
from macros.reuse import sheets as reuse_sheets
from macros.tables import selection, sheets
from macros.tables.files import files, offer
from macros.tables.sheets import Book
from macros.tables.table import Table
from policies import Library

# The tables that are not comparisons; a comparison needs no line here.
OTHERS: dict[str, Callable[[Library], Book]] = {
    "codebook": codebook.book,
    "notes": defects_page.book,
    "circumstances": circumstances.book,
    "reuse": reuse_sheets.book,
    "time": limits.book,
    "modality": modality.book,
    "glossary": glossary.book,
}


def books(library: Library) -> tuple[Book, ...]:
    # All dimensions at once would be a table of a hundred sheets of paper, which nobody edits in Word.
    compared = (sheets.book(table, on_paper=table.id != comparison.WHOLE) for table in _comparisons(library))
    return (*compared, *(make(library) for make in OTHERS.values()))


def _comparisons(library: Library) -> Iterator[Table]:
    yield comparison.whole(library)
    yield from (comparison.table(library, group.id) for group in library.vocabulary.groups)


def write(library: Library, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for book in books(library):
        for name, content in files(book).items():
            (folder / name).write_bytes(content)
    for table in _comparisons(library):
        (folder / selection.name(table.id)).write_text(selection.script(table), encoding="utf-8")


def offer_by_name(library: Library, ident: str, links: Links) -> Markup:
    """For a page whose own module the table's comes from."""
    return offer(OTHERS[ident](library), links)
