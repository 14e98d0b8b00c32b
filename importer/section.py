"""An instrument as it was divided off: its units, and the title that they come to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importer import shapes
from importer.grammar.labels import Label
from importer.units import HEADINGS, Unit


def titled(unit: Unit) -> bool:
    """Whether it is a heading, which wants no full stop."""
    if unit.kind in HEADINGS or unit.role == "head":
        return True
    return (
        unit.label is not None and len(unit.parts) < 2 and shapes.heading(unit.text, 30 if unit.kind == "dun" else 15)
    )


@dataclass
class Section:
    """An instrument's units in their order. `sample`: a form. `letter`: it has an addressee or is a notice. `named`: a line of its head
    is a form's name. `contents`: 目录 stood in its head, and what comes next is its list."""

    units: list[Unit] = field(default_factory=list)
    sample: bool = False
    letter: bool = False
    annex: bool = False
    named: bool = False
    contents: bool = False

    @property
    def title(self) -> str:
        """The lines of its head that are its name, as one."""
        head = [unit.text for unit in self.units if unit.role == "head"]
        named = [
            shapes.bare(text)
            for text in head
            if not (
                shapes.number(text)
                or shapes.red(text)
                or shapes.date(text)
                or (shapes.attached(text)[0] and not shapes.attached(text)[1])
                or text.endswith(("：", ":"))
            )
        ]
        until = next((at for at, text in enumerate(named) if shapes.title(text) or shapes.sample(text)), None)
        if until is None:
            return named[0] if named else ""
        after = next(
            (
                at
                for at, text in enumerate(named[until + 1 :], until + 1)
                if not re.fullmatch(r"[（(].{1,12}[)）]", text)
            ),
            len(named),
        )
        return "".join(named[:after])

    @property
    def labels(self) -> list[Label]:
        return [unit.label for unit in self.units if unit.label and unit.role == "body"]
