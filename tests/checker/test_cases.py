"""The cases beside the rules come to the verdicts that were judged by hand, by the provisions that were named."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from policies import load
from policies.schema import Case
from wasm_checker.core.service import Service

LIBRARY = load()
CASES = [
    (rule, case) for instrument in LIBRARY.instruments for rule, cases in instrument.cases_of.items() for case in cases
]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{ident}: {case.id}" for ident, case in CASES])
def test_a_case_comes_to_the_verdict_judged_by_hand(case: Case, service: Service) -> None:
    verdicts = json.loads(service.assess(json.dumps(case.facts)))["verdicts"]
    for instrument, expected in case.expect.items():
        found = verdicts[instrument]
        assert (instrument, found["verdict"]) == (instrument, expected.verdict)
        assert set(expected.provisions) <= set(found["provisions"])


def test_every_rule_has_at_least_six_cases_and_no_case_is_written_twice() -> None:
    count = Counter(instrument for instrument, _ in CASES)
    assert {rule.id for rule in LIBRARY.rules} == {ident for ident, number in count.items() if number >= 6}
    assert [key for key, number in Counter((ident, case.id) for ident, case in CASES).items() if number > 1] == []


def test_every_ground_exclusion_and_gate_decides_some_case() -> None:
    decided = {
        (instrument, provision)
        for _, case in CASES
        for instrument, expected in case.expect.items()
        for provision in expected.provisions
    }
    for rule in LIBRARY.rules:
        items = [*rule.gates, *rule.grounds.clauses, *rule.exclusions]
        undecided = {item.provision for item in items} - {
            provision for ident, provision in decided if ident == rule.id
        }
        assert undecided == set(), rule.id


def test_every_verdict_is_reached_under_every_instrument() -> None:
    reached = {(ident, expected.verdict) for _, case in CASES for ident, expected in case.expect.items()}
    wanted = {
        (rule.id, verdict.id)
        for rule in LIBRARY.rules
        for verdict in LIBRARY.vocabulary.verdicts
        if not (verdict.id == "too_late" and rule.timing is None)
        and not (verdict.id == "out_of_scope" and rule.id == "pingdingshan_list")  # 清单没有写适用对象
    }
    assert wanted - reached == set()
