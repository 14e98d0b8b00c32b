"""A case with a day in a year whose days off are not announced: judged under every number of working days that it may come to."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from policies import Library
from tests.support.cases import favourable
from wasm_checker.content.holidays import calendar
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.facts import Elapsed, InputError
from wasm_checker.core.answers.workdays import elapsed_workdays
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED, Core
from wasm_checker.core.explaining.detail import detail
from wasm_checker.core.judge import LEFT_TO_ORGAN, OPEN

HIDDEN = 2019
CALENDAR = calendar(hidden=[HIDDEN])


@pytest.fixture(scope="module")
def core(library: Library) -> Core:
    """As if 2019, in which many days were moved, were not announced."""
    return Core.from_pack({**rule_pack(library), "calendar": CALENDAR.as_json()})


@pytest.fixture(scope="module")
def facts(library: Library) -> dict[str, Any]:
    return favourable(library)


def dates(fewest: int, most: int) -> dict[str, str]:
    """A start and an application that are at least and at most so many working days apart."""
    return next(
        {STARTED: start.isoformat(), APPLIED: day.isoformat()}
        for start in (date(2018, 12, 17) + timedelta(days=n) for n in range(12))
        for day in (start + timedelta(days=n) for n in range(20))
        if elapsed_workdays(CALENDAR, start, day)[:2] == (fewest, most)
    )


def test_a_day_on_which_the_bounds_differ_is_left_to_the_organ_with_the_reason(
    core: Core, facts: dict[str, Any]
) -> None:
    found = core.assess_all({**facts, **dates(6, 8)})["verdicts"]["wuyang_tolerance"]
    assert found["verdict"] == LEFT_TO_ORGAN
    assert found["organ"] == [SINCE_START]
    assert found["calendar_unannounced"] == {"fewest": 6, "most": 8, "years": [HIDDEN]}


@pytest.mark.parametrize(
    ("fewest", "most", "verdict"), [(4, 5, "may_qualify"), (6, 7, "may_qualify"), (8, 13, "too_late")]
)
def test_where_the_bounds_agree_that_is_the_verdict(
    core: Core, facts: dict[str, Any], fewest: int, most: int, verdict: str
) -> None:
    found = core.assess_all({**facts, **dates(fewest, most)})["verdicts"]["wuyang_tolerance"]
    assert found["verdict"] == verdict
    assert "calendar_unannounced" not in found


def test_what_no_day_count_can_save_stays_against_the_person(core: Core, facts: dict[str, Any]) -> None:
    case = {**facts, **dates(6, 8), "private_gain": True}
    assert core.assess_all(case)["verdicts"]["wuyang_tolerance"]["verdict"] == "ineligible"


def test_a_number_that_was_counted_by_hand_stands_if_it_can_be_right(core: Core, facts: dict[str, Any]) -> None:
    case = {**facts, **dates(6, 8)}
    found = {n: core.assess_all({**case, SINCE_START: n})["verdicts"]["wuyang_tolerance"]["verdict"] for n in (6, 7, 8)}
    assert found == {6: "may_qualify", 7: "may_qualify", 8: "too_late"}
    with pytest.raises(InputError, match="直接填的是第 9 个工作日，按两个日期算是第 6 至 8 个，对不上"):
        core.read({**case, SINCE_START: 9})


def test_a_certificate_names_the_days_by_their_bounds(core: Core, facts: dict[str, Any]) -> None:
    case = {**facts, **dates(6, 7)}
    found = detail(core, "wuyang_tolerance", core.read(case))
    assert found["verdict"] == "may_qualify"
    assert SINCE_START in found["certificate"]
    assert f"“{core.facts[SINCE_START].text}”：不超过 7" in found["certificate_said"]
    for rule in core.rules:
        detail(core, rule, core.read({**facts, **dates(6, 8)}))


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.long)])
def test_a_verdict_is_settled_if_and_only_if_every_day_count_settles_it_alike(
    core: Core, library: Library, every: int
) -> None:
    """All that differs is by which part a case fails that fails under every count: it is named by the part that is certain."""
    seen = {"alike": 0, "open": 0, "against": 0}
    spans = [dates(*span) for span in ((4, 5), (6, 7), (6, 8), (4, 9), (8, 13))]
    cases = [case for item in library.instruments for case in item.cases]
    for index, case in enumerate(cases[::every]):
        given = {**case.facts, **spans[index % len(spans)], "procedure_stage": "investigating", SINCE_START: None}
        answers = core.read(given)
        if not answers.elapsed or answers.contradictions:
            continue
        fewest, most, _ = answers.elapsed
        each = [core.verdicts(core.read({**given, SINCE_START: n})) for n in range(fewest, most + 1)]
        for rule, verdict in core.verdicts(answers).items():
            found = {verdicts[rule] for verdicts in each}
            if len(found) == 1:
                assert {verdict} == found, (case.id, rule)
                seen["alike"] += 1
            elif verdict in {OPEN, LEFT_TO_ORGAN}:
                seen["open"] += 1
            else:
                assert found == {verdict, "too_late"}, (case.id, rule)
                assert verdict == core.rules[rule].outcomes.fails
                seen["against"] += 1
    assert min(seen.values()) > 5, seen


def test_between_two_days_that_are_announced_nothing_is_open(core: Core, facts: dict[str, Any]) -> None:
    assert core.read({**facts, STARTED: "2018-11-01", APPLIED: "2018-11-20"}).elapsed is None
    assert elapsed_workdays(CALENDAR, date(2018, 11, 1), date(2018, 11, 2)) == Elapsed(1, 1)


def test_the_page_has_words_for_the_reason(library: Library) -> None:
    reason = library.vocabulary.labels.reasons.calendar_unannounced
    assert reason.title == "日历未公布"
    assert {"{years}", "{fewest}", "{most}"} == {
        part for part in ("{years}", "{fewest}", "{most}") if part in reason.text
    }
    assert json.dumps(reason.model_dump(), ensure_ascii=False).count("{") == 4
