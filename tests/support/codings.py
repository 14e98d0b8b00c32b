"""The two codings of the cells, as the readers left them, and what was settled between them."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable
from typing import Any

from tests.support.folders import ROOT
from tests.support.independent import plain

HERE = ROOT / "tests" / "coding"
# Of each reader: the coding of the first 49 rows, and that of the rows that were added, which is written row by row.
CODERS = [(HERE / f"coder-{number}.yaml", HERE / f"new_rows-coder-{number}.yaml") for number in (1, 2)]

Key = tuple[str, str]  # dimension, instrument
Coded = dict[str, dict[str, dict[str, Any]]]


@functools.cache
def codings() -> tuple[dict[Key, dict[str, Any]], ...]:
    """What each reader wrote of each cell."""
    return tuple(_coding(plain(first), plain(added)) for first, added in CODERS)


def _coding(columns: Coded, rows: Coded) -> dict[Key, dict[str, Any]]:
    first = {(dim, instrument): coded for instrument, column in columns.items() for dim, coded in column.items()}
    return first | {(dim, instrument): coded for dim, row in rows.items() for instrument, coded in row.items()}


def alike(keys: Iterable[Key]) -> int:
    """How many of these cells both readers gave the same value."""
    first, second = codings()
    return sum(values(first[key]["value"]) == values(second[key]["value"]) for key in keys)


@functools.cache
def settled(kind: str) -> list[dict[str, Any]]:
    """values, briefs or codebook."""
    found: list[dict[str, Any]] = plain(HERE / "settled.yaml")[kind]
    return found


def values(value: str | list[str]) -> set[str]:
    return set(value) if isinstance(value, list) else {value}


def shown(keys: Collection[Key]) -> str:
    """As the page of the codings says it: 387 of 392 (98.7 %)."""
    return f"{alike(keys)} of {len(keys)} ({alike(keys) / len(keys):.1%})".replace("%", " %")
