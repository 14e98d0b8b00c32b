"""Rules taken apart: what is judged by itself, and that nothing is lost by it, against trying every case."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.interviews import PERSONS, at, is_open, matter
from tests.support.small_conditions import SIZES as DOMAINS
from tests.support.small_conditions import conditions
from tests.support.small_rules import SIZES, core_of
from tools.measure.bench.decomposition import SETTLED, FixingDiagrams, Left, Modular, decompose
from wasm_checker.core.diagrams.conditions import Condition
from wasm_checker.core.diagrams.diagram import FALSE, TRUE
from wasm_checker.core.rules import Rule as Compiled

Rule = dict[str, Any]


def rule(*grounds: Any, **more: Any) -> Rule:
    listed = [{"provision": f"x/i{index}", "when": when} for index, when in enumerate(grounds)]
    return {
        "id": "x",
        "scope": {"fact": "n", "at_most": 7},
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": listed},
        **more,
    }


# `a` and `b` are named in one clause alone, `c` in two; the first ground stands in the exclusion as well.
WEIGHED = rule(
    {"all": ["a", {"not": "b"}, "c"]},
    {"all": [{"fact": "e", "in": ["x", "z"]}, "c"]},
    exclusions=[{"provision": "x/e0", "when": "c", "yields": {"to": ["x/i0"], "decided_by": "d"}}],
)
EITHER = rule({"any": ["a", "b", {"not": "c"}]}, {"all": ["c", {"any": ["d", {"fact": "e", "in": ["y"]}]}]})
APART = rule("a", exclusions=[{"provision": "x/e0", "when": "b"}, {"provision": "x/e1", "when": {"any": ["c", "d"]}}])
RULES = [pytest.param(each, id=name) for name, each in (("weighed", WEIGHED), ("either", EITHER), ("apart", APART))]


def taken_apart(data: Rule) -> Modular:
    return decompose(core_of(data).rules)["x"]


def modules(apart: Modular) -> set[frozenset[str]]:
    homes = set(apart.home.values())
    return {frozenset(fact for fact, home in apart.home.items() if home == one) for one in homes}


def test_what_one_clause_alone_names_is_a_module_and_once_however_often_the_clause_stands() -> None:
    assert modules(taken_apart(WEIGHED)) == {frozenset("ab")}
    assert modules(taken_apart(EITHER)) == {frozenset("ab"), frozenset("de")}


def test_parts_of_the_merits_that_share_no_fact_are_factors() -> None:
    apart = taken_apart(APART)
    scope, timing, *factors = apart.whole.nodes
    assert len(factors) == 3
    assert len(set(factors)) == 3
    assert timing == 1
    assert len(taken_apart(WEIGHED).whole.nodes) == 3
    asked = [apart.store.masks[node] for node in (scope, *factors)]
    assert sum(asked) == asked[0] | asked[1] | asked[2] | asked[3] > 0


@pytest.mark.parametrize("data", RULES)
def test_under_every_partial_case_the_same_facts_matter_as_to_the_rule_as_a_whole(data: Rule) -> None:
    core = core_of(data)
    for positions in product(*([-1, *range(size)] for size in SIZES.values())):
        known = {fact: position for fact, position in zip(SIZES, positions, strict=True) if position >= 0}
        interview = at(core, known)
        wanted = matter(data, known, frozenset()) if is_open(data, known) else set()
        assert interview.needed() == wanted & PERSONS, known
        assert bool(interview.open_rules()) == is_open(data, known)


@pytest.mark.parametrize("data", RULES)
def test_the_facts_that_can_settle_the_rule_by_one_answer_are_found_through_the_modules(data: Rule) -> None:
    core = core_of(data)
    for known in ({}, {"c": 1}, {"c": 0}, {"a": 1}, {"c": 1, "e": 1}, {"a": 1, "c": 1}, {"a": 0, "b": 0, "c": 1}):
        interview = at(core, known)
        left = interview.left["x"]
        assert interview.apart["x"].settling(left) == {
            fact
            for fact in SIZES
            if left.mask & interview.bits[fact]
            for position in range(SIZES[fact])
            if not is_open(data, {**known, fact: position}) and fails(core.rules["x"], {**known, fact: position})
        }


def fails(found: Compiled, known: dict[str, int]) -> bool:
    restrict = found.diagrams.restriction(known)
    return 0 in {restrict(part.node) for _, part in found.failures}


def test_a_settled_rule_keeps_nothing_and_a_module_that_does_not_matter_any_more_is_let_go() -> None:
    core = core_of(WEIGHED)
    assert at(core, {"n": 1}).left["x"] == SETTLED == Left((), {}, 0)
    assert at(core, {}).left["x"].modules
    assert not at(core, {"c": 0}).left["x"].modules


def test_the_facts_that_most_rules_name_stand_first() -> None:
    """`e` and `n` are named by the rule after others, but by all three, as `a` is; every other by one and the one that names all."""
    second = {**rule({"fact": "e", "in": ["y"]}, "a"), "id": "y"}
    core = core_of(rule("a", "b", "c", {"fact": "e", "in": ["x"]}), second)
    assert decompose(core.rules)["x"].store.order[:3] == ("a", "e", "n")
    assert core.rules["x"].diagrams.order[:4] == ("a", "b", "c", "e")


@given(conditions, conditions, st.sampled_from(sorted(DOMAINS)), st.data())
def test_nodes_with_one_fact_fixed_are_the_nodes_restricted_to_it(
    one: Condition, other: Condition, fact: str, data: st.DataObject
) -> None:
    diagrams = FixingDiagrams(DOMAINS)
    nodes = (diagrams.compile(one), diagrams.compile(other))
    for position in data.draw(st.permutations(range(DOMAINS[fact]))):
        restrict = diagrams.restriction({fact: position})
        assert diagrams.fix(nodes, diagrams.level[fact], position) == tuple(map(restrict, nodes))


@given(conditions)
def test_the_refuters_are_the_single_answers_that_make_an_open_node_false(condition: Condition) -> None:
    diagrams = FixingDiagrams(DOMAINS)
    node = diagrams.compile(condition)
    if node > TRUE:
        answers = [(fact, position) for fact, size in DOMAINS.items() for position in range(size)]
        wanted = {(fact, at) for fact, at in answers if diagrams.restriction({fact: at})(node) == FALSE}
        assert set(diagrams.refuters(node)) == wanted
