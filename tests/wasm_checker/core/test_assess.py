"""The verdict under full and partial answers, on a small made-up rule that has every kind of part."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.small_core import CORE, DOMAINS, PACK
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.assessment import Assessment

GOOD: dict[str, object] = {
    "post": "inside",
    "workdays_since_start": 7,
    "gain": False,
    "spirit": True,
    "trial": True,
    "banned": False,
    "accident": False,
}


def assess(**changes: object) -> Assessment:
    return CORE.assess("x", CORE.read({**GOOD, **changes}))


@pytest.mark.parametrize(
    ("changes", "verdict", "provisions"),
    [
        ({}, "may_qualify", ("x/a1", "x/a3", "x/a4", "x/a5", "x/a6", "x/a6/i1")),
        ({"post": "outside"}, "out_of_scope", ("x/a1", "x/a2")),
        ({"post": "asked"}, "needs_judgement", ("x/a2",)),
        ({"post": None}, "insufficient_information", ("x/a1", "x/a2")),
        ({"post": "organ"}, "needs_judgement", ("x/a1", "x/a2")),
        ({"workdays_since_start": 8}, "too_late", ("x/a3",)),
        ({"workdays_since_start": None}, "insufficient_information", ("x/a3",)),
        ({"gain": True}, "ineligible", ("x/a4",)),
        ({"gain": True, "accident": True}, "ineligible", ("x/a4", "x/a7/i1")),
        ({"gain": "organ"}, "needs_judgement", ("x/a4",)),
        ({"spirit": None}, "needs_judgement", ("x/a5",)),
        ({"trial": False}, "needs_judgement", ("x/a6", "x/a6/i2")),
        ({"trial": False, "other": False}, "ineligible", ("x/a6", "x/a6/i1", "x/a6/i2")),
        ({"trial": False, "spirit": False}, "ineligible", ("x/a5",)),
        ({"accident": True}, "ineligible", ("x/a7/i1",)),
        ({"accident": None}, "needs_judgement", ("x/a7/i1",)),
        ({"banned": True}, "needs_judgement", ("x/a7/i2", "x/a6/i1")),
        ({"banned": True, "prevails": True}, "may_qualify", ("x/a1", "x/a3", "x/a4", "x/a5", "x/a6", "x/a6/i1")),
        ({"banned": True, "trial": False}, "ineligible", ("x/a7/i2",)),
        ({"post": "outside", "workdays_since_start": 8, "gain": True}, "out_of_scope", ("x/a1", "x/a2")),
        ({"post": None, "workdays_since_start": 8, "gain": True}, "too_late", ("x/a3",)),
        ({"post": None, "gain": True}, "ineligible", ("x/a4",)),
    ],
)
def test_each_verdict_comes_with_the_provisions_that_decided_it(
    changes: dict[str, object], verdict: str, provisions: tuple[str, ...]
) -> None:
    found = assess(**changes)
    assert (found.verdict, found.provisions) == (verdict, provisions)


def test_missing_facts_are_the_persons_and_organ_facts_the_organs() -> None:
    found = assess(gain=None, spirit=None, banned="organ")
    assert found.missing == ("gain",)
    assert found.organ == ("spirit", "banned", "prevails")


def test_a_favourable_verdict_lists_what_the_organ_must_confirm_and_an_unfavourable_one_only_its_cause() -> None:
    assert assess().to_confirm == ("gain", "spirit", "banned", "accident")
    assert assess(gain=True).to_confirm == ("gain",)


def test_readings_words_and_reminders_travel_with_the_clauses() -> None:
    assert assess().readings == ("C01",)
    assert assess().also == ("words",)
    assert [item["text"] for item in assess().reminders] == ["always"]
    assert [item["text"] for item in assess(gain=True).reminders] == ["always", "gain"]


def test_an_implied_fact_is_set_and_the_other_way_round_too() -> None:
    assert assess(great_accident=True, accident=None).verdict == "ineligible"
    assert CORE.read({"great_accident": True}).contradictions == ()
    assert CORE.read({"accident": False}).known["great_accident"] == 0


def test_two_answers_that_do_not_agree_are_neither_known_and_no_verdict_rests_on_one_of_them() -> None:
    answers = CORE.read({"great_accident": True, "accident": False})
    assert answers.contradictions == (("great_accident", "accident"),)
    assert answers.disputed == {"great_accident", "accident"}
    assert not answers.disputed & answers.known.keys()
    found = assess(great_accident=True, accident=False)
    assert (found.verdict, found.contradictions) == ("insufficient_information", answers.contradictions)
    assert answers.disputed & set(found.missing)


def test_what_follows_is_not_filled_in_against_an_answer_that_denies_its_cause() -> None:
    never = {"when": {"post": "inside"}, "sets": {"workdays_since_start": 0}, "forced": False}
    core = Core.from_pack({**PACK, "implications": [{**never, "unless": "accountability_start_date"}]})
    assert core.read({"post": "inside"}).known["workdays_since_start"] == 0
    denied = core.read({"post": "inside", "accountability_start_date": "2017-03-06"})
    assert "workdays_since_start" not in denied.known
    assert denied.contradictions == (("post", "accountability_start_date"),)
    assert core.read({"post": "outside", "accountability_start_date": "2017-03-06"}).contradictions == ()
    assert core.read({"post": "inside", "accountability_start_date": "organ"}).known["workdays_since_start"] == 0


def test_two_dates_become_the_working_day() -> None:
    dates = {"accountability_start_date": "2017-03-06", "workdays_since_start": None}
    assert assess(**dates, application_date="2017-03-15").verdict == "may_qualify"
    assert assess(**dates, application_date="2017-03-16").verdict == "too_late"
    assert assess(**dates).verdict == "insufficient_information"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"nobody": True}, "没有“nobody”这个事实"),
        ({"gain": "yes"}, "gain"),
        ({"gain": 1}, "gain"),
        ({"post": "elsewhere"}, "inside、asked、outside"),
        ({"post": True}, "post"),
        ({"workdays_since_start": "7"}, "整数"),
        ({"workdays_since_start": True}, "整数"),
        ({"workdays_since_start": -1}, "应为 0 或更大的整数，这里是 -1"),
        ({"application_date": "2017-02-30"}, "日期"),
        ({"application_date": 20170301}, "日期"),
        ({"accountability_start_date": "2017-03-06", "application_date": "2017-03-05"}, "比启动的日子（"),
        ({"accountability_start_date": "2017-12-30", "application_date": "2018-01-05"}, "超出本站的放假安排"),
        (
            {"accountability_start_date": "2017-03-06", "application_date": "2017-03-07", "workdays_since_start": 5},
            "直接填的是第 5 个工作日，按两个日期算是第 1 个，对不上，请只留一种",
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_one_clear_line(facts: dict[str, object], said: str) -> None:
    with pytest.raises(InputError) as caught:
        CORE.read(facts)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def by_hand(case: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Scope, timing and merits of a complete case, written out."""
    scope = case["post"] == "inside" or (case["post"] == "asked" and case["scope_open"])
    barred = case["accident"] or (case["banned"] and not (case["trial"] and case["prevails"]))
    merits = not case["gain"] and case["spirit"] and (case["trial"] or case["other"]) and not barred
    return scope, case["workdays_since_start"] <= 7, merits


def expected(known: dict[str, Any], organ: frozenset[str]) -> str:
    """The verdict from its definition, by trying every completion."""
    open_facts = [fact for fact in DOMAINS if fact not in known]
    completions = [
        {**known, **dict(zip(open_facts, values, strict=True))}
        for values in product(*(DOMAINS[fact] for fact in open_facts))
    ]
    outcomes = [by_hand(case) for case in completions]
    for part, verdict in enumerate(("out_of_scope", "too_late", "ineligible")):
        if not any(outcome[part] for outcome in outcomes):
            return verdict
    matter = {
        fact
        for fact in open_facts
        for case in completions
        if any(by_hand({**case, fact: value}) != by_hand(case) for value in DOMAINS[fact])
    }
    known_by = {item["id"]: item["known_by"] for item in PACK["facts"]}
    if any(known_by[fact] != "organ" and fact not in organ for fact in matter):
        return "insufficient_information"
    return "needs_judgement" if matter else "may_qualify"


partial_cases = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from([*values, "organ"]) for fact, values in DOMAINS.items()}
)


@given(partial_cases)
def test_the_verdict_is_its_definition_whatever_is_answered(raw: dict[str, object]) -> None:
    organ = frozenset(fact for fact, value in raw.items() if value == "organ")
    known = {fact: value for fact, value in raw.items() if value != "organ"}
    assert CORE.assess("x", CORE.read(raw)).verdict == expected(known, organ)


@given(partial_cases, st.data())
def test_answering_more_never_revives_a_settled_verdict(raw: dict[str, object], data: st.DataObject) -> None:
    before = CORE.assess("x", CORE.read(raw)).verdict
    fact = data.draw(st.sampled_from(sorted(DOMAINS)))
    if raw.get(fact, "organ") != "organ":
        return
    after = CORE.assess("x", CORE.read({**raw, fact: data.draw(st.sampled_from(DOMAINS[fact]))})).verdict
    settled = ["out_of_scope", "too_late", "ineligible"]
    if before in settled:
        assert after in settled[: settled.index(before) + 1]
    if before == "may_qualify":
        assert after == before
