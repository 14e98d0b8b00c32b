"""Where a file is from: said in it and on every page printed from it, so that a handout can be traced back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.tables.book import Book, Field, Sheet

CORRECTED = "最近一次更正"


@dataclass(frozen=True)
class Origin:
    """`site`: its name. `address`: where it stands, '' where nobody has said. `corrected`: the day of its newest correction, or ''."""

    site: str
    address: str = ""
    corrected: str = ""

    def place(self, book: Book) -> str:
        """The address of the book's page; without one of the site, its name and the page's path in it."""
        path = f"{book.page}/"
        return f"{self.address.rstrip('/')}/{path}" if self.address else f"{self.site}：{path}"

    def dated(self) -> str:
        return f"{CORRECTED} {self.corrected}" if self.corrected else ""

    def sheet(self, book: Book) -> Sheet:
        """说明, the last sheet of a workbook."""
        return Sheet("about", "说明", (Field("项", 16), Field("说明", 100)), tuple(self._facts(book)))

    def _facts(self, book: Book) -> Iterator[tuple[str, str]]:
        yield "表", book.title
        yield "网站", self.site
        yield "网址", self.place(book)
        if self.corrected:
            yield CORRECTED, self.corrected
        yield from (("怎样看", note) for note in book.notes)
