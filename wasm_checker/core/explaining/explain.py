"""Why a case comes to its verdict: the condition tree, each node true, false or open, with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not
from wasm_checker.core.path import state_of
from wasm_checker.core.under_answers import Look


def tree(condition: Condition, look: Look, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """A node: `kind` (all, any, not, clause, fact), `state` (true, false, open), its words or its parts."""
    state = state_of(look, condition)
    if isinstance(condition, Is):
        fact = facts[condition.fact]
        accepted = fact.labels_of(condition.positions)
        return {"kind": "fact", "state": state, "fact": fact.id, "accepted": accepted, "known_by": fact.known_by}
    if isinstance(condition, Group):
        parts = [tree(part, look, facts) for part in condition.parts]
        return {"kind": "all" if condition.all else "any", "state": state, "parts": parts}
    if isinstance(condition, Not):
        return {"kind": "not", "state": state, "parts": [tree(condition.part, look, facts)]}
    return {"kind": "clause", "state": state, **_words(condition), "parts": [tree(condition.when, look, facts)]}


def _words(clause: Clause) -> dict[str, Any]:
    words: dict[str, Any] = {"provision": clause.provision}
    if clause.quote:
        words["quote"] = clause.quote
    if clause.readings:
        words["readings"] = list(clause.readings)
    return words
