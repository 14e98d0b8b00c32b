"""Cases that the tests of the next steps share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from policies import Library

TODAY = "2026-11-22"  # a Sunday
START = "2026-11-18"  # seven working days later is 27 November


@dataclass(frozen=True)
class Judged:
    """A case as the page knows it once the core has answered."""

    facts: dict[str, Any]
    verdicts: dict[str, Any]


def favourable(library: Library) -> dict[str, Any]:
    """舞阳's conditions all hold; the days are given as dates, and the application is not handed in yet."""
    return dated(
        facts_of(library, "wuyang_tolerance", "改革中缺乏经验先行先试出现失误，条件齐备、第3个工作日申请，可能符合")
    )


def dated(facts: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in facts.items() if key not in {"workdays_since_start", "application_date"}}
    return {**kept, "accountability_start_date": START}


def facts_of(library: Library, rule: str, ident: str) -> dict[str, Any]:
    cases = (case for item in library.instruments for case in item.cases_of.get(rule, ()))
    case = next(case for case in cases if case.id == ident)
    return {key: value for key, value in case.facts.items() if value is not None}


def sealed(content: Mapping[str, Any]) -> str:
    """A saved case with the hash that fits its content, computed without the page's code."""
    text = json.dumps(
        {key: value for key, value in content.items() if key != "sha256"},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return json.dumps({**content, "sha256": hashlib.sha256(text.encode()).hexdigest()})
