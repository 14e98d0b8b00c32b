"""The page around a comparison: what can be chosen from it, taken away, and shown to a room."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from macros.compare import basket, choosing, comparison, comparison_html
from macros.kit import unfinished
from macros.kit.html import blocks, el, heading, void
from macros.kit.links import Links
from macros.tables import sheets
from macros.tables.files import offer
from macros.tables.table import Table
from policies import Library

SCRIPTS = ("address", "unfold", "columns", "rows", "place", "basket", "choose", "project", "save-selection")
STYLES = ("brief", "choose", "basket", "project")


def page(library: Library, group: str, links: Links) -> Markup:
    return _page(library, comparison.table(library, group), links)


def page_of_all(library: Library, links: Links) -> Markup:
    """Every question, one column for each document."""
    return _page(library, comparison.leading(comparison.whole(library)), links, whole=True)


def page_of_all_texts(library: Library, links: Links) -> Markup:
    """Every question, every text that is compared."""
    table = replace(comparison.whole(library), title="全部问题，全部文书")
    return _page(library, table, links, whole=True)


def _page(library: Library, table: Table, links: Links, *, whole: bool = False) -> Markup:
    return blocks(
        *(void("link", rel="stylesheet", href=links.file(f"assets/{name}.css")) for name in STYLES),
        el("nav", el("a", "比一比", href=links.page("compare/index")), class_="trail", aria_label="所在位置"),
        heading(1, table.title, "top"),
        choosing.panel(library, table, links, whole=whole),
        comparison_html.jump(library, table) if whole else None,
        el("div", choosing.legend(library), el("p", class_="choose__count", role="status"), class_="briefs__lead"),
        el("p", class_="choose__lost", role="status"),
        el("p", class_="chosen"),
        _table(table, links),
        unfinished.listed(library.only_read, f"{unfinished.ONLY_READ}，不在表里，只能读原文。", links),
        offer(sheets.book(comparison.whole(library) if whole else table, on_paper=not whole), links),
        basket.bar(library, links, whole=whole),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
        # Browsers manage one size of paper a page; a script may change which.
        void("link", rel="stylesheet", href=links.file("assets/print-a3.css"), media="not all"),
        *(el("script", src=links.file(f"assets/{name}.js"), defer=True) for name in SCRIPTS),
    )


def _table(table: Table, links: Links) -> Markup:
    return el(
        "div",
        el("p", "窗口不够宽：右边还有文书，左右滑动看。", class_="beyond"),
        comparison_html.html(table, links, picks=True),
        class_="briefs briefs--many" if len(table.columns) > len(comparison.leading(table).columns) else "briefs",
        role="region",
        aria_label=f"{table.title}：各份文书对照表",
        tabindex="0",
    )
