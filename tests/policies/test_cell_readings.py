"""The readings that decide a case stand in the comparison too, where a reader of the text looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from policies import Library
from tests.support.independent import CONTRACT, plain

COMPARED = [i["id"] for i in plain(CONTRACT / "instruments.yaml")["instruments"] if i["compared"]]


def named(data: Any) -> Iterator[str]:
    """The readings that a rule names, wherever they stand in it: one as `reading`, several as `readings`."""
    if isinstance(data, dict):
        if data.get("reading"):
            yield data["reading"]
        yield from data.get("readings") or ()
        for child in data.values():
            yield from named(child)
    elif isinstance(data, list):
        for child in data:
            yield from named(child)


def used(library: Library, instrument: str) -> set[str]:
    """By all the rules of the instrument; it may have several."""
    rules = (rule for rule in library.rules if rule.instrument == instrument)
    return {reading for rule in rules for reading in named(rule.model_dump(mode="json", by_alias=True))}


@pytest.mark.parametrize("instrument", COMPARED)
def test_every_reading_that_a_rule_uses_stands_in_a_cell_of_that_instrument(library: Library, instrument: str) -> None:
    readings = used(library, instrument)
    assert readings
    missing = readings - {
        reading for cell in library.instrument(instrument).cells.values() for reading in cell.readings
    }
    assert not missing, f"no cell of {instrument} names {', '.join(sorted(missing))}"
