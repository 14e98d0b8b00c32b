"""Cheapest and longest ways against trying every case and every way."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from tests.core.test_diagram import SIZES, completions, conditions, holds, partial
from wasm_checker.core.conditions import Condition, Group, Is, Not
from wasm_checker.core.diagram import TRUE, Diagrams, Node
from wasm_checker.core.paths import cheapest, longest, most_asked

prices = st.fixed_dictionaries({fact: st.lists(st.integers(0, 5), min_size=n, max_size=n) for fact, n in SIZES.items()})


def cost(prices: Mapping[str, list[int]], case: Mapping[str, int]) -> int:
    return sum(prices[fact][position] for fact, position in case.items())


@given(conditions, prices, st.sampled_from([0, 1]))
def test_the_cheapest_way_costs_no_more_than_any_case_and_leads_to_its_end(
    condition: Condition, prices: dict[str, list[int]], end: int
) -> None:
    prices = {fact: [price - min(each) for price in each] for fact, each in prices.items()}  # a free fact costs nothing
    diagrams = Diagrams(SIZES)
    way = cheapest(diagrams, diagrams.compile(condition), end, lambda fact, position: prices[fact][position])
    costs = [cost(prices, case) for case in completions({}) if holds(condition, case) == (end == TRUE)]
    assert (way.cost if way else None) == min(costs, default=None)
    if way:
        assert cost(prices, way.steps) == way.cost
        assert {holds(condition, case) for case in completions(way.steps)} == {end == TRUE}


def test_the_cheapest_way_is_not_the_one_that_is_cheap_at_each_step() -> None:
    diagrams = Diagrams({"a": 2, "b": 2})
    a, b = Is("a", frozenset({1})), Is("b", frozenset({1}))
    node = diagrams.compile(Group(False, (Group(True, (a, b)), Group(True, (Not(a), Not(b))))))
    prices = {("a", 0): 0, ("a", 1): 1, ("b", 0): 5, ("b", 1): 0}
    way = cheapest(diagrams, node, TRUE, lambda fact, position: prices[fact, position])
    assert way is not None
    assert way.steps == {"a": 1, "b": 1}


def ways(diagrams: Diagrams, node: Node) -> list[list[str]]:
    """Every way from a node to an end, as the facts it asks."""
    if node <= TRUE:
        return [[]]
    level, branches = diagrams.nodes[node]
    return [[diagrams.order[level], *rest] for branch in branches for rest in ways(diagrams, branch)]


@given(conditions, st.frozensets(st.sampled_from(sorted(SIZES))))
def test_the_longest_way_is_the_longest_of_all(condition: Condition, counted: frozenset[str]) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.compile(condition)
    assert longest(diagrams, node, counted.__contains__) == max(
        sum(fact in counted for fact in way) for way in ways(diagrams, node)
    )


def asked(diagrams: Diagrams, node: Node, counted: frozenset[str], case: Mapping[str, int]) -> int:
    """How many counted facts are asked, each in its turn if it still matters, while the others stay unknown."""
    number = 0
    for level, fact in enumerate(diagrams.order):
        if fact in counted and fact in diagrams.support(node):
            node = diagrams.fix(node, level, case[fact])
            number += 1
    return number


@given(conditions, partial, st.frozensets(st.sampled_from(sorted(SIZES))))
def test_no_more_facts_are_asked_than_said_and_exactly_so_many_where_none_stays_unknown(
    condition: Condition, known: dict[str, int], counted: frozenset[str]
) -> None:
    diagrams = Diagrams(SIZES)
    node = diagrams.restriction(known)(diagrams.compile(condition))
    most = most_asked(diagrams, node, counted.__contains__)
    found = max(asked(diagrams, node, counted, case) for case in completions(known))
    assert found <= most <= len(counted & diagrams.support(node))
    if diagrams.support(node) <= counted:
        assert found == most == longest(diagrams, node, counted.__contains__)


def test_facts_that_stay_unknown_keep_both_their_branches_to_be_asked() -> None:
    """The longest way alone would say 1: but `b` matters if `o` is so, and `c` if it is not."""
    diagrams = Diagrams({"o": 2, "b": 2, "c": 2})
    o, b, c = (Is(fact, frozenset({1})) for fact in "obc")
    node = diagrams.compile(Group(False, (Group(True, (o, b)), Group(True, (Not(o), c)))))
    assert longest(diagrams, node, "bc".__contains__) == 1
    assert most_asked(diagrams, node, "bc".__contains__) == 2
