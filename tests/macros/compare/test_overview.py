"""The overview: a square for every cell, each where it belongs, led to by hand, by key and by ear; one sheet of paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from macros.compare import comparison, overview, tones
from macros.kit.links import Links
from policies import Library

OpenPage = Callable[..., Page]
INDEX = "/compare/"
A4 = {"width": 680, "height": 1001}  # the sheet without its margins (macros/kit/print.css), in CSS pixels


def test_every_cell_has_its_square_with_its_words_and_the_tone_of_its_value(library: Library) -> None:
    links = Links()
    squares = BeautifulSoup(overview.figure(library, links), "html.parser").select("a.overview__square")
    table = comparison.whole(library)
    assert len(squares) == len(table.rows) * len(table.columns)
    expected = [
        (row, cell, tone)
        for row in table.rows
        for cell, tone in zip(row.cells, tones.tones(row.codes, [True] * len(row.codes)), strict=True)
    ]
    for square, (row, cell, (name, sign)) in zip(squares, expected, strict=True):
        assert square["href"] == links.cell(row.group[0], row.dimension, cell.column.instrument)
        assert square["aria-label"] == f"{row.title}，{cell.column.short}：{cell.brief}"
        assert square.get_text() == sign
        assert f"tone-{name}" in square["class"]
        assert ("is-draft" in square["class"]) is not cell.column.in_force


def test_the_picture_has_a_mark_for_every_cell_in_the_tone_of_its_value(library: Library) -> None:
    drawn = BeautifulSoup(overview.picture(library), "html.parser")
    table = comparison.whole(library)
    lines = drawn.select("svg")
    assert len(lines) == len(table.columns)
    for at, line in enumerate(lines):
        found = {path["class"][0]: path["d"].count("z") for path in line.select("path")}
        toned = [tones.tones(row.codes, [True] * len(row.codes))[at][0] for row in table.rows]
        assert found == {f"tone-{name}": toned.count(name) for name in set(toned)}


def test_one_square_is_reached_by_tab_and_arrows_lead_on_to_the_cell(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 1366, "height": 768})
    page.goto(INDEX)
    squares = page.locator("a.overview__square")
    expect(page.locator("a.overview__square[tabindex='0']")).to_have_count(1)
    squares.first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(squares.nth(8 + 1)).to_be_focused()
    said = str(squares.nth(8 + 1).get_attribute("aria-label"))
    expect(page.locator(".overview__said")).to_have_text(said.replace("，", "", 1))
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/identity/#document_number--wuyang_tolerance")
    expect(page.locator("#document_number--wuyang_tolerance .answer")).to_be_visible()


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_it_is_seen_whole(page_of: OpenPage, width: int) -> None:
    page = page_of(viewport={"width": width, "height": 812})
    page.goto(INDEX)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("a.overview__square").nth(7).bounding_box()
    assert box
    assert box["x"] + box["width"] <= width
    assert box["width"] >= 15


def test_on_paper_it_is_one_sheet(page_of: OpenPage) -> None:
    page = page_of(viewport=A4)
    page.goto(INDEX)
    page.emulate_media(media="print")
    box = page.locator("table.overview").bounding_box()
    assert box
    assert box["height"] <= A4["height"]
    assert box["width"] <= A4["width"]
    assert page.locator(".overview-area").evaluate("area => getComputedStyle(area).breakInside") == "avoid"


def test_without_scripts_every_square_is_a_link(page_of: OpenPage, library: Library) -> None:
    page = page_of(java_script_enabled=False)
    page.goto(INDEX)
    cells = len(library.compared) * len(library.vocabulary.dimensions)
    expect(page.locator("a.overview__square:visible")).to_have_count(cells)
