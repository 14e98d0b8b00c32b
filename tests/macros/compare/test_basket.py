"""已选: rows put together from several pages, seen, ordered, projected, printed, taken away, and handed on by an address."""

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
from tests.support.accessibility import COLOURS, violations
from tests.support.comparing import ALL, GROUP, TEXTS, OpenPage, more, shown, shown_columns
from tests.support.pdf import Pdf
from tests.support.traffic import Traffic
from tests.support.until import until

pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 375, "height": 812}
FIVE = "wuyang_tolerance,shangzhou,puyang_draft,pingdingshan_list,xuzhou"
ROWS = ["appeal", "application_deadline", "filing"]  # not as the page has them
CHOSEN = f"{ALL}?rows={','.join(ROWS)}"
OPEN = "[...document.querySelectorAll('td .cell[open]')].filter(cell => cell.getClientRects().length).length"
WIDE = "Math.max(document.documentElement.scrollWidth, document.querySelector('.briefs').getBoundingClientRect().right)"


def pick(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"选：{title}", exact=True).click()


def act(page: Page, name: str) -> None:
    page.locator(f".basket [data-pick={name}]").click()


def said(page: Page) -> str:
    return page.locator(".basket__said").inner_text()


def saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        act(page, name)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


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


def test_who_goes_back_finds_what_he_has_chosen_since(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    pick(page, "申请期限")
    page.goto("/compare/decision/")
    pick(page, "申诉、异议")
    page.go_back()
    expect(page.locator(".basket__said")).to_have_text("已选 2 行")


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
    assert len(shown_columns(page)) == 5
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


def test_rows_walk_along_between_files(page_of: OpenPage, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load|replaceState")
    page = page_of(viewport=DESK)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('none'); }})")
    traffic.allow("none")
    page.goto((site_dir / "compare" / "application" / "index.html").as_uri())
    pick(page, "申请期限")
    expect(page.locator(".basket [data-pick=link]")).to_be_hidden()
    act(page, "only")
    page.wait_for_url("**/compare/all/index.html?rows=*")
    assert shown(page) == ["application_deadline"]


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
