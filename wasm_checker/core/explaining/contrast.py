"""Two rules side by side, and one rule against itself: who includes whom, where they part, which items decide nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.diagrams.conditions import Clause, Group, Not
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.diagrams.paths import cheapest
from wasm_checker.core.rules import Rule


@dataclass(frozen=True)
class Difference:
    """The case with the fewest yeses that `yes` finds favourable and `no` does not; facts it does not name are free."""

    yes: str
    no: str
    case: Mapping[str, int]


@dataclass(frozen=True)
class Contrast:
    """`differences` is empty where the two are the same rule; a rule within the other has one difference only.

    `assumed`: the facts that nobody is asked, counted as no.
    """

    one: str
    other: str
    differences: tuple[Difference, ...]
    assumed: tuple[str, ...] = ()

    @property
    def relation(self) -> str:
        """same, within (one in other), includes (other in one), or crossing."""
        sides = {difference.yes for difference in self.differences}
        if not sides:
            return "same"
        if len(sides) == 2:
            return "crossing"
        return "includes" if self.one in sides else "within"


def contrast(one: Rule, other: Rule, facts: Mapping[str, Fact]) -> Contrast:
    """Compares what the two decide by their own words: the points left to an organ, such as a catch-all, count as not granted."""
    sizes = {fact: facts[fact].size for fact in dict.fromkeys((*one.diagrams.order, *other.diagrams.order))}
    store = Diagrams(sizes)
    assumed = tuple(fact for fact in sizes if not facts[fact].asked)
    hold = store.restriction(dict.fromkeys(assumed, 0))
    nodes = {rule.id: hold(store.compile(favourable(rule))) for rule in (one, other)}

    def difference(yes: str, no: str) -> Iterator[Difference]:
        apart = store.both(nodes[yes], store.negate(nodes[no]))
        way = cheapest(store, apart, TRUE, lambda fact, position: int(facts[fact].kind == "bool" and position == 1))
        if way:
            yield Difference(yes, no, way.steps)

    return Contrast(one.id, other.id, (*difference(one.id, other.id), *difference(other.id, one.id)), assumed)


def favourable(rule: Rule) -> Group:
    return Group(True, (rule.scope.tree, rule.timing.tree, rule.merits.tree))


@dataclass(frozen=True)
class Idle:
    """An item that decides nothing: `why` is 'unreachable' (no case meets it) or 'redundant' (the rule is the same without)."""

    provision: str
    why: str


def idle_items(rule: Rule) -> tuple[Idle, ...]:
    """Grounds and exclusions that could be struck out without a case being decided otherwise."""
    return tuple(item for clause, without in _without_each(rule) if (item := _idle(rule, clause, without)))


def _idle(rule: Rule, clause: Clause, without: Node) -> Idle | None:
    if rule.diagrams.compile(clause) == FALSE:
        return Idle(clause.provision, "unreachable")
    return Idle(clause.provision, "redundant") if without == rule.merits.node else None


def _without_each(rule: Rule) -> Iterator[tuple[Clause, Node]]:
    """Every ground and exclusion with the merits as they would be if it were struck out."""
    store = rule.diagrams
    gates = [store.compile(gate) for gate in rule.gates]
    grounds = [store.compile(ground) for ground in rule.grounds]
    barred = [store.compile(Not(exclusion.bars)) for exclusion in rule.exclusions]
    for index, ground in enumerate(rule.grounds):
        rest = store.join(rule.grounds_all, grounds[:index] + grounds[index + 1 :])
        yield ground, store.join(True, (*gates, rest, *barred))
    listed = store.join(rule.grounds_all, grounds)
    for index, exclusion in enumerate(rule.exclusions):
        yield exclusion.clause, store.join(True, (*gates, listed, *barred[:index], *barred[index + 1 :]))


def swallowed(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Pairs of a ground and an exclusion such that whoever meets the ground meets the exclusion."""
    store = rule.diagrams
    return tuple(
        (ground.provision, exclusion.clause.provision)
        for ground in rule.grounds
        for exclusion in rule.exclusions
        if store.both(store.compile(ground), store.negate(store.compile(exclusion.bars))) == FALSE
    )


def idle_json(rule: Rule) -> dict[str, Any]:
    """`idle`: items that decide nothing; `swallowed`: grounds whoever meets which meets an exclusion as well."""
    return {
        "idle": [{"provision": item.provision, "why": item.why} for item in idle_items(rule)],
        "swallowed": [{"ground": ground, "exclusion": exclusion} for ground, exclusion in swallowed(rule)],
    }


def contrast_json(found: Contrast, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """`relation` and, for each way round, the case with values as a case file writes them; it holds where `assumes` does."""
    return {
        "one": found.one,
        "other": found.other,
        "relation": found.relation,
        "assumes": dict.fromkeys(found.assumed, False),
        "differences": [
            {
                "favourable_under": difference.yes,
                "not_under": difference.no,
                "facts": {fact: facts[fact].value(position) for fact, position in difference.case.items()},
            }
            for difference in found.differences
        ],
    }
