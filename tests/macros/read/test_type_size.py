"""The reader sets how large a document's text stands; it is kept as a preference, and where nothing can be kept it works all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]
SIZE = "element => parseFloat(getComputedStyle(element).fontSize)"
SIZES = ["小", "中", "大", "特大"]
REFUSED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }});"""


def choose(page: Page, name: str) -> None:
    fold = page.locator(".here__sizes")
    if not fold.evaluate("element => element.open"):
        fold.locator("summary").click()
    fold.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize(
    "ident",
    [
        "puyang_draft",
        *(
            pytest.param(ident, marks=pytest.mark.long)
            for ident in ("pingdingshan_list", "wuyang_accountability", "lushan_forwarding")
        ),
    ],
)
def test_four_sizes_grow_and_no_page_grows_wider_than_the_window(page_of: OpenPage, ident: str) -> None:
    page = page_of()
    for width in (320, 375):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"/read/{ident}/")
        sizes = []
        for name in SIZES:
            choose(page, name)
            sizes.append(page.locator(".p__words").nth(1).evaluate(SIZE))
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, name)
        assert sizes == sorted(set(sizes))
        choose(page, "中")


def test_the_size_is_kept_and_there_before_the_words_are_painted(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/xuzhou/")
    plain = page.locator("#a4-i1 .p__words").evaluate(SIZE)
    choose(page, "特大")
    page.add_init_script("""new MutationObserver(() => {
      if (!window.first && document.querySelector(".p")) window.first = document.documentElement.dataset.size;
    }).observe(document, {childList: true, subtree: true});""")
    page.goto("/read/shangzhou/")
    assert page.evaluate("window.first") == "huge"
    assert page.locator("#a4-i1 .p__words").evaluate(SIZE) == pytest.approx(plain * 1.5, rel=0.01)
    page.locator(".here__sizes summary").click()
    expect(page.get_by_role("button", name="特大")).to_have_attribute("aria-pressed", "true")
    choose(page, "中")
    assert page.evaluate("localStorage.getItem('rongcuo-type-size')") is None


def test_what_is_read_stays_where_it_is(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 812})
    page.goto("/read/xuzhou/#a8-i3")
    page.wait_for_timeout(400)
    before = page.locator("#a8-i3").bounding_box()
    choose(page, "特大")
    after = page.locator("#a8-i3").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) <= 3


def test_where_storage_is_refused_it_works_for_the_page(page_of: OpenPage, traffic: Traffic) -> None:
    traffic.allow("denied")
    page = page_of()
    page.add_init_script(REFUSED)
    page.goto("/read/xuzhou/")
    plain = page.locator("#a4-i1 .p__words").evaluate(SIZE)
    choose(page, "大")
    assert page.locator("#a4-i1 .p__words").evaluate(SIZE) > plain


def test_a_page_from_a_disk_keeps_nothing(page_of: OpenPage, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")
    page = page_of()
    page.goto((site_dir / "read" / "xuzhou" / "index.html").as_uri())
    choose(page, "大")
    assert page.evaluate("document.documentElement.dataset.size") == "large"
    assert page.evaluate("localStorage.getItem('rongcuo-type-size')") is None  # the theme keeps its colours


def test_keys_set_the_size_and_leave_the_fold(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/xuzhou/")
    summary = page.locator(".here__sizes summary")
    summary.press("Enter")
    group: Any = page.get_by_role("group", name="原文的字号")
    group.get_by_role("button", name="大", exact=True).press("Enter")
    expect(group.get_by_role("button", name="大", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(group).to_be_hidden()
    expect(summary).to_be_focused()


def test_paper_has_its_own_size(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 812})
    page.goto("/read/xuzhou/")
    page.emulate_media(media="print")
    styles = "element => { const {fontSize, display} = getComputedStyle(element); return [fontSize, display]; }"
    words, heading = page.locator("#a4-i1 .p__words"), page.locator("h2#a4")
    plain = words.evaluate(styles), heading.evaluate(styles)
    page.emulate_media(media="screen")
    choose(page, "特大")
    page.emulate_media(media="print")
    assert (words.evaluate(styles), heading.evaluate(styles)) == plain
