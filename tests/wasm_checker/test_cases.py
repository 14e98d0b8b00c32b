"""The cases beside the rules come to the verdicts that were judged by hand, by the provisions that were named."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from policies import load
from policies.engine.schema.case import Case
from policies.engine.schema.rule import Rule
from wasm_checker.core.outcomes import OUTCOMES
from wasm_checker.core.service import Service

LIBRARY = load()
CASES = [
    (rule, case) for instrument in LIBRARY.instruments for rule, cases in instrument.cases_of.items() for case in cases
]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{ident}: {case.id}" for ident, case in CASES])
def test_a_case_comes_to_the_verdict_judged_by_hand(case: Case, service: Service) -> None:
    assessed = json.loads(service.assess(json.dumps(case.facts)))
    assert assessed["contradictions"] == case.contradictions
    for instrument, expected in case.expect.items():
        found = assessed["verdicts"][instrument]
        assert (instrument, found["verdict"]) == (instrument, expected.verdict)
        assert set(expected.provisions) <= set(found["provisions"])


def test_every_reminder_is_said_beside_some_case_and_one_with_a_condition_not_beside_every(service: Service) -> None:
    answers = [service.core.read(case.facts) for _, case in CASES]
    for rule in LIBRARY.rules:
        said = Counter(item["text"] for each in answers for item in service.core.assess(rule.id, each).reminders)
        for reminder in rule.reminders:
            assert 0 < said[reminder.text] < len(CASES) + (reminder.when is None), reminder.text


def test_every_rule_has_at_least_eight_cases_and_no_case_is_written_twice() -> None:
    count = Counter(instrument for instrument, _ in CASES)
    assert {rule.id for rule in LIBRARY.rules} == {ident for ident, number in count.items() if number >= 8}
    assert [key for key, number in Counter((ident, case.id) for ident, case in CASES).items() if number > 1] == []


def test_every_ground_exclusion_gate_and_aggravating_item_decides_some_case() -> None:
    decided = {
        (instrument, provision)
        for _, case in CASES
        for instrument, expected in case.expect.items()
        for provision in expected.provisions
    }
    for rule in LIBRARY.rules:
        items = [*rule.gates, *rule.grounds.clauses, *rule.exclusions, *rule.aggravating]
        undecided = {item.provision for item in items} - {provision for ident, provision in decided if ident == rule.id}
        assert undecided == set(), rule.id


def test_every_verdict_of_its_kind_is_reached_under_every_rule() -> None:
    reached = {(ident, expected.verdict) for _, case in CASES for ident, expected in case.expect.items()}
    wanted = {
        (rule.id, verdict)
        for rule in LIBRARY.rules
        for verdict in verdicts(rule)
        if (verdict, rule.id) != ("out_of_scope", "pingdingshan_list")  # 清单没有写适用对象
    }
    assert wanted - reached == set()
    named = {verdict.id for verdict in LIBRARY.vocabulary.verdicts}
    assert named == {verdict for rule in LIBRARY.rules for verdict in verdicts(rule)}


def verdicts(rule: Rule) -> set[str]:
    """All that a rule of this kind, with these parts, can come to."""
    outcomes = OUTCOMES[rule.kind]
    late = {"too_late"} if rule.timing else set()
    aggravated = {outcomes.aggravated} if rule.aggravating else set()
    settled = {"out_of_scope", outcomes.fails, outcomes.holds} | late | aggravated
    return settled | {"insufficient_information", "needs_judgement"}
