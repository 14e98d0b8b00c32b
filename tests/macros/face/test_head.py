"""The head of every built page: what lists it, shares it or keeps it finds its words and pictures there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from macros.face import published
from macros.face.faces import LONGEST, SHORTEST
from macros.face.head import Site
from macros.kit.links import Links
from tests.support.address import address

HEAD = re.compile(r"</head>")
TAKEN_AWAY = "check/offline.html"  # a file that names nothing outside itself
GROWTH = 1000  # bytes, compressed


@pytest.fixture(scope="module")
def heads(site_dir: Path) -> dict[str, BeautifulSoup]:
    texts = {
        path.relative_to(site_dir).as_posix(): path.read_text(encoding="utf-8") for path in site_dir.rglob("*.html")
    }
    return {name: BeautifulSoup(HEAD.split(text)[0], "html.parser") for name, text in texts.items()}


@pytest.fixture(scope="module")
def pages(heads: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    return {name: head for name, head in heads.items() if name != TAKEN_AWAY}


def said(head: BeautifulSoup, **named: str) -> str:
    found = head.find_all("meta", attrs=dict(named))
    assert len(found) == 1, f"{named}: {len(found)} times"
    return str(found[0]["content"])


def test_no_two_pages_have_one_title_or_one_description(heads: dict[str, BeautifulSoup]) -> None:
    titles = [head.find_all("title") for head in heads.values()]
    assert {len(found) for found in titles} == {1}
    assert len({found[0].text for found in titles}) == len(heads)
    described = {said(head, name="description") for head in heads.values()}
    assert len(described) == len(heads)
    assert [one for one in described if not SHORTEST <= len(one) <= LONGEST] == []


def test_chats_find_the_same_words_as_search_engines(pages: dict[str, BeautifulSoup]) -> None:
    for name, head in pages.items():
        description, title = said(head, name="description"), said(head, property="og:title")
        assert said(head, property="og:description") == said(head, itemprop="description") == description, name
        assert said(head, itemprop="name") == title
        assert head.title
        assert head.title.text.startswith(title)
        assert said(head, property="og:type") in {"article", "website"}
        assert said(head, name="twitter:card") == "summary_large_image"


def test_every_page_s_cards_are_there_in_their_sizes(site_dir: Path, pages: dict[str, BeautifulSoup]) -> None:
    root = address(site_dir)
    for name, head in pages.items():
        for named, shape in (
            (said(head, property="og:image"), published.WIDE),
            (said(head, itemprop="image"), published.SQUARE),
        ):
            picture = site_dir / named.removeprefix(root) if root else (site_dir / name).parent / named
            assert picture.is_file(), f"{name}: {named}"
            assert picture.stat().st_size < 60_000
            with Image.open(picture) as image:
                assert image.size == published.SIZES[shape]


def test_the_site_carries_no_card_that_no_page_names(site_dir: Path, pages: dict[str, BeautifulSoup]) -> None:
    named = {
        Path(said(head, **where)).name
        for head in pages.values()
        for where in ({"property": "og:image"}, {"itemprop": "image"})
    }
    there = {path.name for path in (site_dir / published.FOLDER).iterdir()}
    assert there == named | set(map(published.icon, published.SIDES))


def test_browsers_and_home_screens_find_icons_and_a_colour(site_dir: Path, pages: dict[str, BeautifulSoup]) -> None:
    for name, head in pages.items():
        for rel, side in (("icon", 32), ("apple-touch-icon", 180)):
            link = next(one for one in head.find_all("link", rel=rel) if str(one["href"]).endswith(".png"))
            with Image.open((site_dir / name).parent / str(link["href"])) as image:
                assert image.size == (side, side)
        assert len(head.find_all("meta", attrs={"name": "theme-color"})) == 2


def test_browsers_with_two_engines_are_asked_for_the_new_one(heads: dict[str, BeautifulSoup]) -> None:
    for head in heads.values():
        assert said(head, name="renderer") == "webkit"
        assert said(head, **{"http-equiv": "X-UA-Compatible"}) == "IE=edge"


def test_every_page_names_its_address_or_without_the_site_s_none_does(
    site_dir: Path, pages: dict[str, BeautifulSoup]
) -> None:
    root = address(site_dir)
    missing = {"404.html"}  # it stands for any address
    named = {
        name: [str(link["href"]) for link in head.find_all("link", rel="canonical")]
        + [str(one["content"]) for one in head.find_all("meta", attrs={"property": "og:url"})]
        for name, head in pages.items()
    }
    right = {
        name: [root + name.removesuffix("index.html")] * 2 if root and name not in missing else [] for name in pages
    }
    assert named == right
    assert (site_dir / "sitemap.xml").exists() == bool(root)


def test_with_it_pictures_have_whole_addresses() -> None:
    site = Site("站", "https://example.org/sub/")
    assert site.at("assets/a.png", Links("../../")) == "https://example.org/sub/assets/a.png"
    assert Site("站").at("assets/a.png", Links("../../")) == "../../assets/a.png"
