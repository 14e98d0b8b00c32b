"""Two or three instruments next to each other, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from policies import load
from tests.support.independent import DATA, plain

OpenPage = Callable[..., Page]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 812}
ROWS = len(plain(DATA / "vocabulary" / "dimensions.yaml")["dimensions"])
COMPARED = [one.id for one in load().compared]
ADDRESS = "/compare/side-by-side/"


def shown(page: Page) -> list[str]:
    heads: list[str] = page.locator("thead th[data-column]:not([hidden])").evaluate_all(
        "heads => heads.map((head) => head.dataset.column)"
    )
    return heads


def test_two_boxes_leave_two_columns_and_write_the_address(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(ADDRESS)
    assert shown(page) == COMPARED
    page.get_by_label("商州").check()
    assert shown(page) == COMPARED
    page.get_by_label("徐州工院").check()
    assert shown(page) == ["shangzhou", "xuzhou"]
    expect(page).to_have_url(re.compile(r"\?cols=shangzhou,xuzhou$"))
    expect(page.locator(".choose__count")).to_have_text(f"并排：商州、徐州工院，{ROWS} 行。")


def test_a_link_opens_the_choice_with_its_quotes_and_no_fourth_can_be_added(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ADDRESS}?cols=shangzhou,xuzhou,puyang_draft,wuyang_tolerance#application_deadline")
    assert shown(page) == ["shangzhou", "puyang_draft", "xuzhou"]
    expect(page.get_by_label("舞阳·容错免责")).to_be_disabled()
    row = page.locator("tr", has=page.locator("#application_deadline"))
    expect(row).to_be_in_viewport()
    expect(row.locator("#application_deadline--xuzhou blockquote").first).to_be_visible()
    expect(row.locator("#application_deadline--wuyang_tolerance")).to_be_hidden()


def test_rows_that_say_nothing_can_be_left_out(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ADDRESS}?cols=shangzhou,puyang_draft")
    silent = page.locator("tr", has=page.locator("#late_consequence"))
    both = page.locator("tbody tr:not([hidden])")
    before = both.count()
    page.get_by_label("略去所选都没有规定的行").check()
    assert both.count() < before
    for status in both.evaluate_all("rows => rows.map((row) => row.dataset.status.split(' '))"):
        assert {status[3], status[4]} - {"silent", "not_applicable"}
    assert silent.count() == 1
    expect(page).to_have_url(re.compile(r"stated=1"))


def test_without_scripts_the_whole_table_is_read(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK, java_script_enabled=False)
    page.goto(f"{ADDRESS}?cols=shangzhou,xuzhou")
    expect(page.locator(".choose")).to_be_hidden()
    expect(page.locator(".beside-all")).to_be_visible()
    assert shown(page) == COMPARED


def test_it_works_from_a_disk(page_of: OpenPage, site_dir: Path) -> None:
    page = page_of(viewport=DESK)
    page.goto((site_dir / "compare" / "side-by-side" / "index.html").as_uri() + "?cols=shangzhou,xuzhou")
    assert shown(page) == ["shangzhou", "xuzhou"]
    page.get_by_label("濮阳（征求意见稿）").check()
    assert shown(page) == ["shangzhou", "puyang_draft", "xuzhou"]


def test_on_a_phone_the_chosen_are_cards_that_name_themselves(page_of: OpenPage) -> None:
    page = page_of(viewport=PHONE)
    page.goto(f"{ADDRESS}?cols=shangzhou,xuzhou")
    cell = page.locator("#application_deadline--xuzhou")
    expect(cell.locator(".who")).to_be_visible()
    expect(page.locator("#application_deadline--puyang_draft")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
