"""A slice of the MC/DC run, and that it would tell a leaf that no case shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.proof import coverage
from tests.proof.coverage import examine, leaves
from tests.proof.material import Case, cases, rules
from tests.proof.places import get, put

EVERY = 11
LEAVES = [(rule, place) for rule in rules() for place in leaves(rule)]


def test_each_sampled_test_of_a_fact_decides_some_case_when_met_and_when_not() -> None:
    found = [examine(rule, place) for rule, place in LEAVES[::EVERY]]
    assert [f"{leaf.rule}：{leaf.said}：{leaf.lacking}" for leaf in found if leaf.lacking] == []


def test_every_fact_a_rule_tests_is_a_leaf_once_for_each_place() -> None:
    for rule in rules():
        places = list(leaves(rule))
        assert len(places) == len(set(places))
        assert all(isinstance(get(rule, place), str | dict) for place in places)


def test_a_leaf_is_not_covered_once_the_cases_that_show_it_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    rule, place = LEAVES[0]
    leaf = examine(rule, place)
    shown = {case.id for case in (*leaf.shown[True], *leaf.in_clause[True])}
    rest: dict[str, tuple[Case, ...]] = {
        ident: tuple(case for case in each if case.id not in shown) for ident, each in cases().items()
    }
    monkeypatch.setattr(coverage, "cases", lambda: rest)
    assert "真" in examine(rule, place).lacking


def test_two_cases_of_one_verdict_do_not_cover_a_leaf() -> None:
    leaf = examine(*LEAVES[0])
    alike = {value: [replace(case, verdict="same") for case in each] for value, each in leaf.shown.items()}
    assert replace(leaf, shown=alike, idle=frozenset()).lacking == "真假两边的结论一样"


def test_a_leaf_whose_work_an_implication_lets_another_do_is_asked_for_no_case_and_a_needless_one_is() -> None:
    """What had serious consequences had no small impact: the twelfth item asks for both."""
    (rule,) = (rule for rule in rules() if rule["id"] == "pingdingshan_list")
    twelfth = [place for one, place in LEAVES if one is rule and get(rule, place) == "serious_consequence"][-1]
    leaf = examine(rule, twelfth)
    assert leaf.mute == {True}
    assert leaf.shown[True] + leaf.in_clause[True] == []
    assert leaf.lacking == ""
    needless = put(rule, twelfth[:-1], {"all": [get(rule, twelfth[:-1]), {"not": "private_gain"}]})
    assert examine(needless, (*twelfth[:-1], "all", 1, "not")).mute == set()
