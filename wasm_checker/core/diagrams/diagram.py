"""Reduced ordered decision diagrams over facts with finite domains.

A node asks one fact and has one branch for each position of its domain; 0 and 1 are the ends. Equal functions are the
same node, so constancy is a comparison and the facts that still matter are those the node reaches. For facts with two
values these are Bryant's ROBDDs (Graph-Based Algorithms for Boolean Function Manipulation, 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from wasm_checker.core.diagrams.conditions import Clause, Condition, Is, Not

FALSE, TRUE = 0, 1
Node = int
_OWN = 1 << 60  # above the number of any node


class Diagrams:
    """A shared store of nodes over one order of facts. Operations are cached; nodes stay, but for those made in a `scratch`.

    `masks` holds for every node the facts that can still change its outcome, a bit each: that of the fact's number.
    """

    def __init__(self, sizes: Mapping[str, int], numbers: Mapping[str, int] | None = None) -> None:
        """`numbers`: given alike to several stores, their masks speak of the same facts; else a fact's number is its level."""
        self.order: Sequence[str] = tuple(sizes)
        self.sizes: Sequence[int] = tuple(sizes.values())
        self.level = {fact: index for index, fact in enumerate(self.order)}
        self.numbers = self.level if numbers is None else numbers
        self.bits: Sequence[int] = tuple(1 << self.numbers[fact] for fact in self.order)
        self.masks: list[int] = [0, 0]
        end = len(self.order)
        self.nodes: list[tuple[int, tuple[Node, ...]]] = [(end, ()), (end, ())]
        self._unique: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._both: dict[tuple[Node, Node], Node] = {}
        self._either: dict[tuple[Node, Node], Node] = {}
        self._negated: dict[Node, Node] = {}
        self._compiled: dict[int, tuple[Condition, Node]] = {}
        self.scratches = 0

    @contextmanager
    def scratch(self) -> Iterator[None]:
        """Nodes made inside are forgotten at its end, so that a store that judges many cases does not grow.

        Nodes from before stay what they are; scratches nest. Every cache keeps its entries in the order they were made and
        refers only to older nodes. Cutting all caches back to their length at entry therefore leaves no dangling node.
        """
        tables = self._caches()
        marks = [len(table) for table in tables]
        nodes = len(self.nodes)
        self.scratches += 1
        try:
            yield
        finally:
            self.scratches -= 1
            del self.nodes[nodes:], self.masks[nodes:]
            for table, mark in zip(tables, marks, strict=True):
                for _ in range(len(table) - mark):
                    table.popitem()

    def _caches(self) -> tuple[dict[Any, Any], ...]:
        return self._unique, self._both, self._either, self._negated, self._compiled

    def make(self, level: int, branches: tuple[Node, ...]) -> Node:
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        key = (level, branches)
        node = self._unique.get(key)
        if node is None:
            node = self._unique[key] = len(self.nodes)
            self.nodes.append(key)
            mask = self.bits[level]
            for branch in branches:
                mask |= self.masks[branch]
            self.masks.append(mask)
        return node

    def compile(self, condition: Condition) -> Node:
        """The condition's node; looked up by identity, for rules hold their trees as long as their store lives."""
        found = self._compiled.get(id(condition))
        if found is None:
            found = self._compiled[id(condition)] = (condition, self._compile(condition))
        return found[1]

    def _compile(self, condition: Condition) -> Node:
        if isinstance(condition, Is):
            level = self.level[condition.fact]
            return self.make(level, tuple(int(i in condition.positions) for i in range(self.sizes[level])))
        if isinstance(condition, Not):
            return self.negate(self.compile(condition.part))
        if isinstance(condition, Clause):
            return self.compile(condition.when)
        return self.join(condition.all, map(self.compile, condition.parts))

    def join(self, conjunction: bool, nodes: Iterable[Node]) -> Node:
        """All (or any) of the nodes; of none: TRUE (or FALSE).

        Joined from the last on: a later part mostly asks later facts, and what lies below need not be gone through again.
        """
        operation = self.both if conjunction else self.either
        result = TRUE if conjunction else FALSE
        for node in reversed([*nodes]):
            result = operation(node, result)
        return result

    def both(self, a: Node, b: Node) -> Node:
        return self._joined(a, b, FALSE, self._both)

    def either(self, a: Node, b: Node) -> Node:
        return self._joined(a, b, TRUE, self._either)

    def _joined(self, a: Node, b: Node, decides: Node, done: dict[tuple[Node, Node], Node]) -> Node:
        """Both or either, whichever the one end `decides` alone; with the other end a node stays what it is."""
        nodes, make, neutral = self.nodes, self.make, 1 - decides

        def join(a: Node, b: Node) -> Node:
            if a == b or b == neutral:
                return a
            if a == neutral:
                return b
            if a == decides or b == decides:
                return decides
            key = (a, b) if a < b else (b, a)
            found = done.get(key)
            if found is None:
                (level_a, branches_a), (level_b, branches_b) = nodes[a], nodes[b]
                if level_a == level_b:
                    level, below = level_a, tuple(map(join, branches_a, branches_b))
                elif level_a < level_b:
                    level, below = level_a, tuple([join(branch, b) for branch in branches_a])
                else:
                    level, below = level_b, tuple([join(a, branch) for branch in branches_b])
                found = done[key] = make(level, below)
            return found

        return join(a, b)

    def negate(self, node: Node) -> Node:
        if node <= TRUE:
            return 1 - node
        found = self._negated.get(node)
        if found is None:
            level, branches = self.nodes[node]
            found = self._negated[node] = self.make(level, tuple([self.negate(branch) for branch in branches]))
        return found

    def walk(self, node: Node, known: Mapping[str, int]) -> Node:
        """Where the answers lead from the node: to an end, or to the first node whose fact is not answered."""
        nodes, order = self.nodes, self.order
        while node > TRUE:
            level, branches = nodes[node]
            fact = order[level]
            if fact not in known:
                break
            node = branches[known[fact]]
        return node

    def outlook(self, known: Mapping[str, int]) -> Callable[[Node], tuple[Node, int]]:
        """A function that says what the answers leave of a node: FALSE, TRUE or another number, and the facts that matter to it.

        It remembers what it did and adds nothing to the store: a node that is there now keeps its number, others get numbers
        of the function's own.
        """
        nodes, order, bits, masks, unique, now = (
            self.nodes,
            self.order,
            self.bits,
            self.masks,
            self._unique,
            len(self.nodes),
        )
        many = len(known) >= len(order)  # then hardly a node asks none of them: not worth finding out
        answered = 0 if many else sum([bits[self.level[fact]] for fact in known if fact in self.level])
        done: dict[Node, tuple[Node, int]] = {FALSE: (FALSE, 0), TRUE: (TRUE, 0)}
        made: dict[tuple[int, tuple[Node, ...]], tuple[Node, int]] = {}

        def left(node: Node) -> tuple[Node, int]:
            while node > TRUE:
                level, branches = nodes[node]
                fact = order[level]
                if fact not in known:
                    break
                node = branches[known[fact]]
            found = done.get(node)
            if found is None:
                level, branches = nodes[node]
                if many or node >= now or masks[node] & answered:
                    below = [done[branch] if branch in done else left(branch) for branch in branches]
                    found = below[0]
                    if below.count(found) < len(below):
                        key = (level, tuple([end for end, _ in below]))
                        found = made.get(key)
                        if found is None:
                            mask = bits[level]
                            for _, asked in below:
                                mask |= asked
                            number = now if many else unique.get(key, now)
                            found = made[key] = (number if number < now else _OWN + len(made), mask)
                else:
                    found = node, masks[node]
                done[node] = found
            return found

        return left

    def restriction(self, known: Mapping[str, int]) -> Callable[[Node], Node]:
        """A function that fixes every known fact at its position in any node, remembering what it did."""
        fixed = [*(known.get(fact, -1) for fact in self.order), -1]
        nodes, make, masks = self.nodes, self.make, self.masks
        answered = sum([bit for bit, position in zip(self.bits, fixed, strict=False) if position >= 0])
        done: dict[Node, Node] = {FALSE: FALSE, TRUE: TRUE}

        def restrict(node: Node) -> Node:
            if not masks[node] & answered:
                return node
            result = done.get(node)
            if result is None:
                end = node
                level, branches = nodes[end]
                while fixed[level] >= 0:
                    end = branches[fixed[level]]
                    level, branches = nodes[end]
                result = done.get(end)
                if result is None:
                    result = done[end] = make(level, tuple([restrict(branch) for branch in branches]))
                done[node] = result
            return result

        return restrict

    def exists(self, node: Node, facts: frozenset[str]) -> Node:
        """TRUE where some values of `facts` make the node true; it no longer asks them."""
        levels = {self.level[fact] for fact in facts if fact in self.level}
        done: dict[Node, Node] = {FALSE: FALSE, TRUE: TRUE}

        def project(at: Node) -> Node:
            result = done.get(at)
            if result is None:
                level, branches = self.nodes[at]
                below = tuple(map(project, branches))
                result = self.join(False, below) if level in levels else self.make(level, below)
                done[at] = result
            return result

        return project(node)

    def support(self, node: Node) -> frozenset[str]:
        """The facts that can still change the outcome."""
        return self.facts(self.masks[node])

    def facts(self, mask: int) -> frozenset[str]:
        """Those of a mask."""
        return frozenset(fact for fact, bit in zip(self.order, self.bits, strict=True) if mask & bit)
