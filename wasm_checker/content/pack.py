"""The rule pack: everything the core needs of the library, as plain JSON."""

from __future__ import annotations

from typing import Any

from policies import Library
from policies.engine.as_json import plain
from wasm_checker.content.holidays import calendar

VERSION = 2


def rule_pack(library: Library) -> dict[str, Any]:
    """Facts in the order of their questions, the rules, the implications and the working-day calendar."""
    vocabulary = library.vocabulary
    return {
        "version": VERSION,
        "facts": [fact_data(fact) for fact in vocabulary.facts],
        "implications": [plain(implication) for implication in vocabulary.implications],
        "rules": [plain(rule) for rule in library.rules],
        "limits": [plain(limit) for limit in library.limits if limit.length],
        "calendar": calendar(vocabulary.announced).as_json(),
    }


# What only the loader and the page that asks need.
_ASKING = {"events", "examples", "wording"}


def fact_data(fact: Any) -> dict[str, Any]:
    data = {key: value for key, value in plain(fact).items() if key not in _ASKING}
    return {**data, "values": list(data["values"]), "labels": data["values"]} if fact.type == "enum" else data
