"""已选: rows put together from several pages, seen, ordered, and handed on by an address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.support.accessibility import COLOURS, violations
from tests.support.basket import CHOSEN, DESK, PHONE, ROWS, act, pick, said
from tests.support.comparing import ALL, GROUP, TEXTS, OpenPage, more, shown, shown_columns
from tests.support.until import until

FIVE = "wuyang_tolerance,shangzhou,puyang_draft,pingdingshan_list,xuzhou"
OPEN = "[...document.querySelectorAll('td .cell[open]')].filter(cell => cell.getClientRects().length).length"
WIDE = "Math.max(document.documentElement.scrollWidth, document.querySelector('.briefs').getBoundingClientRect().right)"


def test_rows_of_several_pages_are_seen_together_ordered_and_taken_out(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    expect(page.locator(".basket")).to_be_hidden()
    pick(page, "申请期限")
    page.locator("#application_stage").locator("..").locator("summary:visible").first.click()
    pick(page, "申请阶段")  # of an opened row
    assert said(page) == "已选 2 行"
    page.goto("/compare/decision/")
    assert said(page) == "已选 2 行"
    pick(page, "申诉、异议")
    act(page, "only")
    page.wait_for_url("**/compare/all/?rows=*")
    assert shown(page) == ["application_deadline", "application_stage", "appeal"]
    page.get_by_role("button", name="下移：申请期限").click()
    expect(page.get_by_role("button", name="下移：申请期限")).to_be_focused()
    page.get_by_role("button", name="上移：申诉、异议").press("Enter")
    assert shown(page) == ["application_stage", "appeal", "application_deadline"]
    assert "rows=application_stage,appeal,application_deadline" in page.url
    pick(page, "申请阶段")
    assert shown(page) == ["appeal", "application_deadline"]
    page.reload()
    assert shown(page) == ["appeal", "application_deadline"]
    act(page, "only")
    assert len(shown(page)) > 40
    assert said(page) == "已选 2 行"


def test_all_can_be_cleared_and_found_again(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(CHOSEN)
    act(page, "clear")
    assert said(page) == "已清空 3 行"
    assert "rows" not in page.url
    assert len(shown(page)) > 40
    act(page, "undo")
    assert said(page) == "已选 3 行"
    act(page, "only")
    assert shown(page) == ROWS


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_an_address_opens_elsewhere_as_it_was(page_of: OpenPage, size: dict[str, int]) -> None:
    first = page_of(viewport=size)
    first.goto(CHOSEN)
    more(first)
    first.get_by_label("舞阳·问责", exact=True).check()
    first.wait_for_url("**/compare/all-texts/?*")
    first.locator("#filing").locator("..").locator("summary:visible").first.click()
    expect(first).to_have_url(re.compile("open=filing"))
    kept = (first.url, shown(first), shown_columns(first), first.evaluate(OPEN))
    assert kept[1] == ROWS
    assert kept[3] == (6 if size is DESK else 1)
    again = page_of(viewport=size)
    again.goto(kept[0])
    expect(again.locator("td .cell[open]:visible")).to_have_count(kept[3])
    assert (again.url, shown(again), shown_columns(again), again.evaluate(OPEN)) == kept
    assert again.evaluate(WIDE) <= size["width"]


@pytest.mark.parametrize(
    "query",
    [
        f"cols={FIVE}&pin=application_deadline,appeal,filing",  # too wide once
        f"cols={FIVE}&rows=application_deadline,appeal,filing&open=all",
        f"cols={FIVE}&pin=application_deadline&slide=appeal",
        f"rows={','.join(ROWS)}&only=no",
    ],
)
def test_five_columns_and_chosen_rows_are_as_wide_as_the_window(page_of: OpenPage, query: str) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?{query}")
    assert len(shown_columns(page)) == len(FIVE.split(","))
    assert page.evaluate(WIDE) <= DESK["width"]
    sizes = page.evaluate(
        "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.querySelector('.briefs'))"
    )
    assert sizes[0] <= sizes[1]


def test_names_that_are_gone_are_told_in_a_line_and_the_rest_is_as_it_was(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?rows=appeal,gone,filing&cols=xuzhou,nowhere&open=lost,filing")
    assert shown(page) == ["appeal", "filing"]
    assert shown_columns(page) == ["xuzhou"]
    expect(page.locator("#filing--xuzhou .answer")).to_be_visible()
    expect(page.locator(".choose__lost")).to_have_text("网址里的 gone、nowhere、lost 本站没有，略过；其余照网址打开。")
    page.goto(CHOSEN)
    expect(page.locator(".choose__lost")).to_be_hidden()
    page.goto(f"{GROUP}?pin=gone")  # what was chosen before is not lost for it
    assert said(page) == "已选 3 行"


def test_the_link_that_is_copied_opens_the_chosen_rows_alone(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.add_init_script("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.goto(f"{GROUP}?show=differ")
    pick(page, "申请期限")
    act(page, "link")
    expect(page.locator(".basket__said")).to_have_text("已复制链接")
    address: str = page.evaluate("copied")
    assert address.endswith("/compare/all/?rows=application_deadline")
    other = page_of(viewport=DESK)
    other.goto(address)
    assert shown(other) == ["application_deadline"]


def test_a_filter_shows_all_rows_again(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{CHOSEN}&show=silent")
    assert shown(page) == ROWS
    more(page)
    page.get_by_label("含有文字").fill("备案")
    assert "filing" in shown(page)
    assert len(shown(page)) > 3
    assert "only=no" in page.url


@pytest.mark.parametrize("address", [CHOSEN, f"{GROUP}?rows=appeal", f"{TEXTS}?rows=appeal&only=no"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_bar_covers_nothing_for_good_and_has_no_accessibility_violation(
    page_of: OpenPage, address: str, size: dict[str, int]
) -> None:
    page = page_of(viewport=size, reduced_motion="reduce")
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar = page.locator(".basket")
    seen = bar.bounding_box()
    assert seen
    assert seen["height"] <= 0.12 * size["height"]
    assert seen["y"] + seen["height"] <= size["height"] + 1
    # Rows out of sight have no height of their own before they are reached.
    until(
        page,
        "(({scrollHeight}) => { scrollTo(0, scrollHeight);"
        " return scrollY + innerHeight >= scrollHeight - 1 && scrollHeight === window.before"
        " || void (window.before = scrollHeight); })(document.documentElement)",
    )
    lowest = page.locator(".takeaway").bounding_box()
    seen = bar.bounding_box()
    assert lowest
    assert seen
    assert lowest["y"] + lowest["height"] <= seen["y"] + 1
    if "only=no" in address:
        return  # of many rows some button always lies half beneath the table's head, which axe takes for a small one
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
