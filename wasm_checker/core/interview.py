"""An interview: answers given one by one, and after each what still matters and how much can still be asked.

Each answer restricts the diagrams that the last one left, so that the work shrinks as the interview goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from wasm_checker.core.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.facts import Fact
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
        """No more facts than these need asking, in whatever order: an answer never makes another fact matter."""
        return len(self.needed())

    def next_fact(self) -> str | None:
        """What to ask next; None when nothing is left.

        The fact that can settle the most open rules with a single answer, as a gate or an exclusion can; of these the one
        that the most open rules ask for; of these the one that the first of them asks first.
        """
        settles: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for ident in self.open_rules():
            store = self.rules[ident].diagrams
            nodes = [node for node in self.left[ident] if node > TRUE]
            support = frozenset[str]().union(*map(store.support, nodes))
            asked.update(sorted(filter(self._askable, support), key=store.level.__getitem__))
            settles.update({fact for node in nodes for fact, _ in store.refuters(node)})
        return max(asked, key=lambda fact: (settles[fact], asked[fact]), default=None)

    def _askable(self, fact: str) -> bool:
        return self.facts[fact].known_by != "organ" and fact not in self.to_organ


def _fixed(store: Diagrams, nodes: tuple[Node, Node, Node], level: int, position: int) -> tuple[Node, Node, Node]:
    scope, timing, merits = (store.fix(node, level, position) for node in nodes)
    return scope, timing, merits
