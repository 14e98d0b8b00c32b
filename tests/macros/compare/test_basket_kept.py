"""What is chosen lasts: on the way back, between files, beside a link that holds other rows, and where the browser keeps nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.basket import CHOSEN, DESK, PHONE, ROWS, act, pick, said
from tests.support.comparing import ALL, GROUP, OpenPage, shown, shown_columns
from tests.support.traffic import Traffic

NOTHING_KEPT = "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('none'); }})"
CALLED_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


@pytest.fixture
def disk(page_of: OpenPage, traffic: Traffic) -> Page:
    """A page that the browser keeps nothing for, where it may be opened from a disk."""
    traffic.allow("Access to .* from origin 'null'|Failed to load|replaceState|none")
    page = page_of(viewport=DESK)
    page.add_init_script(NOTHING_KEPT)
    return page


def test_who_goes_back_finds_what_he_has_chosen_since(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    pick(page, "申请期限")
    page.goto("/compare/decision/")
    pick(page, "申诉、异议")
    page.go_back()
    expect(page.locator(".basket__said")).to_have_text("已选 2 行")


def test_rows_walk_along_between_files(disk: Page, site_dir: Path) -> None:
    disk.goto((site_dir / "compare" / "application" / "index.html").as_uri())
    pick(disk, "申请期限")
    expect(disk.locator(".basket [data-pick=link]")).to_be_hidden()
    act(disk, "only")
    disk.wait_for_url("**/compare/all/index.html?rows=*")
    assert shown(disk) == ["application_deadline"]


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("all", "?cols=xuzhou,shangzhou&show=differ"),
        ("all", f"?rows={','.join(ROWS)}&cols=xuzhou"),
        ("application", ""),
    ],
)
def test_a_jump_within_a_file_leaves_what_is_chosen_and_loads_nothing(
    disk: Page, site_dir: Path, page: str, query: str
) -> None:
    disk.goto((site_dir / "compare" / page / "index.html").as_uri() + query)
    if "rows" not in query:
        disk.locator("table.comparison tbody tr:visible [data-pick=row]").first.click()
    seen = (said(disk), shown(disk), shown_columns(disk))
    disk.evaluate("window.same = true")
    for link in disk.locator("a[href^='#']").all()[:3]:
        link.evaluate("link => link.click()")
    assert disk.evaluate("window.same")
    assert "#" in disk.url
    assert (said(disk), shown(disk), shown_columns(disk)) == seen


def test_a_page_that_is_called_back_keeps_its_rows_where_the_browser_keeps_nothing(disk: Page) -> None:
    disk.goto(CHOSEN)
    disk.evaluate(CALLED_BACK)
    assert said(disk) == "已选 3 行"
    assert "rows=" in disk.url


def test_a_page_that_is_called_back_after_all_was_cleared_has_no_rows(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(CHOSEN)
    page.evaluate("sessionStorage.clear()")
    page.evaluate(CALLED_BACK)
    expect(page.locator(".basket")).to_be_hidden()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_one_s_own_rows_are_a_button_away_when_a_link_with_others_was_opened(
    page_of: OpenPage, size: dict[str, int]
) -> None:
    page = page_of(viewport=size)
    page.goto(CHOSEN)
    page.goto(f"{ALL}?rows=tracking")
    assert shown(page) == ["tracking"]
    assert said(page) == "已选 1 行"
    back = page.get_by_role("button", name="换回 3 行")
    expect(back).to_be_visible()
    bar = page.locator(".basket").bounding_box()
    assert bar
    assert bar["height"] <= 0.12 * size["height"]
    page.goto(GROUP)  # on another page too
    expect(back).to_be_visible()
    pick(page, "申请期限")
    expect(back).to_be_visible()
    back.click()
    assert said(page) == "已选 3 行"
    page.get_by_role("button", name="换回 2 行").click()
    assert said(page) == "已选 2 行"


def test_a_link_with_the_same_rows_puts_none_aside(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(CHOSEN)
    page.reload()
    page.goto(CHOSEN)
    expect(page.get_by_role("button", name="换回")).to_be_hidden()
