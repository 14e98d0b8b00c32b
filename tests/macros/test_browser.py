"""Reading and comparing as a person does, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import COLOURS, violations

PHONE = {"width": 375, "height": 812}
DESK = {"width": 1280, "height": 800}
KINDS = [
    "/",
    "/read/",
    "/read/wuyang_tolerance/#a5-i3",
    "/read/puyang_draft/",
    "/read/xuzhou/#a1-fix1",
    "/read/shangzhou/#about-a5-i1",
    "/read/lushan_forwarding/",
    "/compare/",
    "/compare/application/",
    "/compare/all/?cols=wuyang_prevention,puyang_draft&show=stated&pin=purpose",
    "/search/?q=私利",
    "/compare/circumstances/",
    "/compare/side-by-side/?cols=shangzhou,xuzhou",
    "/compare/reuse/#shangzhou-a4-i3--xuzhou-a3-i3",
    "/compare/codebook/",
    "/compare/notes/",
    "/compare/readings/#c07",
    "/compare/procedures/",
    "/compare/logic/",
    "/compare/effects-matrix/",
    "/compare/time/#xuzhou_apply",
    "/compare/modality/",
    "/read/shangzhou/?modality=on",
    "/glossary/#sizhong_xingtai",
    "/worksheet/",
    "/data/",
    "/about/",
]
OpenPage = Callable[..., Page]


@pytest.mark.parametrize(
    ("size", "scheme", "addresses"),
    [
        pytest.param(DESK, "light", KINDS[::6], id="desk-light-sample"),
        pytest.param(PHONE, "dark", KINDS[3::6], id="phone-dark-sample"),
        pytest.param(PHONE, "light", KINDS, id="phone-light", marks=pytest.mark.long),
        pytest.param(PHONE, "dark", KINDS, id="phone-dark", marks=pytest.mark.long),
        pytest.param(DESK, "light", KINDS, id="desk-light", marks=pytest.mark.long),
        pytest.param(DESK, "dark", KINDS, id="desk-dark", marks=pytest.mark.long),
    ],
)
def test_no_page_type_has_an_accessibility_violation(
    page_of: OpenPage, scheme: str, size: dict[str, int], addresses: list[str]
) -> None:
    page = page_of(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for address in addresses:
        page.goto("about:blank")
        page.goto(address)
        found[address] = violations(page, COLOURS if scheme == "dark" else None)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} is wider than the window"
        )
    assert {address: those for address, those in found.items() if those} == {}


def test_the_provision_an_address_names_is_highlighted_below_the_bar(page_of: OpenPage) -> None:
    page = page_of(viewport=PHONE)
    page.goto("/read/wuyang_tolerance/#a5-i3")
    named, other = page.locator("#a5-i3"), page.locator("#a5-i4")
    colour = "element => getComputedStyle(element).backgroundColor"
    assert named.evaluate(colour) != other.evaluate(colour)
    bar, box = page.locator(".idbar").bounding_box(), named.bounding_box()
    assert bar
    assert box
    assert box["y"] >= bar["y"] + bar["height"]


def test_the_bar_stays_in_sight_and_says_what_the_document_is(page_of: OpenPage) -> None:
    page = page_of(viewport=PHONE)
    page.goto("/read/puyang_draft/#a11")
    expect(page.locator(".draft-band")).to_be_in_viewport(ratio=1)
    expect(page.locator(".draft-band")).to_contain_text("征求意见稿，未施行，不能作为依据")
    page.goto("/read/wuyang_tolerance/#a11")
    bar = page.locator(".idbar")
    for words in ("试行", "舞发〔2017〕3号", "未印日期", "中共舞阳县委"):
        expect(bar.get_by_text(words).last).to_be_in_viewport(ratio=1)


def test_without_scripts_the_page_reads_and_links(page_of: OpenPage) -> None:
    page = page_of(java_script_enabled=False)
    page.goto("/read/wuyang_tolerance/#a5-i3")
    expect(page.get_by_text("按照实际情况经过民主决策程序的；")).to_be_in_viewport()
    page.locator("#a5-i3 .p__more").click()
    expect(page.locator("#about-a5-i3")).to_be_in_viewport()
    page.locator("#about-a5-i3 dd a").first.click()
    expect(page.locator("td:target")).to_be_visible()


@pytest.mark.parametrize("width", [820, 1180])
def test_where_columns_lie_beyond_the_edge_head_and_first_column_stay_and_it_is_said(
    page_of: OpenPage, library: Library, width: int
) -> None:
    page = page_of(viewport={"width": width, "height": 800})
    page.goto(f"/compare/application/?cols={','.join(one.id for one in library.compared)}")
    region = page.get_by_role("region", name="申请与受理")
    expect(region.locator(".beyond")).to_be_visible()
    region.evaluate("element => element.scrollTo(600, 900)")
    outer = region.bounding_box()
    head = page.get_by_role("columnheader").nth(8).bounding_box()
    first = page.get_by_role("rowheader").nth(3).bounding_box()
    assert outer
    assert head
    assert first
    assert abs(head["y"] - outer["y"]) <= 2
    assert abs(first["x"] - outer["x"]) <= 2


def test_on_a_phone_the_rows_are_cards_and_still_a_table(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=PHONE)
    page.goto("/compare/application/")
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(1 + len(library.leading))
    cell = page.locator("#application_deadline--xuzhou")
    expect(cell.locator(".who")).to_be_visible()
    box = cell.bounding_box()
    assert box
    assert box["width"] <= 375


def test_a_quote_is_shown_on_demand(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto("/compare/application/#application_deadline--xuzhou")
    cell = page.locator("#application_deadline--xuzhou")
    expect(cell.locator(".answer")).to_be_visible()  # the address names it
    expect(cell.locator("blockquote").first).to_be_hidden()
    cell.locator(".quotes summary").press("Enter")
    expect(cell.locator("blockquote").first).to_contain_text("7个工作日内")
    cell.locator(".cites a").first.click()
    expect(page).to_have_url(re.compile(r"/read/xuzhou/#a5-i1$"))


def test_the_menu_opens_by_key_and_is_out_of_reach_while_closed(page_of: OpenPage) -> None:
    page = page_of(viewport=PHONE)
    page.goto("/")
    link = page.locator(".md-nav--primary").get_by_role("link", name="比一比")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="菜单").press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(page.get_by_role("button", name="菜单")).to_be_focused()
