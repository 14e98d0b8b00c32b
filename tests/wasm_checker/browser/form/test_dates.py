"""The two days as people have them: nothing handed in yet, the day counter, the weeks, and what is told of a day that cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.cases import favourable
from tests.support.check_page import FILL, WUYANG, confirmed, form_of, open_file, opened, said, saved_by

START = "2026-11-24"  # a Tuesday; the seventh working day after it is 3 December
QUESTIONNAIRE = "document.querySelector('[data-checker]').questionnaire"
Opened = Callable[..., Page]


@pytest.fixture
def on(page_of: Callable[..., Page], site_url: str) -> Opened:
    """The page on a day."""

    def at(day: str, place: str | None = "wuyang") -> Page:
        page = page_of()
        page.clock.set_fixed_time(f"{day}T10:00:00+08:00")
        page.add_init_script("window.print = () => window.dispatchEvent(new Event('beforeprint'));")
        opened(page, site_url)
        expect(page.locator("[data-role=save-case]")).to_be_visible()
        if place is not None:
            page.locator(f"input[data-document='{place}']").check()
        return page

    return at


def start(page: Page, day: str = START) -> None:
    page.locator("input[name=accountability_start_date]").fill(day)


def not_yet(page: Page) -> Locator:
    return page.locator("input[name=application][value=not_yet]")


def lines(page: Page) -> Locator:
    return page.locator("[data-role=days] [role=status]")


def cell(page: Page, text: str) -> Locator:
    return page.locator(".weeks td").filter(has=page.locator("b").get_by_text(text, exact=True))


def facts(page: Page) -> Any:
    return page.evaluate(f"{QUESTIONNAIRE}.facts")


# Not handed in yet -----------------------------------------------------------------------------------------------------


@pytest.mark.python
def test_nothing_handed_in_yet_is_an_answer_by_which_today_counts(on: Opened, library: Library) -> None:
    page = on("2026-11-27")
    form_of(page).evaluate(FILL, {**favourable(library), "accountability_start_date": START})
    expect(page.locator(WUYANG)).to_have_attribute("data-verdict", "insufficient_information")
    not_yet(page).check()
    expect(page.locator(WUYANG)).to_have_attribute("data-verdict", "may_qualify")
    assert facts(page)["application_date"] == "2026-11-27"
    expect(lines(page)).to_contain_text("今天提出，算第 3 个工作日，共 7 个。")
    expect(lines(page)).to_contain_text("最迟在12月3日（星期四）提出，还有 6 天。")
    expect(lines(page)).to_contain_text("先按今天（11月27日）算；改天打开，就按那天算。")
    limit = confirmed(page).locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text("您还没有提出，先按今天（2026年11月27日）算。")
    expect(limit).not_to_contain_text("您填的提交日")
    page.locator("[data-role=print-report]").click()
    expect(page.locator(".print-alone .report")).to_contain_text("书面申请提出的日期：还没提出，按2026年11月27日算")


def test_a_phone_that_was_put_away_counts_from_the_day_on_which_it_wakes(on: Opened) -> None:
    page = on("2026-11-27")
    start(page)
    not_yet(page).check()
    expect(lines(page)).to_contain_text("第 3 个工作日")
    page.clock.set_fixed_time("2026-12-04T10:00:00+08:00")  # a Friday; the last day was yesterday
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(lines(page)).to_contain_text("算第 8 个工作日，超过了 7 个")
    assert page.evaluate(f"{QUESTIONNAIRE}.facts.application_date") == "2026-12-04"
    expect(page.locator(WUYANG)).to_have_attribute("data-verdict", "too_late")


def test_without_the_day_of_the_start_nothing_is_made_up(on: Opened) -> None:
    page = on("2026-11-27")
    not_yet(page).check()
    assert facts(page) == {}
    expect(lines(page)).to_have_text("填上启动日，这里就数出今天是第几个工作日、最迟哪天提出。")
    page.locator("input[name=started][value=unknown]").check()
    expect(lines(page)).to_have_text("请先问清哪天启动：这 7 个工作日，从启动的次日数起。")
    start(page, "2026-12-01")
    assert facts(page) == {"accountability_start_date": "2026-12-01"}
    expect(page.locator(".dated", has_text="启动日").get_by_role("status").first).to_contain_text("这一天还没有到")


def test_a_procedure_that_has_not_begun_is_said_here_and_stands_answered_where_else_it_is_asked(on: Opened) -> None:
    page = on("2026-11-27")
    page.locator("#q-key_dates").get_by_label("还没启动", exact=True).check()
    assert facts(page) == {"procedure_stage": "not_started"}
    expect(page.locator("#q-procedure_stage").get_by_label("还没启动", exact=True)).to_be_checked()
    expect(page.locator("[data-role=contradictions]")).to_be_empty()
    expect(lines(page)).to_have_text("程序还没启动，这 7 个工作日还没有开始数。")
    missing = f"{QUESTIONNAIRE}.verdicts.wuyang_tolerance.missing"
    assert "workdays_since_start" not in page.evaluate(missing)
    # Who then knows a day takes back what he has said here, and who answers otherwise there takes it back here.
    start(page)
    assert facts(page) == {"accountability_start_date": START}
    page.locator("#q-key_dates").get_by_label("还没启动", exact=True).check()
    page.locator("#q-procedure_stage").get_by_label("已启动，正在调查", exact=True).check()
    expect(page.locator("#q-key_dates").get_by_label("还没启动", exact=True)).not_to_be_checked()
    expect(page.locator("[data-role=contradictions]")).to_be_empty()


def test_typing_chooses_and_what_stands_beside_another_choice_does_not_count(on: Opened) -> None:
    page = on("2026-11-27")
    not_yet(page).check()
    start(page)
    page.locator("input[name=application_date]").fill("2026-11-26")
    expect(page.locator("input[name=application][value=on]")).to_be_checked()
    expect(lines(page)).to_contain_text("11月26日提出，算第 2 个工作日，共 7 个。")
    page.locator("input[name=workdays_since_start]").fill("5")
    page.locator("input[name=workdays_since_start]").blur()
    assert facts(page) == {"accountability_start_date": START, "workdays_since_start": 5}
    expect(lines(page)).to_contain_text("第 5 个工作日，共 7 个。")
    told = page.locator("#u-application_date")
    expect(told).to_have_text("选了另一个答案，这里填的没有计入。")
    page.locator("input[name=application][value=on]").check()
    assert facts(page) == {"accountability_start_date": START, "application_date": "2026-11-26"}
    expect(told).to_be_empty()


@pytest.mark.long
def test_a_file_says_that_nothing_was_handed_in_and_counts_by_the_day_on_which_it_is_opened(
    on: Opened, tmp_path: Path
) -> None:
    page = on("2026-11-27")
    start(page)
    not_yet(page).check()
    path = saved_by(page, tmp_path)
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert saved["choices"] == {"application": "not_yet"}
    later = on("2026-12-04", None)
    open_file(later, path)
    expect(said(later)).to_contain_text("已打开")
    expect(not_yet(later)).to_be_checked()
    assert facts(later)["application_date"] == "2026-12-04"
    expect(later.locator("input[name=application_date]")).to_have_value("")
    expect(said(later)).to_contain_text(
        "存的时候还没提出书面申请，是按2026年11月27日算的；现在按今天（2026年12月4日）算"
    )
    expect(said(later)).not_to_contain_text("没能放回去")
    expect(lines(later)).to_contain_text("今天提出，算第 8 个工作日，超过了 7 个。")
    expect(lines(later)).to_contain_text("最后一天是12月3日（星期四），已经过了。")
    again = on("2026-11-27", None)
    open_file(again, path)
    expect(said(again)).to_contain_text("已打开")
    expect(said(again)).not_to_contain_text("存的时候")


def test_a_file_of_old_with_a_day_and_its_number_comes_back_whole(on: Opened, tmp_path: Path) -> None:
    page = on("2026-11-27")
    both = {"accountability_start_date": START, "application_date": "2026-11-26", "workdays_since_start": 2}
    form_of(page).evaluate(FILL, both)
    path = saved_by(page, tmp_path)
    other = on("2026-11-27", None)
    open_file(other, path)
    expect(said(other)).to_contain_text("已打开")
    expect(said(other)).not_to_contain_text("没能放回去")
    assert facts(other) == both


# Counted ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "told"), [("2026-12-02", False), ("2026-12-03", True), ("2026-12-04", False)])
def test_the_other_reading_of_the_first_day_is_told_on_the_very_day_on_which_it_decides(
    on: Opened, day: str, told: bool
) -> None:
    page = on(day, "xuzhou")
    start(page)
    not_yet(page).check()
    other = "另一种读法（C35）：启动问责程序的当日计入，算第1个工作日。照那样数，这一天是第 8 个，已经超过。"
    expect(lines(page)).to_contain_text("提出，算第")
    assert (other in str(lines(page).text_content())) is told


def test_days_moved_are_marked_and_make_up_days_are_numbered(on: Opened) -> None:
    page = on("2026-10-12")
    start(page, "2026-09-29")
    expect(cell(page, "29")).to_contain_text("启动")
    expect(cell(page, "10/1")).to_contain_text("休")
    expect(cell(page, "10/1")).not_to_contain_text("第")
    expect(cell(page, "10")).to_contain_text("班")  # a Saturday
    expect(cell(page, "10")).to_contain_text("第4")
    expect(cell(page, "12")).to_contain_text("今天")
    expect(page.locator(".weeks__last")).to_contain_text("第7")
    expect(page.locator(".weeks__legend")).to_have_text("粗框：最后一天；班：调休上班；休：放假。")


def test_in_a_year_not_announced_the_earliest_day_is_the_one_to_act_by(on: Opened) -> None:
    page = on("2026-11-27")
    start(page, "2034-12-23")
    page.locator("input[name=application_date]").fill("2035-01-04")
    expect(lines(page)).to_contain_text("2035年1月4日提出，算第 6 至 10 个工作日，共 7 个。")
    expect(lines(page)).to_contain_text(
        "最后一天最早是2034年12月31日，最晚是2035年1月5日：2034、2035年的放假安排还没有公布。"
    )
    expect(lines(page)).to_contain_text("请按最早的一天办。")
    expect(lines(page)).to_contain_text("照那样数，要多算一个，可能已经超过。")
    expect(page.locator(".weeks__legend")).to_contain_text("？：放假安排还没有公布，先当作上班")


def test_a_place_whose_text_counts_no_days_is_shown_none(on: Opened) -> None:
    page = on("2026-11-27", "")
    start(page)
    expect(lines(page)).to_contain_text("舞阳·容错免责、徐州工院：今天提出，算第 3 个工作日，共 7 个。")
    expect(page.locator(".weeks")).to_be_visible()
    page.locator("input[data-document='shangzhou']").check()
    expect(lines(page)).to_be_empty()
    expect(page.locator(".weeks")).to_have_count(0)


# Told ------------------------------------------------------------------------------------------------------------------


def test_a_day_of_the_application_before_the_start_is_told_beside_it(on: Opened) -> None:
    page = on("2026-11-27")
    start(page)
    page.locator("input[name=application_date]").fill("2026-11-20")
    expect(page.locator("#u-application_date")).to_have_text("这一天早于启动日（2026年11月24日），请改正其中一个。")
    page.locator("input[name=application_date]").fill("2026-11-30")
    expect(page.locator("#u-application_date")).to_have_text("这一天还没有到，先按这天提出来算。")
    page.locator("input[name=application_date]").fill("2026-11-26")
    expect(page.locator("#u-application_date")).to_be_empty()


def test_who_hands_in_to_whom_is_said_in_the_words_of_the_place_chosen(on: Opened) -> None:
    page = on("2026-11-27", None)
    hints = page.locator("#q-key_dates [data-said-of]:visible")
    expect(hints).to_have_text(
        ["舞阳县：所在单位党委（党组）向受理机关提出的那天", "徐州工业职业技术学院：交到学院党委的那天"]
    )
    page.locator("input[data-document='xuzhou']").check()
    expect(hints).to_have_count(1)
    hints.scroll_into_view_if_needed()  # out of sight it is not laid out
    expect(hints).to_have_text("交到学院党委的那天", use_inner_text=True)
