"""Search over the provisions: the page, and the words it searches as a script, since a page on a disk may fetch nothing."""

from __future__ import annotations

import json

from markupsafe import Markup

from macros.kit.html import blocks, el, void
from macros.kit.links import Links
from policies import Instrument, Library

HINT = "输入几个字，例如：私利"


def script(library: Library) -> str:
    """`provisionTexts`: for each instrument its id, names and marks, and its provisions as [anchor, place, words].

    The words are what the page shows, the label before them; what is printed follows where it differs.
    """
    data = json.dumps([_instrument(one) for one in library.instruments], ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.provisionTexts = {data};\n"


def _instrument(instrument: Instrument) -> dict[str, object]:
    about = instrument.about
    found = [
        [one.anchor, one.place, one.label + one.text, *([one.printed] if one.printed != one.text else [])]
        for one in instrument.provisions
        if one.label + one.text
    ]
    return {"id": about.id, "title": about.title, "short": about.short, "marks": about.status, "provisions": found}


def box(links: Links, label: str = "找条款") -> Markup:
    """A form that opens the search page; it needs no script."""
    field = void("input", type="search", name="q", aria_label=label, placeholder=HINT, autocomplete="off")
    button = el("button", label, type="submit", class_="button")
    return el("form", field, button, action=links.page("search"), method="get", role="search", class_="search-box")


def page(library: Library, links: Links) -> Markup:
    found = el("div", class_="found", data_root=links.base, data_folders=str(links.folders).lower())
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/search.css")),
        box(links),
        el("p", class_="found__count", role="status"),
        found,
        el("noscript", el("p", "没有开 JavaScript，不能在这里查找；请打开文书，用浏览器的“在页面中查找”。")),
        _instruments(library, links),
        el("script", src=links.file("data/search.js"), defer=True),
        el("script", src=links.file("assets/search.js"), defer=True),
    )


def _instruments(library: Library, links: Links) -> Markup:
    items = (el("li", el("a", one.about.short, href=links.instrument(one.id))) for one in library.instruments)
    return el("nav", el("ul", *items), class_="jump jump--always found__all", aria_label="全部文书")
