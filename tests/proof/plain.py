"""What a rule's data means, written a second time from its published form: no diagrams, nothing of the core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from tests.proof.material import Data, pack
from tests.proof.places import conditions as places
from tests.proof.places import get, is_leaf

Case = Mapping[str, Any]
PARTS = ("scope", "timing", "merits")
FAILS = {"tolerance": "ineligible", "accountability": "not_accountable", "track": "does_not_follow"}
HOLDS = {"tolerance": "may_qualify", "accountability": "accountable", "track": "follows"}


@cache
def fact_data() -> Mapping[str, Data]:
    return {fact["id"]: fact for fact in pack()["facts"]}


def holds(node: Any, case: Case) -> bool:
    """Whether a complete case meets a condition."""
    if isinstance(node, str):
        return bool(case[node])
    if "fact" in node:
        value = case[node["fact"]]
        return bool(value <= node["at_most"]) if "at_most" in node else value in node["in"]
    if "not" in node:
        return not holds(node["not"], case)
    if "when" in node:
        return holds(node["when"], case)
    if "all" in node:
        return all(holds(part, case) for part in node["all"])
    return any(holds(part, case) for part in node["any"])


def barred(rule: Data, exclusion: Data, case: Case) -> bool:
    """Whether an exclusion bars: it holds, and no ground it yields to holds that the organ lets prevail."""
    if not holds(exclusion, case):
        return False
    yields = exclusion.get("yields", {"to": (), "decided_by": None})
    met = [ground for ground in rule["grounds"]["clauses"] if ground["provision"] in yields["to"]]
    return not (any(holds(ground, case) for ground in met) and case[yields["decided_by"]])


def open_gate(rule: Data, gate: Data, case: Case) -> bool:
    """Whether a gate holds: by its own condition, or since the case meets a ground that it makes way for."""
    met = [ground for ground in rule["grounds"]["clauses"] if ground["provision"] in gate.get("unless_met", ())]
    return holds(gate, case) or any(holds(ground, case) for ground in met)


def judged(rule: Data, case: Case) -> tuple[bool, bool, bool]:
    """Scope, timing and merits of a complete case."""
    grounds = [holds(ground, case) for ground in rule["grounds"]["clauses"]]
    merits = (
        all(open_gate(rule, gate, case) for gate in rule.get("gates", ()))
        and (all if rule["grounds"]["mode"] == "all" else any)(grounds)
        and not any(barred(rule, exclusion, case) for exclusion in rule.get("exclusions", ()))
    )
    return holds(rule["scope"], case), "timing" not in rule or holds(rule["timing"], case), merits


def facts_of(rule: Data) -> list[str]:
    """The facts that decide the rule's verdict, each once."""
    found = [get(rule, place) for place in places(rule) if is_leaf(get(rule, place))]
    deciders = [each["yields"]["decided_by"] for each in rule.get("exclusions", ()) if "yields" in each]
    names = [leaf if isinstance(leaf, str) else leaf["fact"] for leaf in found]
    return list(dict.fromkeys(names + deciders))


def values_of(fact: str) -> Sequence[Any]:
    """Values of the fact that stand for all others: of a number, each limit and one more."""
    data = fact_data()[fact]
    if data["type"] == "enum":
        return list(data["values"])
    return [False, True] if data["type"] == "bool" else [*limits(fact), limits(fact)[-1] + 1]


@cache
def limits(fact: str) -> Sequence[int]:
    """Every limit that some rule, in any of its readings, sets to a number."""
    return sorted(set(_limits(fact, pack()["rules"])))


def _limits(fact: str, data: Any) -> Iterator[int]:
    if isinstance(data, dict):
        if data.get("fact") == fact and "at_most" in data:
            yield data["at_most"]
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _limits(fact, each)


def silent(rule: Data, values: Case) -> dict[str, Any]:
    """What counts only once it is stated, and was not: as no, or the first of its values."""
    return {
        fact: values_of(fact)[0] for fact in rule.get("stated", ()) if fact in facts_of(rule) and fact not in values
    }


def named(
    rule: Data, states: Sequence[bool | None], aggravated: bool, missing: AbstractSet[str], organ: AbstractSet[str]
) -> tuple[str, set[str], set[str]]:
    """Verdict, missing and organ facts by definition.

    `states`: what is certain of scope, timing and merits; `missing`: the person's facts on which it hangs how an open verdict comes
    out for him; `organ`: those that are not his and can change an open part.
    """
    kind = rule.get("kind", "tolerance")
    for state, verdict in zip(states, ("out_of_scope", "too_late", FAILS[kind]), strict=True):
        if state is False:
            return verdict, set(), set()
    if None not in states:
        return HOLDS[kind] + ("_aggravated" if aggravated else ""), set(), set()
    return "insufficient_information" if missing else "needs_judgement", set(missing), set(organ)
