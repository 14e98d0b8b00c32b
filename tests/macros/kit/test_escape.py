"""Escape closes one thing, what lies on top; and in the midst of writing Chinese it is the input method's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.folders import ROOT

OpenPage = Callable[..., Page]
COMPOSING = """field => field.dispatchEvent(
  new KeyboardEvent("keydown", {key: "Escape", isComposing: true, bubbles: true, cancelable: true}))"""


def test_every_script_that_hears_escape_leaves_it_to_what_closed_something_before() -> None:
    """A listener of the whole document asks whether the key was used, and says that it used it."""
    for path in sorted((ROOT / "macros").rglob("*.js")):
        for heard in re.findall(
            r'document\.addEventListener\("keydown".*?\n  *\}\);', path.read_text("utf-8"), re.DOTALL
        ):
            if "Escape" in heard:
                assert ".defaultPrevented" in heard, path
                assert "event.preventDefault()" in heard, path


@pytest.mark.parametrize("beneath", ["note", "meaning", "range"])
@pytest.mark.parametrize("pressed", [False, True], ids=["in the field", "after a press beside it"])
def test_escape_in_the_search_closes_nothing_beneath(page_of: OpenPage, beneath: str, *, pressed: bool) -> None:
    page = page_of(viewport={"width": 1366, "height": 768})
    page.goto("/read/wuyang_tolerance/#a4-i1")
    if beneath == "meaning":
        page.locator("#a4-i1 .term", has_text="三个区分开来").click()
        open_ = page.locator(".meaning")
    else:
        page.locator("#a4-i1 .p__more").click()
        open_ = page.locator(".beside")
    if beneath == "range":
        page.get_by_role("button", name="从这里选到…").click()
        open_ = page.get_by_role("region", name="选一段")
    expect(open_).to_be_visible()
    page.keyboard.press("Control+k")
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    if pressed:
        field.fill("申诉")
        page.locator(".search-dialog .found__count").click()
    before = page.evaluate("scrollY")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(open_).to_be_visible()
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    expect(open_).to_be_hidden()


def test_escape_closes_one_thing_at_a_time(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 1366, "height": 768})
    page.goto("/read/wuyang_tolerance/#a4-i1")
    page.locator("#a4-i1 .p__more").click()
    page.locator("#a4-i1 .term", has_text="三个区分开来").click()
    expect(page.locator(".meaning")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".meaning, .beside")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".meaning, .beside")).to_have_count(0)


def test_escape_that_ends_a_word_being_written_leaves_the_search_open(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/about/")
    page.keyboard.press("/")
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    field.evaluate(COMPOSING)
    expect(field).to_be_visible()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
