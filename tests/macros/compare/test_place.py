"""我在…: one's own text stands first, and where one serves is kept with leave only, in no address, and forgotten with the rest."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.support.comparing import ALL, DESK, GROUP, OpenPage, more, shown_columns


def test_ones_own_text_stands_first_and_is_kept_only_with_leave(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    page.get_by_label("我在").select_option("xuzhou")
    assert shown_columns(page)[0] == "xuzhou"
    expect(page.locator("tbody tr").first.locator("td").first).to_have_class(re.compile(r"\bis-mine\b"))
    page.goto(GROUP)
    assert shown_columns(page)[0] == "wuyang_tolerance"
    page.get_by_label("我在").select_option("xuzhou")
    page.get_by_label("记住").check()
    page.goto(ALL)
    assert shown_columns(page)[0] == "xuzhou"
    page.get_by_label("说法不同", exact=True).check()
    assert "mine" not in page.url  # kept here: nobody else's business
    page.get_by_label("记住").uncheck()
    page.goto(ALL)
    assert shown_columns(page)[0] == "wuyang_tolerance"
    assert page.evaluate("localStorage.getItem('rongcuo-place')") is None


def test_taking_all_back_forgets_the_place(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    page.get_by_label("我在").select_option("xuzhou")
    page.get_by_label("记住").check()
    more(page)
    page.get_by_role("button", name="还原").click()
    expect(page.locator("thead th[data-column]").first).to_have_attribute("data-column", "wuyang_prevention")
    page.goto(GROUP)
    assert shown_columns(page)[0] == "wuyang_tolerance"
    assert page.evaluate("localStorage.getItem('rongcuo-place')") is None


def test_ones_own_beside_others_asks_for_the_place_first(page_of: OpenPage, leading: list[str]) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    page.locator("[data-set=mine]").click()
    assert shown_columns(page) == leading
    expect(page.get_by_label("我在")).to_be_focused()
    page.get_by_label("我在").select_option("xuzhou")
    assert shown_columns(page) == ["xuzhou"]
