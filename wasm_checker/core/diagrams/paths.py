"""Cheapest ways through a diagram, found in one pass over its nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wasm_checker.core.diagrams.diagram import TRUE, Diagrams, Node

Cost = Callable[[str, int], int]


@dataclass(frozen=True)
class Way:
    """The positions taken from a node to an end, and what they cost together. Facts that are not asked on it are free."""

    cost: int
    steps: Mapping[str, int]


def cheapest(diagrams: Diagrams, node: Node, end: Node, cost: Cost) -> Way | None:
    """The cheapest way from `node` to `end` (TRUE or FALSE); None if there is none. Ties: the first branch.

    A complete case lies on exactly one way, so if `cost` counts departures from a case the result is the nearest case
    that comes to `end`, whatever the order of the facts.
    """
    best: dict[Node, tuple[int, int]] = {}

    def reach(at: Node) -> int | None:
        if at <= TRUE:
            return 0 if at == end else None
        if at not in best:
            level, branches = diagrams.nodes[at]
            fact = diagrams.order[level]
            options = [
                (beyond + cost(fact, position), position)
                for position, branch in enumerate(branches)
                if (beyond := reach(branch)) is not None
            ]
            best[at] = min(options, default=(-1, -1))
        total, position = best[at]
        return None if position < 0 else total

    total = reach(node)
    if total is None:
        return None
    steps: dict[str, int] = {}
    while node > TRUE:
        level, branches = diagrams.nodes[node]
        position = best[node][1]
        steps[diagrams.order[level]] = position
        node = branches[position]
    return Way(total, steps)
