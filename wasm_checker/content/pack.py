"""The rule pack: everything the core needs of the library, as plain JSON."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import chinese_calendar
from chinese_calendar.constants import holidays, workdays

from policies import Library
from policies.engine.as_json import plain

VERSION = 1


def rule_pack(library: Library) -> dict[str, Any]:
    """Facts in the order of their questions, the rules, the implications and the working-day calendar."""
    vocabulary = library.vocabulary
    return {
        "version": VERSION,
        "facts": [fact_data(fact) for fact in vocabulary.facts],
        "implications": [plain(implication) for implication in vocabulary.implications],
        "rules": [plain(rule) for rule in library.rules],
        "limits": [plain(limit) for limit in library.limits if limit.length],
        "calendar": calendar(),
    }


def fact_data(fact: Any) -> dict[str, Any]:
    data = {key: value for key, value in plain(fact).items() if key != "events"}  # which only the loader needs
    return {**data, "values": list(data["values"]), "labels": data["values"]} if fact.type == "enum" else data


def calendar() -> dict[str, Any]:
    """The State Council's calendar as far as the library knows it; the last year it covers is the last one published."""
    days = sorted({*holidays, *workdays})
    first, last = date(days[0].year, 1, 1), date(days[-1].year, 12, 31)
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    off = [day for day in every if day.weekday() < 5 and not chinese_calendar.is_workday(day)]
    makeup = [day for day in every if day.weekday() >= 5 and chinese_calendar.is_workday(day)]
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "holidays": [day.isoformat() for day in off],
        "makeup": [day.isoformat() for day in makeup],
    }
