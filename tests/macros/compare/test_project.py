"""The comparison before a room: one question a screen, large, by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import violations
from tests.support.until import until

OpenPage = Callable[..., Page]
ALL = "/compare/all/"
HALLS = [{"width": 1024, "height": 768}, {"width": 1920, "height": 1080}]

# Each card's corners, once the screens have been turned to it, against the window.
CUT = """() => {
  const view = document.querySelector('.stage__view').getBoundingClientRect();
  return [...document.querySelectorAll('.stage__card')].flatMap(card => [...card.getClientRects()])
    .filter(box => box.height && (box.top < view.top - 1 || box.bottom > view.bottom + 1)).length;
}"""
SEEN = """() => {
  const view = document.querySelector('.stage__view').getBoundingClientRect();
  return [...document.querySelectorAll('.stage__card')].flatMap((card, at) => [...card.getClientRects()]
    .filter(box => box.left >= view.left - 1 && box.right <= view.right + 1).map(() => at));
}"""

OPACITY = "element => getComputedStyle(element).opacity"
# Each name over a column beside the name of the answer that begins before that column and goes on in it.
RUNS = """() => {
  const cards = [...document.querySelectorAll('.stage__card')];
  const pieces = cards.flatMap(card => [...card.getClientRects()].filter(box => box.height).slice(1).map(box => [card, box]));
  const names = [...document.querySelectorAll('.stage__run')];
  if (names.length !== pieces.length) throw new Error(`${names.length} names for ${pieces.length} columns`);
  return names.map(name => {
    const at = name.getBoundingClientRect();
    const [card] = pieces.find(([, box]) => Math.abs(box.left - at.left) < 2 && at.bottom <= box.top + 1) ?? [];
    return [name.textContent, card?.querySelector('.who').firstChild.textContent.trim()];
  });
}"""


def place(page: Page) -> str:
    return page.locator(".stage__place").inner_text()


def test_keys_turn_the_screens_and_the_address_follows(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=HALLS[0])
    page.goto("/compare/application/")
    opener = page.get_by_role("button", name="投影")
    page.locator(".choose-box summary").press("Enter")
    opener.press("Enter")
    stage = page.get_by_role("dialog")
    expect(stage).to_be_visible()
    expect(page.locator(".stage__title")).to_be_focused()
    titles = [one.title for one in library.vocabulary.dimensions if one.group == "application"]
    expect(page.locator(".stage__title")).to_have_text(titles[0])
    page.keyboard.press("End")
    expect(page.locator(".stage__title")).to_have_text(titles[-1])
    expect(page).to_have_url(re.compile(r"slide=receiving_body$"))
    page.keyboard.press("Home")
    expect(page.locator(".stage__title")).to_have_text(titles[0])
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    assert place(page).startswith(f"{len(titles)}／{len(titles)}")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(stage).to_be_hidden()
    expect(opener).to_be_focused()
    expect(page).not_to_have_url(re.compile("slide="))


def test_an_address_opens_on_its_screen_and_shows_what_is_chosen(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[0])
    page.goto(f"{ALL}?cols=xuzhou,puyang_draft&slide=application_deadline")
    expect(page.locator(".stage__title")).to_have_text("申请期限")
    expect(page.locator(".stage__card")).to_have_count(2)
    expect(page.locator(".stage__card").first).to_contain_text("征求意见稿，未施行")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"\?cols=xuzhou,puyang_draft$"))


def test_nothing_else_is_on_the_screen(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.clock.install()
    page.goto(f"{ALL}?slide=purpose")
    expect(page.get_by_role("dialog")).to_be_visible()
    box = page.get_by_role("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, **HALLS[1]}
    reached = page.evaluate(
        "[[5, 5], [960, 20], [1900, 60]].every(at => document.elementFromPoint(...at).closest('dialog'))"
    )
    assert reached
    page.clock.fast_forward(10_000)
    expect(page.get_by_role("button", name="下一屏")).to_be_visible()  # to be found by a hand that knows no key
    assert page.locator(".stage__tools").evaluate(OPACITY) == "1"
    assert page.locator(".stage__hint").evaluate(OPACITY) == "0"


def test_the_keys_and_the_buttons_are_told_at_first_and_when_a_hand_moves(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.clock.install()
    page.goto(f"{ALL}?slide=purpose")
    hint = page.locator(".stage__hint")
    for told in ("空格 →", "Shift+空格", "Home", "End", "Q 原文", "B 黑屏", "F 全屏", "Esc 退出"):
        expect(hint).to_contain_text(told)
    expect(hint).to_have_css("opacity", "1")
    page.clock.fast_forward(10_000)
    expect(hint).to_have_css("opacity", "0")
    page.mouse.move(400, 300)
    page.mouse.move(420, 320)
    expect(hint).to_have_css("opacity", "1")
    page.clock.fast_forward(10_000)
    expect(hint).to_have_css("opacity", "0")
    page.keyboard.press("?")
    expect(hint).to_have_css("opacity", "1")


def test_space_enter_and_the_arrows_go_on_and_on_a_button_they_press_it(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.goto("/compare/identity/?cols=xuzhou&slide=issuer_level")
    expect(page.get_by_role("dialog")).to_be_visible()
    for key, then in (
        ("Space", "2／5"),
        ("ArrowDown", "3／5"),
        ("Enter", "4／5"),
        ("ArrowUp", "3／5"),
        ("ArrowRight", "4／5"),
        ("Shift+Space", "3／5"),
        ("PageDown", "4／5"),
        ("PageUp", "3／5"),
        ("Home", "1／5"),
        ("End", "5／5"),
        ("PageUp", "4／5"),
    ):
        page.keyboard.press(key)
        assert place(page).startswith(then), key
    page.get_by_role("button", name="上一屏").press("Space")
    assert place(page).startswith("3／5")
    page.get_by_role("button", name="退出").press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_screen_goes_black_and_the_next_key_only_brings_it_back(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.goto("/compare/identity/?cols=xuzhou&slide=issuer_level")
    night = page.locator(".stage__night")
    for key in ("b", "B", "."):
        page.keyboard.press(key)
        expect(night).to_be_visible()
        assert page.evaluate("document.elementFromPoint(960, 540).className") == "stage__night"
        page.keyboard.press("Space")
        expect(night).to_be_hidden()
        assert place(page).startswith("1／5")
    page.keyboard.press("b")
    night.click()
    expect(night).to_be_hidden()


def test_a_key_fills_the_screen_and_gives_it_back(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.goto("/compare/identity/?cols=xuzhou&slide=issuer_level")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("f")
    until(page, "document.fullscreenElement && document.activeElement.id === 'stage-title'")
    assert page.evaluate("Boolean(document.elementFromPoint(960, 540).closest('dialog'))")
    page.keyboard.press("Space")
    assert place(page).startswith("2／5")
    page.keyboard.press("f")
    until(page, "!document.fullscreenElement")
    expect(page.get_by_role("dialog")).to_be_visible()


SWIPE = """([from, to]) => {
  const stage = document.querySelector('dialog');
  const touch = x => new Touch({identifier: 1, target: stage, clientX: x, clientY: 300});
  stage.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from)], changedTouches: [touch(from)]}));
  stage.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(to)]}));
}"""


def test_a_finger_turns_and_the_buttons_are_large(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page.goto("/compare/identity/?cols=xuzhou&slide=issuer_level")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate(SWIPE, [300, 100])
    assert place(page).startswith("2／5")
    page.evaluate(SWIPE, [100, 300])
    assert place(page).startswith("1／5")
    page.evaluate(SWIPE, [100, 130])
    assert place(page).startswith("1／5")
    box = page.get_by_role("button", name="下一屏").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    page.get_by_role("button", name="下一屏").tap()
    assert place(page).startswith("2／5")


@pytest.mark.parametrize("hall", HALLS, ids=["1024", "1920"])
def test_an_answer_that_goes_on_in_a_further_column_says_there_whose_it_is(
    page_of: OpenPage, hall: dict[str, int]
) -> None:
    page = page_of(viewport=hall)
    page.goto(f"{ALL}?slide=conditions")
    expect(page.get_by_role("dialog")).to_be_visible()
    told = page.evaluate(RUNS)
    assert len(told) > 5
    assert "商州（续）" in {name for name, _ in told}
    assert [name for name, whose in told if name != f"{whose}（续）"] == []
    page.goto(f"{ALL}?slide=issuer_level&cols=xuzhou")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(RUNS) == []


def test_a_folded_answer_stands_open_before_the_room_its_brief_first(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.goto("/compare/application/?cols=xuzhou&slide=application_deadline")
    card = page.locator(".stage__card").first
    expect(card.locator(".who")).to_contain_text("徐州工院")
    expect(card.locator(".stage__brief")).to_have_text("◇启动后7个工作日内")
    expect(card.locator(".answer")).to_be_visible()
    expect(card.locator("blockquote").first).to_be_hidden()
    page.keyboard.press("q")
    expect(card.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize(
    "hall", [pytest.param(HALLS[0], id="1024"), pytest.param(HALLS[1], id="1920", marks=pytest.mark.long)]
)
def test_every_answer_is_seen_whole_and_large_on_some_screen(
    page_of: OpenPage, library: Library, hall: dict[str, int]
) -> None:
    page = page_of(viewport=hall)
    page.goto(f"{ALL}?slide=issuer_level")
    size = page.locator(".stage__card .answer").first.evaluate(
        "element => parseFloat(getComputedStyle(element).fontSize)"
    )
    assert size >= hall["height"] / 30
    seen: dict[str, set[int]] = {}
    for _ in range(1000):
        title = page.locator(".stage__title").inner_text()
        assert page.evaluate(CUT) == 0, title
        seen.setdefault(title, set()).update(page.evaluate(SEEN))
        # The place, not the address: a browser takes only so many new addresses in so many seconds.
        before = place(page)
        page.keyboard.press("PageDown")
        if place(page) == before:
            break
    assert list(seen) == [
        one.title
        for group in library.vocabulary.groups
        for one in library.vocabulary.dimensions
        if one.group == group.id
    ]
    assert all(len(cards) == len(library.leading) for cards in seen.values())


def test_quotes_are_a_key_away(page_of: OpenPage) -> None:
    page = page_of(viewport=HALLS[1])
    page.goto(f"{ALL}?slide=application_deadline")
    quote = page.locator(".stage__card blockquote").first
    expect(quote).to_be_hidden()
    page.keyboard.press("q")
    expect(quote).to_be_visible()
    expect(page.locator(".stage__card").first).not_to_contain_text("Details")
    size = quote.locator("p").first.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= HALLS[1]["height"] / 30
    page.keyboard.press("q")
    expect(quote).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_stage_has_no_accessibility_violation_and_does_not_move(page_of: OpenPage, scheme: str) -> None:
    page = page_of(viewport=HALLS[0], color_scheme=scheme, reduced_motion="reduce")
    page.goto("/compare/application/?slide=application_deadline")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    moved = "element => getComputedStyle(element).transitionDuration"
    assert page.locator(".stage__cards").evaluate(moved) == "0s"


WORDS = """() => {
  const view = document.querySelector('.stage__view').getBoundingClientRect();
  return [...document.querySelectorAll('.stage__card')].flatMap(card => [...card.getClientRects()])
    .some(({left, width}) => left + width / 2 > view.left && left + width / 2 < view.right);
}"""


@pytest.mark.parametrize("screen", ["0", "-3", "x", "99"])
def test_an_address_that_names_no_screen_opens_one_with_words(page_of: OpenPage, screen: str) -> None:
    page = page_of(viewport=HALLS[0])
    page.goto(f"{ALL}?slide=conditions.{screen}")
    expect(page.get_by_role("dialog")).to_be_visible()
    until(page, f"({WORDS})()")
    expect(page.locator(".stage__place")).not_to_contain_text("第 0 屏")
