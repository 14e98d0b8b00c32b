"""Small made-up conditions, and what they come to by brute force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import strategies as st

from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not

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


leaf = st.sampled_from(sorted(SIZES)).flatmap(
    lambda fact: st.frozensets(st.integers(0, SIZES[fact] - 1)).map(lambda positions: Is(fact, positions))
)


def grown(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    group = st.builds(Group, st.booleans(), st.lists(parts, max_size=4).map(tuple))
    return group | st.builds(Not, parts) | st.builds(lambda when: Clause("x/a1", when), parts)


conditions = st.recursive(leaf, grown, max_leaves=12)
