"""比您那里的 in a real browser: from a text to the table beside the others, and the files."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import violations
from tests.support.traffic import Traffic
from tests.support.until import until
from yours.shapes import MARK, NOT_FOUND

READY = 120_000
BUSY = "!document.querySelector('[data-yours]').hasAttribute('aria-busy')"


def opened(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/yours/")
    page.wait_for_selector("[data-yours][data-drawn]")
    return page


def compared(page: Page) -> Page:
    page.get_by_role("button", name="用一份虚构的文件试试").click()
    expect(page.locator("[data-role=text]")).to_be_visible(timeout=READY)
    page.get_by_role("button", name="和它们比").click()
    expect(page.locator("[data-role=found]")).to_be_visible(timeout=READY)
    return page


@pytest.fixture
def found(page_of: Callable[..., Page], site_url: str) -> Page:
    return compared(opened(page_of(viewport={"width": 375, "height": 812}), site_url))


def test_a_text_is_set_beside_the_others_and_what_a_program_inferred_is_marked(found: Page, library: Library) -> None:
    assert MARK in found.locator(".yours__sum").inner_text()
    table = found.locator(".yours__table")
    assert MARK in (table.locator("thead").text_content() or "")
    assert table.locator("thead th").count() == 2 + len(library.documents)
    cells = table.locator("tbody td:nth-child(2)").all_inner_texts()
    assert NOT_FOUND in cells
    assert any("书面申请" in cell for cell in cells)
    assert not any("没有写" in cell for cell in cells)
    # A draft is called one beside each of its answers where the heads are out of sight.
    drafts = [
        one.slug
        for one in library.documents
        if any(not item.about.in_force for item in library.instruments if item.document == one.slug)
    ]
    assert drafts
    assert table.locator("td[data-whose*='未施行']").count() == table.locator("tbody tr").count() * len(drafts)
    words = found.locator(".yours__provision").first
    words.locator("summary").click()
    expect(words.locator("a[href*='read/']").first).to_be_visible()
    assert found.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(found) == []


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")  # the library writes none
def test_the_files_hold_what_the_page_shows_and_say_that_a_program_found_it(found: Page) -> None:
    title = found.locator("[data-role=title]").input_value()
    shown = found.locator(".yours__table tbody th").all_text_contents()
    with found.expect_download() as saved:
        found.get_by_role("button", name="下载 Excel").click()
    assert title in saved.value.suggested_filename
    book = openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))
    assert all(any(MARK in str(cell.value) for cell in sheet[1]) for sheet in book.worksheets)
    words = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert set(shown) <= {word.split("\n")[0] for word in words}
    until(found, BUSY)
    with found.expect_download() as saved:
        found.get_by_role("button", name="下载 Word").click()
    document = docx.Document(io.BytesIO(Path(saved.value.path()).read_bytes()))
    assert any(MARK in paragraph.text for paragraph in document.paragraphs)
    assert len(document.tables) == len(book.worksheets) - 1
    for sheet in book.worksheets:
        assert sheet.print_title_rows == "$1:$1"
        assert MARK in str(sheet.oddHeader and sheet.oddHeader.right)
    assert "第" in document.sections[0].footer.paragraphs[0].text


def test_a_piece_is_put_right_by_hand_and_what_was_compared_before_is_gone(found: Page) -> None:
    found.get_by_text("逐处看、改").click()
    pieces = found.locator(".yours__pieces li")
    before = pieces.count()
    found.get_by_role("button", name="接到上一处：第二条", exact=True).click()
    assert pieces.count() == before - 1
    expect(pieces.filter(has_text="第一条").first).to_contain_text("第二条本办法适用于")
    expect(found.locator("[data-role=found]")).to_be_hidden()
    found.get_by_role("button", name="改：第三条", exact=True).click()
    found.get_by_label("第三条的文字").fill("容错坚持自愿。")
    found.get_by_role("button", name="改好了").click()
    expect(pieces.filter(has_text="容错坚持自愿。")).to_have_count(1)
    found.get_by_role("button", name="删去：第三条", exact=True).click()
    assert pieces.count() == before - 2


def test_nothing_is_kept_unless_asked_and_what_is_kept_can_be_wiped(found: Page, site_url: str) -> None:
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert "云岭" not in found.evaluate(kept)
    found.get_by_role("button", name="留在这台设备上").click()
    assert "云岭" in found.evaluate(kept)
    opened(found, site_url)
    expect(found.locator("[data-role=given]")).to_have_value(re.compile("云岭县"))
    expect(found.locator("[data-role=status]")).to_contain_text("上次留下")
    found.evaluate("document.querySelector('[data-role=found]').hidden = false")
    found.get_by_role("button", name="抹掉").click()
    assert "云岭" not in found.evaluate(kept)
    expect(found.locator("[data-role=given]")).to_have_value("")


def test_what_is_no_official_text_is_answered_in_one_sentence(page: Page, site_url: str) -> None:
    opened(page, site_url)
    page.locator("[data-role=given]").fill("This is a letter about the weather, and no article is in it. " * 20)
    page.get_by_role("button", name="看条款").click()
    until(page, BUSY)
    said = page.locator("[data-role=status]").inner_text()
    assert said.endswith("。")
    assert said.count("\n") == 0
    expect(page.locator("[data-role=text]")).to_be_hidden()
    expect(page.locator("[data-role=status]")).to_be_in_viewport()


def test_a_program_that_does_not_come_is_told_as_the_network_and_the_words_stay(
    page: Page, site_url: str, traffic: Traffic
) -> None:
    traffic.allow("Failed to fetch|ERR_FAILED")
    opened(page, site_url)
    page.route("**/assets/yours/held.*.json", lambda route: route.abort())
    page.locator("[data-role=given]").fill("第一条 某某。")
    page.get_by_role("button", name="看条款").click()
    expect(page.locator("[data-role=status]")).to_contain_text("网络断了", timeout=READY)
    expect(page.locator("[data-role=given]")).to_have_value("第一条 某某。")


def test_no_other_page_loads_its_files(site_dir: Path) -> None:
    manifest = json.loads((site_dir / "assets" / "yours" / "manifest.json").read_text(encoding="utf-8"))
    own = {file["path"] for file in manifest.values() if not file["path"].startswith("../")}
    for path in site_dir.rglob("*.html"):
        if path.parent.name != "yours":
            text = path.read_text(encoding="utf-8")
            assert not any(f"assets/yours/{name}" in text for name in own), path
