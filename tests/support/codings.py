"""The two codings of the cells, as the readers left them, and what was settled between them."""

from __future__ import annotations

import functools
from typing import Any

from tests.support.folders import ROOT
from tests.support.independent import plain

HERE = ROOT / "tests" / "coding"
CODERS = [HERE / "coder-1.yaml", HERE / "coder-2.yaml"]

Key = tuple[str, str]  # dimension, instrument


@functools.cache
def codings() -> tuple[dict[Key, dict[str, Any]], ...]:
    """What each reader wrote of each cell."""
    return tuple(_coding(plain(path)) for path in CODERS)


def _coding(rows: dict[str, dict[str, dict[str, Any]]]) -> dict[Key, dict[str, Any]]:
    return {(dimension, instrument): coded for instrument, row in rows.items() for dimension, coded in row.items()}


@functools.cache
def settled(kind: str) -> list[dict[str, Any]]:
    """values, briefs or codebook."""
    found: list[dict[str, Any]] = plain(HERE / "settled.yaml")[kind]
    return found


def values(value: str | list[str]) -> set[str]:
    return set(value) if isinstance(value, list) else {value}


def shown(alike: int, count: int) -> str:
    return f"{alike} of {count} cells have the same value ({alike / count:.1%})".replace("%", " %")
