"""Reduced ordered decision diagrams over facts with finite domains.

A node asks one fact and has one branch for each position of its domain; 0 and 1 are the ends. Equal functions are the
same node, so constancy is a comparison and the facts that still matter are those the node reaches. For facts with two
values these are Bryant's ROBDDs (Graph-Based Algorithms for Boolean Function Manipulation, 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from wasm_checker.core.conditions import Clause, Condition, Is, Not

FALSE, TRUE = 0, 1
Node = int


class Diagrams:
    """A shared store of nodes over one order of facts. Operations are cached; nodes stay, but for those made in a `scratch`."""

    def __init__(self, sizes: Mapping[str, int]) -> None:
        self.order: Sequence[str] = tuple(sizes)
        self.sizes: Sequence[int] = tuple(sizes.values())
        self.level = {fact: index for index, fact in enumerate(self.order)}
        end = len(self.order)
        self.nodes: list[tuple[int, tuple[Node, ...]]] = [(end, ()), (end, ())]
        self._unique: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._cache: dict[tuple[str, Node, Node], Node] = {}
        self._supports: dict[Node, frozenset[str]] = {FALSE: frozenset(), TRUE: frozenset()}
        self._refuters: dict[Node, frozenset[tuple[str, int]]] = {TRUE: frozenset()}
        self._fixes: dict[tuple[int, int, Node], Node] = {}
        self._compiled: dict[int, tuple[Condition, Node]] = {}

    @contextmanager
    def scratch(self) -> Iterator[None]:
        """Nodes made inside are forgotten at its end, so that a store that judges many cases does not grow.

        Nodes from before stay what they are; scratches nest. Every table keeps its entries in the order they were made,
        and an entry never names a later one but through a node, so that cutting all of them back leaves no loose end.
        """
        tables: tuple[dict[Any, Any], ...] = (
            self._unique,
            self._cache,
            self._supports,
            self._refuters,
            self._fixes,
            self._compiled,
        )
        marks = [len(table) for table in tables]
        nodes = len(self.nodes)
        try:
            yield
        finally:
            del self.nodes[nodes:]
            for table, mark in zip(tables, marks, strict=True):
                for _ in range(len(table) - mark):
                    table.popitem()

    def make(self, level: int, branches: tuple[Node, ...]) -> Node:
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        key = (level, branches)
        node = self._unique.get(key)
        if node is None:
            node = self._unique[key] = len(self.nodes)
            self.nodes.append(key)
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
        """All (or any) of the nodes; of none: TRUE (or FALSE)."""
        operation = self.both if conjunction else self.either
        result = TRUE if conjunction else FALSE
        for node in nodes:
            result = operation(result, node)
        return result

    def both(self, a: Node, b: Node) -> Node:
        if a == FALSE or b == FALSE:
            return FALSE
        if a == TRUE or a == b:
            return b
        return a if b == TRUE else self._pairwise("and", a, b, self.both)

    def either(self, a: Node, b: Node) -> Node:
        if a == TRUE or b == TRUE:
            return TRUE
        if a == FALSE or a == b:
            return b
        return a if b == FALSE else self._pairwise("or", a, b, self.either)

    def negate(self, a: Node) -> Node:
        return 1 - a if a <= TRUE else self._pairwise("not", a, a, lambda x, _: self.negate(x))

    def _pairwise(self, name: str, a: Node, b: Node, operation: Callable[[Node, Node], Node]) -> Node:
        key = (name, a, b) if a <= b else (name, b, a)
        found = self._cache.get(key)
        if found is None:
            (level_a, branches_a), (level_b, branches_b) = self.nodes[a], self.nodes[b]
            level = min(level_a, level_b)
            size = self.sizes[level]
            left = branches_a if level_a == level else (a,) * size
            right = branches_b if level_b == level else (b,) * size
            found = self._cache[key] = self.make(level, tuple(map(operation, left, right)))
        return found

    def restriction(self, known: Mapping[str, int]) -> Callable[[Node], Node]:
        """A function that fixes every known fact at its position in any node, remembering what it did."""
        fixed = [*(known.get(fact, -1) for fact in self.order), -1]
        nodes, make = self.nodes, self.make
        done: dict[Node, Node] = {FALSE: FALSE, TRUE: TRUE}

        def restrict(node: Node) -> Node:
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

    def fix(self, node: Node, level: int, position: int) -> Node:
        """The node with the fact at `level` fixed; remembered for as long as the store lives."""
        at, branches = self.nodes[node]
        if at >= level:
            return branches[position] if at == level else node
        key = (level, position, node)
        found = self._fixes.get(key)
        if found is None:
            found = self._fixes[key] = self.make(at, tuple(self.fix(branch, level, position) for branch in branches))
        return found

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
        found = self._supports.get(node)
        if found is None:
            level, branches = self.nodes[node]
            found = frozenset({self.order[level]}).union(*map(self.support, branches))
            self._supports[node] = found
        return found

    def refuters(self, node: Node) -> frozenset[tuple[str, int]]:
        """The single answers, each a fact and a position, that by themselves make an open node FALSE."""
        found = self._refuters.get(node)
        if found is None:
            level, branches = self.nodes[node]
            fact = self.order[level]
            below = [self.refuters(branch) for branch in branches if branch != FALSE]
            here = frozenset((fact, position) for position, branch in enumerate(branches) if branch == FALSE)
            found = self._refuters[node] = here.union(below[0].intersection(*below[1:]))
        return found
