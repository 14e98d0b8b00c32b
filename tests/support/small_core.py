"""A small made-up rule that has every kind of part."""

from __future__ import annotations

from typing import Any

from wasm_checker.core.assess import Core

CALENDAR = {"first": "2017-01-01", "last": "2017-12-31", "other": [], "undecided": [], "unannounced": []}


def boolean(ident: str, known_by: str) -> dict[str, Any]:
    return {"id": ident, "type": "bool", "known_by": known_by}


PACK: dict[str, Any] = {
    "facts": [
        {"id": "post", "type": "enum", "values": ["inside", "asked", "outside"], "known_by": "person"},
        {"id": "workdays_since_start", "type": "int", "known_by": "person"},
        {"id": "accountability_start_date", "type": "date", "known_by": "person"},
        {"id": "application_date", "type": "date", "known_by": "person"},
        boolean("gain", "both"),
        boolean("spirit", "organ"),
        boolean("trial", "person"),
        boolean("banned", "both"),
        boolean("accident", "organ"),
        boolean("great_accident", "organ"),
        boolean("scope_open", "organ"),
        boolean("prevails", "organ"),
        boolean("other", "organ"),
    ],
    "implications": [{"when": {"great_accident": True}, "sets": {"accident": True}, "forced": True}],
    "calendar": CALENDAR,
    "rules": [
        {
            "id": "x",
            "scope": {
                "any": [
                    {"provision": "x/a1", "when": {"fact": "post", "in": ["inside"]}},
                    {"provision": "x/a2", "when": {"all": [{"fact": "post", "in": ["asked"]}, "scope_open"]}},
                ]
            },
            "timing": {"provision": "x/a3", "when": {"fact": "workdays_since_start", "at_most": 7}},
            "gates": [
                {"provision": "x/a4", "when": {"not": "gain"}, "readings": ["C01"]},
                {"provision": "x/a5", "when": "spirit"},
            ],
            "grounds": {
                "mode": "any",
                "provision": "x/a6",
                "quote": "…",
                "clauses": [
                    {"provision": "x/a6/i1", "when": "trial", "also": ["words"]},
                    {"provision": "x/a6/i2", "when": "other"},
                ],
            },
            "exclusions": [
                {"provision": "x/a7/i1", "when": "accident"},
                {"provision": "x/a7/i2", "when": "banned", "yields": {"to": ["x/a6/i1"], "decided_by": "prevails"}},
            ],
            "reminders": [
                {"provision": "x/a8", "text": "always"},
                {"provision": "x/a8", "text": "gain", "when": "gain"},
            ],
        }
    ],
}


CORE = Core.from_pack(PACK)


DOMAINS: dict[str, list[object]] = {
    "post": ["inside", "asked", "outside"],
    "workdays_since_start": [7, 8],
    **{
        fact: [True, False]
        for fact in ("gain", "spirit", "trial", "banned", "accident", "scope_open", "prevails", "other")
    },
}
