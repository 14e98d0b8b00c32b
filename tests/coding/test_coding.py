"""The coded answers: complete, exclusive, of the codebook's values, short, and no more binding than their quotes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.briefs import LONGEST, kinds, overreach
from tests.support.independent import CONTRACT, cells, labels, plain

HERE = Path(__file__).parent
CODERS = sorted(HERE.glob("coder-*.yaml"))
COMPARED = [one["id"] for one in plain(CONTRACT / "instruments.yaml")["instruments"] if one["compared"]]
DIMENSIONS = [one["id"] for one in plain(CONTRACT / "dimensions.yaml")["dimensions"]]
CODEBOOK = plain(HERE / "values.yaml")
COMMON = {one["id"]: one["label"] for one in CODEBOOK["common"]}
# Briefs that say no more than that there is no answer here, and where it stands.
FIXED = {"silent": "没有写", "sibling": "见本件", "external": "另见", "not-applicable": "不办容错"}
# Which status a cell with a common value must have: any other is a contradiction of the two codings.
STATUS = {
    "silent": {"silent"},
    "sibling": {"silent", "not_applicable"},
    "external": {"external"},
    "not-applicable": {"not_applicable"},
}
# What a brief calls the other instruments of its document.
NAMES = {
    "防错办法": "wuyang_prevention",
    "容错办法": "wuyang_tolerance",
    "问责办法": "wuyang_accountability",
    "清单": "pingdingshan_list",
    "措施": "pingdingshan_measures",
}
POINTER = re.compile(r"见(?:本件)?(防错办法|容错办法|问责办法|清单|措施)(.*)")

coders = pytest.mark.parametrize("coder", CODERS, ids=lambda path: path.stem)
# The second reader's briefs stay as he wrote them, blind; those that are to be shown are the first reader's.
shown = pytest.mark.parametrize("coder", CODERS[:1], ids=lambda path: path.stem)


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


def test_every_value_of_the_codebook_is_used_by_some_coder() -> None:
    used = {
        (dimension, value) for coder in CODERS for _, dimension, coded in coded_cells(coder) for value in chosen(coded)
    }
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


@shown
def test_no_brief_binds_more_than_its_quotes(coder: Path) -> None:
    for instrument, dimension, coded in coded_cells(coder):
        quotes = "\n".join(one["quote"] for one in cells()[instrument, dimension]["citations"])
        assert not overreach(coded["brief"], quotes), f"{instrument} {dimension}: {coded['brief']}"


@coders
def test_what_is_left_to_discretion_reads_so(coder: Path) -> None:
    """The cells say 裁量 first where the words only allow it."""
    left = [(coded, key) for *key, coded in coded_cells(coder) if cells()[key[0], key[1]]["answer"].startswith("裁量")]
    assert len(left) >= 9
    for coded, key in left:
        assert "may" in kinds(coded["brief"]), f"{key}: {coded['brief']}"


@shown
def test_a_brief_that_points_to_another_instrument_leads_to_an_answer(coder: Path) -> None:
    pointing = 0
    for instrument, dimension, coded in coded_cells(coder):
        found = POINTER.search(coded["brief"])
        where = f"{instrument} {dimension}: {coded['brief']}"
        assert found or "sibling" not in chosen(coded), where
        if found:
            pointing += 1
            other = NAMES[found[1]]
            assert other != instrument, where
            assert other.split("_")[0] == instrument.split("_")[0], where
            answers = chosen(read(coder)[other][dimension])
            assert not {"silent", "sibling", "not-applicable"} & set(answers), where
            assert numbers(found[2]) <= {plain_number(label) for label in printed_labels(other)}, where
    assert pointing


def numbers(text: str) -> set[str]:
    """第五、六条 → 五 and 六; （一）（二） → 一 and 二; 清单正面1、12项 → 1 and 12."""
    return set(re.findall(r"[一二三四五六七八九十]+|\d+", text))


def plain_number(label: str) -> str:
    return label.strip("第条（）()．.、")


def printed_labels(instrument: str) -> set[str]:
    return {label for ident, label in labels().items() if ident.startswith(instrument + "/") and label}
