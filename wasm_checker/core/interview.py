"""An interview: answers given one by one, and after each what still matters and how much can still be asked.

Each answer restricts the diagrams that the last one left, so that the work shrinks as the interview goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wasm_checker.core.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.facts import Fact
from wasm_checker.core.paths import most_asked
from wasm_checker.core.rules import Rule


@dataclass(frozen=True)
class Interview:
    """What the answers so far have left of each rule: its scope, timing and merits as nodes of the rule's store."""

    rules: Mapping[str, Rule]
    facts: Mapping[str, Fact]
    left: Mapping[str, tuple[Node, Node, Node]]
    to_organ: frozenset[str] = frozenset()

    @classmethod
    def start(cls, rules: Mapping[str, Rule], facts: Mapping[str, Fact]) -> Interview:
        left = {ident: (rule.scope.node, rule.timing.node, rule.merits.node) for ident, rule in rules.items()}
        return cls(rules, facts, left)

    def answer(self, fact: str, value: object) -> Interview:
        """The interview after one more answer; `value` as in a case. Raises InputError for a value of another type."""
        if value == "organ":
            return replace(self, to_organ=self.to_organ | {fact})
        position = self.facts[fact].position(value)
        left = {}
        for ident, nodes in self.left.items():
            store = self.rules[ident].diagrams
            fixed = store.level.get(fact)
            left[ident] = nodes if fixed is None else _fixed(store, nodes, fixed, position)
        return replace(self, left=left)

    def open_rules(self) -> tuple[str, ...]:
        """The rules whose verdict is not settled."""
        return tuple(ident for ident, nodes in self.left.items() if FALSE not in nodes and set(nodes) != {TRUE})

    def needed(self) -> frozenset[str]:
        """The facts the person can know that can still change some verdict."""
        return frozenset(
            fact
            for ident in self.open_rules()
            for node in self.left[ident]
            for fact in self.rules[ident].diagrams.support(node)
            if self._askable(fact)
        )

    def at_most(self) -> int:
        """No more facts than these need asking until nothing the person can know matters, if `next_fact` is followed.

        A bound, reached where one part of one rule is left and nothing but what the person can know; a fact left to the
        organ may raise it, for what would follow from either answer then matters, but never beyond `needed`.
        """
        return min(len(self.needed()), sum(map(self._most, self.open_rules())))

    def next_fact(self) -> str | None:
        """What to ask next: of the first open rule the fact its diagram asks first; None when nothing is left."""
        for ident in self.open_rules():
            store = self.rules[ident].diagrams
            askable = [fact for node in self.left[ident] for fact in store.support(node) if self._askable(fact)]
            if askable:
                return min(askable, key=store.level.__getitem__)
        return None

    def _askable(self, fact: str) -> bool:
        return self.facts[fact].known_by != "organ" and fact not in self.to_organ

    def _most(self, ident: str) -> int:
        store = self.rules[ident].diagrams
        return sum(most_asked(store, node, self._askable) for node in self.left[ident])


def _fixed(store: Diagrams, nodes: tuple[Node, Node, Node], level: int, position: int) -> tuple[Node, Node, Node]:
    scope, timing, merits = (store.fix(node, level, position) for node in nodes)
    return scope, timing, merits
