"""Every table to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup
from mkdocs.utils.yaml import yaml_load

from macros.analysis import glossary, limits, modality
from macros.compare import circumstances, codebook, comparison, defects_page
from macros.kit.links import Links
from macros.reuse import sheets as reuse_sheets
from macros.tables import selection, sheets
from macros.tables.book import Book
from macros.tables.files import files, offer
from macros.tables.origin import Origin
from macros.tables.table import Table
from policies import Library

CONFIG = Path(__file__).parent.parent.parent / "mkdocs.yml"

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
    # All dimensions at once with the texts' own words would be too long a document to edit in Word.
    compared = (sheets.book(table, on_paper=table.id != comparison.WHOLE) for table in _comparisons(library))
    return (*compared, *(make(library) for make in OTHERS.values()))


def _comparisons(library: Library) -> Iterator[Table]:
    yield comparison.whole(library)
    yield from (comparison.table(library, group.id) for group in library.vocabulary.groups)


def write(library: Library, folder: Path, config: Path = CONFIG) -> None:
    """`config`: the mkdocs.yml that names the site. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    origin = origin_of(library, config)
    for book in books(library):
        for name, content in files(book, origin).items():
            (folder / name).write_bytes(content)
    for table in _comparisons(library):
        (folder / selection.name(table.id)).write_text(selection.script(table, origin), encoding="utf-8")


def origin_of(library: Library, config: Path = CONFIG) -> Origin:
    """What every file says of where it is from. Raises OSError."""
    with config.open(encoding="utf-8") as file:
        read = yaml_load(file)
    return Origin(read["site_name"], read.get("site_url") or "", corrected(library))


def corrected(library: Library) -> str:
    """The day of the newest correction: what is printed or taken away is told by it from what was before."""
    return max((str(one.date) for one in library.vocabulary.corrections), default="")


def offer_by_name(library: Library, ident: str, links: Links) -> Markup:
    """For a page whose own module the table's comes from."""
    return offer(OTHERS[ident](library), links)
