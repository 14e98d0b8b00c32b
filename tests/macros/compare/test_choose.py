"""Choosing from a comparison as a reader does: filters, columns, pins; and the choice is still there another day, and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import expect

from macros.compare import tones
from policies import Library
from tests.support.comparing import ALL, DESK, GROUP, TEXTS, OpenPage, more, shown, shown_columns

# Of each row the tones and signs of its cells, in the order in which they came.
DRAWN = """() => Object.fromEntries([...document.querySelectorAll('table.comparison tbody tr')].map(row => [
  row.cells[0].id,
  [...row.cells].slice(1).map(cell => [/tone-(\\w+)/.exec(cell.className)[1], cell.querySelector('.sign').textContent]),
]))"""


def codes(library: Library, dimension: str, columns: Iterable[str]) -> list[object]:
    """Of each column what it answers, by the data alone; where the question is not its own, nothing."""
    cells = [library.instrument(column).cells[dimension] for column in columns]
    return [frozenset(cell.values) for cell in cells if not {"sibling", "not-applicable"} & set(cell.values)]


def wanted(library: Library, test: Callable[[str], bool]) -> list[str]:
    dimensions = library.vocabulary.dimensions
    order = [one.id for group in library.vocabulary.groups for one in dimensions if one.group == group.id]
    return [dimension for dimension in order if test(dimension)]


def by_values(library: Library, columns: list[str], name: str) -> list[str]:
    def test(dimension: str) -> bool:
        found = codes(library, dimension, columns)
        return len(set(found)) > 1 if name == "说法不同" else len(found) > 1 and len(set(found)) == 1

    return wanted(library, test)


def by_status(library: Library, columns: list[str], status: str) -> list[str]:
    return wanted(library, lambda one: status in {library.instrument(column).cells[one].status for column in columns})


def unwritten(library: Library, columns: list[str]) -> list[str]:
    return wanted(
        library, lambda one: any(library.instrument(each).cells[one].values == ("silent",) for each in columns)
    )


@pytest.mark.parametrize("address", [ALL, TEXTS])
def test_each_filter_shows_the_rows_that_the_values_say(
    page_of: OpenPage, library: Library, leading: list[str], address: str
) -> None:
    columns = leading if address == ALL else [one.id for one in library.compared]
    page = page_of(viewport=DESK)
    page.goto(address)
    assert shown_columns(page) == columns
    assert len(shown(page)) == len(library.vocabulary.dimensions)
    for name in ("说法不同", "说法相同"):
        page.get_by_label(name, exact=True).check()
        expected = by_values(library, columns, name)
        assert shown(page) == expected, name
        assert len(expected) < len(library.vocabulary.dimensions) or address == TEXTS, (
            name
        )  # all texts differ everywhere
    page.get_by_label("有没写的", exact=True).check()
    assert shown(page) == unwritten(library, columns)
    page.get_by_label("全部", exact=True).check()
    more(page)
    page.get_by_label("其中有").select_option(label="另见他文")
    assert shown(page) == by_status(library, columns, "external")
    page.get_by_label("其中有").select_option(label="不限")
    page.get_by_label("含有文字").fill("７ 个工作日")
    found = shown(page)
    assert "application_deadline" in found
    assert len(found) < len(library.vocabulary.dimensions)
    texts = page.evaluate("ids => ids.map(id => document.getElementById(id).parentElement.textContent)", found)
    assert all("7个工作日" in text.replace(" ", "") for text in texts)


def test_what_is_shared_is_told_by_colour_and_sign_among_the_columns_shown(page_of: OpenPage, library: Library) -> None:
    """As the page came, and as the script makes it of other columns: by macros/compare/tones.py."""
    page = page_of(viewport=DESK)
    page.goto(TEXTS)
    ids = [one.id for one in library.compared]
    for cols in (ids, ["wuyang_tolerance", "xuzhou"], ["shangzhou", "puyang_draft", "pingdingshan_list", "xuzhou"]):
        page.goto(f"{TEXTS}?cols={','.join(cols)}")
        found = page.evaluate(DRAWN)
        for dimension in library.vocabulary.dimensions:
            values = [library.instrument(one).cells[dimension.id].values for one in ids]
            toned = tones.tones(tones.codes(values), [one in cols for one in ids])
            assert [tuple(each) for each in found[dimension.id]] == list(toned), (dimension.id, cols)


def test_the_presets_and_the_page_of_all_texts(page_of: OpenPage, library: Library, leading: list[str]) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?show=differ")
    few, many, mine = (page.locator(f"[data-set={name}]") for name in ("leading", "all", "mine"))
    expect(few).to_have_attribute("aria-pressed", "true")
    many.click()
    page.wait_for_url("**/compare/all-texts/?*")
    expect(many).to_have_attribute("aria-pressed", "true")
    assert len(shown_columns(page)) == len(library.compared)
    expect(page.get_by_label("说法不同", exact=True)).to_be_checked()
    few.click()
    assert shown_columns(page) == leading
    page.get_by_label("我在").select_option("pingdingshan")
    mine.click()
    assert shown_columns(page) == ["pingdingshan_measures", "pingdingshan_list"]
    page.get_by_label("徐州工院", exact=True).check()
    page.get_by_label("和我那里不同", exact=True).check()
    assert "legal_status" not in shown(page)
    assert "application_deadline" in shown(page)


def test_a_group_page_as_it_opens_is_of_the_leading_texts_for_the_room_and_the_narrow_window_too(
    page_of: OpenPage, leading: list[str]
) -> None:
    page = page_of(viewport={"width": 1024, "height": 768})
    page.goto(GROUP)
    expect(page.locator("thead th[data-column]:not([hidden])")).to_have_count(len(leading))
    expect(page.locator(".beyond")).to_be_hidden()
    page.get_by_role("button", name="投影").click()
    expect(page.locator(".stage__card")).to_have_count(len(leading))


def test_a_row_unfolds_whole_and_on_a_phone_a_cell_alone(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(GROUP)
    row = page.locator("tr", has=page.locator("#application_deadline"))
    row.locator("summary:visible").nth(2).click()
    expect(row.locator("td:visible .answer:visible")).to_have_count(5)
    page.get_by_role("button", name="全部展开").click()
    expect(page.locator("td:visible .answer:visible")).to_have_count(5 * page.locator("tbody tr").count())
    page.get_by_role("button", name="全部收起").click()
    expect(page.locator(".answer:visible")).to_have_count(0)
    page.set_viewport_size({"width": 375, "height": 812})
    cell = page.locator("#application_deadline--shangzhou")
    cell.locator("summary").first.click()
    expect(page.locator(".answer:visible")).to_have_count(1)
    # Whose words these are stays in sight.
    cell.evaluate("cell => scrollBy(0, cell.getBoundingClientRect().top + 40)")
    head = cell.locator("summary").first.bounding_box()
    assert head
    assert 0 <= head["y"] <= 60
    expect(cell.locator(".who")).to_contain_text("商州 试行")


@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_five_columns_fit_and_whose_they_are_stays_in_sight_to_the_end(page_of: OpenPage, width: int) -> None:
    page = page_of(viewport={"width": width, "height": 768})
    for address in (ALL, GROUP):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        last = page.locator("tbody tr").last
        last.scroll_into_view_if_needed()
        page.evaluate("row => scrollBy(0, row.getBoundingClientRect().top - 130)", last.element_handle())
        head, row = page.locator("thead th").nth(5).bounding_box(), last.bounding_box()
        bar = page.locator(".md-header").bounding_box()
        assert head
        assert row
        assert bar
        assert bar["y"] + bar["height"] - 2 <= head["y"] <= row["y"] - head["height"] + 2
        assert head["x"] + head["width"] <= width


def test_an_address_of_a_cell_shows_its_column_unfolded(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{GROUP}#application_deadline--pingdingshan_measures")
    expect(page.locator("#application_deadline--pingdingshan_measures .answer")).to_be_visible()
    assert "pingdingshan_measures" in shown_columns(page)


def test_a_filter_speaks_of_the_columns_chosen(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK)
    page.goto(TEXTS)
    page.get_by_label("有没写的", exact=True).check()
    more(page)
    for box in page.locator("[name=cols]").all()[1:]:
        box.uncheck()
    only = shown_columns(page)
    assert only == [library.compared[0].id]
    assert shown(page) == unwritten(library, only)
    expect(page.locator(".choose__count")).to_contain_text(f"显示 {len(shown(page))} 行")
    expect(page.locator("td:visible")).to_have_count(len(shown(page)))


def test_an_address_of_old_has_its_rows_on_top_whatever_is_filtered(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?pin=interpreter,purpose")
    assert shown(page)[:2] == ["interpreter", "purpose"]
    page.get_by_label("有没写的", exact=True).check()
    assert shown(page)[:2] == ["interpreter", "purpose"]
    assert "pin=interpreter,purpose" in page.url
    page.get_by_role("button", name="选：目的", exact=True).press("Enter")
    assert shown(page)[0] == "interpreter"
    assert "purpose" not in shown(page)
    page.locator(".basket [data-pick=only]").click()
    assert shown(page) == ["interpreter"]


def test_the_choice_is_in_the_address_and_survives_closing(page_of: OpenPage) -> None:
    first = page_of(viewport=DESK)
    first.goto(ALL)
    first.get_by_label("有没写的", exact=True).check()
    more(first)
    first.get_by_label("商州", exact=True).uncheck()
    first.get_by_label("含有文字").fill("备案")
    first.locator("[data-pick=row]:visible").last.press("Enter")
    kept = (first.url, shown(first), shown_columns(first))
    first.close()
    again = page_of(viewport=DESK)  # a context of its own: nothing but the address is carried over
    again.goto(kept[0])
    assert (again.url, shown(again), shown_columns(again)) == kept
    expect(again.get_by_label("有没写的", exact=True)).to_be_checked()
    again.get_by_role("button", name="还原").click()
    expect(again).to_have_url(re.compile(r"/all/\?rows=\w+&only=no$"))  # what is put together stays so
    assert "shangzhou" in shown_columns(again)


def test_an_address_with_names_that_are_gone_still_opens(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?show=gone&status=gone&cols=gone&pin=gone&paper=gone")
    assert len(shown(page)) == len(library.vocabulary.dimensions)
    assert len(shown_columns(page)) == len(library.leading)


def test_what_is_chosen_is_what_is_printed_and_the_paper_says_so(page_of: OpenPage) -> None:
    page = page_of(viewport=DESK)
    page.goto(f"{ALL}?show=silent&cols=xuzhou,shangzhou&pin=purpose")
    before = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == before
    expect(page.locator("thead th[data-column]:visible")).to_have_count(2)
    expect(page.locator(".chosen")).to_contain_text("照选择打印：有没写的；所选文书 2 份；已选 1 行在最前")
    expect(page.locator(".choose-area")).to_be_hidden()
    expect(page.locator(".pick").first).to_be_hidden()
    expect(page.locator(".basket")).to_be_hidden()
    sizes = page.evaluate("[...document.querySelectorAll('link[media=print]')].map(link => link.href.split('/').pop())")
    assert "print-a3.css" not in sizes
    expect(page.locator("td:visible .brief:visible").first).to_be_visible()
    expect(page.locator(".answer:visible")).to_have_count(0)  # what is folded on the screen
    page.goto(f"{ALL}?paper=a3")
    expect(page.locator("link[media=print][href$='print-a3.css']")).to_have_count(1)


def test_without_scripts_everything_is_visible_and_no_dead_control_is(page_of: OpenPage, library: Library) -> None:
    page = page_of(viewport=DESK, java_script_enabled=False)
    page.goto(ALL)
    expect(page.locator("tbody tr:visible")).to_have_count(len(library.vocabulary.dimensions))
    expect(page.locator("thead th:visible")).to_have_count(len(library.leading) + 1)
    expect(page.locator(".choose-area")).to_be_hidden()
    page.goto(GROUP)
    expect(page.locator("thead th:visible")).to_have_count(len(library.compared) + 1)
    expect(page.get_by_role("link", name="XLSX")).to_be_visible()
