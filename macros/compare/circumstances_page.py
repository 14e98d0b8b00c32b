"""The page of 情形对照: a table for each part, drawn by the comparison's renderer."""

from __future__ import annotations

from markupsafe import Markup

from macros.compare import circumstances, comparison_html
from macros.kit import unfinished
from macros.kit.fold import fold
from macros.kit.html import blocks, el, heading, join, void
from macros.kit.links import Links
from macros.pictures import dots
from macros.tables.files import offer
from macros.tables.table import Cell, Table
from policies import Library


def page(library: Library, links: Links) -> Markup:
    tables = circumstances.tables(library)
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/choose.css")),
        void("link", rel="stylesheet", href=links.file("assets/circumstances.css")),
        el("nav", el("a", "比一比", href=links.page("compare/index")), class_="trail", aria_label="所在位置"),
        heading(1, "情形对照", "top"),
        el("p", circumstances.lede(library), class_="lede"),
        unfinished.listed(
            circumstances.unsorted_texts(library), "还没有按情形归类，不在表里；“仅此一家”不算它们。", links
        ),
        offer(circumstances.book(library), links),
        dots.figure(tables, links),
        heading(2, "原文", "quotes"),
        *(
            fold(found.id, found.title, f"{len(found.rows)} 类", _scroller(found, links), level="h3")
            for found in tables
        ),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
    )


def figure(library: Library, links: Links) -> Markup:
    """The dots alone, for another page; they lead here."""
    return dots.figure(circumstances.tables(library), links)


def _scroller(found: Table, links: Links) -> Markup:
    label = f"{found.title}：{len(found.columns)} 份文书"
    drawn = comparison_html.html(found, links, asked="情形", body=_marks)
    return el("div", drawn, class_="scroller scroller--marks", role="region", aria_label=label, tabindex="0")


def _marks(cell: Cell, links: Links) -> Markup:
    """Every mark with its words; what is said elsewhere, named so; or a dash that is said."""
    if not cell.citations:
        return el("p", el("span", "—", aria_hidden="true"), el("span", "没有写到", class_="sr-only"), class_="none")
    note = el("span", cell.note, class_="elsewhere" if cell.nearby else "alone") if cell.note else None
    items = (
        el("li", comparison_html.link(citation, links), " ", el("q", citation.quote.replace("\n", "")))
        for citation in cell.citations
    )
    return join((note, el("ul", *items, class_="marks")))
