"""The cases beside the rules come to the verdicts that were judged by hand, by the provisions that were named."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from policies import load
from policies.engine.complete import judged
from policies.engine.schema.case import Case
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


def test_no_case_is_written_twice() -> None:
    assert [key for key, number in Counter((ident, case.id) for ident, case in CASES).items() if number > 1] == []


def test_the_data_call_the_outcomes_of_a_rule_as_the_core_does() -> None:
    """That each is reached by a case is proven with the data (policies/engine/complete)."""
    assert {kind: (one.fails, one.holds, one.aggravated) for kind, one in OUTCOMES.items()} == judged.OUTCOMES
    named = {verdict.id for verdict in LIBRARY.vocabulary.verdicts}
    assert named == {verdict for rule in LIBRARY.rules for verdict in judged.verdicts(rule)}
