"""The coded answers: complete, exclusive, of the codebook's values, short, and no more binding than their quotes."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policies import Library, load
from policies.engine.find_words import find
from tests.support.independent import CONTRACT, cells, plain

HERE = Path(__file__).parent
CODERS = sorted(HERE.glob("coder-*.yaml"))
COMPARED = [one["id"] for one in plain(CONTRACT / "instruments.yaml")["instruments"] if one["compared"]]
DIMENSIONS = [one["id"] for one in plain(CONTRACT / "dimensions.yaml")["dimensions"]]
CODEBOOK = plain(HERE / "values.yaml")
COMMON = {one["id"]: one["label"] for one in CODEBOOK["common"]}
LONGEST = 12
# Briefs that say no more than that there is no answer here, and where it stands.
FIXED = {"silent": "没有写", "sibling": "见本件", "external": "另见", "not-applicable": "不办容错"}
# Which status a cell with a common value must have: any other is a contradiction of the two codings.
STATUS = {
    "silent": {"silent"},
    "sibling": {"silent", "not_applicable"},
    "external": {"external"},
    "not-applicable": {"not_applicable"},
}
# How much a word binds. A brief may name what its quotes name, or bind less.
BINDING = {"may": 1, "call": 2, "must": 3, "forbid": 3}

coders = pytest.mark.parametrize("coder", CODERS, ids=lambda path: path.stem)


@functools.cache
def library() -> Library:
    return load()


@functools.cache
def read(coder: Path) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = plain(coder)
    return found


def chosen(coded: dict[str, Any]) -> list[str]:
    value = coded["value"]
    return list(value) if isinstance(value, list) else [value]


def coded_cells(coder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for instrument, row in read(coder).items():
        for dimension, coded in row.items():
            yield instrument, dimension, coded


def own(dimension: str) -> dict[str, str]:
    return {one["id"]: one["label"] for one in CODEBOOK["dimensions"][dimension]["values"]}


def listed(dimension: str) -> dict[str, str]:
    return own(dimension) | {one: COMMON[one] for one in CODEBOOK["dimensions"][dimension].get("common", [])}


def test_the_codebook_has_every_dimension_in_its_order() -> None:
    assert list(CODEBOOK["dimensions"]) == DIMENSIONS


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_dimension_has_few_values_with_labels_of_their_own(dimension: str) -> None:
    values = CODEBOOK["dimensions"][dimension]["values"]
    labels = [one["label"] for one in values] + [COMMON[one] for one in listed(dimension) if one in COMMON]
    assert 2 <= len(listed(dimension)) <= 8
    assert len(own(dimension)) == len(values), "an id stands twice"
    assert not own(dimension).keys() & COMMON.keys()
    assert len(set(labels)) == len(labels), "a label stands twice"
    assert all(0 < len(label) <= LONGEST for label in labels)
    assert all(one["when"].endswith("。") for one in values)


@coders
def test_every_cell_is_coded_and_no_other(coder: Path) -> None:
    assert sorted(read(coder)) == sorted(COMPARED)
    assert all(list(row) == DIMENSIONS for row in read(coder).values())
    assert sum(1 for _ in coded_cells(coder)) == 392


@coders
def test_every_value_is_one_of_the_dimension_and_common_ones_stand_alone(coder: Path) -> None:
    for instrument, dimension, coded in coded_cells(coder):
        found = chosen(coded)
        where = f"{instrument} {dimension}"
        assert set(found) <= listed(dimension).keys(), where
        assert len(set(found)) == len(found) > 0, where
        assert isinstance(coded["value"], str) or CODEBOOK["dimensions"][dimension].get("several"), where
        assert len(found) == 1 or not set(found) & COMMON.keys(), where
        assert coded.keys() <= {"value", "brief", "why"}, where


@coders
def test_every_value_of_the_codebook_is_used(coder: Path) -> None:
    used = {(dimension, value) for _, dimension, coded in coded_cells(coder) for value in chosen(coded)}
    assert used == {(dimension, value) for dimension in DIMENSIONS for value in listed(dimension)}


@coders
def test_a_brief_is_short(coder: Path) -> None:
    long = [coded["brief"] for *_, coded in coded_cells(coder) if not 0 < len(coded["brief"]) <= LONGEST]
    assert not long


@coders
def test_a_common_value_and_the_status_of_its_cell_do_not_contradict_each_other(coder: Path) -> None:
    for instrument, dimension, coded in coded_cells(coder):
        where, status = f"{instrument} {dimension}", cells()[instrument, dimension]["status"]
        first = chosen(coded)[0]
        if first in COMMON:
            assert status in STATUS[first], where
            assert coded["brief"].startswith(FIXED[first]), where
            assert first != "silent" or coded["brief"] == FIXED["silent"], where
        else:
            assert status in {"stated", "partial"} or coded.get("why"), where


@coders
def test_no_brief_binds_more_than_its_quotes(coder: Path) -> None:
    words = library().vocabulary.lexicon.modals
    for instrument, dimension, coded in coded_cells(coder):
        quotes = "\n".join(one["quote"] for one in cells()[instrument, dimension]["citations"])
        kinds = {match.entry.kind for match in find(quotes, words)}
        strongest = max((BINDING.get(kind, 0) for kind in kinds), default=0)
        for match in find(coded["brief"].replace("全要", ""), words):
            where, kind = f"{instrument} {dimension}: {coded['brief']}", match.entry.kind
            assert BINDING.get(kind, 0) <= strongest if kind in BINDING else kind in kinds, where
