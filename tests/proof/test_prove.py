"""A fast slice of `make prove`: the real rules against a solver and brute force, and proof that both would tell."""

from __future__ import annotations

import pytest

from tests.proof.brute import size
from tests.proof.material import Data, rules
from tests.proof.mutants import mutants
from tests.proof.plain import facts_of
from tests.proof.prove import by_brute_force, by_solver
from tests.proof.sampling import even

SMALL = 4096
NAMED = [pytest.param(rule, id=rule["id"]) for rule in rules()]


@pytest.mark.parametrize("rule", NAMED)
def test_a_solver_finds_what_the_diagrams_find(rule: Data) -> None:
    proof = by_solver(rule, answers=15, changes=3)
    assert proof.wrong == []
    assert proof.verdicts.total() == 15


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule["id"]) for rule in rules() if size(rule) <= SMALL])
def test_brute_force_finds_what_the_diagrams_find(rule: Data) -> None:
    proof = by_brute_force(rule, answers=60, changes=10)
    assert proof.wrong == []
    assert proof.compared["nearest cases of other classes"] == 10


def test_a_rule_with_one_leaf_negated_is_told_from_the_core_s_by_both_routes() -> None:
    rule = min(rules(), key=size)
    wrong = next(mutant.data for mutant in mutants(rule) if mutant.what.endswith("取反"))
    assert by_solver(wrong, answers=40, changes=0).wrong != []
    assert by_brute_force(wrong, answers=40, changes=0).wrong != []


@pytest.mark.parametrize("rule", NAMED)
def test_samples_answer_only_what_the_rule_asks_and_come_to_every_kind_of_verdict(rule: Data) -> None:
    samples = even(rule, 60, seed=1)
    assert {fact for sample in samples for fact in sample.values} <= set(facts_of(rule))
    verdicts = {sample.verdict for sample in samples}
    assert {"needs_judgement", "insufficient_information"} < verdicts
    assert len(verdicts) >= 4
    assert samples == even(rule, 60, seed=1)
