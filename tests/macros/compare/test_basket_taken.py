"""The chosen rows alone: projected, printed, taken away as files."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from macros.compare import comparison
from macros.tables import sheets, strip
from policies import Library
from tests.support import office
from tests.support.basket import CHOSEN, DESK, ROWS, act, pick
from tests.support.comparing import GROUP, OpenPage, shown, shown_columns
from tests.support.pdf import Pdf

pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")


def saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        act(page, name)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_files_hold_the_rows_and_columns_of_the_page_in_its_order(
    page_of: OpenPage, library: Library, tmp_path: Path
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto(f"{CHOSEN}&cols=xuzhou,shangzhou,puyang_draft")
    columns = shown_columns(page)
    whole = comparison.whole(library)
    ids = [column.instrument for column in whole.columns]
    at = [ids.index(one) for one in columns]
    rows = [next(row for row in whole.rows if row.dimension == one) for one in shown(page)]
    briefs = [[row.title, *(f"{strip.signs(row)[one]} {row.cells[one].brief}" for one in at)] for row in rows]

    book = openpyxl.load_workbook(saved(page, "xlsx", tmp_path))
    assert [[cell.value for cell in row[: len(at) + 1]] for row in book["简答"].iter_rows(min_row=2)] == briefs
    quoted = [sheets.quoted(whole).rows[whole.rows.index(row) * len(ids) + one] for row in rows for one in at]
    raw = saved(page, "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert [tuple(line) for line in csv.reader(io.StringIO(raw))][1:] == quoted

    path = saved(page, "docx", tmp_path)
    assert path.name == "全部问题（所选）.docx"
    word = docx.Document(str(path))
    first, *questions = word.tables
    assert [[cell.text for cell in row.cells] for row in first.rows][1:] == briefs
    assert [table.rows[0].cells[0].text for table in questions] == [row.title for row in rows]
    for table, row in zip(questions, rows, strict=True):
        lines = [[cell.text for cell in line.cells] for line in table.rows][1:]
        names = [line[0].split("\n")[0] for line in lines if "（续）" not in line[0]]
        assert names == [row.cells[one].column.short for one in at]
        assert [line[2] for line in lines if line[2]] == [
            "\n".join(f"“{each.quote}”（{each.place}）" for each in row.cells[one].citations) for one in at
        ]
        assert all(row.cells[one].answer[:20] in "\n".join(line[1] for line in lines) for one in at)
    titles = [one.text for one in word.paragraphs if one.style and one.style.style_id == "Heading2"]
    assert titles == ["简答", *(row.title for row in rows)]


def test_the_word_file_says_what_it_is_and_names_only_fonts_that_wps_in_china_has(
    page_of: OpenPage, tmp_path: Path
) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(CHOSEN)
    expect(page.locator(".basket")).to_be_visible()
    assert not [url for url in asked if "docx" in url]
    path = saved(page, "docx", tmp_path)
    file = path.read_bytes()
    assert office.fonts(file) == {"宋体", "黑体"}
    assert office.languages(file) == office.CHINESE
    assert office.unread(file) == []
    assert office.smallest(file) == 10.5
    section = docx.Document(str(path)).sections[0]
    head, foot = (part.paragraphs[0] for part in (section.header, section.footer))
    assert re.fullmatch(r"全部问题（所选）\t最近一次更正 [0-9-]{10}", head.text)
    assert foot.text.startswith(f"{page.url}\t第 ")
    assert re.findall("PAGE|NUMPAGES", foot._p.xml)[:2] == ["PAGE", "NUMPAGES"]
    assert (section.page_width or 0) > (section.page_height or 0)


def test_what_is_asked_for_on_another_page_is_done_on_that_of_all(page_of: OpenPage, tmp_path: Path) -> None:
    page = page_of(viewport=DESK, accept_downloads=True)
    page.goto(GROUP)
    pick(page, "申请期限")
    path = saved(page, "docx", tmp_path)
    assert path.name == "全部问题（所选）.docx"
    expect(page).to_have_url(re.compile(r"/compare/all/\?rows=application_deadline$"))
    page.goto(GROUP)
    act(page, "project")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".stage__place")).to_contain_text("1／1")


def test_only_what_is_chosen_is_printed(page_of: OpenPage, library: Library) -> None:
    """Folded on two sheets at most, unfolded on four: three rows of five texts."""
    page = page_of(viewport=DESK)
    titles = {one.id: one.title for one in library.vocabulary.dimensions}
    for query, most in (("", 2), ("&open=all", 4)):
        page.goto("about:blank")
        page.goto(CHOSEN + query)
        page.wait_for_timeout(300)  # toggles are told later
        printed = Pdf(page.pdf(prefer_css_page_size=True)).pages
        words = "".join(printed)
        assert len(printed) <= most, query
        assert "只看已选3行" in words
        assert "复制链接" not in words
        assert page.url.split("fil")[0] in words  # the f and the i of a name are one sign on paper
        found = [words.find(titles[one]) for one in ROWS]
        assert -1 not in found
        assert found == sorted(found)
        asks = {one.id: "".join(one.asks.split()) for one in library.vocabulary.dimensions}
        assert [one for one, text in asks.items() if text in words] == sorted(ROWS, key=list(asks).index)


def test_the_room_sees_only_what_is_chosen(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    page.goto(f"{CHOSEN}&only=no")
    act(page, "project")
    expect(page.locator(".stage__place")).to_contain_text("1／3")
    titles = {one.id: one.title for one in library.vocabulary.dimensions}
    expect(page.locator(".stage__title")).to_have_text(titles[ROWS[0]])
    page.keyboard.press("End")
    expect(page.locator(".stage__title")).to_have_text(titles[ROWS[-1]])
    expect(page.locator(".stage__place")).to_contain_text("3／3")
    page.keyboard.press("Escape")
    assert shown(page) == ROWS
