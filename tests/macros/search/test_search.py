"""The search as it is met: its page, over HTTP and from a disk, and the box in the header of every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.search import search_data
from policies import Library
from tests.support.accessibility import violations
from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]


def seek(page: Page, words: str) -> None:
    page.locator(".md-content .search-box input").fill(words)
    page.locator(".md-content .search-box input").press("Enter")


def test_a_question_is_answered_for_every_text_and_leads_to_the_row(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    page.goto("/search/?q=申请晚了还受理吗")
    first = page.locator(".found__list > li").first
    expect(first.get_by_role("link")).to_have_text("申请晚了还受理吗")
    for text in library.leading:
        expect(first.locator(".found__briefs")).to_contain_text(text.cells["late_consequence"].brief)
    first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/compare/application/#late_consequence$"))
    expect(page.locator("#late_consequence")).to_be_in_viewport()


def test_a_provision_says_place_and_status_and_opens_at_the_item_marked(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/?q=申诉")
    hit = page.locator(".found__list > li").filter(has=page.locator(".found__words")).first
    expect(hit).to_contain_text("未施行")
    expect(hit.locator("mark").first).to_have_text("申诉")
    hit.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/read/puyang_draft/#a7"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_nothing_found_says_so_and_offers_questions(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/?q=xyzzy")
    expect(page.get_by_role("status").first).to_contain_text("没有“xyzzy”这几个字")
    expect(page.locator(".found__briefs").first).to_be_visible()


@pytest.mark.parametrize("named", search_data.PAGES, ids=str)
def test_every_page_named_among_the_hits_is_there(site_dir: Path, named: tuple[str, str, str]) -> None:
    path, title, _ = named
    page = (site_dir / path / "index.html").read_text(encoding="utf-8")
    assert re.search(rf"<title>{title}", page)


def test_what_did_not_load_is_said_and_the_page_is_not_left(page_of: OpenPage, traffic: Traffic) -> None:
    traffic.allow("search.js|find")
    page = page_of()
    page.route("**/data/search.js", lambda route: route.abort())
    page.goto("/check/")
    page.get_by_role("button", name="搜索").click()
    expect(page.locator(".search-dialog")).to_contain_text("没有载入")
    page.locator(".search-dialog input").press("Enter")
    expect(page).to_have_url(re.compile(r"/check/$"))
    page.unroute("**/data/search.js")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="搜索").click()
    page.locator(".search-dialog input").fill("提拔")
    expect(page.locator(".search-dialog .found__words").first).to_be_visible()


def test_more_is_shown_when_asked_for(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/?q=备案")
    items = page.locator(".found__words")
    before = items.count()
    page.get_by_role("button", name=re.compile(r"再看 \d+ 处")).click()
    assert items.count() > before
    assert page.evaluate("document.activeElement.closest('.found') !== null")


def test_what_is_sought_stands_in_the_address(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/")
    seek(page, "私利")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    expect(page.locator(".found mark").first).to_have_text("私利")


def test_it_works_from_a_disk(page_of: OpenPage, site_dir: Path) -> None:
    page = page_of()
    page.goto((site_dir / "about" / "index.html").as_uri())
    page.get_by_role("button", name="搜索").click()
    page.locator(".search-dialog input").fill("私利")
    page.locator(".search-dialog .found__words").first.wait_for()
    page.locator(".search-dialog .found__list > li").filter(has=page.locator(".found__words")).first.get_by_role(
        "link"
    ).click()
    expect(page).to_have_url(re.compile(r"/read/\w+/index\.html#"))
    expect(page.locator("h1")).to_be_visible()


def test_ones_own_place_stands_first(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/search/")
    page.evaluate("localStorage.setItem('rongcuo-place', 'xuzhou')")
    seek(page, "申请晚了还受理吗")
    expect(page.locator(".found__briefs li").first).to_contain_text("徐州工院")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_in_the_header_is_loaded_when_asked_for_and_walked_by_keys(page_of: OpenPage, scheme: str) -> None:
    page = page_of(color_scheme=scheme, reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/about/")
    assert not [url for url in asked if "search.js" in url]
    page.keyboard.press("/")
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("个工作日")
    expect(page.locator(".search-dialog .found__words").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.found a')")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()


def test_on_a_phone_it_fills_the_screen_and_nothing_is_wider(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 740})
    page.goto("/read/xuzhou/")
    page.get_by_role("button", name="搜索").click()
    page.locator(".search-dialog input").fill("容错 备案")
    page.locator(".search-dialog .found__words").first.wait_for()
    box = page.locator(".search-dialog").bounding_box()
    assert box is not None
    assert (box["x"], round(box["width"])) == (0, 375)
    assert page.evaluate("document.querySelector('.search-dialog').scrollWidth") <= 375
    assert violations(page) == []
