"""The page around a comparison: what can be chosen from it, taken away, and shown to a room."""

from __future__ import annotations

from markupsafe import Markup

from macros.compare import choosing, comparison, comparison_html
from macros.kit.html import blocks, el, heading, void
from macros.kit.links import Links
from macros.tables import sheets
from macros.tables.files import offer
from macros.tables.table import Table
from policies import Library

SCRIPTS = ("choose", "project", "save-selection")


def page(library: Library, group: str, links: Links) -> Markup:
    return _page(library, comparison.table(library, group), links, whole=False)


def page_of_all(library: Library, links: Links) -> Markup:
    return _page(library, comparison.whole(library), links, whole=True)


def _page(library: Library, table: Table, links: Links, *, whole: bool) -> Markup:
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/choose.css")),
        void("link", rel="stylesheet", href=links.file("assets/project.css")),
        el("nav", el("a", "比一比", href=links.page("compare/index")), class_="trail", aria_label="所在位置"),
        heading(1, table.title, "top"),
        choosing.panel(table, library.vocabulary.statuses, links, whole=whole),
        offer(sheets.book(table, on_paper=not whole), links),
        _jump(library, table, whole=whole),
        el("p", class_="chosen"),
        _scroller(table, links, whole=whole),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
        # Everything is wanted on a larger sheet. Browsers manage one size a page; a script may change which.
        void("link", rel="stylesheet", href=links.file("assets/print-a3.css"), media="print" if whole else "not all"),
        *(el("script", src=links.file(f"assets/{name}.js"), defer=True) for name in SCRIPTS),
    )


def _jump(library: Library, table: Table, *, whole: bool) -> Markup:
    items = (el("li", el("a", row.title, href=f"#{row.dimension}")) for row in table.rows)
    if whole:  # a link for each row would be a page of links
        firsts = {row.group: row.dimension for row in reversed(table.rows)}
        items = (
            el("li", el("a", group.title, href=f"#{firsts[group.id, group.title]}"))
            for group in library.vocabulary.groups
        )
    return el("nav", el("ul", *items), class_="jump jump--always", aria_label="本页各行")


def _scroller(table: Table, links: Links, *, whole: bool) -> Markup:
    label = f"{table.title}：{len(table.columns)} 份文书对照表"
    return el(
        "div",
        comparison_html.html(table, links, pins=True),
        class_="scroller scroller--whole" if whole else "scroller",
        role="region",
        aria_label=label,
        tabindex="0",
        # The same words stand on the pages of the groups.
        data_pagefind_ignore="all" if whole else None,
    )
