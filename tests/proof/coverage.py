"""Command line: `python -m tests.proof.coverage`. Does every test of a fact, wherever it stands, decide some case?

Masking MC/DC, for cases that may leave facts open. A leaf is one test of one fact at one place of a condition tree; who
weighs an exclusion that yields counts as one too. A case *shows* a leaf if the leaf is answered in it and, were this one
leaf alone stuck at its other value, both the outcome of its clause and the verdict would be another: whatever else is
true then masks nothing. A leaf is covered if one case shows it true and another false, the two verdicts being different.

Where no complete case of all that can be (that no forced implication answers otherwise) can show one value, because
another clause always decides (a proof by the diagrams: the rule with the leaf stuck is the same rule), a case in which
the leaf decides its clause is enough; these are counted apart. Where the implications let it decide not even that, as
another leaf of the clause holds the same, nothing is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.proof.material import Case, Data, cases, core_of, rules
from tests.proof.mutants import parts, possible, store_of
from tests.proof.places import Place, conditions, drop, get, is_leaf, put, said, stuck
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Not
from wasm_checker.core.diagrams.diagram import Diagrams, Node
from wasm_checker.core.rules import Rule
from wasm_checker.core.under_answers import Look

DECIDER = ("yields", "decided_by")


@dataclass(frozen=True)
class Leaf:
    """A leaf with the cases that show it at each value; `idle` are the values that no complete case can show.

    `mute` are those of them that no complete case can show in the leaf's own clause either.
    """

    rule: str
    said: str
    shown: dict[bool, list[Case]]
    in_clause: dict[bool, list[Case]]
    idle: frozenset[bool]
    mute: frozenset[bool] = frozenset()

    @property
    def lacking(self) -> str:
        """What is still to be shown; empty if the leaf is covered."""
        for value in (value for value in (True, False) if value not in self.mute):
            if not (self.in_clause if value in self.idle else self.shown)[value]:
                return f"没有案例显示它为{'真' if value else '假'}时起作用"
        if self.idle or any(yes.verdict != no.verdict for yes in self.shown[True] for no in self.shown[False]):
            return ""
        return "真假两边的结论一样"


def leaves(rule: Data) -> Iterator[Place]:
    yield from (place for place in conditions(rule) if is_leaf(get(rule, place)))
    for index, exclusion in enumerate(rule.get("exclusions", ())):
        if "yields" in exclusion:
            yield ("exclusions", index, *DECIDER)


def examine(rule: Data, place: Place) -> Leaf:
    names = {value: f"{rule['id']}={value}" for value in (True, False)}
    core = core_of(rule, *({**_stuck(rule, place, value), "id": name} for value, name in names.items()))
    shown: dict[bool, list[Case]] = {True: [], False: []}
    in_clause: dict[bool, list[Case]] = {True: [], False: []}
    for case in cases()[rule["id"]]:
        answers = core.read(case.facts)
        value = _value(core, get(rule, place), answers)
        if value is not None and _outcome(core, rule["id"], place, answers) != _outcome(
            core, names[not value], place, answers
        ):
            in_clause[value].append(case)
            if core.assess(rule["id"], answers).verdict != core.assess(names[not value], answers).verdict:
                shown[value].append(case)
    store = store_of(core)
    can_be = possible(store, core)
    idle = _alike(rule["id"], names, lambda name: _verdict_nodes(store, can_be, core.rules[name]))
    clause = {name: store.compile(_clause(core.rules[name], place)) for name in (rule["id"], *names.values())}
    mute = _alike(rule["id"], names, lambda name: store.join(True, (can_be, clause[name])))
    needless = _alike(rule["id"], names, lambda name: clause[name])  # by itself, which no implication excuses
    return Leaf(rule["id"], said(rule, place), shown, in_clause, idle, idle & mute - needless)


def _alike(whole: str, names: Mapping[bool, str], function: Callable[[str], object]) -> frozenset[bool]:
    """The values of a leaf that make no difference: stuck at the other one, the rule has the same function."""
    wanted = function(whole)
    return frozenset(value for value in names if function(names[not value]) == wanted)


def _stuck(rule: Data, place: Place, value: bool) -> Data:
    """The rule with this one leaf stuck at a value."""
    leaf = get(rule, place)
    if place[-2:] != DECIDER:
        changed: Data = put(rule, place, stuck(leaf, value))
        return changed
    exclusion = place[:2]
    bare: Data = drop(rule, (*exclusion, "yields"))
    if not value:
        return bare
    to = get(rule, (*exclusion, "yields", "to"))
    prevailing = {"any": [ground["when"] for ground in rule["grounds"]["clauses"] if ground["provision"] in to]}
    when = {"all": [get(rule, (*exclusion, "when")), {"not": prevailing}]}
    weighed: Data = put(bare, (*exclusion, "when"), when)
    return weighed


def _value(core: Core, leaf: Any, answers: Answers) -> bool | None:
    """Whether the case passes the leaf; None if it leaves the fact open."""
    fact = core.facts[leaf if isinstance(leaf, str) else leaf["fact"]]
    if fact.id not in answers.known:
        return None
    position = answers.known[fact.id]
    if isinstance(leaf, str):
        return position == 1
    if "at_most" in leaf:
        return position <= fact.position(leaf["at_most"])
    return position in {fact.position(value) for value in leaf["in"]}


def _outcome(core: Core, ident: str, place: Place, answers: Answers) -> int:
    """FALSE, TRUE or open (2): the outcome of the innermost clause around the place; where it yields, of what it bars."""
    rule = core.rules[ident]
    return min(Look(rule, answers).state(_clause(rule, place)), 2)


def _clause(rule: Rule, place: Place) -> Condition:
    part, *rest = place
    if part == "exclusions":
        return rule.exclusions[int(rest[0])].bars
    if part == "grounds":
        return rule.grounds[int(rest[1])]
    if part in {"gates", "aggravating"}:
        return (rule.gates if part == "gates" else rule.aggravating)[int(rest[0])]
    found = tree = (rule.scope if part == "scope" else rule.timing).tree
    for step in rest:
        if isinstance(tree, Group) and isinstance(step, int):
            tree = tree.parts[step]
        elif isinstance(tree, Not) and step == "not":
            tree = tree.part
        elif isinstance(tree, Clause):
            tree = tree.when
        found = tree if isinstance(tree, Clause) else found
    return found


def _verdict_nodes(store: Diagrams, can_be: Node, rule: Rule) -> tuple[Node, ...]:
    """The verdict of the complete cases that can be: in scope, then in time too, then on the merits, then aggravated."""
    nodes = (can_be, *parts(store, rule))
    return tuple(store.join(True, nodes[: index + 1]) for index in range(1, len(nodes)))


def run() -> list[Leaf]:
    return [examine(rule, place) for rule in rules() for place in leaves(rule)]


def main() -> int:
    """Exit 1 below 100 %."""
    found = run()
    for leaf in found:
        if leaf.lacking:
            print(f"{leaf.rule}：{leaf.said}：{leaf.lacking}")
    print(f"{'rule':24}{'leaves':>8}{'covered':>9}{'in clause only':>16}{'cases':>7}")
    for ident in cases():
        mine = [leaf for leaf in found if leaf.rule == ident]
        covered = [leaf for leaf in mine if not leaf.lacking]
        idle = sum(bool(leaf.idle) for leaf in covered)
        print(f"{ident:24}{len(mine):8}{len(covered):9}{idle:16}{len(cases()[ident]):7}")
    share = 100 * sum(not leaf.lacking for leaf in found) / len(found)
    print(f"MC/DC over {len(found)} leaves: {share:.1f} %")
    return int(share < 100)


if __name__ == "__main__":
    sys.exit(main())
