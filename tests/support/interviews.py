"""Interviews over small made-up rules, and what matters to them by brute force."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.support.small_rules import SIZES, states, value
from tools.measure.bench.interview import Interview
from wasm_checker.core.assess import Core

Rule = dict[str, Any]
Known = dict[str, int]
PERSONS = frozenset(SIZES) - {"d"}


def at(core: Core, known: Known, organ: frozenset[str] = frozenset()) -> Interview:
    rules = {ident: rule for ident, rule in core.rules.items() if ident != "z"}
    interview = Interview.start(rules, core.facts)
    for fact, position in known.items():
        interview = interview.answer(fact, value(fact, position))
    for fact in sorted(organ - known.keys()):
        interview = interview.answer(fact, "organ")
    return interview


def is_open(rule: Rule, known: Known) -> bool:
    found = states(rule, known)
    return False not in found and None in found


def matter(rule: Rule, known: Known, organ: frozenset[str]) -> set[str]:
    """The person's facts for which two sets of his answers that differ in it alone come to different verdicts, the rest left open."""
    his = [fact for fact in PERSONS if fact not in known and fact not in organ]
    answers = [dict(zip(his, each, strict=True)) for each in product(*(range(SIZES[fact]) for fact in his))]
    found = {tuple(each.items()): settled(rule, {**known, **each}) for each in answers}
    return {
        fact
        for each in answers
        for fact in his
        for position in range(SIZES[fact])
        if found[tuple(each.items())] != found[tuple({**each, fact: position}.items())]
    }


def settled(rule: Rule, known: Known) -> str:
    """Which part is certain to fail, the first first; that all are certain to hold; or neither."""
    found = states(rule, known)
    if False in found:
        return f"fails {found.index(False)}"
    return "open" if None in found else "holds"
