"""A store that judges many cases does not grow, and forgets nothing that was there before."""

from __future__ import annotations

import random

import pytest

from tests.support.small_core import CORE, DOMAINS
from tools.measure.bench.interview import Interview
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.diagrams.conditions import Group, Is, Not
from wasm_checker.core.diagrams.diagram import TRUE, Diagrams
from wasm_checker.core.explaining.detail import detail

A, B, C = (Is(name, frozenset({1})) for name in "abc")


def sizes(store: Diagrams) -> tuple[int, ...]:
    """How much the store holds, in nodes and in everything it remembers."""
    return tuple(len(held) for held in vars(store).values() if isinstance(held, list | dict))


@pytest.mark.parametrize("count", [10_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_many_random_assessments_leave_the_store_as_it_was(count: int) -> None:
    chance = random.Random(4)  # noqa: S311 - chance, not secrets
    store = CORE.rules["x"].diagrams
    before = sizes(store)
    reached = set()
    for _ in range(count):
        raw = {fact: chance.choice(values) for fact, values in DOMAINS.items() if chance.random() < 0.6}
        reached.add(CORE.outcome("x", CORE.read(raw)))
    assert sizes(store) == before
    assert len(reached) > 100


def test_explanations_and_other_readings_leave_the_store_as_it_was() -> None:
    chance = random.Random(5)  # noqa: S311 - chance, not secrets
    store = CORE.rules["x"].diagrams
    before = sizes(store)
    for _ in range(300):
        raw = {fact: chance.choice(values) for fact, values in DOMAINS.items() if chance.random() < 0.6}
        detail(CORE, "x", CORE.read(raw))
    assert sizes(store) == before


def test_an_outcome_is_what_the_assessment_says() -> None:
    chance = random.Random(6)  # noqa: S311 - chance, not secrets
    for _ in range(500):
        answers = CORE.read({fact: chance.choice(values) for fact, values in DOMAINS.items() if chance.random() < 0.5})
        found = CORE.assess("x", answers)
        assert CORE.outcome("x", answers) == (found.verdict, found.missing, found.organ)
        assert CORE.verdicts(answers) == {ident: CORE.assess(ident, answers).verdict for ident in CORE.rules}


def test_an_interview_goes_on_through_assessments_made_meanwhile() -> None:
    started = Interview.start(CORE.rules, CORE.facts)
    alone = started.answer("gain", False).answer("trial", True)
    CORE.assess("x", Answers({"gain": 1, "post": 0}))
    apart = started.answer("gain", False)
    CORE.assess("x", Answers({"banned": 1, "post": 1}))
    assert apart.answer("trial", True) == alone


def broken_off(store: Diagrams) -> None:
    before = len(store.nodes)
    with store.scratch():
        store.compile(Group(False, (A, Not(B), C)))
        assert len(store.nodes) > before
        raise ZeroDivisionError


def test_scratches_nest_and_each_forgets_its_own_nodes_even_when_work_in_it_fails() -> None:
    store = Diagrams({"a": 2, "b": 2, "c": 2})
    kept = store.compile(A)
    with store.scratch():
        outer = store.compile(Group(True, (A, B)))
        size = len(store.nodes)
        with pytest.raises(ZeroDivisionError):
            broken_off(store)
        assert len(store.nodes) == size
        assert store.both(kept, store.compile(B)) == outer
    assert len(store.nodes) == 3
    assert store.compile(A) == kept > TRUE


def test_a_number_freed_by_a_scratch_may_be_another_node_later_and_nothing_remembers_the_old_one() -> None:
    store = Diagrams({"a": 2, "b": 2, "c": 2})
    with store.scratch():
        first = store.compile(Group(True, (A, B)))
        assert store.support(first) == {"a", "b"}
    again = store.compile(Group(False, (B, C)))
    assert store.support(again) == {"b", "c"}
    assert store.support(store.negate(again)) == {"b", "c"}
