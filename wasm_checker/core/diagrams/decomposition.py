"""A rule taken apart for an interview: what one clause alone asks is judged by itself, and the rest asks it as one fact.

The facts of such a module occur nowhere else in the merits. While it is open it may come out either way whatever the rest
does, so that its facts matter exactly where the one that stands for it does; and an answer goes through the few nodes of
its module instead of the whole rule's (modules of fault trees: Dutuit and Rauzy, 1996).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not, has_clauses, leaves
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node


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

    store: Diagrams
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


def taken_apart(
    scope: Condition, timing: Condition, merits: Group, sizes: Mapping[str, int], numbers: Mapping[str, int]
) -> Modular:
    """The rule in a store of its own; `sizes` as the rule's own store has them, in its order."""
    found = _Modules(merits)
    standing = {leaf.fact: name for name, module in found.modules.items() for leaf in leaves(module)}
    order: dict[str, int] = {}
    for fact, size in sizes.items():
        order |= {standing[fact]: 2, fact: size} if fact in standing else {fact: size}
    more = {name: len(numbers) + index for index, name in enumerate(found.modules)}
    store = Diagrams(order, {**numbers, **more})
    factors = _factors(store, map(store.compile, found.rest))
    modules = {store.level[name]: store.compile(module) for name, module in found.modules.items()}
    home = {fact: store.level[name] for fact, name in standing.items()}
    whole = Modular(store, home, _left(store, (store.compile(scope), store.compile(timing), *factors), modules))
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
