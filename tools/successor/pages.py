"""What a site is, page by page, and in what another build of it differs. Pure but for `read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

POLICY = "meta[http-equiv='Content-Security-Policy']"
# Below the root of its host, where one step up too many leads out of the site instead of nowhere.
SITE = "http://x/sub/path/"
LOADED = "script[src], img[src], iframe[src], link[href]:not([rel=canonical])"
SHOWN = 16  # characters of a difference


@dataclass(frozen=True)
class Page:
    """`words`: the article's text without white space. `ids`: all of the page; `places`: the article's. `links`: where its links and those of the frame lead, as paths from the site's
    root, with fragments. `nav`: (words, address) of the entries of the main menu. `policy`: of the head; `policy_first`: before all that it speaks of. `search`: whether its script is
    loaded. `loads`: scripts, styles and pictures, as links. `hosts`: from which it loads anything that are not its own.
    """

    title: str
    words: str
    ids: frozenset[str]
    places: frozenset[str]
    links: frozenset[str]
    nav: tuple[tuple[str, str | None], ...]
    policy: str
    policy_first: bool
    search: bool
    loads: frozenset[str]
    hosts: frozenset[str]


def read(site: Path) -> dict[str, Page]:
    """Every page of a site by its path."""
    found = sorted(site.rglob("*.html"))
    return {
        str(path.relative_to(site)): page(path.read_text(encoding="utf-8"), path.relative_to(site)) for path in found
    }


def page(html: str, path: Path) -> Page:
    """`path`: where in the site the page lies."""
    soup = BeautifulSoup(html, "html.parser")
    article = soup.find("article") or soup
    meta = soup.select_one(POLICY)
    base = f"{SITE}{path.as_posix().removesuffix('index.html')}"
    loaded = [str(tag.get("src") or tag["href"]) for tag in soup.select(LOADED)]
    loaded = [address for address in loaded if not address.startswith("data:")]
    menu = soup.select_one("nav.md-tabs") or soup.select_one("nav.md-nav--primary")
    return Page(
        title=_text(soup.title),
        words=_text(article),
        ids=frozenset(str(tag["id"]) for tag in soup.find_all(id=True)),
        places=frozenset(str(tag["id"]) for tag in article.find_all(id=True)),
        links=frozenset(
            link for tag in soup.find_all("a", href=True) if (link := _inside(base, str(tag["href"]))) is not None
        ),
        nav=tuple((_text(link), _inside(base, str(link["href"]))) for link in (menu.select("a[href]") if menu else ())),
        policy=str(meta["content"]) if meta else "",
        policy_first=meta is not None and not meta.find_previous(["script", "link", "style"]),
        search=bool(soup.select_one("script[src*='assets/find.js']")),
        loads=frozenset(_inside(base, address) or "" for address in loaded if not urlsplit(address).netloc),
        hosts=frozenset(urlsplit(address).netloc for address in loaded) - {""},
    )


def _text(tag: Tag | None) -> str:
    return "".join(tag.get_text().split()) if tag else ""


def _inside(base: str, address: str) -> str | None:
    """'' for the first page; None for what leads out of the site."""
    whole = urlsplit(urljoin(base, address))
    if whole.netloc != "x":
        return None
    path = unquote(whole.path)
    root = urlsplit(SITE).path
    # What climbs out is told with its whole path, which no page has.
    inner = path.removeprefix(root).removesuffix("index.html") if path.startswith(root) else path
    fragment = f"#{unquote(whole.fragment)}" if whole.fragment else ""
    return inner + fragment


def broken(pages: Mapping[str, Page], files: frozenset[str]) -> list[str]:
    """Links within the site, and what a page loads from it, that lead nowhere: no such page or file, or no such place in a page.

    `files`: all paths of the site. 404.html, whose addresses are from the root of a host, is left out.
    """
    anchors = {name.removesuffix("index.html"): one.ids for name, one in pages.items()}
    found = set()
    for name, one in pages.items():
        for link in one.links | one.loads if name != "404.html" else ():
            path, _, anchor = link.partition("#")
            there = path in anchors or path in files
            if not there or (anchor and anchor not in anchors.get(path, {anchor})):
                found.add(f"{name} → {link}")
    return sorted(found)


def differs(name: str, before: str, after: str) -> str:
    """The first place in which two texts differ, in one line; '' where they are alike."""
    if before == after:
        return ""
    pairs = enumerate(zip(before, after, strict=False))
    at = next((i for i, (one, other) in pairs if one != other), min(len(before), len(after)))
    return f"{name} at {at}: {before[at : at + SHOWN]!r} → {after[at : at + SHOWN]!r}"
