"""What is printed, read back from the sheets: where each is from, whose text goes on, and that nothing stays folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.compare import comparison
from macros.data import all_tables
from policies import Library
from tests.support.pdf import Pdf
from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]
SITE = "容错纠错政策对照"
FIVE = "wuyang_tolerance,shangzhou,puyang_draft,pingdingshan_list,xuzhou"


def sheets(page: Page) -> list[str]:
    return Pdf(page.pdf(prefer_css_page_size=True)).pages


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "首页"),
        ("/read/shangzhou/", "商州"),
        (f"/compare/application/?cols={FIVE}", "申请与受理"),
        ("/compare/circumstances/", "情形对照"),
        ("/check/", "自己查"),
    ],
)
def test_every_sheet_says_its_page_title_address_date_and_number(
    page_of: OpenPage, library: Library, path: str, title: str
) -> None:
    page = page_of()
    page.goto(path)
    printed = sheets(page)
    for number, sheet in enumerate(printed, start=1):
        assert f"{title}·{SITE}" in sheet
        assert page.url in sheet
        assert f"最近一次更正{all_tables.corrected(library)}" in sheet
        assert f"打印于{date.today().isoformat()}" in sheet  # noqa: DTZ011 - the reader's day, as the browser has it
        assert f"第{number}页，共{len(printed)}页" in sheet


def test_without_a_script_the_sheets_say_the_site_and_the_page_s_place_in_it(browser: Browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site_url}/read/shangzhou/")
    for sheet in sheets(page):
        assert f"商州·{SITE}" in sheet
        assert f"{SITE}：read/shangzhou/" in sheet
        assert re.search("最近一次更正[0-9-]{10}", sheet)
    page.close()


def test_a_page_from_a_disk_prints_no_folder_s_name(page_of: OpenPage, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")
    page = page_of()
    page.goto((site_dir / "read" / "shangzhou" / "index.html").as_uri())
    for sheet in sheets(page):
        assert f"{SITE}：read/shangzhou/" in sheet
        assert "file:" not in sheet
        assert str(site_dir.parent) not in sheet


def test_what_follows_the_hash_is_not_printed(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/shangzhou/#a5")
    assert not [sheet for sheet in sheets(page) if "#a5" in sheet]


def test_a_row_that_runs_on_names_its_question_and_its_instruments_again(page_of: OpenPage, library: Library) -> None:
    """Every sheet of the longest row has all heads, though the row began on another sheet."""
    page = page_of()
    page.goto(f"/compare/conditions/?cols={FIVE}")
    page.get_by_role("button", name="全部展开").click()
    table = comparison.table(library, "conditions")
    names = [column.short for column in table.columns if column.instrument in FIVE.split(",")]
    printed = sheets(page)
    asks = next(row.asks for row in table.rows if row.dimension == "conditions")
    held = [sheet for sheet in printed if re.sub(r"\s", "", asks) in sheet]
    assert len(held) > 1
    assert "（十三）其他" in "".join(held)
    for sheet in printed:
        assert all(name in sheet for name in names)
        assert "征求意见稿，未施行" in sheet


def test_the_circumstances_too(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/compare/circumstances/")
    for sheet in sheets(page):
        assert all(name in sheet for name in ("舞阳·容错免责", "商州", "徐州工院"))


def test_paper_shows_what_the_screen_shows_and_the_rest_where_it_is_asked_for(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/compare/application/?cols=xuzhou")
    sentence, quote = "由干部个人书面提出", "应在启动问责程序后7个工作日内"
    brief = "".join(sheets(page))
    assert "启动后7个工作日内" in brief
    assert sentence not in brief
    page.locator("#application_deadline--xuzhou summary").first.click()
    page.locator("tr.is-open").wait_for()
    unfolded = "".join(sheets(page))
    assert sentence in unfolded
    assert quote in unfolded
    assert len(unfolded) < 2 * len(brief)
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    page.locator(".choose-box").evaluate("box => { box.open = true; }")
    page.get_by_role("button", name="连同原文打印").click()
    assert "".join(sheets(page)).count("依据") >= page.locator("tbody tr:visible").count()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("tr.is-open")).to_have_count(1)


def test_texts_side_by_side_are_printed_whole(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/compare/side-by-side/?cols=shangzhou,xuzhou")
    assert "应在启动问责程序后7个工作日内" in "".join(sheets(page))


def test_few_columns_are_printed_larger(page_of: OpenPage) -> None:
    page = page_of()
    page.emulate_media(media="print")
    size = "document.querySelector('td:not([hidden]) .answer') && parseFloat(getComputedStyle(document.querySelector('td:not([hidden]) .answer')).fontSize)"
    found = []
    for query in (f"?cols={FIVE},wuyang_prevention", ""):
        page.goto(f"/compare/application/{query}")
        found.append(round(page.evaluate(size) * 0.75, 1))
    assert found == [7, 8.5]
