"""What the page of the codings says of their agreement is what the codings say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.support.independent import plain

HERE = Path(__file__).parent


def differing() -> tuple[int, set[tuple[str, str]]]:
    """How many cells there are, and those to which the two readers gave other values, by dimension and instrument."""
    first, second = (plain(HERE / f"coder-{number}.yaml") for number in (1, 2))
    cells = [(dimension, instrument) for instrument, row in first.items() for dimension in row]
    return len(cells), {(dim, ident) for dim, ident in cells if values(first[ident][dim]) != values(second[ident][dim])}


def values(coded: dict[str, Any]) -> set[str]:
    value = coded["value"]
    return set(value) if isinstance(value, list) else {value}


def test_the_figure_and_the_cells_to_be_settled_are_those_of_the_codings() -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8")
    count, other = differing()
    alike = count - len(other)
    assert f"{alike} of {count} cells have the same value ({alike / count:.1%})".replace("%", " %") in page
    assert set(re.findall(r"^\| `(\w+)`, (\w+) \|", page, re.MULTILINE)) == other
