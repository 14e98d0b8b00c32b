"""The next steps: by when, to whom, with which papers; and nothing hopeful where the verdict is against."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import violations
from tests.support.cases import TODAY, Judged, dated, facts_of, favourable
from tests.support.check_page import draft_button
from tests.support.modules import WORDS, call
from tests.support.next_steps import SHOW, deadlines, show
from wasm_checker.core.service import Service

Judge = Callable[[Mapping[str, Any]], Judged]


def steps(modules: Path, judged: Judged, found: Mapping[str, Any]) -> dict[str, Any]:
    asked = {"words": WORDS, "facts": judged.facts, "verdicts": judged.verdicts, "deadlines": found}
    answer: dict[str, Any] = call(modules, "results/next-steps.js", "steps", asked)
    return answer


@pytest.mark.node
def test_a_rule_that_is_settled_against_the_person_gets_no_steps(modules: Path, library: Library, judge: Judge) -> None:
    judged = judge({**favourable(library), "private_gain": True})
    found = steps(modules, judged, {})
    assert judged.verdicts["wuyang_tolerance"]["verdict"] == "ineligible"
    assert "wuyang_tolerance" in {rule["id"] for rule in found["against"]}
    assert "wuyang_tolerance" not in {step["rule"]["id"] for step in found["open"]}


def late(library: Library, judge: Judge) -> Judged:
    return judge({**favourable(library), "application_date": "2026-12-31"})


@pytest.mark.node
def test_what_is_late_by_the_adopted_reading_alone_keeps_its_steps(
    modules: Path, library: Library, judge: Judge
) -> None:
    judged = late(library, judge)
    assert {judged.verdicts[rule]["verdict"] for rule in ("wuyang_tolerance", "xuzhou")} == {"too_late"}
    found = steps(modules, judged, {})
    assert "wuyang_tolerance" in {step["rule"]["id"] for step in found["open"]}
    assert "xuzhou" in {rule["id"] for rule in found["against"]}, "no reading would take it"


def test_what_is_late_is_warned_of_in_the_words_of_the_reading_that_would_take_it(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = late(library, judge)
    show(bare, service, judged, deadlines(service))
    (other,) = judged.verdicts["wuyang_tolerance"]["other_readings"]
    card = bare.locator("[data-steps=wuyang_tolerance]")
    expect(card).to_contain_text("已过条文写的期限。")
    expect(card).to_contain_text(f"另一读法：{other['says']}，结论是“")
    expect(card).to_contain_text("是否受理，由有关机关决定。")
    expect(card.locator("[data-role=draft]")).to_be_visible()
    show_again = judge(favourable(library))
    bare.evaluate(SHOW, [show_again.facts, show_again.verdicts, deadlines(service), TODAY])
    expect(card).not_to_contain_text("已过条文写的期限")


@pytest.mark.node
def test_a_text_not_in_force_and_a_rule_of_accountability_get_no_steps(
    modules: Path, library: Library, judge: Judge
) -> None:
    found = steps(modules, judge(favourable(library)), {})
    listed = {step["rule"]["id"] for step in found["open"]}
    assert {rule["id"] for rule in found["drafts"]} == {"puyang_draft"}
    assert not listed & {"puyang_draft", "wuyang_accountability"}
    assert "wuyang_tolerance" in listed


@pytest.mark.node
def test_every_rule_with_an_application_says_to_whom_and_on_which_words(modules: Path, library: Library) -> None:
    words = json.loads((modules / "words.json").read_text(encoding="utf-8"))
    applied = {ident for ident, step in words["steps"].items() if "application" in step}
    assert applied == {"wuyang_tolerance", "shangzhou", "puyang_draft", "pingdingshan_list", "xuzhou"}
    for ident in applied:
        step = words["steps"][ident]
        titles = [item["title"] for item in step["asked"]]
        assert titles == ["谁提出，经谁提出", "交给谁，由谁受理", "在哪个阶段", "过了会怎样", "形式和材料"], ident
        assert all(item["provision"] in words["provisions"] for item in step["asked"])
        assert step["application"]["quote"] in library.provision(step["application"]["provision"]).text
    assert words["steps"]["wuyang_tolerance"]["application"]["addressee"] == "所在单位党委（党组）"


def test_the_last_day_the_days_left_and_the_way_are_told(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    show(bare, service, judge(favourable(library)), deadlines(service))
    card = bare.locator("[data-steps=wuyang_tolerance]")
    apply = card.locator("[data-limit=wuyang_tolerance_apply]")
    expect(apply).to_contain_text("最后一天是2026年11月27日，还有 5 天，其中工作日 5 天")
    expect(apply).to_contain_text("从“启动问责程序后”起算")
    expect(card).to_contain_text("由所在单位党委（党组）提出书面申请")
    expect(card).to_contain_text("未规定逾期后果")
    expect(card.locator("[data-limit=wuyang_tolerance_reply]")).to_contain_text("起算点未明写")
    expect(card.get_by_role("button", name="写书面申请草稿")).to_be_visible()
    expect(bare.locator(".steps")).to_contain_text("征求意见稿，未施行，不能作为申请的依据")


@pytest.mark.node
def test_beyond_the_calendar_no_number_of_working_days_is_said(modules: Path, service: Service) -> None:
    year = service.core.calendar.last.year + 1
    past = deadlines(service, f"{year}-11-02", f"{year}-11-03")
    months = [found for found in past.values() if found.get("workdays_left", 0) is None]
    assert months
    for found in months:
        said = call(modules, "results/last-day.js", "remaining", found)
        assert said == f"还有 {found['days_left']} 天"


@pytest.mark.parametrize(
    ("today", "said"),
    [("2026-11-27", "就是今天"), ("2026-11-30", "已经过去 3 天"), ("2026-11-26", "还有 1 天，其中工作日 1 天")],
)
def test_the_day_itself_and_a_day_that_has_passed_are_said_plainly(
    bare: Page, service: Service, library: Library, judge: Judge, today: str, said: str
) -> None:
    show(bare, service, judge(favourable(library)), deadlines(service, today=today), today)
    limit = bare.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text(said)
    expect(limit.locator("[data-role=ics]")).to_have_count(0 if "过去" in said else 1)


def test_without_a_start_day_the_page_asks_for_it_and_past_the_calendar_it_refuses(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    facts = favourable(library)
    without = {key: value for key, value in facts.items() if key != "accountability_start_date"}
    show(bare, service, judge(without), {})
    limit = bare.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text("填上“问责程序启动日”")
    late = judge({**facts, "accountability_start_date": "2098-01-01"})
    bare.evaluate(SHOW, [late.facts, late.verdicts, deadlines(service, "2098-01-01"), TODAY])
    expect(limit).to_contain_text("超出本站的放假安排")
    expect(limit.locator("[data-role=ics]")).to_have_count(0)


def test_the_calendar_file_holds_the_last_day_and_a_reminder_the_day_before(
    bare: Page, service: Service, library: Library, judge: Judge, tmp_path: Path
) -> None:
    show(bare, service, judge(favourable(library)), deadlines(service))
    with bare.expect_download() as started:
        bare.locator("[data-limit=wuyang_tolerance_apply] [data-role=ics]").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    assert saved.name == "舞阳·容错免责-申请-2026-11-27.ics"
    calendar = icalendar.Calendar.from_ical(saved.read_bytes())
    (event,) = calendar.walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert event.decoded("DTSTART") == date(2026, 11, 27)
    assert event.decoded("DTEND") == date(2026, 11, 28)
    assert alarm.decoded("TRIGGER") == timedelta(days=-1)
    assert event["SUMMARY"] == "舞阳·容错免责：申请的最后一天"
    assert "应在启动问责程序后 7 个工作日内" in str(event["DESCRIPTION"])
    assert str(event["DESCRIPTION"]).endswith(library.vocabulary.labels.validity.unchecked)


def test_papers_are_listed_for_what_the_person_has_answered_with_yes(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    facts = favourable(library)
    show(bare, service, judge(facts), deadlines(service))
    papers = {fact.id: fact.papers for fact in library.vocabulary.facts}
    listed = bare.locator("[data-steps=wuyang_tolerance] [data-papers]")
    told = "有的如实收集，没有的如实说明，不得事后补造、改动。勾选只在这一页，不保存。"
    expect(bare.locator("[data-steps=wuyang_tolerance]")).to_contain_text(told)
    assert listed.count() > 0
    for row in listed.all():
        fact = row.get_attribute("data-papers") or ""
        assert facts[fact] is True
        for paper in papers[fact]:
            expect(row.get_by_label(paper)).to_have_count(1)


def test_a_stage_instead_of_a_day_is_told_in_the_words_of_the_text(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    facts = dated(facts_of(library, "shangzhou", "改革中缺乏经验又先行先试、未达预期，可能符合第二项"))
    show(bare, service, judge(facts), deadlines(service))
    card = bare.locator("[data-steps=shangzhou]")
    expect(card.locator("[data-limit=shangzhou_apply]")).to_contain_text("责任追究调查阶段")
    expect(card.locator("[data-limit=shangzhou_apply]")).to_contain_text("责任追究实施后，容错申请不予受理")
    expect(card.locator("[data-limit=shangzhou_apply] [data-role=ics]")).to_have_count(0)


def test_what_was_ticked_and_filled_in_outlasts_the_next_answer(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    show(bare, service, judged, deadlines(service))
    bare.locator("[data-steps=wuyang_tolerance] [data-papers] input").first.check()
    bare.get_by_text("《防错纠错通知》样本：可以填写、打印").click()
    bare.get_by_label("姓名", exact=True).fill("张三")
    bare.evaluate(SHOW, [judged.facts, judged.verdicts, deadlines(service), TODAY])
    expect(bare.locator("[data-steps=wuyang_tolerance] [data-papers] input").first).to_be_checked()
    expect(bare.get_by_label("姓名", exact=True)).to_have_value("张三")


def test_days_that_come_later_are_filled_in_and_leave_alone_what_is_typed_and_waited_for(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    show(bare, service, judged, {})
    limit = bare.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text("正在算最后一天……")
    bare.get_by_text("《防错纠错通知》样本：可以填写、打印").click()
    name = bare.get_by_label("姓名", exact=True)
    name.fill("张三")
    draft_button(bare.locator("[data-steps=wuyang_tolerance]"))
    bare.evaluate(
        "() => { document.querySelector('[data-steps=wuyang_tolerance] .draft [role=status]').textContent = '正在生成……'; }"
    )
    name.focus()
    bare.evaluate(
        """([facts, verdicts, deadlines, today]) => modules.renewLimits(place,
             { words, root: "../", facts, verdicts, deadlines, today, ask: async () => null })""",
        [judged.facts, judged.verdicts, deadlines(service), TODAY],
    )
    expect(limit).to_contain_text("最后一天是2026年11月27日")
    expect(name).to_be_focused()
    bare.keyboard.type("丰")
    expect(name).to_have_value("张三丰")
    expect(bare.locator("[data-steps=wuyang_tolerance]")).to_contain_text("正在生成……")


def test_every_part_is_complete_for_a_screen_reader(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    show(bare, service, judged, deadlines(service))
    bare.evaluate(
        """() => {
          const state = () => ({ facts: {}, place: "", verdicts: {} });
          place.append(modules.keepSection({ words, state, forms: [], drawn: [], away: "./" }));
          place.append(modules.shareSection("https://example.test/#case=1zAAAA"));
          document.forms[0].remove();
          for (const details of document.querySelectorAll("details")) details.open = true;
        }"""
    )
    assert violations(bare, ["wcag2a", "wcag2aa", "best-practice"], within="#place") == []


@pytest.mark.node
@pytest.mark.parametrize(
    ("days", "workdays", "said"),
    [
        (35, 25, "还有 35 天，其中工作日 25 天"),
        (35, None, "还有 35 天"),
        (0, None, "就是今天"),
        (-2, None, "已经过去 2 天"),
    ],
)
def test_working_days_past_the_calendar_are_not_said(modules: Path, days: int, workdays: int | None, said: str) -> None:
    assert call(modules, "results/last-day.js", "remaining", {"days_left": days, "workdays_left": workdays}) == said
