"""A rule taken apart for an interview: what one clause alone asks is judged by itself, and the rest asks it as one fact.

The facts of such a module occur nowhere else in the merits. While it is open it may come out either way whatever the rest
does, so that its facts matter exactly where the one that stands for it does; and an answer goes through the few nodes of
its module instead of the whole rule's (modules of fault trees: Dutuit and Rauzy, 1996).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not, has_clauses, leaves
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.rules import Rule


class FixingDiagrams(Diagrams):
    """Diagrams that remember what single answers do to their nodes."""

    def __init__(self, sizes: Mapping[str, int], numbers: Mapping[str, int] | None = None) -> None:
        super().__init__(sizes, numbers)
        self._answers = [(level, position) for level, size in enumerate(self.sizes) for position in range(size)]
        self._first = tuple(accumulate(self.sizes, initial=0))
        self._refuters: dict[Node, int] = {TRUE: 0}
        self._fixes: dict[int, Node] = {}

    def _caches(self) -> tuple[dict[Any, Any], ...]:
        return *super()._caches(), self._refuters, self._fixes

    def fix(self, of: tuple[Node, ...], level: int, position: int) -> tuple[Node, ...]:
        """The nodes with the fact at `level` fixed; remembered for as long as the store lives."""
        nodes, masks, make, done = self.nodes, self.masks, self.make, self._fixes
        bit, stride, what = self.bits[level], len(self._answers), self._first[level] + position

        def fixed(node: Node) -> Node:
            if not masks[node] & bit:
                return node
            key = node * stride + what
            found = done.get(key)
            if found is None:
                at, branches = nodes[node]
                below = branches[position] if at == level else make(at, tuple([fixed(branch) for branch in branches]))
                found = done[key] = below
            return found

        return tuple([fixed(node) for node in of])

    def refuters(self, node: Node) -> list[tuple[str, int]]:
        """The single answers, each a fact and a position, that by themselves make an open node FALSE."""
        found, mask = [], self._refuting(node)
        while mask:
            last = mask.bit_length() - 1
            level, position = self._answers[last]
            found.append((self.order[level], position))
            mask ^= 1 << last
        return found

    def _refuting(self, node: Node) -> int:
        """The same as a mask, a bit for every answer."""
        found = self._refuters.get(node)
        if found is None:
            level, branches = self.nodes[node]
            first = self._first[level]
            here, below = 0, -1
            for position, branch in enumerate(branches):
                if branch == FALSE:
                    here |= 1 << first + position
                else:
                    below &= self._refuting(branch)
            found = self._refuters[node] = here | below
        return found


class Left(NamedTuple):
    """What answers have left of a rule: scope, timing and factors of the merits; the modules that still matter to them, each
    by the level of the fact that stands for it; and the facts that can still change the verdict, none once it is settled.
    """

    nodes: tuple[Node, ...]
    modules: Mapping[int, Node]
    mask: int


SETTLED = Left((), {}, 0)


@dataclass(frozen=True)
class Modular:
    """`home`: for a fact of a module the level of the fact that stands for it."""

    store: FixingDiagrams
    home: Mapping[str, int]
    whole: Left

    def after(self, left: Left, fact: str, position: int) -> Left:
        """What one more answer leaves, to a question that still mattered."""
        store, level = self.store, self.store.level[fact]
        nodes, modules = store.fix(left.nodes, level, position), left.modules
        home = self.home.get(fact, -1)
        if home in modules:
            (node,) = store.fix((modules[home],), level, position)
            modules = {**modules, home: node}
            if node <= TRUE:
                nodes = store.fix(nodes, home, node)
        return _left(store, nodes, modules)

    def settling(self, left: Left) -> set[str]:
        """The facts of which a single answer can make the scope, the timing or a factor fail."""
        store, found = self.store, set()
        for fact, position in (answer for node in left.nodes if node > TRUE for answer in store.refuters(node)):
            module = left.modules.get(store.level[fact])
            if module is None:
                found.add(fact)
            else:
                found.update(inner for inner, _ in store.refuters(store.negate(module) if position else module))
        return found


def decompose(rules: Mapping[str, Rule]) -> dict[str, Modular]:
    """Every rule taken apart, by its id. The facts that many rules name stand first in each store's order."""
    named = Counter(fact for rule in rules.values() for fact in rule.diagrams.order)
    common = [fact for fact, count in named.most_common() if 3 * count > len(rules)]
    return {ident: _decomposed(rule, common) for ident, rule in rules.items()}


def _decomposed(rule: Rule, common: Iterable[str]) -> Modular:
    own = rule.diagrams
    merits = rule.merits.tree if isinstance(rule.merits.tree, Group) else Group(True, (rule.merits.tree,))
    found = _Modules(merits)
    standing = {leaf.fact: name for name, module in found.modules.items() for leaf in leaves(module)}
    order: dict[str, int] = {}
    for fact in dict.fromkeys((*(each for each in common if each in own.level), *own.order)):
        size = {fact: own.sizes[own.level[fact]]}
        order |= {standing[fact]: 2, **size} if fact in standing else size
    numbers = {**own.numbers, **{name: len(own.numbers) + index for index, name in enumerate(found.modules)}}
    store = FixingDiagrams(order, numbers)
    factors = _factors(store, map(store.compile, found.rest))
    modules = {store.level[name]: store.compile(module) for name, module in found.modules.items()}
    home = {fact: store.level[name] for fact, name in standing.items()}
    parts = store.compile(rule.scope.tree), store.compile(rule.timing.tree)
    whole = Modular(store, home, _left(store, (*parts, *factors), modules))
    whole.settling(whole.whole)  # now, rather than when the first question is to be found
    return whole


def _left(store: Diagrams, nodes: tuple[Node, ...], modules: Mapping[int, Node]) -> Left:
    if FALSE in nodes or max(nodes) == TRUE:
        return SETTLED
    masks, mask = store.masks, 0
    for node in nodes:
        mask |= masks[node]
    kept = {}
    for level, node in modules.items():
        if mask & store.bits[level]:
            kept[level] = node
            mask |= masks[node]
    return Left(nodes, kept, mask)


def _factors(store: Diagrams, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes, those that ask the same facts joined: all hold together, and what matters to one matters to no other."""
    apart: list[Node] = []
    for node in nodes:
        touched = [other for other in apart if store.masks[other] & store.masks[node]]
        apart = [other for other in apart if other not in touched] + [store.join(True, (*touched, node))]
    return tuple(apart)


class _Modules:
    """`rest`: the parts of the merits with a fact in the place of each module; `modules`: what these stand for."""

    def __init__(self, merits: Group) -> None:
        self.modules: dict[str, Condition] = {}
        self._named: Counter[str] = Counter()
        self._seen: dict[int, Condition] = {}
        self._count(merits)
        self._rewritten: dict[int, Condition] = {}
        self.rest = [self._rewrite(part) for part in merits.parts]

    def _count(self, condition: Condition) -> None:
        """How often each fact is named; a clause that stands in several places names it once."""
        if isinstance(condition, Is):
            self._named[condition.fact] += 1
        elif id(condition) not in self._seen:
            self._seen[id(condition)] = condition
            for part in _parts(condition):
                self._count(part)

    def _rewrite(self, condition: Condition) -> Condition:
        if id(condition) not in self._rewritten:
            self._rewritten[id(condition)] = self._with_modules(condition)
        return self._rewritten[id(condition)]

    def _with_modules(self, condition: Condition) -> Condition:
        if isinstance(condition, Is):
            return condition
        if isinstance(condition, Not):
            return Not(self._rewrite(condition.part))
        if isinstance(condition, Clause):
            return self._rewrite(condition.when)
        own = [part for part in condition.parts if self._alone(part)]
        others = tuple(self._rewrite(part) for part in condition.parts if part not in own)
        module = Group(condition.all, tuple(own))
        if len([*leaves(module)]) < 2:
            return Group(condition.all, (*own, *others))
        name = f"module {len(self.modules)}"
        self.modules[name] = module
        return Group(condition.all, (Is(name, frozenset({1})), *others))

    def _alone(self, part: Condition) -> bool:
        """Whether nothing else names its facts. A clause may stand in other places as well."""
        return not has_clauses(part) and all(self._named[leaf.fact] == 1 for leaf in leaves(part))


def _parts(condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, Group):
        return condition.parts
    return () if isinstance(condition, Is) else (condition.part if isinstance(condition, Not) else condition.when,)
