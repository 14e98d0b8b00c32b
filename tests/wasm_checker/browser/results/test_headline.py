"""What a card says first: the verdict, why it is that one, and what to do now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.cards import draw
from tests.support.cases import Judged, facts_of, favourable
from tests.support.next_steps import deadlines
from wasm_checker.core.service import Service

Judge = Callable[[Mapping[str, Any]], Judged]


def card(bare: Page, rule: str) -> Locator:
    return bare.locator(f"article[data-rule={rule}]")


def test_what_to_do_now_names_by_when_and_to_whom_in_the_words_of_the_limit(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    facts = {**favourable(library), "application_date": "2026-11-20"}
    draw(bare, judge(facts), "wuyang", deadlines=deadlines(service))
    expect(card(bare, "wuyang_tolerance").locator("[data-role=now]")).to_have_text(
        "现在做什么：启动问责程序后 7 个工作日内提出书面申请，交给所在单位党委（党组）（第七条第（一）项）。"
        "最后一天是2026年11月27日，还有 5 天，其中工作日 5 天。"
    )


LAST = "2026-11-27"
TODAY_IS_THE_LAST = "现在做什么：今天（2026年11月27日，星期五）是第 7 个工作日，也是最后一天；启动当日也算一个的话，上一个工作日就到期了。"


@pytest.mark.parametrize(
    ("place", "rule", "does"),
    [
        (
            "wuyang",
            "wuyang_tolerance",
            (
                "这是所在单位党委（党组）提出的最后一天，不是您交给它的最后一天。"
                "要申请的，今天就交给所在单位党委（党组），由其提出书面申请（第七条第（一）项）。"
            ),
        ),
        ("xuzhou", "xuzhou", "要申请的，今天就向学院党委提出书面申请（第五条第（一）项）。"),
    ],
)
@pytest.mark.parametrize(
    ("unknown", "then"),
    [
        ({}, "接着答：谋取私利。"),
        ({"f-private_gain": "unknown"}, "先弄清“谋取私利”：看合同、资金往来凭证；看不出的，选“请组织认定”"),
    ],
)
def test_while_the_days_run_the_day_is_said_first_whatever_is_unsure(
    bare: Page,
    service: Service,
    library: Library,
    judge: Judge,
    place: str,
    rule: str,
    does: str,
    unknown: dict[str, str],
    then: str,
) -> None:
    bare.clock.set_fixed_time(f"{LAST}T10:00:00+08:00")
    judged = judge({**favourable(library), "application_date": LAST, "private_gain": None})
    choices = {"application": "not_yet", **unknown}
    draw(bare, judged, place, choices=choices, calendar=service.core.calendar.as_json())
    shown = card(bare, rule)
    expect(shown.locator("[data-role=now]")).to_contain_text(TODAY_IS_THE_LAST + does + then)
    said = (
        "还有 1 项会改变结论，您答的是“不清楚”：“谋取私利”。"
        if unknown
        else "还有 1 项您能回答、又会改变结论的，没有回答。"
    )
    expect(shown.locator(".verdict__meaning")).to_have_text(said)


@pytest.mark.parametrize("changed", [{"procedure_stage": "implemented"}, {"private_gain": True}])
def test_whose_rule_is_closed_to_him_is_told_no_day(
    bare: Page, service: Service, library: Library, judge: Judge, changed: dict[str, Any]
) -> None:
    bare.clock.set_fixed_time(f"{LAST}T10:00:00+08:00")
    judged = judge({**favourable(library), "application_date": LAST, **changed})
    draw(bare, judged, "shangzhou", choices={"application": "not_yet"}, calendar=service.core.calendar.as_json())
    expect(card(bare, "shangzhou").locator(".verdict__title")).to_be_visible()
    expect(bare.locator("[data-role=now]", has_text="最后一天")).to_have_count(0)


def test_where_nothing_is_answered_no_card_leads(bare: Page, judge: Judge) -> None:
    draw(bare, judge({}), "")
    cards = bare.locator("article[data-rule]")
    expect(cards).not_to_have_count(0)
    for line in cards.locator("> details > summary").all():
        expect(line).to_contain_text("：还没有填情况")
    expect(cards.locator("> details:not([open])")).to_have_count(cards.count())


def test_who_has_named_no_place_is_told_nothing_to_hand_in(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge({**favourable(library), "application_date": "2026-11-20"}), "")
    expect(card(bare, "wuyang_tolerance").locator("[data-role=now]")).to_have_text(
        "现在做什么：这里只供了解，不能拿它申请。"
    )


def test_a_draft_is_not_to_be_applied_by_and_whom_to_ask_is_said(bare: Page, library: Library, judge: Judge) -> None:
    case = next(
        case
        for case in library.instrument("puyang_draft").cases
        if case.expect["puyang_draft"].verdict == "may_qualify"
    )
    draw(bare, judge(case.facts), "puyang")
    expect(card(bare, "puyang_draft").locator("[data-role=now]")).to_contain_text("不要拿草案申请，问市纪委监委：“")


@pytest.mark.parametrize(
    ("rule", "changed", "cause"),
    [
        ("shangzhou", {"private_gain": True}, "第二条：条文写“未谋取私利”，您答“谋取私利”为“是”"),
        ("xuzhou", {"private_gain": True}, "第二条：条文写“未谋私利”，您答“谋取私利”为“是”"),
        ("wuyang_tolerance", {"private_gain": True, "reform_pretext": True}, "第六条第（一）项：您答"),
    ],
)
def test_of_two_possible_causes_the_one_that_it_was_is_named(
    bare: Page, library: Library, judge: Judge, rule: str, changed: dict[str, Any], cause: str
) -> None:
    judged = judge({**favourable(library), **changed})
    judged = judged if judged.verdicts[rule]["verdict"] == "ineligible" else judge(changed)
    draw(bare, judged, "")
    meaning = card(bare, rule).locator(".verdict__meaning")
    expect(meaning).to_contain_text(cause)
    expect(meaning).not_to_contain_text("或者")


def test_what_is_too_late_says_what_was_filled_in(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge(facts_of(library, "shangzhou", "责任追究已经实施，已过期限")), "shangzhou")
    expect(card(bare, "shangzhou").locator(".verdict__meaning")).to_contain_text(
        "第六条第（一）项：条文写的是在责任追究调查阶段，您答"
    )
    expect(card(bare, "shangzhou").locator("[data-role=now]")).to_contain_text("责任追究实施后，容错申请不予受理")


def test_what_merely_does_not_apply_is_a_line_and_stands_last(bare: Page, library: Library, judge: Judge) -> None:
    judged = judge(favourable(library))
    draw(bare, judged, "pingdingshan", kinds=("tolerance", "track"))
    unused = {
        rule
        for rule, found in judged.verdicts.items()
        if found["verdict"] == "does_not_follow" or (found["verdict"] == "ineligible" and "measures" in rule)
    } & {"pingdingshan_measures_3", "pingdingshan_measures_7", "pingdingshan_measures_8"}
    assert unused
    order = [each.get_attribute("data-rule") for each in bare.locator("article[data-rule]").all()]
    assert set(order[-len(unused) :]) == unused
    for rule in unused:
        expect(card(bare, rule)).not_to_contain_text("不符合条件")
        expect(card(bare, rule)).to_contain_text("用不上")
    # Of several their heading says it, once.
    expect(bare.locator(".verdicts__unused")).to_contain_text("用不上")
    assert "pingdingshan_list" in order[: -len(unused)]


def test_whose_own_text_does_not_speak_of_him_reads_it_whole(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge(facts_of(library, "puyang_draft", "以单位名义申请，濮阳不在适用范围")), "puyang")
    expect(card(bare, "puyang_draft").locator("> .verdict__title")).to_be_visible()


def test_no_verdict_is_read_that_rests_on_answers_which_contradict_each_other(
    bare: Page, library: Library, judge: Judge
) -> None:
    judged = judge({**favourable(library), "dereliction": True})
    draw(bare, judged, "wuyang", contradictions=[["dereliction", "due_diligence"]])
    shown = card(bare, "wuyang_tolerance")
    expect(shown.locator(".verdict__title strong")).to_have_text("结论先不要看")
    expect(shown).to_contain_text("答得互相矛盾，请按事实改一项")
    expect(shown).not_to_contain_text("不符合条件")
    expect(shown.locator(".path")).to_have_count(0)
    running = """([facts, verdicts]) => results.running(
      words.rules.filter(({ id }) => id === "wuyang_tolerance"), verdicts, [], facts)[0].textContent"""
    assert bare.evaluate(running, [judged.facts, judged.verdicts]).endswith("结论先不要看")


def test_what_would_change_a_favourable_verdict_is_no_list_of_other_ways_to_it(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge({**favourable(library), "application_date": "2026-11-20"})
    draw(bare, judged, "wuyang", service=service)
    fold = card(bare, "wuyang_tolerance").locator("[data-role=explain]")
    fold.locator("> summary").click()
    expect(fold).to_contain_text("这几项答得不同，结论就不同。事情已经如此，如实回答：")
    expect(fold).not_to_contain_text("只有一项不合")
    expect(fold).not_to_contain_text("为“是”")


def test_the_running_result_has_a_line_for_each_policy_and_none_before_an_answer(
    bare: Page, library: Library, judge: Judge
) -> None:
    judged = judge({"post_type": "party_gov_organ"})
    draw(bare, judged, "wuyang")
    run = """([facts, verdicts]) => {
      const { here, elsewhere } = results.sorted({ document: "wuyang", kinds: new Set(["tolerance"]) });
      place.replaceChildren(...results.running(here, verdicts, elsewhere, facts));
    }"""
    bare.evaluate(run, [{}, judged.verdicts])
    expect(bare.locator("[data-running]")).to_have_count(0)
    bare.evaluate(run, [judged.facts, judged.verdicts])
    counts = judged.verdicts["wuyang_tolerance"]["counts"]
    first = bare.locator("summary [data-running=wuyang_tolerance]")
    expect(first).to_contain_text(f"已合 {counts['met']} 项，还看 {counts['open']} 项")
    expect(bare.locator("[data-running]")).to_have_count(sum(1 for rule in library.rules if rule.kind == "tolerance"))
    gain = judge({"post_type": "party_gov_organ", "private_gain": True})
    bare.evaluate(run, [gain.facts, gain.verdicts])
    expect(bare.locator("[data-running=shangzhou]")).to_contain_text("不符合条件")
