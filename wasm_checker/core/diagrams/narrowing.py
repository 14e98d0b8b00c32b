"""Facts of which no more is known than between which positions of their domain they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wasm_checker.core.diagrams.diagram import Diagrams, Node


def within(store: Diagrams, ranges: Mapping[str, tuple[int, int]]) -> Callable[[Node], Node]:
    """A function that asks of each fact in `ranges` no more than where it lies between two positions, both of them possible.

    What it makes of a node is the same for every position within; a position outside counts as the nearest within.
    """
    spans = {store.level[fact]: span for fact, span in ranges.items() if fact in store.level}
    asked = sum(store.bits[level] for level in spans)
    done: dict[Node, Node] = {}

    def narrowed(node: Node) -> Node:
        if not store.masks[node] & asked:
            return node
        found = done.get(node)
        if found is None:
            level, branches = store.nodes[node]
            first, last = spans.get(level, (0, len(branches)))
            nearest = [branches[min(max(at, first), last)] for at in range(len(branches))]
            found = done[node] = store.make(level, tuple([narrowed(branch) for branch in nearest]))
        return found

    return narrowed
