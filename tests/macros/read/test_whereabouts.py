"""One is told which article one is at, and which provision the address names, wherever on the page it comes to stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library

OpenPage = Callable[..., Page]
Holders = dict[str, dict[str, str | None]]

# Jumps to each anchor as a link does; after two frames: what the bar says, what the contents mark, and how the provision lies.
JUMPS = """async anchors => {
  const said = {};
  const frame = () => new Promise(requestAnimationFrame);
  for (const anchor of anchors) {
    location.hash = anchor;
    await new Promise(resolve => addEventListener("hashchange", resolve, {once: true}));
    await frame(); await frame(); await frame();
    const label = selector => document.querySelector(selector)?.textContent.trim() ?? null;
    const bar = document.querySelector(".idbar").getBoundingClientRect();
    const block = document.querySelector(`[data-anchor="${anchor}"]`);
    const top = document.getElementById(anchor).getBoundingClientRect().top;
    said[anchor] = {
      bar: label(".here__name"),
      contents: label(".md-nav--secondary [aria-current]"),
      opened: label(".opened strong"),
      covered: top < bar.bottom - 1,
      seen: top < innerHeight && Boolean(block),
    };
  }
  return said;
}"""
COLOUR = "element => getComputedStyle(element).backgroundColor"


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.long), 5])
def test_after_a_jump_the_article_marked_is_the_one_that_holds_the_provision(
    page_of: OpenPage, library: Library, holders: Holders, window: dict[str, Any], step: int
) -> None:
    """One in five anchors of every reading page; every one by make prove."""
    page = page_of(**window, reduced_motion="reduce")
    for instrument in library.instruments:
        page.goto(f"/read/{instrument.id}/")
        asked = instrument.provisions[::step]
        anchors = [provision.anchor for provision in asked]
        said = page.evaluate(JUMPS, anchors)
        has_list = page.locator(".here__list").count() == 1
        places = {provision.anchor: provision.place for provision in instrument.provisions}
        wrong = {}
        for provision in asked:
            held, found = holders[instrument.id][provision.anchor], said[provision.anchor]
            named = (found["contents"] or "").startswith(held) if held else found["contents"] is None
            bar = not has_list or found["bar"] == (places[provision.anchor.split("-")[0]] if held else "目录")
            right = named and bar and found["opened"] == provision.place and found["seen"] and not found["covered"]
            if not right:
                wrong[provision.anchor] = found
        assert wrong == {}, instrument.id


@pytest.mark.parametrize("anchor", ["a4", "a8", "a5-i1", "a12", "print_line"])
def test_a_page_opened_at_a_provision_shows_it_below_the_bar_and_marks_its_article(
    page_of: OpenPage, holders: Holders, window: dict[str, Any], anchor: str
) -> None:
    page = page_of(**window)
    page.goto(f"/read/xuzhou/#{anchor}")
    page.wait_for_load_state("load")
    page.wait_for_timeout(400)
    held = holders["xuzhou"][anchor]
    expect(page.locator(".here__name")).to_have_text(held or "目录")
    bar, box = page.locator(".idbar").bounding_box(), page.locator(f"[id={anchor}]").bounding_box()
    assert bar
    assert box
    assert bar["y"] + bar["height"] - 1 <= box["y"] <= window["viewport"]["height"]


@pytest.mark.long
def test_while_scrolling_every_article_is_marked_in_its_turn_to_the_last(
    page_of: OpenPage, library: Library, window: dict[str, Any]
) -> None:
    page = page_of(**window, reduced_motion="reduce")
    for ident in ("xuzhou", "pingdingshan_measures", "wuyang_tolerance"):
        page.goto(f"/read/{ident}/")
        marked = page.evaluate("""async () => {
          const seen = [];
          for (let y = 0; y <= document.documentElement.scrollHeight; y += 40) {
            scrollTo(0, y);
            await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
            const name = document.querySelector(".here__name").textContent;
            if (seen[seen.length - 1] !== name) seen.push(name);
          }
          return seen;
        }""")
        headed = [one.place for one in library.instrument(ident).provisions if one.depth == 1 and one.label]
        assert marked == ["目录", *headed], ident


def test_the_line_on_top_says_what_was_opened_and_follows_the_address(
    page_of: OpenPage, window: dict[str, Any]
) -> None:
    page = page_of(**window, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/read/puyang_draft/#a7-i2")
    line = page.locator(".opened")
    expect(line).to_be_in_viewport(ratio=1)
    expect(line).to_contain_text("您打开的是 第七条第（二）项")
    for words in ("征求意见稿，未施行", "濮阳", "关于党员干部改革创新容错纠错的实施办法"):
        said = page.locator(".idbar").get_by_text(words).locator("visible=true")
        if said.count():  # a phone has room for the short name only
            expect(said.first).to_be_in_viewport(ratio=1)
    expect(page.locator(".draft-band")).to_be_in_viewport(ratio=1)
    line.get_by_role("button", name="复制引用").click()
    cited = "《关于党员干部改革创新容错纠错的实施办法（试行）（征求意见稿）》（征求意见稿，未施行）第七条第（二）项"
    expect(page.locator(".copied")).to_have_text(f"已复制：{cited}")
    assert page.evaluate("navigator.clipboard.readText()") == cited
    line.get_by_role("button", name="复制网址").click()
    expect(page.locator(".copied")).to_contain_text("#a7-i2")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.evaluate("location.hash = 'a8-p1'")
    expect(line).to_contain_text("您打开的是 第八条第一款")
    page.evaluate("location.hash = 'top'")
    expect(line).to_be_hidden()


def test_closing_the_line_takes_the_band_and_the_address_s_end_away(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window)
    page.goto("/read/xuzhou/#a4-i2")
    named, other = page.locator("#a4-i2"), page.locator("#a4-i3")
    expect(page.locator(".opened")).to_be_visible()
    assert named.evaluate(COLOUR) != other.evaluate(COLOUR)
    before = named.bounding_box()
    page.get_by_role("button", name="关闭这一行").click()
    expect(page.locator(".opened")).to_be_hidden()
    assert named.evaluate(COLOUR) == other.evaluate(COLOUR)
    assert page.url.endswith("/read/xuzhou/")
    expect(named).to_be_focused()
    after = named.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) <= 2  # the words stay where they are


def test_without_a_script_the_band_stays_and_the_contents_open(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window, java_script_enabled=False)
    page.goto("/read/xuzhou/#a4-i2")
    expect(page.locator(".opened")).to_be_hidden()
    expect(page.locator(".here__sizes")).to_be_hidden()
    assert page.locator("#a4-i2").evaluate(COLOUR) != page.locator("#a4-i3").evaluate(COLOUR)
    page.locator(".here__list summary").click()
    page.locator(".here__list").get_by_role("link", name="第八条").click()
    expect(page.locator("h2#a8")).to_be_in_viewport()


def test_the_contents_open_by_key_at_the_article_one_is_at(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window)
    page.goto("/read/xuzhou/#a11")
    summary = page.locator(".here__list summary")
    expect(summary).to_have_text("第十一条")
    summary.press("Enter")
    current = page.locator(".here__list [aria-current]")
    expect(current).to_have_text("第十一条")
    expect(current).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(current).to_be_hidden()
    expect(summary).to_be_focused()
    summary.press("Enter")
    page.locator(".here__list").get_by_role("link", name="第二条").click()
    expect(summary).to_have_text("第二条")
    expect(current).to_be_hidden()


def test_what_a_web_page_had_around_the_document_is_folded_and_found(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    furnished = {one.instrument for one in library.provisions if one.anchor == "chrome"}
    assert furnished
    for ident in furnished:
        page.goto(f"/read/{ident}/")
        block, chrome = page.locator("#chrome"), library.provision(f"{ident}/chrome")
        expect(block).to_be_hidden()
        written = [line.strip() for line in block.locator(".p__text p").all_text_contents()]
        assert written == [line.strip() for line in chrome.text.split("\n")]
        page.get_by_text("原网页的页眉页脚，非公文内容").click()
        expect(block).to_be_visible()
        page.goto("about:blank")
        page.goto(f"/read/{ident}/#chrome")
        expect(block).to_be_in_viewport()
