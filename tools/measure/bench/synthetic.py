"""Made-up rules of the shape of the real ones, from a seed: scope, timing, gates, grounds of which one suffices, exclusions."""

from __future__ import annotations

from random import Random
from typing import Any

FACTS = 200
POSTS = [f"post{n}" for n in range(8)]
DAYS = "workdays_since_start"


def pack(count: int, seed: int, calendar: dict[str, Any]) -> dict[str, Any]:
    """A rule pack of `count` rules over 200 yes/no facts, a kind of post and a count of days."""
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    facts = [
        {"id": f"f{n}", "type": "bool", "known_by": chance.choice(("person", "both", "organ"))} for n in range(FACTS)
    ]
    more = [
        {"id": "post", "type": "enum", "values": POSTS, "known_by": "person"},
        {"id": DAYS, "type": "int", "known_by": "person"},
    ]
    rules = [_rule(f"r{n}", chance) for n in range(count)]
    return {"facts": [*more, *facts], "implications": [], "calendar": calendar, "rules": rules}


def _rule(ident: str, chance: Random) -> dict[str, Any]:
    names = chance.sample([f"f{n}" for n in range(FACTS)], chance.randint(8, 45))

    def clause(when: Any) -> dict[str, Any]:
        return {"provision": f"{ident}/a{chance.randint(1, 99)}", "when": when}

    def fact() -> Any:
        name = chance.choice(names)
        return name if chance.random() < 0.75 else {"not": name}

    def ground() -> Any:
        parts = [fact() for _ in range(chance.randint(1, 4))]
        return {"all": [*parts, {"any": [fact(), fact()]}]} if chance.random() < 0.5 else {"all": parts}

    rule: dict[str, Any] = {
        "id": ident,
        "scope": clause({"fact": "post", "in": chance.sample(POSTS, chance.randint(1, 6))}),
        "gates": [clause(fact()) for _ in range(chance.randint(0, 4))],
        "grounds": {
            "mode": "any",
            "provision": f"{ident}/a1",
            "quote": "…",
            "clauses": [clause(ground()) for _ in range(chance.randint(2, 12))],
        },
        "exclusions": [clause(chance.choice(names)) for _ in range(chance.randint(0, 6))],
    }
    return rule | ({"timing": clause({"fact": DAYS, "at_most": 7})} if chance.random() < 0.5 else {})
