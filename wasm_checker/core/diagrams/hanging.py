"""On which answers a verdict hangs for the person, while what is the organ's to find stays open.

A verdict is open for the person only while some answer of his leads to another. Answers settle it where they make scope, timing or
merits certain to fail, or all three certain to hold, whatever the organ finds; any others leave it to the organ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node


class Hanging:
    """One case in one store. It makes nodes there: use it inside a `scratch` of the store."""

    def __init__(
        self,
        store: Diagrams,
        known: Mapping[str, int],
        organ: int,
        within: Callable[[Node], Node] | None = None,
    ) -> None:
        """`organ`: a mask that holds every open fact that is not the person's to answer. `within`: as narrowing.within gives it."""
        self._store = store
        self._known = known
        self._organ = organ
        self._within = within
        self._possible: dict[Node, Node] = {}
        self._certain: dict[Node, Node] = {}

    @cached_property
    def _restrict(self) -> Callable[[Node], Node]:
        known = {fact: at for fact, at in self._known.items() if fact in self._store.level}
        restrict, within = self._store.restriction(known), self._within
        return (lambda node: restrict(within(node))) if within else restrict

    def hangs(self, parts: Iterable[Node]) -> bool:
        """Whether it hangs on any answer of the person's at all: found sooner than on which.

        None of the parts is certain to fail, so that one which is not possible for every answer fails for some; and the three hold
        for some answers if those that make each certain meet.
        """
        holds = TRUE
        for part in parts:
            node = self._restrict(part)
            if self.possible(node) != TRUE:
                return True
            holds = self._store.both(holds, self.certain(node)) if holds != FALSE else FALSE
        return holds != FALSE

    def needed(self, parts: Iterable[Node]) -> int:
        """The person's facts, as a mask, on which the verdict hangs; 0 where none of his answers settles it.

        `parts`: scope, timing and merits, in the order in which they are judged.
        """
        store = self._store
        left = [*map(self._restrict, parts)]
        mask, before, holds = 0, TRUE, TRUE
        for node in left:
            possible = self.possible(node)
            # The negation asks the same facts; joined with what comes before it may ask fewer.
            mask |= store.masks[possible if before == TRUE else store.both(before, store.negate(possible))]
            before = store.both(before, possible)
            holds = store.both(self.certain(node), holds) if holds != FALSE else FALSE
        return mask | store.masks[holds]

    def possible(self, node: Node) -> Node:
        """Where the organ can still find what makes the node true."""
        return self._quantified(node, False, self._possible)

    def certain(self, node: Node) -> Node:
        """Where the node is true whatever the organ finds."""
        return self._quantified(node, True, self._certain)

    def _quantified(self, node: Node, every: bool, done: dict[Node, Node]) -> Node:
        store, organ = self._store, self._organ
        nodes, masks, bits, make, join = store.nodes, store.masks, store.bits, store.make, store.join

        def project(at: Node) -> Node:
            mask = masks[at]
            if not mask & organ:
                return at
            if not mask & ~organ:
                return int(not every)  # the organ can make it either
            found = done.get(at)
            if found is None:
                level, branches = nodes[at]
                below = tuple(map(project, branches))
                found = done[at] = join(every, below) if bits[level] & organ else make(level, below)
            return found

        return project(node)
