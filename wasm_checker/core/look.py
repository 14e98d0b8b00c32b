"""One rule seen under one case's answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wasm_checker.core.conditions import Clause, Condition, Group, Not
from wasm_checker.core.diagram import FALSE, TRUE, Node
from wasm_checker.core.facts import Answers
from wasm_checker.core.rules import Rule


class Look:
    """What is true, false and open under the answers; restrictions are done once and remembered."""

    def __init__(self, rule: Rule, answers: Answers) -> None:
        self.rule = rule
        self.answers = answers
        self._store = rule.diagrams
        self._outlook: Callable[[Node], tuple[int, int]] | None = None

    def under(self, rule: Rule) -> Look:
        """The same answers under another version of the rule, of the same store; what is fixed already is not fixed again."""
        other = Look(rule, self.answers)
        other._outlook = self._outlook
        return other

    def left(self, node: Node) -> tuple[int, int]:
        """FALSE, TRUE, or a greater number: open; and the unanswered facts that can still change it, as a mask."""
        end = self._store.walk(node, self.answers.known)
        if end <= TRUE:
            return end, 0
        if self._outlook is None:
            self._outlook = self._store.outlook(self.answers.known)
        return self._outlook(end)

    def state(self, tree: Condition) -> int:
        """FALSE, TRUE, or a greater number: open."""
        return self.left(self._store.compile(tree))[0]

    def support(self, tree: Condition) -> frozenset[str]:
        """The unanswered facts that can still change the tree."""
        return self._store.facts(self.left(self._store.compile(tree))[1])

    def blamed(self, tree: Condition) -> Iterator[Clause]:
        """The clauses that settle the tree, or that keep it open. An exclusion that is not hit decides nothing."""
        if isinstance(tree, Clause):
            yield tree
            if self.state(tree) > TRUE:
                yield from (ground for ground in tree.against if self.state(ground) != FALSE)
            yield from self.blamed(tree.when) if tree.nests and not tree.against else ()
        elif isinstance(tree, Not):
            yield from self.blamed(tree.part) if self.state(tree) != TRUE else ()
        elif isinstance(tree, Group):
            whole = self.state(tree)
            alike = [part for part in tree.parts if _alike(self.state(part), whole)]
            for part in alike or tree.parts:
                yield from self.blamed(part)


def _alike(part: Node, whole: Node) -> bool:
    return part == whole if whole <= TRUE else part > TRUE
