"""The switch for words that bind, and the meaning of a word at a tap, as a person uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
KEPT = "JSON.stringify([localStorage, sessionStorage, document.cookie])"
SIGN = "element => getComputedStyle(element, '::after').content"


def test_words_that_bind_are_marked_at_a_switch_and_the_address_remembers_it(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/xuzhou/#a5-i1")
    word, button = page.locator("#a5-i1 .m", has_text="应").first, page.get_by_role("button", name="标出语气词")
    assert word.evaluate(SIGN) == "none"
    kept = page.evaluate(KEPT)
    button.click()
    assert word.evaluate(SIGN) == '"必"'
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.url.endswith("/read/xuzhou/?modality=on#a5-i1")
    page.reload()
    assert word.evaluate(SIGN) == '"必"'
    button.click()
    assert word.evaluate(SIGN) == "none"
    assert page.url.endswith("/read/xuzhou/#a5-i1")
    assert page.evaluate(KEPT) == kept


def test_what_is_copied_has_no_signs_in_it(page_of: OpenPage) -> None:
    page = page_of(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/read/xuzhou/?modality=on")
    page.locator("#a6-p3 .p__more").click()
    page.get_by_role("button", name="连同原文").click()
    expect(page.locator(".copied")).to_have_text("已复制：引用和原文")
    assert "有一定影响期的，影响期结束后提拔任用不受影响。" in page.evaluate("navigator.clipboard.readText()")


def test_a_word_is_explained_at_a_tap_and_closed_by_another(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 812})
    page.goto("/read/wuyang_tolerance/#a4-i1")
    term, meaning = page.locator("#a4-i1 .term", has_text="三个区分开来"), page.locator(".meaning")
    expect(term).to_have_attribute("aria-expanded", "false")
    term.click()
    expect(meaning).to_contain_text("三个区分开来：习近平2016年1月提出的要求")
    expect(term).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    term.click()
    expect(meaning).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_word_is_explained_at_a_key_and_closed_by_escape(page_of: OpenPage, key: str) -> None:
    page = page_of()
    page.goto("/read/wuyang_tolerance/#a4-i1")
    term = page.locator("#a4-i1 .term", has_text="三个区分开来")
    term.press(key)
    expect(page.locator(".meaning")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".meaning")).to_have_count(0)
    expect(term).to_be_focused()


def test_without_scripts_a_word_leads_to_the_glossary_and_there_is_no_dead_button(page_of: OpenPage) -> None:
    page = page_of(java_script_enabled=False)
    page.goto("/read/wuyang_tolerance/")
    expect(page.locator(".switch")).to_be_hidden()
    page.locator("#a4-i1 .term", has_text="三个区分开来").click()
    assert page.url.endswith("/glossary/#sange_qufen")
    expect(page.locator("#sange_qufen")).to_be_in_viewport()


def test_the_new_pages_are_reached_from_the_indexes(page_of: OpenPage) -> None:
    page = page_of()
    for start, name, title in (
        ("/compare/", "期限", "多少天，从哪天算起"),
        ("/compare/", "语气", "语气有多硬"),
        ("/compare/", "词语", "词语"),
        ("/read/", "词语", "词语"),
    ):
        page.goto(start)
        page.locator(".doors").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(title)
