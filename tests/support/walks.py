"""The published diagrams walked under node, and what the rule core says of the same cases."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.support.folders import SUPPORT
from tools.measure.bench.decomposition import Modular
from tools.measure.bench.interview import Interview
from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.answers.workdays import Calendar
from wasm_checker.core.assess import Core
from wasm_checker.core.service import Service
from wasm_checker.runtime.node import node

Facts = Mapping[str, object]


def walked(assets: Path, cases: Sequence[Facts], form: str = "judge/walk.js") -> list[dict[str, Any]]:
    ran = subprocess.run(
        [node(), str(SUPPORT / "walk-cases.js"), str(assets), form],
        input=json.dumps(cases),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def judged(service: Service, case: Facts) -> dict[str, Any]:
    """What the core says, with the facts still worth asking."""
    said: dict[str, Any] = json.loads(service.assess(json.dumps(case)))
    if "error" in said:
        return said
    missing = {fact for found in said["verdicts"].values() for fact in found["missing"]}
    return {**said, "needed": [fact for fact in service.core.facts if fact in missing]}


def heard(core: Core, apart: Mapping[str, Modular], case: Facts) -> list[str]:
    """What an interview that is given the same answers would still ask; `apart`: the core's rules taken apart."""
    answers = core.read(case)
    interview = Interview.start(core.rules, core.facts, apart)
    for fact, position in answers.known.items():
        interview = interview.answer(fact, core.facts[fact].value(position))
    for fact in answers.left_to_organ:
        interview = interview.answer(fact, "organ")
    needed = interview.needed()
    return [fact for fact in core.facts if fact in needed]


def random_answers(facts: Mapping[str, Fact], calendar: Calendar, count: int) -> Iterator[dict[str, object]]:
    """Some facts answered, some left to the organ, some said to be unknown; from nearly none to nearly all.

    The days lie in a year that is announced or in one that is not, near New Year and elsewhere.
    """
    chance = random.Random(20170927)  # noqa: S311 - chance, not secrets
    ahead = [date(year, 1, 1) - timedelta(days=10) for year in calendar.unannounced]
    for _ in range(count):
        share = chance.random()
        near = chance.choice([date(2017, 9, 27), chance.choice(ahead), chance.choice(ahead) + timedelta(days=200)])
        yield {
            fact.id: chance.choices([_value(chance, fact, near), "organ", None], [0.85, 0.1, 0.05])[0]
            for fact in facts.values()
            if chance.random() < share
        }


def _value(chance: random.Random, fact: Fact, near: date) -> object:
    if fact.kind == "date":
        return (near + timedelta(days=chance.randrange(18))).isoformat()
    if fact.kind == "int":
        return chance.randrange(12)
    return chance.choice(fact.values)


def first_difference(found: Sequence[Any], wanted: Sequence[Any], cases: Sequence[Facts]) -> Any:
    pairs = zip(found, wanted, cases, strict=True)
    return next(((case, one, other) for one, other, case in pairs if one != other), None)
