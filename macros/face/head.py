"""What stands in the head of every page for those who list it, share it or keep it: search engines, chats, home screens, browsers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from macros.face import published, tokens
from macros.face.faces import MISSING, Face
from macros.kit import inline
from macros.kit.html import el, join, void
from macros.kit.links import Links, from_page

WATCH = Path(__file__).with_name("misserved.js")
# 360, QQ and Sogou hold old engines ready beside the new one, and take the old one for what they do not know.
_ENGINES = (("http_equiv", "X-UA-Compatible", "IE=edge"), ("name", "renderer", "webkit"))


@dataclass(frozen=True)
class Site:
    """`address`: where it stands (`site_url` of mkdocs.yml); '' where nobody has said."""

    name: str
    address: str = ""

    def at(self, path: str, links: Links) -> str:
        """Whole where it can be: whoever reads a page's tags without the page does not always know where it is from."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else links.file(path)


def heads(faced: Mapping[str, Face], site: Site, *, folders: bool) -> dict[str, Markup]:
    """A page's address from the site's root ('' for the first, 'read/xuzhou/', '404.html') → its head.

    `faced`: by the page's path under docs/. `folders`: as in links.Links.
    """
    found = {}
    for source, face in faced.items():
        if source == MISSING:  # stands for any address, and so has none
            found[source] = tags(source, face, site, Links())
            continue
        place = Links(folders=folders).page(source.removesuffix(".md")).removeprefix("./")
        address = f"{site.address.rstrip('/')}/{place}" if site.address else None
        found[place] = tags(source, face, site, from_page(place, folders=folders), address)
    return found


def tags(source: str, face: Face, site: Site, links: Links, address: str | None = None) -> Markup:
    """`source`: the page's path under docs/. `address`: the page's own, whole; None where the site's is not set, and for 404.html."""
    return join(
        (
            *_browsers(),
            inline.element(WATCH),
            *_told(face, site, address),
            *_pictures(source, face, site, links),
            *_icons(links),
        ),
        "\n",
    )


def _browsers() -> Iterator[Markup]:
    for attribute, name, content in _ENGINES:
        yield void("meta", **{attribute: name}, content=content)


def _told(face: Face, site: Site, address: str | None) -> Iterator[Markup]:
    title, said = (" ".join(text.split()) for text in (face.title, face.description))
    yield el("title", title if title.startswith(site.name) else f"{title} · {site.name}")
    yield void("meta", name="description", content=said)
    # For QQ and WeChat, which read these. No picture is hidden in the body for them: WeChat has taken none from there since 2017.
    yield void("meta", itemprop="name", content=title)
    yield void("meta", itemprop="description", content=said)
    yield from (_property(f"og:{name}", content) for name, content in _graph(face, site))
    yield _property("og:title", title)
    yield _property("og:description", said)
    if address:
        yield void("link", rel="canonical", href=address)
        yield _property("og:url", address)


def _graph(face: Face, site: Site) -> Iterator[tuple[str, str]]:
    yield "type", "article" if face.article else "website"
    yield "site_name", site.name
    yield "locale", "zh_CN"


def _pictures(source: str, face: Face, site: Site, links: Links) -> Iterator[Markup]:
    wide, square = (
        site.at(f"{published.FOLDER}/{published.card(source, face, site.name, shape)}", links)
        for shape in (published.WIDE, published.SQUARE)
    )
    yield void("meta", itemprop="image", content=square)
    yield _property("og:image", wide)
    yield from (
        _property(f"og:image:{side}", length)
        for side, length in zip(("width", "height"), published.SIZES[published.WIDE], strict=True)
    )
    yield _property("og:image:alt", " ".join(face.heading.split()))
    yield void("meta", name="twitter:card", content="summary_large_image")


def _icons(links: Links) -> Iterator[Markup]:
    """The drawn one last: a browser takes the last that it can show."""
    yield void("link", rel="icon", type="image/png", sizes="32x32", href=_icon(published.ICON, links))
    yield void("link", rel="icon", type="image/svg+xml", href=links.file("assets/favicon.svg"))
    yield void("link", rel="apple-touch-icon", href=_icon(published.TOUCH_ICON, links))
    for scheme, media in ((tokens.LIGHT, "light"), (tokens.DARK, "dark")):
        colour = tokens.colours(scheme)["paper"]
        yield void("meta", name="theme-color", media=f"(prefers-color-scheme: {media})", content=colour)


def _icon(kind: str, links: Links) -> str:
    return links.file(f"{published.FOLDER}/{published.icon(kind)}")


def _property(name: str, content: str | int) -> Markup:
    return void("meta", property=name, content=content)
