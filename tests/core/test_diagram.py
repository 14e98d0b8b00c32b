"""Diagrams against brute force: the same function, constant exactly when it should be, and no fact kept that cannot matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from wasm_checker.core.conditions import Clause, Condition, Group, Is, Not
from wasm_checker.core.diagram import FALSE, TRUE, Diagrams, Node

SIZES = {"a": 2, "b": 2, "c": 3, "d": 2, "e": 4}


def holds(condition: Condition, case: Mapping[str, int]) -> bool:
    if isinstance(condition, Is):
        return case[condition.fact] in condition.positions
    if isinstance(condition, Not):
        return not holds(condition.part, case)
    if isinstance(condition, Clause):
        return holds(condition.when, case)
    return (all if condition.all else any)(holds(part, case) for part in condition.parts)


def completions(known: Mapping[str, int]) -> Iterator[dict[str, int]]:
    ranges = [[known[fact]] if fact in known else range(size) for fact, size in SIZES.items()]
    for positions in product(*ranges):
        yield dict(zip(SIZES, positions, strict=True))


def walk(diagrams: Diagrams, node: Node, case: Mapping[str, int]) -> bool:
    while node > TRUE:
        level, branches = diagrams.nodes[node]
        node = branches[case[diagrams.order[level]]]
    return node == TRUE


leaf = st.sampled_from(sorted(SIZES)).flatmap(
    lambda fact: st.frozensets(st.integers(0, SIZES[fact] - 1)).map(lambda positions: Is(fact, positions))
)


def grown(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    group = st.builds(Group, st.booleans(), st.lists(parts, max_size=4).map(tuple))
    return group | st.builds(Not, parts) | st.builds(lambda when: Clause("x/a1", when), parts)


conditions = st.recursive(leaf, grown, max_leaves=12)
partial = st.fixed_dictionaries({}, optional={fact: st.integers(0, size - 1) for fact, size in SIZES.items()})


@given(conditions)
def test_a_diagram_is_the_same_function_as_its_condition(condition: Condition) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.compile(condition)
    for case in completions({}):
        assert walk(diagrams, node, case) == holds(condition, case)


@given(conditions, partial)
def test_a_restricted_diagram_is_constant_exactly_when_every_completion_agrees(
    condition: Condition, known: dict[str, int]
) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.restriction(known)(diagrams.compile(condition))
    outcomes = {holds(condition, case) for case in completions(known)}
    assert (node == TRUE) == (outcomes == {True})
    assert (node == FALSE) == (outcomes == {False})


@given(conditions, partial)
def test_the_support_is_exactly_the_facts_that_can_change_the_outcome(
    condition: Condition, known: dict[str, int]
) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.restriction(known)(diagrams.compile(condition))
    cases = list(completions(known))
    matter = {
        fact
        for fact, size in SIZES.items()
        if fact not in known
        and any(len({holds(condition, {**case, fact: position}) for position in range(size)}) > 1 for case in cases)
    }
    assert diagrams.support(node) == matter


@given(conditions, conditions)
def test_equal_functions_are_the_same_node(one: Condition, other: Condition) -> None:
    diagrams = Diagrams(SIZES)
    equal = all(holds(one, case) == holds(other, case) for case in completions({}))
    assert (diagrams.compile(one) == diagrams.compile(other)) == equal


def test_a_group_of_nothing_is_its_neutral_element() -> None:
    diagrams = Diagrams(SIZES)
    assert diagrams.compile(Group(True, ())) == TRUE
    assert diagrams.compile(Group(False, ())) == FALSE
