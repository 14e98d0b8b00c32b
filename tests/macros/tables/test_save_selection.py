"""What a reader chose on the page, taken away from the page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, Route, expect

from macros.compare import comparison
from macros.tables import selection, sheets, strip, to_xlsx
from macros.tables.book import Sheet
from macros.tables.origin import Origin
from policies import Library
from tests.support import office
from tests.support.traffic import Traffic

# The writer names no style of its own, which is allowed and which openpyxl remarks on.
pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")
OpenPage = Callable[..., Page]
DESK = {"width": 1280, "height": 800}
TABLE = "**/data/tables/compare-application.js"
CHOSEN = "/compare/application/?cols=wuyang_tolerance,xuzhou&show=agree"


def saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def lines(path: Path, title: str) -> list[tuple[str, ...]]:
    rows = openpyxl.load_workbook(path)[title].iter_rows(values_only=True)
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


def part(sheet: Sheet, columns: list[int], rows: list[int]) -> list[tuple[str, ...]]:
    return [tuple(sheet.lines[row][column] for column in columns) for row in [0, *(row + 1 for row in rows)]]


def test_the_rows_and_columns_chosen_are_exported_as_the_whole_table_would_be(
    page_of: OpenPage, library: Library, tmp_path: Path
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto(CHOSEN)
    rows: list[int] = page.evaluate(
        "[...document.querySelectorAll('tbody tr')].flatMap((row, at) => row.hidden ? [] : [at])"
    )
    table = comparison.table(library, "application")
    ids = [column.instrument for column in table.columns]
    at = [ids.index(one) for one in ("wuyang_tolerance", "xuzhou")]
    assert 0 < len(rows) < len(table.rows)
    path = saved(page, "导出所选 XLSX", tmp_path)
    assert path.name == "申请与受理（所选）.xlsx"
    assert openpyxl.load_workbook(path).sheetnames == ["简答", "对照", "依据与原文", "说明"]
    assert lines(path, "对照") == part(sheets.shown(table), [0, *(one + 1 for one in at)], rows)
    head, *briefs = lines(path, "简答")
    assert head[-1] == strip.COUNTED
    for (name, *said, classes), row in zip(briefs, [table.rows[one] for one in rows], strict=True):
        signs = strip.signs(row)
        assert name == row.title
        assert said == [f"{signs[one]} {row.cells[one].brief}" for one in at]
        assert int(classes) == len({signs[one] for one in at if signs[one].isalpha()})
    facts = {line[0]: line[1] for line in lines(path, "说明")}
    assert facts["网址"] == page.url
    assert "所选文书 2 份" in facts["所选"]
    quoted = sheets.quoted(table)
    kept = [row * len(ids) + one for row in rows for one in at]
    expected = part(quoted, list(range(len(quoted.fields))), kept)
    assert lines(path, "依据与原文") == expected
    raw = saved(page, "导出所选 CSV", tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    assert [tuple(row) for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))] == expected


def test_a_spreadsheet_runs_no_cell_of_what_is_exported(page_of: OpenPage, library: Library, tmp_path: Path) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    made = comparison.table(library, "application")
    hostile = tuple(replace(row, cells=tuple(replace(cell, answer="=1+1") for cell in row.cells)) for row in made.rows)
    body = selection.script(replace(made, rows=hostile), Origin("某网站"))
    page.route(TABLE, lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.goto(CHOSEN)
    raw = saved(page, "导出所选 CSV", tmp_path).read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))[1:]
    answered = [field.title for field in sheets.QUOTED].index("回答")
    assert {row[answered] for row in rows} == {"'=1+1"}


def test_everything_is_exported_ready_to_print_and_the_writer_comes_only_when_asked_for(
    page_of: OpenPage, library: Library, tmp_path: Path
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/compare/all-texts/")
    page.locator(".choose-box > summary").click()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "vendor" in url or "/data/" in url]
    path = saved(page, "导出所选 XLSX", tmp_path)
    whole = comparison.whole(library)
    assert lines(path, "依据与原文") == list(sheets.quoted(whole).lines)
    assert lines(path, "对照") == list(to_xlsx.cut(sheets.shown(whole)).lines)
    assert lines(path, "简答") == list(strip.sheet(whole).lines)
    papers = {sheet.title: sheet.page_setup.paperSize for sheet in openpyxl.load_workbook(path).worksheets}
    assert papers == {"简答": 9, "对照": 8, "依据与原文": 8, "说明": 9}
    for sheet in openpyxl.load_workbook(path).worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        above, dated, address, number = office.corners(sheet)
        assert (above, address, number) == ("全部问题，全部文书（所选）", page.url, "第 &P 页，共 &N 页")
        assert re.fullmatch("最近一次更正 [0-9-]{10}", str(dated))
        assert all(sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1))
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
        assert all(cell.alignment.wrap_text for cell in sheet[2])


def test_an_export_names_only_fonts_that_wps_in_china_has(page_of: OpenPage, tmp_path: Path) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto(CHOSEN)
    file = saved(page, "导出所选 XLSX", tmp_path).read_bytes()
    assert office.fonts(file) == {"宋体", "黑体"}
    assert office.languages(file) == set()
    assert office.unread(file) == []


def test_an_export_has_the_colours_and_the_numbers_of_the_whole(
    page_of: OpenPage, library: Library, tmp_path: Path
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    every = ",".join(one.id for one in library.compared)
    page.goto(f"/compare/application/?cols={every}")  # with a choice the form stands open
    sheet = openpyxl.load_workbook(saved(page, "导出所选 XLSX", tmp_path))["简答"]
    made = to_xlsx.render(sheets.book(comparison.table(library, "application")), Origin("某网站"))
    other = openpyxl.load_workbook(io.BytesIO(made))["简答"]
    for row, same in zip(sheet.iter_rows(min_row=2), other.iter_rows(min_row=2), strict=True):
        assert [(one.value, str(one.fill.fgColor.rgb)[-6:]) for one in row[1:]] == [
            (one.value, str(one.fill.fgColor.rgb)[-6:]) for one in same[1:]
        ]
        assert isinstance(row[-1].value, int)


def test_an_export_works_from_a_folder(page_of: OpenPage, site_dir: Path, tmp_path: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")  # modules, which no browser loads from there
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto((site_dir / "compare" / "application" / "index.html").as_uri() + "?cols=xuzhou")
    heads = [line[0] for line in (lines(saved(page, "导出所选 XLSX", tmp_path), "对照"))]
    assert len(heads) > 3
    assert saved(page, "导出所选 CSV", tmp_path).stat().st_size > 1000


def fault(route: Route) -> None:
    route.fulfill(body='throw new TypeError("a fault of our own");', content_type="text/javascript")


@pytest.mark.parametrize(
    ("answer", "told", "logged"),
    [
        (fault, "没能导出（这是本站的差错，请告诉维护者）", "a fault of our own|TypeError"),
        (lambda route: route.abort(), "没能导出（网络中断）", "compare-application.js"),
    ],
    ids=["fault", "network"],
)
def test_an_export_that_fails_says_why_is_logged_and_can_be_tried_again(
    page_of: OpenPage, tmp_path: Path, traffic: Traffic, answer: Callable[[Route], None], told: str, logged: str
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto(CHOSEN)
    page.route(TABLE, answer)
    page.get_by_role("button", name="导出所选 XLSX").click()
    expect(page.locator(".choose__count")).to_contain_text(told)
    assert [line for line in traffic.complaints() if re.search(logged, line)]
    traffic.allow(f"{logged}|Failed to load|ERR_FAILED")
    page.unroute(TABLE)
    if "网络" in told:
        assert saved(page, "导出所选 XLSX", tmp_path).name == "申请与受理（所选）.xlsx"
