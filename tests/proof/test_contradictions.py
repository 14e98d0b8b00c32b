"""Two answers that do not agree: which they are, and that no verdict rests on one of them."""

from __future__ import annotations

import json

import pytest

from tests.proof.material import cases, core, pack
from wasm_checker.core.service import Service


def pairs(**facts: object) -> set[frozenset[str]]:
    found = [frozenset(pair) for pair in core().read(facts).contradictions]
    assert len(found) == len(set(found))
    return set(found)


def test_every_pair_is_told_and_as_it_was_answered() -> None:
    assert pairs(severe_pollution_or_ecological=True, serious_consequence=True, impact_none_or_minor=True) == {
        frozenset({"severe_pollution_or_ecological", "impact_none_or_minor"}),
        frozenset({"serious_consequence", "impact_none_or_minor"}),
    }
    assert pairs(held_accountable_before_effective=True, procedure_stage="not_started") == {
        frozenset({"procedure_stage", "held_accountable_before_effective"})
    }
    assert pairs(held_accountable_before_effective=True, conduct_before_effective=False) == {
        frozenset({"held_accountable_before_effective", "conduct_before_effective"})
    }


def test_a_verdict_that_is_the_same_whichever_is_right_stands() -> None:
    facts = {"private_gain": True, "severe_pollution_or_ecological": True, "impact_none_or_minor": True}
    assert core().outcome("xuzhou", core().read(facts)).verdict == "ineligible"
    assert core().outcome("wuyang_tolerance", core().read(facts)).verdict == "ineligible"


def test_a_verdict_that_would_rest_on_one_of_two_names_both() -> None:
    facts = {"severe_pollution_or_ecological": True, "serious_consequence": True, "impact_none_or_minor": True}
    found = core().assess("wuyang_tolerance", core().read(facts))
    assert found.verdict == "insufficient_information"
    assert set(facts) <= set(found.missing)


def test_no_case_whose_answers_do_not_agree_may_qualify_on_one_of_them() -> None:
    told = 0
    for facts in (case.facts for of in cases().values() for case in of):
        answers = core().read(facts)
        for ident in core().rules if answers.contradictions else ():
            verdict = core().assess(ident, answers).verdict
            told += 1
            for sides in answers.either if verdict == "may_qualify" else ():
                assert {core().outcome(ident, side).verdict for side in sides} == {"may_qualify"}
    assert told > 100


@pytest.mark.long
def test_explanations_before_and_after_anything_was_assessed_are_the_same() -> None:
    """A version of the rule that was compiled within a scratch would be forgotten by the store and kept by the core."""
    text = json.dumps(pack(), ensure_ascii=False)
    facts = [json.dumps(dict(case.facts)) for case in cases()["wuyang_tolerance"][:6]]
    first, second = Service(text), Service(text)
    for each in facts:
        second.assess(each)
    for each in facts:
        for rule in core().rules:
            assert first.explain(each, rule) == second.explain(each, rule)
    assert [first.assess(each) for each in facts] == [second.assess(each) for each in facts]
