"""A link with answers, pasted into the page while it is open."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.check_page import (
    ALL_BUT_THE_DAY,
    DRAWN,
    WUYANG,
    box,
    chosen,
    said,
    verdicts,
)

UNCHANGED = "现有的回答没有变"


@pytest.fixture
def link(filled: Page) -> str:
    """The link of the case that is filled in; the form is then emptied."""
    filled.locator("[data-role=share-case]").click()
    found = filled.get_by_label("带有回答的链接").input_value()
    filled.locator("button[type=reset]").click()
    filled.wait_for_selector(DRAWN)
    return found


def paste(page: Page, link: str) -> Locator:
    """Into the address of the page that is open: the browser changes the fragment and loads nothing. The box that answers."""
    page.evaluate("link => { window.mark = 'not loaded anew'; location.assign(link); }", link)
    expect(box(page)).to_be_in_viewport()
    assert page.evaluate("window.mark") == "not loaded anew"
    assert page.url.endswith("/check/"), "the address forgets the answers"
    return box(page)


def test_a_link_pasted_into_an_empty_form_fills_it_in_and_says_so(
    filled: Page, link: str, facts: dict[str, Any]
) -> None:
    told = paste(filled, link)
    expect(told).to_contain_text("已按链接填好回答")
    told.get_by_role("button", name="知道了").click()
    expect(box(filled)).to_have_count(0)
    expect(said(filled)).to_contain_text("已按链接填好回答")
    expect(filled.locator(WUYANG)).to_contain_text(ALL_BUT_THE_DAY)
    assert filled.locator("input[name=accountability_start_date]").input_value() == facts["accountability_start_date"]


def test_a_link_pasted_over_other_answers_asks_first(filled: Page, link: str) -> None:
    filled.locator("input[name='f-private_gain'][value=yes]").check()
    before = verdicts(filled), chosen(filled)
    asked = paste(filled, link)
    expect(asked).to_contain_text("和现有的 1 项不一样，现在还没有换")
    expect(asked.get_by_role("button", name="保留现有的回答")).to_be_focused()
    filled.keyboard.press("Escape")
    expect(box(filled)).to_have_count(0)
    assert (verdicts(filled), chosen(filled)) == before
    paste(filled, link).get_by_role("button", name="保留现有的回答").click()
    expect(said(filled)).to_contain_text(UNCHANGED)
    assert (verdicts(filled), chosen(filled)) == before
    paste(filled, link).get_by_role("button", name="换成链接里的回答").click()
    expect(said(filled)).to_contain_text("已按链接填好回答")
    expect(filled.locator(WUYANG)).to_contain_text(ALL_BUT_THE_DAY)
    # The same once more changes nothing and does not ask.
    expect(paste(filled, link)).to_contain_text("和现有的一样，没有改动")


def test_a_broken_link_pasted_into_the_page_is_told_and_changes_nothing(filled: Page) -> None:
    before = verdicts(filled), chosen(filled)
    for bad in ("#case=1zAAAA", "#case=1z%E0%A4", "#case="):
        told = paste(filled, bad)
        expect(told).to_contain_text("链接里的回答读不出来")
        expect(told).to_contain_text(UNCHANGED)
        told.get_by_role("button").click()
        assert (verdicts(filled), chosen(filled)) == before


def test_links_within_the_page_are_followed_as_ever(filled: Page) -> None:
    before = chosen(filled)
    filled.evaluate("location.hash = '#q-misconduct'")
    filled.wait_for_timeout(100)
    assert filled.url.endswith("#q-misconduct")
    expect(box(filled)).to_have_count(0)
    assert chosen(filled) == before


# On paper -------------------------------------------------------------------------------------------------------------
