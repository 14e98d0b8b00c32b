"""What the units of an instrument show together, before each is placed: a table of contents, （一） that runs through it."""

from __future__ import annotations

from collections.abc import Sequence

from importer import shapes
from importer.grammar.labels import Label
from importer.units import HEADINGS, RANKS, Unit


def flat(units: Sequence[Unit]) -> bool:
    """Whether （一） runs through the instrument, from one 一、 to the next."""
    last, crossed = 0, False
    for unit in units:
        if unit.role != "body" or unit.label is None:
            continue
        if unit.kind == "dun":
            crossed = True
        elif unit.kind == "paren":
            if crossed and last and unit.label.number == last + 1:
                return True
            last, crossed = unit.label.number, False
    return not any(unit.kind == "dun" for unit in units)


def contents(units: Sequence[Unit]) -> set[int]:
    """The table of contents: headings that come again."""
    body = [at for at, unit in enumerate(units) if unit.role == "body"]
    run: list[int] = []
    seen: set[Label] = set()
    for at in body:
        unit = units[at]
        if unit.label is None and (
            shapes.contents(unit.text) or (run and len(unit.text) < 40 and not shapes.finished(unit.text))
        ):
            run.append(at)
            continue
        if unit.label is None or unit.kind not in HEADINGS:
            break
        if unit.label in seen and unit.kind == min(
            (units[one].kind for one in run if units[one].label), key=RANKS.index
        ):
            return set(run)
        seen.add(unit.label)
        run.append(at)
    return {at for at in run[:1] if shapes.contents(units[at].text)}
