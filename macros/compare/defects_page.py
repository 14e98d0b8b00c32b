"""校勘记: every flaw of the sources, in one place."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import blocks, el, heading, join
from macros.kit.links import Links
from macros.tables.book import Book, Field, Sheet
from policies import Document, Instrument, Library, Provision
from policies.engine.schema.instrument import Defect

NOTED = (
    Field("条款", 40),
    Field("类别", 10),
    Field("原件印作", 26),
    Field("读作", 26),
    Field("本页显示", 10),
    Field("把握", 8),
    Field("说明", 50),
)
REMARKED = (Field("文件", 40), Field("通篇的问题", 80))
Found = tuple[Provision, Defect]


def page(library: Library, links: Links) -> Markup:
    return blocks(*(part for document in library.documents for part in _document(library, document, links)))


def defects(instrument: Instrument) -> tuple[Found, ...]:
    return tuple((provision, defect) for provision in instrument.provisions for defect in provision.defects)


def total(library: Library) -> int:
    return sum(len(defects(instrument)) for instrument in library.instruments)


def book(library: Library) -> Book:
    rows = tuple(_line(library, *found) for instrument in library.instruments for found in defects(instrument))
    remarks = tuple((document.title, remark) for document in library.documents for remark in document.throughout)
    sheets = (Sheet("", "逐处", NOTED, rows), Sheet("throughout", "通篇", REMARKED, remarks))
    return Book("notes", "校勘记", sheets, "compare/notes")


def _line(library: Library, provision: Provision, defect: Defect) -> tuple[str, ...]:
    return (
        provision.citation,
        library.vocabulary.labels.defect_kinds[defect.kind],
        defect.printed.replace("\n", "／"),
        defect.reading.replace("\n", "／"),
        "读作" if defect.applied else "照印",
        defect.confidence,
        defect.note,
    )


def _document(library: Library, document: Document, links: Links) -> list[Markup | None]:
    parts: list[Markup | None] = [heading(2, document.title, f"document-{document.slug}"), _throughout(document)]
    for instrument in document.instruments:
        found = defects(instrument)
        if found:
            parts += [
                heading(3, instrument.about.short, instrument.id),
                _table(library, instrument, found, links),
                _labels(found, links),
            ]
    return parts


def _throughout(document: Document) -> Markup | None:
    return (
        el("ul", *(el("li", remark) for remark in document.throughout), class_="throughout")
        if document.throughout
        else None
    )


def _table(library: Library, instrument: Instrument, found: tuple[Found, ...], links: Links) -> Markup | None:
    rows = [_row(library, provision, defect, links) for provision, defect in found if not defect.in_label]
    if not rows:
        return None
    names = ("条款", "类别", "原件印作", "读作", "本页显示", "把握", "说明")
    head = el("tr", *(el("th", name, scope="col", role="columnheader") for name in names), role="row")
    table = el(
        "table", el("thead", head, role="rowgroup"), el("tbody", *rows, role="rowgroup"), class_="plain", role="table"
    )
    label = f"{instrument.about.short}的文字缺陷"
    return el("div", table, class_="scroller scroller--plain", role="region", aria_label=label, tabindex="0")


def _row(library: Library, provision: Provision, defect: Defect, links: Links) -> Markup:
    cells = (
        ("条款", el("a", provision.place, href=links.provision(provision))),
        ("类别", library.vocabulary.labels.defect_kinds[defect.kind]),
        ("原件印作", _lines(defect.printed)),
        ("读作", _lines(defect.reading)),
        ("本页显示", "读作" if defect.applied else "照印"),
        ("把握", defect.confidence),
        ("说明", defect.note),
    )
    return el("tr", *(el("td", text, role="cell", data_name=name) for name, text in cells), role="row")


def _lines(text: str) -> Markup:
    """A page break inside the words is shown as a slash."""
    return join(text.split("\n"), "／")


def _labels(found: tuple[Found, ...], links: Links) -> Markup | None:
    items = [
        el(
            "li",
            el("a", provision.place, href=links.provision(provision)),
            f"：印作“{defect.printed}”，读作“{defect.reading}”",
        )
        for provision, defect in found
        if defect.in_label
    ]
    if not items:
        return None
    return el("details", el("summary", f"标号括号 {len(items)} 处"), el("ul", *items), class_="label-fixes")
