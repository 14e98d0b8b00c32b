"""Nearest cases, load-bearing answers and certificates against trying every case and every set of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.small_rules import (
    CLASSES,
    SIZES,
    certain,
    class_of,
    completions,
    conditions,
    core_of,
    distance,
    partial,
    rules,
)
from wasm_checker.core.diagrams.conditions import parse
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.explaining.changes import Parts, _smallest_hitting, certificate, load_bearing

few = settings(max_examples=25, deadline=None)
Known = dict[str, int]


def parts_of(rule: dict[str, Any], possible: Any = None) -> Parts:
    core = core_of(rule)
    compiled = core.rules["x"]
    store = Diagrams(SIZES)
    scope, timing, merits = (store.compile(part.tree) for part in (compiled.scope, compiled.timing, compiled.merits))
    aggravating = tuple(map(store.compile, compiled.aggravating))
    together = TRUE if possible is None else store.compile(parse(possible, core.facts))
    return Parts(store, scope, timing, merits, aggravating, together)


def elsewhere(known: Mapping[str, int]) -> list[Known]:
    """Every way to answer the answered facts."""
    seen = {tuple((fact, case[fact]) for fact in known) for case in completions({})}
    return [dict(each) for each in seen]


def nearest(rule: dict[str, Any], known: Known, possible: Any = None) -> dict[str, int]:
    """How far the nearest answers of every other class are, by trying all that go together."""
    found: dict[str, int] = {}
    for other in elsewhere(known):
        if possible is not None and certain(possible, other) is False:
            continue
        name = class_of(rule, other)
        found[name] = min(found.get(name, len(SIZES)), distance(known, other))
    return {name: far for name, far in found.items() if far}


@few
@given(rules, partial)
def test_every_other_class_that_can_be_reached_is_reached_by_the_fewest_answers_given_otherwise(
    rule: dict[str, Any], known: Known
) -> None:
    changes = {change.to: change.flips for change in parts_of(rule).changes(known)}
    assert {name: len(flips) for name, flips in changes.items()} == nearest(rule, known)
    for name, flips in changes.items():
        assert flips.keys() <= known.keys()
        assert all(known[fact] != position for fact, position in flips.items())
        assert class_of(rule, {**known, **flips}) == name


@few
@given(rules, conditions, partial)
def test_no_change_is_named_whose_answers_do_not_go_together_and_none_that_do_is_left_out(
    rule: dict[str, Any], possible: Any, known: Known
) -> None:
    assume(certain(possible, known) is not False)
    changes = {change.to: change.flips for change in parts_of(rule, possible).changes(known)}
    assert {name: len(flips) for name, flips in changes.items()} == nearest(rule, known, possible)
    for flips in changes.values():
        assert certain(possible, {**known, **flips}) is not False


@few
@given(rules, partial)
def test_the_class_is_what_every_completion_agrees_on(rule: dict[str, Any], known: Known) -> None:
    assert parts_of(rule).verdict_class(known) == class_of(rule, known)


def test_the_nearest_case_is_not_found_by_changing_one_answer_after_another() -> None:
    """A stand-in that flips single answers as long as that brings the case nearer fails here: neither alone changes it."""
    both = {"any": [{"all": ["a", "b"]}, {"all": [{"not": "a"}, {"not": "b"}, "c"]}]}
    rule: dict[str, Any] = {
        "id": "x",
        "scope": both,
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "a"}]},
    }
    known = {"a": 0, "b": 0, "c": 0}
    assert [class_of(rule, {**known, fact: 1}) for fact in "ab"] == ["out_of_scope", "out_of_scope"]
    changes = {change.to: change.flips for change in parts_of(rule).changes(known)}
    assert changes == {"favourable": {"a": 1, "b": 1}, "unfavourable": {"c": 1}}
    assert set(CLASSES) >= set(changes)


def compiled(condition: Any) -> tuple[Diagrams, Node]:
    store = Diagrams(SIZES)
    return store, store.compile(parse(condition, core_of().facts))


@few
@given(conditions, partial)
def test_an_answer_bears_the_load_if_without_it_the_outcome_is_open_again(condition: Any, known: Known) -> None:
    assume(certain(condition, known) is not None)
    alone = {f for f in known if certain(condition, {g: p for g, p in known.items() if g != f}) is None}
    assert set(load_bearing(*compiled(condition), known)) == alone


def subsets(known: Known) -> Iterator[Known]:
    for size in range(len(known) + 1):
        for chosen in combinations(known, size):
            yield {fact: known[fact] for fact in chosen}


@few
@given(conditions, partial)
def test_a_certificate_settles_the_outcome_and_no_smaller_set_of_answers_does(condition: Any, known: Known) -> None:
    outcome = certain(condition, known)
    store, node = compiled(condition)
    if outcome is None:
        with pytest.raises(ValueError, match="settled"):
            certificate(store, node, known)
        return
    found = certificate(store, node, known)
    assert certain(condition, {fact: known[fact] for fact in found}) is outcome
    smallest = next(len(each) for each in subsets(known) if certain(condition, each) is not None)
    assert len(found) == smallest


def test_a_certificate_is_smaller_than_what_is_left_when_answers_are_struck_out_in_turn() -> None:
    """The stand-in that drops each answer it can do without, in order, ends with two: `a` went first."""
    condition = {"any": ["a", {"all": ["b", "c"]}]}
    known = {"a": 1, "b": 1, "c": 1}
    left = dict(known)
    for fact in known:
        rest = {other: position for other, position in left.items() if other != fact}
        left = left if certain(condition, rest) is None else rest
    assert list(left) == ["b", "c"]
    assert certificate(*compiled(condition), known) == ("a",)


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=4), max_size=7))
def test_a_smallest_hitting_set_meets_every_demand_and_none_is_smaller(demands: list[frozenset[str]]) -> None:
    found = _smallest_hitting(demands)
    assert all(demand & found for demand in demands)
    for chosen in combinations("abcdef", len(found) - 1) if found else ():
        assert not all(demand & set(chosen) for demand in demands)


def test_the_ends_have_the_empty_certificate_and_nothing_bears_their_load() -> None:
    store = Diagrams(SIZES)
    for end in (FALSE, TRUE):
        assert certificate(store, end, {"a": 1}) == ()
        assert load_bearing(store, end, {"a": 1}) == ()
