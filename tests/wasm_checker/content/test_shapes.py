"""What the page's scripts read is as the schemas say, from which their types are drawn: no key more, no key less."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policies import Library
from tests.wasm_checker.conftest import all_cases
from wasm_checker.content import diagram_json, page_texts, shapes, write_diagrams
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED
from wasm_checker.core.assessment import Assessment
from wasm_checker.core.service import Service

MANY = 40  # keys: more are ids
FIRST, EVERY = 100, 40  # of the cases beside the rules: among the first every key is shown
SCHEMAS = shapes.schemas()


def faults(shape: str, data: Any) -> list[str]:
    found = Draft202012Validator(SCHEMAS[shape]).iter_errors(data)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.fixture(scope="module")
def cases(library: Library, service: Service) -> list[dict[str, Any]]:
    """Some of the cases, and such as show what is only sometimes there."""
    every = [case.facts for _, case in all_cases(library)]
    some = every[:FIRST] + every[FIRST::EVERY]
    year = service.core.calendar.unannounced[0]
    waiting = {**every[0], STARTED: f"{year - 1}-12-23", APPLIED: f"{year}-01-05", SINCE_START: None}
    some.append(waiting)
    return [{}, *({fact: value for fact, value in facts.items() if value is not None} for facts in some)]


@pytest.fixture(scope="module")
def data(library: Library, service: Service, cases: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """For each shape, what has it."""
    assessed = [json.loads(service.assess(json.dumps(facts))) for facts in cases]
    explained = [
        json.loads(service.explain(json.dumps(facts), rule)) for facts in cases[:2] for rule in service.core.rules
    ]
    past, waiting = service.core.calendar.last.year + 1, service.core.calendar.unannounced[0]
    dated = [
        json.loads(service.deadlines(f"{year}-12-23", f"{year}-12-24")) for year in (2017, waiting - 1, waiting, past)
    ]
    return {
        "words": [page_texts.words(library)],
        "first": [page_texts.first(library)],
        "pack": [rule_pack(library)],
        "diagrams": [write_diagrams.diagrams(library)],
        "assessed": assessed,
        "assessment": [verdict for each in assessed for verdict in each["verdicts"].values()],
        "explanation": explained,
        "deadlines": dated,
        "refused": [json.loads(service.assess('{"no_such_fact": true}'))],
    }


@pytest.mark.parametrize("shape", shapes.MODELS)
def test_what_is_written_is_what_the_schema_says(shape: str, data: dict[str, list[Any]]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[shape])
    assert data[shape]
    plain = [json.loads(json.dumps(each)) for each in data[shape]]
    assert {fault for each in plain for fault in faults(shape, each)} == set()


@pytest.mark.parametrize("shape", shapes.MODELS)
def test_a_key_more_or_less_is_found(shape: str, data: dict[str, list[Any]]) -> None:
    """In the data itself and in what is within; a key that may be missing is one that the schema does not require."""
    whole = json.loads(json.dumps(data[shape][0]))
    validator = Draft202012Validator(SCHEMAS[shape])
    for path in objects(whole):
        more = copy.deepcopy(whole)
        at(more, path)["no_such_key"] = {}
        assert not validator.is_valid(more), path
    for key in SCHEMAS[shape]["required"]:
        less = {name: value for name, value in whole.items() if name != key}
        assert not validator.is_valid(less), key


def objects(data: Any) -> Iterator[list[str | int]]:
    """The ways to one object of every kind within: the first of a list, the first two of a mapping by ids."""
    if isinstance(data, dict):
        yield []
        children: Any = data.items() if len(data) <= MANY else islice(data.items(), 2)
    elif isinstance(data, list):
        children = islice(enumerate(data), 1)
    else:
        return
    for key, child in children:
        for path in objects(child):
            yield [key, *path]


def at(data: Any, path: list[str | int]) -> Any:
    for key in path:
        data = data[key]
    return data


def test_the_cases_show_every_key_of_an_assessment_and_of_a_last_day(data: dict[str, list[Any]]) -> None:
    """Else a key that is only sometimes there could be left out of the schema, and no test would tell."""
    for shape in ("assessment", "assessed"):
        named = set(SCHEMAS[shape]["properties"]) - {"needed"}  # which the walk says
        assert named == {key for each in data[shape] for key in each}
    last_days = [found for each in data["deadlines"] for found in each["deadlines"].values()]
    named = set(SCHEMAS["deadlines"]["$defs"]["LastDay"]["properties"]) | {"error"}
    assert named == {key for found in last_days for key in found}
    assert set(SCHEMAS["explanation"]["required"]) >= set(SCHEMAS["assessment"]["required"]) | {"tree", "changes"}


def test_the_schema_names_what_the_core_s_assessment_has() -> None:
    own = {field.name for field in fields(Assessment)} - {"rule"}
    assert set(SCHEMAS["assessment"]["properties"]) == own | {"other_readings", "open_readings"}


def test_the_walk_s_version_is_the_schema_s() -> None:
    assert SCHEMAS["diagrams"]["properties"]["version"]["const"] == diagram_json.VERSION
