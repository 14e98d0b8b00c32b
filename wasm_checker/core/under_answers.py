"""One rule seen under one case's answers. What counts only once it is stated, and was not, counts as no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Not
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Node
from wasm_checker.core.diagrams.hanging import Hanging
from wasm_checker.core.diagrams.narrowing import within
from wasm_checker.core.rules import Rule


class Look:
    """What is true, false and open under the answers; restrictions are done once and remembered.

    It may make nodes: look inside a `scratch` of the rule's store.
    """

    def __init__(self, rule: Rule, answers: Answers) -> None:
        self.rule = rule
        self.answers = answers
        self.silent = {fact: 0 for fact in rule.stated if fact not in answers.known}
        self.known = {**answers.known, **self.silent} if self.silent else answers.known
        self._store = rule.diagrams
        self._within = within(rule.diagrams, answers.within) if answers.within else None
        self._outlook: Callable[[Node], tuple[int, int]] | None = None
        self._hanging: Hanging | None = None

    def under(self, rule: Rule) -> Look:
        """The same answers under another version of the rule, of the same store; what is fixed already is not fixed again."""
        other = Look(rule, self.answers)
        if other.known == self.known:
            other._outlook, other._hanging = self._outlook, self._hanging
        if self.answers.either:
            other.sides = [(one.under(rule), two.under(rule)) for one, two in self.sides]
        return other

    @cached_property
    def sides(self) -> list[tuple[Look, Look]]:
        """For each contradiction the rule under the one answer and under the other."""
        return [(Look(self.rule, one), Look(self.rule, two)) for one, two in self.answers.either]

    def left(self, node: Node) -> tuple[int, int]:
        """FALSE, TRUE, or a greater number: open; and the unanswered facts that can still change it, as a mask."""
        end = self._store.walk(self._within(node) if self._within else node, self.known)
        if end <= TRUE:
            return end, 0
        if self._outlook is None:
            self._outlook = self._store.outlook(self.known)
        return self._outlook(end)

    @property
    def met(self) -> bool:
        """Whether scope and merits hold, whatever the timing."""
        return self.left(self.rule.scope.node)[0] == TRUE == self.left(self.rule.merits.node)[0]

    def hanging(self, organ: int) -> Hanging:
        """On which answers the verdict hangs; `organ`: the facts, as a mask, that are not the person's to answer."""
        if self._hanging is None:
            self._hanging = Hanging(self._store, self.known, organ, self._within)
        return self._hanging

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
