"""Finding a provision by a few characters out of it, over HTTP and from a disk; and the site's own search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import violations

OpenPage = Callable[..., Page]
# Most begin or end inside a word: an index of words finds none of these.
QUERIES = [
    "私利",
    "工作日内",
    "重一大",
    "个区分",
    "告陷害",
    "行先试",
    "可抗力",
    "商引资",
    "访维稳",
    "缺受理",
    "岗双责",
    "主决策",
    "导批示",
    "7个工作",
    "一律不",
    "后备干",
    "定关系人",
    "史遗留",
    "难险重",
    "令禁止",
]
LINKS = "[...document.querySelectorAll('.found li a')].map(link => link.href)"


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


def expected(library: Library, query: str) -> list[str]:
    """Addresses below the site's root, in the order of the documents."""
    return [
        f"/read/{one.instrument}/#{one.anchor}"
        for one in library.provisions
        if plain(query) in plain(one.label + one.text) or plain(query) in plain(one.printed)
    ]


def places(page: Page) -> list[str]:
    return [f"{urlsplit(href).path}#{urlsplit(href).fragment}" for href in page.evaluate(LINKS)]


def test_twenty_queries_from_inside_words_find_all_their_provisions(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    page.goto("/search/")
    assert len(QUERIES) == 20
    for query in QUERIES:
        page.get_by_label("找条款").fill(query)
        page.get_by_label("找条款").press("Enter")
        found = places(page)
        assert found, query
        assert found == expected(library, query), query
        marked = set(page.locator(".found mark").all_inner_texts())
        assert {plain(text) for text in marked} == {plain(query)}, query


def test_a_hit_is_listed_under_its_instrument_and_opens_at_the_item(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/?q=私利")
    group = page.locator(".found__group").filter(has=page.get_by_role("heading", name="舞阳·容错免责"))
    entry = group.locator("li").filter(has_text="谋取私利的。")
    expect(entry.locator("mark")).to_have_text("私利")
    entry.get_by_role("link", name="第五条第（四）项").click()
    expect(page).to_have_url(re.compile(r"/read/wuyang_tolerance/#a5-i4$"))
    expect(page.locator("#a5-i4")).to_be_in_viewport()


def test_width_and_white_space_make_no_difference(page_of: OpenPage) -> None:
    page = page_of()
    found = []
    for query in ("7个工作日", "７ 个工作日", " 7个 工作日 "):
        page.goto("/search/")
        page.get_by_label("找条款").fill(query)
        expect(page.locator(".found li").first).to_be_visible()
        found.append(places(page))
    assert found[0] == found[1] == found[2] != []


def test_what_is_found_nowhere_is_said_to_be(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/?q=没有这几个字")
    expect(page.get_by_role("status").first).to_have_text("没有条款项含有“没有这几个字”。")


def test_the_box_on_the_front_page_leads_to_the_results(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/")
    page.get_by_label("找条款").fill("私利")
    page.get_by_label("找条款").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    expect(page.locator(".found mark").first).to_have_text("私利")


def test_it_works_from_a_disk(page_of: OpenPage, site_dir: Path, library: Library) -> None:
    page = page_of()
    page.goto((site_dir / "search" / "index.html").as_uri())
    page.get_by_label("找条款").fill("私利")
    page.get_by_label("找条款").press("Enter")
    links = page.evaluate(LINKS)
    assert len(links) == len(expected(library, "私利"))
    page.goto(links[0])
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sites_search_opens_by_key_in_chinese_and_finds(page_of: OpenPage, scheme: str) -> None:
    page = page_of(color_scheme=scheme, reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/about/")
    assert not [url for url in asked if "pagefind" in url]
    page.get_by_role("button", name="搜索").press("Enter")
    field = page.locator("pagefind-modal input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("个工作日")
    page.keyboard.press("End")
    expect(page.locator("pagefind-modal").get_by_role("link").first).to_be_visible()
    expect(page.locator("pagefind-modal")).to_contain_text("的相关结果")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
