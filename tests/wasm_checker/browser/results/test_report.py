"""The printed 自查报告: answers, verdicts, the words of the provisions, open points, caveats; and nothing else of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import TODAY, Judged, favourable

DRAW = """([facts, verdicts, today]) => {
  place.textContent = "页面上别的内容";
  modules.printAlone(modules.report({ words, facts, verdicts, today }), () => {});
}"""

Judge = Callable[[Mapping[str, Any]], Judged]


@pytest.fixture
def printed(bare: Page, library: Library, judge: Judge) -> Page:
    judged = judge({**favourable(library), "due_diligence": "organ"})
    bare.evaluate(DRAW, [judged.facts, judged.verdicts, TODAY])
    bare.emulate_media(media="print")
    return bare


def test_only_the_report_is_printed_and_it_leaves_the_page_as_it_was(printed: Page) -> None:
    expect(printed.locator(".print-alone .report")).to_be_visible()
    expect(printed.locator("#place")).to_be_hidden()
    printed.emulate_media(media="screen")
    expect(printed.locator(".print-alone .report")).to_be_hidden()
    printed.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(printed.locator(".print-alone")).to_have_count(0)
    expect(printed.locator("#place")).to_be_visible()


def test_it_says_what_it_is_when_and_from_which_data(printed: Page) -> None:
    text = printed.locator(".report")
    version = printed.evaluate("words.data.version.slice(0, 12)")
    expect(text).to_contain_text(f"生成日期：2026年11月22日。数据版本：{version}。")
    expect(text).to_contain_text("不是任何机关的认定，也不是法律意见")
    expect(text).to_contain_text("征求意见稿，未施行")
    expect(text).to_contain_text("这里问到的条件都具备；条文另写的话和这些回答本身还要核实")
    expect(text).to_contain_text(
        "每份文件后来有没有修改、废止，写在它的结论下面；有没有新规定，本站没有查，请先向有关机关核实。"
    )


def test_it_says_whom_to_tell_of_an_error_if_the_page_does(bare: Page, judge: Judge, library: Library) -> None:
    judged = judge(favourable(library))
    draw = "([facts, verdicts]) => modules.report({ words, facts, verdicts, today: '2026-11-22' }).textContent"
    assert "请告诉我们" not in bare.evaluate(draw, [judged.facts, judged.verdicts])
    bare.evaluate("place.innerHTML = '<p class=site-report>请告诉我们：a@example.org</p>'")
    assert bare.evaluate(draw, [judged.facts, judged.verdicts]).endswith("请告诉我们：a@example.org")


def test_it_has_every_answer_and_every_verdict_with_its_provisions_and_their_words(
    printed: Page, library: Library
) -> None:
    report = printed.locator(".report")
    for answered in (
        "否：谋取私利。",
        "是：主观出于公心",
        "请组织认定：勤勉尽责、达到尽责要求。",
        "问责程序启动日：2026年11月18日",
    ):
        expect(report).to_contain_text(answered)
    assert printed.locator("[data-rule]").count() == len(library.rules)
    section = printed.locator("[data-rule=wuyang_tolerance]")
    expect(section).to_contain_text(library.vocabulary.labels.validity.unchecked)
    expect(section).to_contain_text("只有组织能认定的")
    expect(section.locator("q").first).not_to_be_empty()


def test_where_another_reading_would_decide_otherwise_it_says_so(
    bare: Page, library: Library, judge: Callable[[Mapping[str, Any]], Judged]
) -> None:
    judged = judge({**favourable(library), "violated_discipline_or_law": True})
    others = judged.verdicts["wuyang_tolerance"]["other_readings"]
    assert others
    bare.evaluate(DRAW, [judged.facts, judged.verdicts, TODAY])
    section = bare.locator(".report [data-rule=wuyang_tolerance]")
    for other in others:
        expect(section).to_contain_text(f"读法{other['reading']}，若按“{other['says']}”，结论是")


def test_it_reads_in_black_on_white(printed: Page) -> None:
    colours = printed.evaluate(
        """() => Array.from(document.querySelectorAll(".report *"), (node) => getComputedStyle(node))
                 .map(({ color, backgroundColor }) => [color, backgroundColor])"""
    )
    assert {tuple(pair) for pair in colours} == {("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)")}


def test_answers_that_contradict_each_other_are_named(
    bare: Page, library: Library, judge: Callable[[Mapping[str, Any]], Judged]
) -> None:
    judged = judge(favourable(library))
    show = DRAW.replace("today }", 'today, contradictions: [["dereliction", "due_diligence"]] }')
    bare.evaluate(show, [judged.facts, judged.verdicts, TODAY])
    told = bare.locator(".report__contrary")
    expect(told).to_contain_text("互相矛盾")
    expect(told).to_contain_text("“失职渎职”与“勤勉尽责、达到尽责要求”")
    bare.evaluate(DRAW, [judged.facts, judged.verdicts, TODAY])
    expect(told).to_have_count(0)


def test_answers_that_cannot_be_judged_have_the_reason_in_place_of_verdicts(bare: Page, library: Library) -> None:
    show = DRAW.replace("today }", 'today, error: "某日超出本站的放假安排" }')
    bare.evaluate(show, [favourable(library), {}, TODAY])
    expect(bare.locator(".report")).to_contain_text("按现在的回答不能判断，没有结论：某日超出本站的放假安排。")
    expect(bare.locator(".report [data-rule]")).to_have_count(0)
    expect(bare.locator(".report")).to_contain_text("否：谋取私利。")


# Where printing does nothing, as within WeChat -----------------------------------------------------------------------

PRINT = """async (patience) => {
  const report = () => modules.report({ words, facts: {}, verdicts: {}, today: "2026-11-22" });
  return modules.printAlone(report(), window.printer, patience);
}"""


def test_where_printing_does_nothing_that_is_found_out_and_reports_do_not_pile_up(bare: Page) -> None:
    bare.evaluate("() => { window.printer = () => {}; }")
    assert bare.evaluate(PRINT, 50) is False
    assert bare.evaluate(PRINT, 50) is False
    expect(bare.locator(".print-alone")).to_have_count(1)
    bare.evaluate(
        """() => { window.printer = () => {
             window.dispatchEvent(new Event("beforeprint"));
             window.dispatchEvent(new Event("afterprint"));
           }; }"""
    )
    assert bare.evaluate(PRINT, 50) is True
    expect(bare.locator(".print-alone")).to_have_count(0)
    assert bare.evaluate("document.documentElement.classList.contains('prints-alone')") is False


def test_where_printing_does_nothing_the_page_says_what_to_do(bare: Page) -> None:
    bare.evaluate(
        """() => {
          window.print = () => {};
          const state = () => ({ facts: {}, place: "", verdicts: {}, rules: [] });
          place.replaceChildren(modules.keepSection({ words, state, apply: () => [], forms: [], drawn: [], away: "./" }));
        }"""
    )
    bare.locator("[data-role=print-report]").click()
    expect(bare.locator(".keep__said")).to_have_text("这里打印不了，请用浏览器打开再打印。")


def test_the_reason_why_days_cannot_be_counted_yet_is_printed(
    bare: Page, library: Library, judge: Callable[[Mapping[str, Any]], Judged]
) -> None:
    # Both days in years that are announced at the end of 2033 and of 2034.
    days = {"accountability_start_date": "2034-12-23", "application_date": "2035-01-04"}
    judged = judge({**favourable(library), **days})
    elapsed = judged.verdicts["wuyang_tolerance"]["calendar_unannounced"]
    bare.evaluate(DRAW, [judged.facts, judged.verdicts, TODAY])
    section = bare.locator("[data-rule=wuyang_tolerance]")
    expect(section).to_contain_text("日历未公布：2034、2035年的放假安排在本站更新时还没有公布。")
    expect(section).to_contain_text(f"第 {elapsed['fewest']} 至第 {elapsed['most']} 个工作日")
    expect(bare.locator("[data-rule=shangzhou]")).not_to_contain_text("日历未公布")
