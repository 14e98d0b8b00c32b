"""404.html: the page for an address that leads nowhere. It finds the nearest page, and does so at any depth and under any path."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from macros import home
from macros.face import faces
from macros.face.faces import Face
from macros.face.head import Site
from macros.kit import inline
from macros.kit.html import el, join, void
from macros.kit.links import Links
from macros.search import search_page
from policies import Library

ROOT = Links()
FINDING = Path(__file__).with_name("find-root.js")
LEDE = "地址可能写错了，也可能这一页改了名。可以搜索，也可以从下面三处进去。"


def parts(library: Library, faced: Mapping[str, Face], site: Site) -> dict[str, Markup]:
    """`root`: for the head, where addresses start from. `page`: its words, whose addresses are the root's."""
    return {"root": root(site), "page": page(library, faced)}


def root(site: Site) -> Markup:
    """The path of the site's address; where nobody has said it, the top of the host, unless a script finds the site below."""
    base = void("base", href=urlsplit(site.address).path or "/")
    if site.address:
        return base
    return join((base, inline.element(FINDING)))


def page(library: Library, faced: Mapping[str, Face]) -> Markup:
    known = json.dumps(list(_known(library, faced)), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return join(
        (
            el("h1", "没有这一页", id="top"),
            el("p", LEDE, class_="lede"),
            el("div", class_="nearest"),
            search_page.box(ROOT),
            home.doors(library, ROOT),
            el("script", Markup(known), type="application/json", id="known-pages"),  # noqa: S704 - JSON, closed above
            el("script", src=ROOT.file("assets/missing.js"), defer=True),
        )
    )


def _known(library: Library, faced: Mapping[str, Face]) -> Iterator[tuple[str, str, str, list[str]]]:
    """Of every page: address, title, more of it if there is any, and what else it may be asked by."""
    places = {f"read/{one.id}.md": [document.area] for document in library.documents for one in document.instruments}
    for source, face in faced.items():
        if source != faces.MISSING:
            name = source.removesuffix(".md")
            said = face.heading if face.article and face.heading != face.short else ""
            yield ROOT.page(name).removeprefix("./"), face.title, said, [face.short, *places.get(source, [])]
