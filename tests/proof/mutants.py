"""Every small mistake that a coder of a rule might make, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.proof.material import Case, Data, cases, core_of, pack
from tests.proof.places import GROUP, Place, clauses, conditions, drop, get, is_leaf, put, said, stuck, trees
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Group, Is, Not
from wasm_checker.core.diagrams.diagram import Diagrams, Node
from wasm_checker.core.rules import Rule

SWAPPED = {"all": "any", "any": "all"}


@dataclass(frozen=True)
class Mutant:
    """A rule's data with one thing wrong."""

    rule: str
    what: str
    data: Data


def mutants(rule: Data) -> Iterator[Mutant]:
    for what, data in _all(rule):
        yield Mutant(rule["id"], what, data)


def _all(rule: Data) -> Iterator[tuple[str, Data]]:
    for place in conditions(rule):
        node, where = get(rule, place), said(rule, place)
        if is_leaf(node):
            for what, changed in _leaf(node):
                yield f"{where}：{what}", put(rule, place, changed)
        for key in GROUP:
            if key in node and not isinstance(node, str) and len(node[key]) > 1:
                yield f"{where}：{key} 改成 {SWAPPED[key]}", put(rule, place, {SWAPPED[key]: node[key]})
                for index, member in enumerate(node[key]):
                    member_said = said(rule, (*place, key, index)) if isinstance(member, dict) else member
                    yield f"{where}：去掉 {member_said}", drop(rule, (*place, key, index))
    for place in clauses(rule):
        yield f"去掉整条 {said(rule, place)}", drop(rule, place)
    yield from _whole(rule)
    for index, exclusion in enumerate(rule.get("exclusions", ())):
        yield from _exclusion(rule, index, exclusion)
    yield from _gates(rule)


def _gates(rule: Data) -> Iterator[tuple[str, Data]]:
    for index, gate in enumerate(rule.get("gates", ())):
        if "unless_met" in gate:
            yield from _making_way(rule, ("gates", index, "unless_met"), gate["provision"])


def _leaf(node: Any) -> Iterator[tuple[str, Any]]:
    yield "取反", {"not": node}
    if isinstance(node, str):
        return
    if "at_most" in node:
        for step in (-1, 1):
            yield f"限期 {step:+}", {**node, "at_most": node["at_most"] + step}
        return
    (values,) = (fact["values"] for fact in pack()["facts"] if fact["id"] == node["fact"])
    for value in values:
        if value in node["in"]:
            yield f"去掉 {value}", {**node, "in": [other for other in node["in"] if other != value]}
        else:
            yield f"加上 {value}", {**node, "in": [*node["in"], value]}


def _whole(rule: Data) -> Iterator[tuple[str, Data]]:
    grounds = rule["grounds"]
    if len(grounds["clauses"]) > 1:
        mode = SWAPPED[grounds["mode"]]
        yield f"情形 {grounds['mode']} 改成 {mode}", put(rule, ("grounds", "mode"), mode)
    for place in trees(rule):
        if place in {("scope",), ("timing",)}:
            leaf = next(get(rule, below) for below in conditions(rule) if is_leaf(get(rule, below)))
            yield f"不问 {place[0]}", put(rule, place, stuck(leaf, True))


def _exclusion(rule: Data, index: int, exclusion: Data) -> Iterator[tuple[str, Data]]:
    place = ("exclusions", index)
    name = exclusion["provision"]
    leaf = next(get(rule, below) for below in conditions(rule) if below[:2] == place and is_leaf(get(rule, below)))
    yield f"{name}：不论情形一律排除", put(rule, (*place, "when"), stuck(leaf, True))
    if "yields" not in exclusion:
        return
    yield f"{name}：不再让步", drop(rule, (*place, "yields"))
    yield from _making_way(rule, (*place, "yields", "to"), name)


def _making_way(rule: Data, place: Place, name: str) -> Iterator[tuple[str, Data]]:
    """The grounds for which a clause makes way, one less and one more."""
    to = get(rule, place)
    for ground in (clause["provision"] for clause in rule["grounds"]["clauses"]):
        rest = [other for other in to if other != ground]
        if rest and rest != to:
            yield f"{name}：不再让 {ground}", put(rule, place, rest)
        elif rest == to:
            yield f"{name}：也让 {ground}", put(rule, place, [*to, ground])


# What becomes of a mutant --------------------------------------------------------------------------------------------


def fate(rule: Data, mutant: Mutant) -> str:
    """killed, by a case that expects otherwise; equivalent, where it judges every case that can be alike; or survived."""
    name = f"{mutant.rule}'"
    both = core_of(rule, {**mutant.data, "id": name})
    if any(_kills(both, name, case) for case in cases()[mutant.rule]):
        return "killed"
    return "equivalent" if same(both, mutant.rule, name) else "survived"


def _kills(core: Core, rule: str, case: Case) -> bool:
    found = core.assess(rule, core.read(case.facts))
    return found.verdict != case.verdict or not case.provisions <= set(found.provisions)


def same(core: Core, one: str, other: str) -> bool:
    """Scope, timing, merits and what aggravates are the same functions of the cases that can be."""
    pair = core.rules[one], core.rules[other]
    store = store_of(core)
    can_be = possible(store, core)
    first, second = ([store.join(True, (node, can_be)) for node in parts(store, rule)] for rule in pair)
    return first == second


def store_of(core: Core) -> Diagrams:
    """A store for every fact that a rule of the core tests or an implication names."""
    rules = (fact for rule in core.rules.values() for fact in rule.diagrams.order)
    implied = (fact for item in core.implications for fact, _ in (item.cause, item.consequence))
    return Diagrams({fact: core.facts[fact].size for fact in (*rules, *implied)})


def possible(store: Diagrams, core: Core) -> Node:
    """The cases that can be: in any other a forced implication answers otherwise before a rule is asked."""
    against = (
        Group(True, (_is(*item.cause), Not(_is(consequence, then))))
        for item in core.implications
        for consequence, then in [item.consequence]
        if item.forced and then is not None
    )
    return store.compile(Group(True, tuple(map(Not, against))))


def _is(fact: str, position: int) -> Is:
    return Is(fact, frozenset({position}))


def parts(store: Diagrams, rule: Rule) -> tuple[Node, Node, Node, Node]:
    scope, timing, merits = (store.compile(part.tree) for part in (rule.scope, rule.timing, rule.merits))
    return scope, timing, merits, store.join(False, (store.compile(clause) for clause in rule.aggravating))
