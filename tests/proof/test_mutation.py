"""A fast slice of the mutation run: what is left of a rule with one mistake in it is told by some case."""

from __future__ import annotations

from typing import Any

import pytest

from tests.proof import mutants as mutating
from tests.proof.material import core_of, rules
from tests.proof.mutants import Mutant, fate, mutants, same
from tests.proof.mutation import run
from tests.proof.places import get, put

EVERY = 15


def test_every_sampled_mistake_in_a_rule_is_caught_by_a_case_or_changes_nothing() -> None:
    counts, left = run(sample=EVERY)
    assert [f"{mutant.rule}：{mutant.what}" for mutant, outcome in left if outcome == "survived"] == []
    assert set(counts) == {rule["id"] for rule in rules()}
    assert all(count["killed"] for count in counts.values())


def test_without_cases_no_mistake_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    none: dict[str, tuple[Any, ...]] = {rule["id"]: () for rule in rules()}
    monkeypatch.setattr(mutating, "cases", lambda: none)
    rule = rules()[0]
    assert fate(rule, next(mutants(rule))) == "survived"


def test_a_rule_written_otherwise_but_meaning_the_same_is_equivalent() -> None:
    rule = rules()[0]
    twice = {**rule, "id": "twice", "scope": {"all": [rule["scope"], rule["scope"]]}}
    assert same(core_of(rule, twice), rule["id"], "twice")
    assert fate(rule, Mutant(rule["id"], "写两遍", twice)) == "equivalent"


def test_a_mistake_that_only_a_case_that_cannot_be_would_show_is_equivalent() -> None:
    """A false accusation is untrue by implication; a method that was improper is not."""
    (rule,) = (rule for rule in rules() if rule["id"] == "xuzhou_clarification")
    place = ("grounds", "clauses", 0, "when")
    assert get(rule, place) == "report_untrue"
    for other, wanted in (("falsely_accused", True), ("improper_method_only", False)):
        wider = {**put(rule, place, {"any": ["report_untrue", other]}), "id": "wider"}
        assert same(core_of(rule, wider), rule["id"], "wider") is wanted


def test_mistakes_of_every_kind_are_tried() -> None:
    said = [mutant.what for rule in rules() for mutant in mutants(rule)]
    for kind in (
        "取反",
        "去掉整条",
        "改成 any",
        "改成 all",
        "限期 -1",
        "限期 +1",
        "加上",
        "不再让步",
        "也让",
        "一律排除",
        "不问 scope",
    ):
        assert any(kind in what for what in said), kind
