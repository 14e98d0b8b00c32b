"""The search: its box, which stands on several pages, and the page that it opens."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import blocks, el, void
from macros.kit.links import Links
from policies import Library

HINT = "问一句，或者输几个字"


def box(links: Links, label: str = "搜索") -> Markup:
    """A form that opens the search page; it needs no script."""
    field = void("input", type="search", name="q", aria_label=label, placeholder=HINT, autocomplete="off")
    button = el("button", label, type="submit", class_="button")
    return el("form", field, button, action=links.page("search"), method="get", role="search", class_="search-box")


def page(library: Library, links: Links) -> Markup:
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/search.css")),
        box(links),
        el("div", class_="found", data_root=links.base, data_folders=str(links.folders).lower()),
        el("noscript", el("p", "没有开 JavaScript，不能在这里查找；请打开文书，用浏览器的“在页面中查找”。")),
        _instruments(library, links),
        el("script", src=links.file("data/search.js"), defer=True),
        el("script", src=links.file("assets/search.js"), defer=True),
        el("script", src=links.file("assets/search-page.js"), defer=True),
    )


def _instruments(library: Library, links: Links) -> Markup:
    items = (el("li", el("a", one.about.short, href=links.instrument(one.id))) for one in library.instruments)
    return el("nav", el("ul", *items), class_="jump jump--always found__all", aria_label="全部文书")
