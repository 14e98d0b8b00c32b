"""Choosing from a comparison as a reader does: filters, columns, pins; and the choice is still there another day, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page, expect

from policies import Library

OpenPage = Callable[..., Page]
ALL = "/compare/all/"
DESK = {"width": 1280, "height": 800}


def shown(page: Page) -> list[str]:
    """The dimensions whose rows are seen, from the top."""
    rows: list[str] = page.evaluate(
        "[...document.querySelectorAll('table.comparison tbody tr')]"
        ".filter(row => row.getClientRects().length).map(row => row.cells[0].id)"
    )
    return rows


def shown_columns(page: Page) -> list[str]:
    columns: list[str] = page.evaluate(
        "[...document.querySelectorAll('table.comparison thead th')].slice(1)"
        ".filter(head => !head.hidden).map(head => head.dataset.column)"
    )
    return columns


def statuses(library: Library, dimension: str, columns: Iterable[str]) -> list[str]:
    return [library.instrument(column).cells[dimension].status for column in columns]


def wanted(library: Library, columns: list[str], test: Callable[[list[str]], bool]) -> list[str]:
    order = [
        one.id for group in library.vocabulary.groups for one in library.vocabulary.dimensions if one.group == group.id
    ]
    return [dimension for dimension in order if test(statuses(library, dimension, columns))]


def concerned(found: list[str]) -> set[str]:
    return set(found) - {"not_applicable"}


STATUS_FILTERS: dict[str, Callable[[list[str]], bool]] = {
    "状态不同": lambda found: len(concerned(found)) > 1,
    "状态一致": lambda found: len(concerned(found)) == 1 and len(found) - found.count("not_applicable") > 1,
    "有未规定": lambda found: "silent" in found,
    "都有规定": lambda found: set(found) == {"stated"},
}


@pytest.fixture
def columns(library: Library) -> list[str]:
    return [instrument.id for instrument in library.compared]


def test_each_filter_shows_the_rows_that_the_data_says(page_of: OpenPage, library: Library, columns: list[str]) -> None:
    page = page_of(viewport=DESK)
    page.goto(ALL)
    assert len(shown(page)) == len(library.vocabulary.dimensions)
    for name, test in STATUS_FILTERS.items():
        page.get_by_label(name, exact=True).check()
        expected = wanted(library, columns, test)
        assert shown(page) == expected, name
        assert 0 < len(expected) < len(library.vocabulary.dimensions), name
    page.get_by_label("全部", exact=True).check()
    page.get_by_label("其中有").select_option(label="另见他文")
    assert shown(page) == wanted(library, columns, lambda found: "external" in found)
    page.get_by_label("其中有").select_option(label="不限")
    page.get_by_label("含有文字").fill("７ 个工作日")
    found = shown(page)
    assert "application_deadline" in found
    assert len(found) < len(library.vocabulary.dimensions)
    texts = page.evaluate("ids => ids.map(id => document.getElementById(id).parentElement.textContent)", found)
    assert all("7个工作日" in text.replace(" ", "") for text in texts)


def test_rows_that_say_the_same_are_found_among_the_columns_chosen(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?cols=wuyang_prevention,wuyang_tolerance,wuyang_accountability&show=same")
    assert {"persons_covered", "interpreter"} <= set(shown(page))
    assert "purpose" not in shown(page)
    page.get_by_label("商州", exact=True).check()
    assert "interpreter" not in shown(page)


def test_a_filter_speaks_of_the_columns_chosen(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK)
    page.goto(ALL)
    page.get_by_label("有未规定", exact=True).check()
    for box in page.locator("[name=cols]").all()[1:]:
        box.uncheck()
    only = shown_columns(page)
    assert only == [library.compared[0].id]
    assert shown(page) == wanted(library, only, lambda found: "silent" in found)
    expect(page.locator(".choose__count")).to_contain_text(f"显示 {len(shown(page))} 行")
    expect(page.locator("td:visible")).to_have_count(len(shown(page)))


def test_pinned_rows_stand_on_top_whatever_is_filtered(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(ALL)
    pins = [page.get_by_role("button", name=f"置顶：{name}", exact=True) for name in ("解释机关", "目的")]
    for pin in pins:
        pin.press("Enter")
        expect(pin).to_be_focused()
        expect(pin).to_have_attribute("aria-pressed", "true")
    assert shown(page)[:2] == ["interpreter", "purpose"]
    page.get_by_label("有未规定", exact=True).check()
    assert shown(page)[:2] == ["interpreter", "purpose"]
    pins[1].press("Enter")
    assert shown(page)[0] == "interpreter"
    assert "purpose" not in shown(page)


def test_the_choice_is_in_the_address_and_survives_closing(page_of: OpenPage) -> None:
    first = page_of(viewport=DESK)
    first.goto(ALL)
    first.get_by_label("有未规定", exact=True).check()
    first.get_by_label("商州", exact=True).uncheck()
    first.get_by_label("含有文字").fill("备案")
    first.locator(".pin:visible").last.click()
    kept = (first.url, shown(first), shown_columns(first))
    first.close()
    again = page_of(viewport=DESK)  # a context of its own: nothing but the address is carried over
    again.goto(kept[0])
    assert (again.url, shown(again), shown_columns(again)) == kept
    expect(again.get_by_label("有未规定", exact=True)).to_be_checked()
    again.get_by_role("button", name="还原").click()
    expect(again).to_have_url(again.url.split("?")[0])
    assert "shangzhou" in shown_columns(again)


def test_an_address_with_names_that_are_gone_still_opens(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?show=gone&status=gone&cols=gone&pin=gone&paper=gone")
    assert len(shown(page)) == len(library.vocabulary.dimensions)
    assert len(shown_columns(page)) == len(library.compared)


def test_what_is_chosen_is_what_is_printed_and_the_paper_says_so(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?show=silent&cols=xuzhou,shangzhou&pin=purpose&paper=a4")
    before = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == before
    expect(page.locator("thead th[data-column]:visible")).to_have_count(2)
    expect(page.locator(".chosen")).to_contain_text("照选择打印：有未规定；所选文书 2 份；置顶 1 行")
    expect(page.locator(".choose-area")).to_be_hidden()
    expect(page.locator(".pin").first).to_be_hidden()
    sizes = page.evaluate("[...document.querySelectorAll('link[media=print]')].map(link => link.href.split('/').pop())")
    assert "print-a3.css" not in sizes
    page.goto(ALL)
    expect(page.locator("link[media=print][href$='print-a3.css']")).to_have_count(1)


def test_without_scripts_everything_is_visible_and_no_dead_control_is(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK, java_script_enabled=False)
    page.goto(ALL)
    expect(page.locator("tbody tr:visible")).to_have_count(len(library.vocabulary.dimensions))
    expect(page.locator("thead th:visible")).to_have_count(len(library.compared) + 1)
    expect(page.locator(".choose-area")).to_be_hidden()
    expect(page.get_by_role("link", name="XLSX")).to_be_visible()


def test_the_page_of_everything_is_a_table_with_a_head_that_stays(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(ALL)
    region = page.get_by_role("region", name="全部问题")
    region.evaluate("element => element.scrollTo(500, 20000)")
    outer, head = region.bounding_box(), page.get_by_role("columnheader").nth(4).bounding_box()
    first = page.locator("tbody tr").nth(-1).get_by_role("rowheader").bounding_box()
    assert outer
    assert head
    assert first
    assert abs(head["y"] - outer["y"]) <= 2
    assert abs(first["x"] - outer["x"]) <= 2
    cell = page.locator("#unique--xuzhou").bounding_box()
    column = page.locator("thead [data-column=xuzhou]").bounding_box()
    assert cell
    assert column
    assert (cell["x"], cell["width"]) == (column["x"], column["width"])
