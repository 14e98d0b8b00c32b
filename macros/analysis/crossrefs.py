"""Where a provision or a reading is used: the way back from the text to the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.kit.once import once
from policies import Library, Provision
from policies.engine.as_json import plain
from policies.engine.schema.instrument import Dimension
from policies.engine.schema.readings import Reading
from policies.engine.schema.timelimit import Limit


@dataclass(frozen=True)
class Use:
    """A cell that cites a provision; `nearby` where the cell says that the text is silent."""

    dimension: Dimension
    instrument: str
    nearby: bool


@dataclass(frozen=True)
class RuleUse:
    instrument: str
    provision: str


def uses(library: Library, provision: Provision) -> tuple[Use, ...]:
    """The cells that cite the provision, in the order of the codebook."""
    return _uses(library).get(provision.id, ())


def readings(library: Library, provision: Provision) -> tuple[Reading, ...]:
    return tuple(reading for reading in library.vocabulary.readings.values() if provision.id in reading.provisions)


def limits(library: Library, provision: Provision) -> tuple[Limit, ...]:
    """The time limits that the provision sets, or whose lapse it answers."""
    return tuple(
        limit
        for limit in library.limits
        if provision.id in {limit.provision, limit.missed.provision if limit.missed else None}
    )


def cells_by_reading(library: Library, reading: str) -> tuple[Use, ...]:
    return tuple(
        Use(dimension, instrument.id, nearby=False)
        for dimension in library.vocabulary.dimensions
        for instrument in library.compared
        if (cell := instrument.cells.get(dimension.id)) and reading in cell.readings
    )


def rules_by_reading(library: Library, reading: str) -> tuple[RuleUse, ...]:
    """The clauses coded by the reading, each once."""
    found = (
        RuleUse(rule.instrument, provision) for rule in library.rules for provision in _clauses(plain(rule), reading)
    )
    return tuple(dict.fromkeys(found))


def _clauses(data: Any, reading: str) -> Iterator[str]:
    if isinstance(data, list):
        for child in data:
            yield from _clauses(child, reading)
    elif isinstance(data, dict):
        if reading in data.get("readings", ()) and "provision" in data:
            yield data["provision"]
        for child in data.values():
            yield from _clauses(child, reading)


@once
def _uses(library: Library) -> dict[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    for dimension in library.vocabulary.dimensions:
        for instrument in library.compared:
            cell = instrument.cells.get(dimension.id)
            for name in dict.fromkeys(quote.provision for quote in cell.citations) if cell else ():
                found.setdefault(name, []).append(Use(dimension, instrument.id, bool(cell and cell.status == "silent")))
    return {name: tuple(those) for name, those in found.items()}
