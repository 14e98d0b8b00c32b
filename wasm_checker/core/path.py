"""The way through a rule for one case: which of its conditions hold, which do not, and which are open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wasm_checker.core.diagrams.conditions import Clause, Condition
from wasm_checker.core.diagrams.diagram import FALSE, TRUE
from wasm_checker.core.rules import ALWAYS
from wasm_checker.core.under_answers import Look

STATES = {FALSE: "false", TRUE: "true"}
OPEN = "open"
Json = dict[str, Any]


def path(looked: Look) -> Json:
    """The rule's stations in the order of the text: scope, timing, gates, grounds, exclusions.

    `state`: true, false or open; of an exclusion true means that it is hit. Scope and timing name the provisions that settle them or
    keep them open. `timing` is None where the rule has none. A gate that stands only for a reminder is no station.
    """
    rule = looked.rule
    grounds = [(ground.provision, state_of(looked, ground)) for ground in rule.grounds]
    return {
        "scope": _part(looked, rule.scope.tree),
        "timing": None if rule.timing.tree is ALWAYS else _part(looked, rule.timing.tree),
        "gates": _clauses(looked, rule.written_gates),
        "grounds": {
            "state": state_of(looked, rule.listed),
            "mode": "all" if rule.grounds_all else "any",
            "met": [provision for provision, state in grounds if state == STATES[TRUE]],
            "open": [provision for provision, state in grounds if state == OPEN],
            "of": len(grounds),
        },
        "exclusions": _clauses(looked, (exclusion.bars for exclusion in rule.exclusions)),
    }


def counts(looked: Look, way: Json) -> dict[str, int]:
    """How many conditions of the way hold, and how many are open; an exclusion that is not hit is one that holds.

    A reminder that bars a favourable verdict is counted while it does, as open: with none open and none failed the verdict holds.
    """
    stations = [way["scope"], *([way["timing"]] if way["timing"] else []), *way["gates"], way["grounds"]]
    asked = [each["state"] for each in stations]
    hit = [each["state"] for each in way["exclusions"]]
    barred = [state_of(looked, gate) for gate in looked.rule.barring_gates]
    met = asked.count(STATES[TRUE]) + hit.count(STATES[FALSE])
    return {"met": met, "open": (asked + hit + barred).count(OPEN)}


def state_of(looked: Look, tree: Condition) -> str:
    return STATES.get(looked.state(tree), OPEN)


def _part(looked: Look, tree: Condition) -> Json:
    provisions = dict.fromkeys(clause.provision for clause in looked.blamed(tree))
    return {"state": state_of(looked, tree), "provisions": list(provisions)}


def _clauses(looked: Look, clauses: Iterable[Clause]) -> list[Json]:
    return [{"provision": clause.provision, "state": state_of(looked, clause)} for clause in clauses]
