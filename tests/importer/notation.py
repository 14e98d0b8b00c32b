"""A gold structure whose author named the nodes in his own way, in the names of text.yaml. What he read stays what he read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

ENDS = 8
Row = dict[str, Any]


def house(rows: Iterable[Row]) -> list[Row]:
    """The rows as text.yaml would name them; each rule stands in README.md. Nodes that are named so already stay as they are."""
    rows = list(rows)
    annexed = _after_provisions(rows)
    parted = {row["id"].split("/", 1)[0] for row in rows if row["id"].split("/")[1].startswith("part")}
    stepped: dict[str, str] = {}
    made: list[Row] = []
    for at, row in enumerate(rows):
        instrument, *names = row["id"].split("/")
        label = "".join((row.get("label") or "").split())
        labelled = False  # by an empty node before it
        match names:
            case ["addressee"]:
                _onto(made, f"{instrument}/head", row)
                continue
            case ["notes", *_]:
                _onto(made, f"{instrument}/body", row)
                continue
            case ["body"] if instrument in parted:
                names = ["preamble"]
            case ["closing"] if at in annexed:
                names = ["annexes"]
            case [name] if re.fullmatch(r"chrome[0-9]+", name):
                names = ["chrome"]
            case [name, "p1"] if label:
                made.append({"id": f"{instrument}/{_step(name, '')}", "label": row["label"], "text": ""})
                labelled = True
        parent = stepped.get(
            row["id"].rsplit("/", 1)[0], "/".join([instrument, *(_step(one, "") for one in names[:-1])])
        )
        ident = f"{parent}/{_step(names[-1], label)}"
        stepped[row["id"]] = ident
        made.append({**row, "id": ident, "label": None} if labelled else {**row, "id": ident})
    return made


def _after_provisions(rows: list[Row]) -> set[int]:
    """The rows that begin with 附件： after an article of the same instrument."""
    return {
        at
        for at, row in enumerate(rows)
        if re.match(r"附件[：:]", _first(row))
        and any(re.match(rf"{re.escape(row['id'].split('/')[0])}/a[0-9]", before["id"]) for before in rows[:at])
    }


def _step(name: str, label: str) -> str:
    """a12-1 is a12_1, n1 with the label 1. is 1, c1 is o1."""
    name = re.sub(r"^(a[0-9]+)-([0-9]+)$", r"\1_\2", name)
    if re.fullmatch(r"c[0-9]+", name) and not re.match("第", label):
        return f"o{name[1:]}"
    if re.fullmatch(r"n[0-9]+", name) and re.match(r"[0-9]+[.．、]", label):
        return name[1:]
    return name


def _onto(made: list[Row], ident: str, row: Row) -> None:
    """Adds the words of the row to the last node of that name."""
    whole = next(one for one in reversed(made) if one["id"] == ident)
    first, last = _first(whole), row.get("last", row.get("text", ""))
    whole.pop("text", None)
    whole.update(first=first, last=last)


def _first(row: Row) -> str:
    return str(row.get("first", row.get("text", "")))
