"""The real rules as they are published, and the cases written beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies import load
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.assess import Core

Data = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A case as one rule sees it: what is answered, and the verdict and provisions judged by hand."""

    id: str
    facts: Mapping[str, object]
    verdict: str
    provisions: frozenset[str]


@cache
def pack() -> Data:
    """The rule pack as a browser would read it: plain JSON, and a copy of nobody's."""
    read: Data = json.loads(json.dumps(rule_pack(load()), ensure_ascii=False))
    return read


def rules() -> list[Data]:
    return list(pack()["rules"])


@cache
def core() -> Core:
    return Core.from_pack(pack())


@cache
def cases() -> Mapping[str, tuple[Case, ...]]:
    """For each rule the cases that say what they expect of it, beside whichever rule they stand."""
    found: dict[str, list[Case]] = {rule["id"]: [] for rule in rules()}
    for instrument in load().instruments:
        for case in instrument.cases:
            for rule, expected in case.expect.items():
                found[rule].append(Case(case.id, case.facts, expected.verdict, frozenset(expected.provisions)))
    return {rule: tuple(each) for rule, each in found.items()}


def core_of(*variants: Data) -> Core:
    """A core of these rules alone; numbers are cut where one of them needs it."""
    bare = [{key: value for key, value in rule.items() if key != "other_readings"} for rule in variants]
    return Core.from_pack({**pack(), "rules": bare})
