"""Diagrams against brute force: the same function, constant exactly when it should be, and no fact kept that cannot matter."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from tests.support.small_conditions import SIZES, completions, conditions, holds
from wasm_checker.core.diagrams.conditions import Condition, Group, Is
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node


def walk(diagrams: Diagrams, node: Node, case: Mapping[str, int]) -> bool:
    while node > TRUE:
        level, branches = diagrams.nodes[node]
        node = branches[case[diagrams.order[level]]]
    return node == TRUE


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


@given(conditions, conditions, partial)
def test_an_outlook_is_what_the_restriction_says_also_of_what_is_compiled_after_it_and_adds_nothing(
    one: Condition, other: Condition, known: dict[str, int]
) -> None:
    """Facts of other rules make the answers more than the facts of the store, which is another way through."""
    for more in ({}, dict.fromkeys("vwxyz", 0)):
        diagrams = Diagrams(SIZES)
        nodes = [diagrams.compile(one)]
        left = diagrams.outlook({**known, **more})
        before = len(diagrams.nodes)
        left(nodes[0])
        assert len(diagrams.nodes) == before
        nodes += [diagrams.compile(Group(every, (one, other))) for every in (True, False)]
        found = [left(node) for node in nodes]
        restricted = [*map(diagrams.restriction(known), nodes)]
        assert [min(end, 2) for end, _ in found] == [min(node, 2) for node in restricted]
        assert [diagrams.facts(mask) for _, mask in found] == [*map(diagrams.support, restricted)]
        for index, end in enumerate(restricted):
            assert [end == node for node in restricted] == [found[index][0] == number for number, _ in found]


@given(conditions, partial)
def test_a_walk_goes_by_the_answers_to_an_end_or_to_a_fact_without_one(
    condition: Condition, known: dict[str, int]
) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.compile(condition)
    end = diagrams.walk(node, known)
    assert end <= TRUE or diagrams.order[diagrams.nodes[end][0]] not in known
    restrict = diagrams.restriction(known)
    assert restrict(end) == restrict(node)


def test_stores_that_are_given_the_same_numbers_speak_of_the_same_facts() -> None:
    numbers = {"a": 5, "b": 1, "c": 3}
    one, other = Diagrams({"a": 2, "b": 2}, numbers), Diagrams({"c": 2, "b": 2, "a": 2}, numbers)
    asked = [
        store.masks[store.compile(Group(True, (Is("a", frozenset({1})), Is("b", frozenset({0})))))]
        for store in (one, other)
    ]
    assert asked == [1 << 5 | 1 << 1] * 2
    assert other.facts(asked[0] | 1 << 3) == {"a", "b", "c"}


def test_what_an_outlook_made_and_what_is_compiled_alike_afterwards_are_one_to_it() -> None:
    """Else a node with both of them for branches would seem open."""
    a, b, c = (Is(fact, frozenset({1})) for fact in "abc")
    diagrams = Diagrams({"d": 2, "b": 2, "a": 2, "c": 2})
    first = diagrams.compile(Group(True, (b, a, c)))
    left = diagrams.outlook({"a": 1})
    made = left(first)
    assert left(diagrams.compile(Group(True, (b, c)))) == made == (made[0], 0b1010)
    either = Group(
        False, (Group(True, (Is("d", frozenset({0})), b, a, c)), Group(True, (Is("d", frozenset({1})), b, c)))
    )
    assert left(diagrams.compile(either)) == made
