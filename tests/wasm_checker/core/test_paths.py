"""Cheapest ways against trying every case."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from tests.support.small_conditions import SIZES, completions, conditions, holds
from wasm_checker.core.diagrams.conditions import Condition, Group, Is, Not
from wasm_checker.core.diagrams.diagram import TRUE, Diagrams
from wasm_checker.core.diagrams.paths import cheapest

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
