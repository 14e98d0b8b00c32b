"""Every table to take away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from macros.analysis import glossary, limits, modality
from macros.compare import circumstances, codebook, comparison, defects_page
from macros.kit.links import Links
from macros.reuse import sheets as reuse_sheets
from macros.tables import sheets
from macros.tables.files import files, offer
from macros.tables.sheets import Book
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
    whole = sheets.book(comparison.whole(library), on_paper=False)
    groups = (sheets.book(comparison.table(library, group.id)) for group in library.vocabulary.groups)
    return (whole, *groups, *(make(library) for make in OTHERS.values()))


def write(library: Library, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for book in books(library):
        for name, content in files(book).items():
            (folder / name).write_bytes(content)


def offer_by_name(library: Library, ident: str, links: Links) -> Markup:
    """For a page whose own module the table's comes from."""
    return offer(OTHERS[ident](library), links)
