"""The files that a book becomes, and the row of buttons that offers them."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import el, join
from macros.kit.links import Links
from macros.tables import to_csv, to_docx, to_xlsx
from macros.tables.book import Book, Sheet
from macros.tables.origin import Origin

FOLDER = "data/tables"


def files(book: Book, origin: Origin) -> dict[str, bytes]:
    """Name → content. The first is the one to offer first."""
    made = {f"{book.id}.xlsx": to_xlsx.render(book, origin)}
    made |= {f"{book.name(sheet)}.csv": to_csv.render(sheet) for sheet in book.sheets}
    return made | ({f"{book.id}.docx": to_docx.render(book, origin)} if book.text else {})


def offer(book: Book, links: Links) -> Markup:
    """The row of buttons on the table's page: the whole table, as it was when the site was built."""
    kinds = [("XLSX", f"{book.id}.xlsx", book.title)]
    kinds += [(_csv(book, sheet), f"{book.name(sheet)}.csv", f"{book.title}-{sheet.title}") for sheet in book.sheets]
    kinds += [("DOCX", f"{book.id}.docx", book.title)] if book.text else []
    return el("p", "整表下载：", join((_button(*kind, links) for kind in kinds), " "), class_="takeaway")


def _csv(book: Book, sheet: Sheet) -> str:
    return f"CSV（{sheet.title}）" if len(book.sheets) > 1 else "CSV"


def _button(kind: str, name: str, title: str, links: Links) -> Markup:
    saved = f"{title}.{name.rsplit('.', 1)[1]}"
    return el("a", kind, href=links.file(f"{FOLDER}/{name}"), download=saved, class_="button button--quiet")
