"""The rows to be added: new, whole, and in step with the codebook's values and briefs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from policies import Library
from policies.engine.checks.briefs import overreach
from policies.engine.checks.modal import Modal
from policies.engine.schema.instrument import LONGEST
from tests.support.independent import CONTRACT, DATA, plain, printed

HERE = Path(__file__).parent
COMPARED = {one["id"] for one in plain(CONTRACT / "instruments.yaml")["instruments"] if one["compared"]}
PRESENT = plain(DATA / "vocabulary" / "dimensions.yaml")
DIMENSIONS = {one["id"] for one in PRESENT["dimensions"]}
TITLES = [one["title"] for one in PRESENT["dimensions"]]
GROUPS = {one["id"] for one in PRESENT["groups"]}
COMMON = {one["id"]: one["label"] for one in plain(DATA / "vocabulary" / "values.yaml")["common"]}
ROWS: list[dict[str, Any]] = plain(HERE / "new_rows.yaml")["rows"]
LATER: list[dict[str, Any]] = plain(HERE / "new_rows.yaml")["later"]

rows = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


def test_the_rows_are_new_and_say_which_row_they_split() -> None:
    ids = [row["id"] for row in ROWS + LATER]
    titles = TITLES + [row["title"] for row in ROWS + LATER]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & DIMENSIONS
    assert len(set(titles)) == len(titles)
    for row in ROWS + LATER:
        assert row["group"] in GROUPS
        assert row["splits"]
        assert set(row["splits"]) <= DIMENSIONS
        assert row["asks"].endswith("？")


def test_each_row_stands_after_one_that_is_there() -> None:
    there = set(DIMENSIONS)
    for row in ROWS:
        assert row["after"] in there
        there.add(row["id"])


@rows
def test_every_instrument_has_one_of_the_rows_values_and_every_value_is_used(row: dict[str, Any]) -> None:
    own = {one["id"] for one in row["values"]}
    used = [cell["value"] for cell in row["cells"].values()]
    assert row["cells"].keys() == COMPARED
    assert own <= set(used) <= own | COMMON.keys()
    assert 2 <= len(set(used)) <= 8
    labels = [one["label"] for one in row["values"]] + [COMMON[one] for one in set(used) & COMMON.keys()]
    assert len(set(labels)) == len(labels)
    assert all(0 < len(label) <= LONGEST for label in labels)


@rows
def test_a_brief_is_short_and_binds_no_more_than_its_provisions(library: Library, row: dict[str, Any]) -> None:
    modal = Modal(library.vocabulary.lexicon.modals)
    for instrument, cell in row["cells"].items():
        words = "\n".join(printed()[provision] for provision in cell["at"])
        assert 0 < len(cell["brief"]) <= LONGEST, cell
        assert not list(overreach(cell["brief"].replace("全要", ""), words, modal)), cell
        elsewhere = {provision for provision in cell["at"] if provision.split("/")[0] != instrument}
        assert bool(elsewhere) == (cell["value"] == "sibling"), cell


def test_the_second_reader_has_coded_every_row_with_its_values() -> None:
    second: dict[str, dict[str, dict[str, Any]]] = plain(HERE / "new_rows-coder-2.yaml")
    assert list(second) == [row["id"] for row in ROWS]
    for row in ROWS:
        cells = second[row["id"]]
        assert cells.keys() == COMPARED
        assert {cell["value"] for cell in cells.values()} <= {one["id"] for one in row["values"]} | COMMON.keys()
        assert all(0 < len(cell["brief"]) <= LONGEST for cell in cells.values())
