"""The neutral table: what a comparison says, before any renderer decides how it looks.

HTML, print and downloads are all drawn from it, so they cannot disagree. It holds names and words, never markup or addresses.
"""

from __future__ import annotations

from dataclasses import dataclass

from policies.engine.schema.instrument import Status
from policies.engine.schema.unfinished import LEFT, Left


@dataclass(frozen=True)
class Column:
    """A compared instrument. `marks` are the words that must never be missing beside its name (试行, 征求意见稿，未施行).

    `leads`: where each document has one column, it is this one.
    """

    instrument: str
    short: str
    title: str
    marks: tuple[str, ...]
    in_force: bool
    document: str = ""
    leads: bool = True


@dataclass(frozen=True)
class Citation:
    """`place` is short and meant for a column's cell; `full` stands alone. The words are as printed."""

    instrument: str
    anchor: str
    place: str
    full: str
    quote: str


@dataclass(frozen=True)
class Cell:
    """`nearby`: the text is silent, and the citations only show what comes closest.

    `values`: the labels of its coded values. They and `brief` are empty where nothing is coded. `left`: there is no answer, not even that
    the text is silent; then `status_title` says so, and `answer` what that means.
    """

    column: Column
    status: Status | Left
    status_title: str
    answer: str
    citations: tuple[Citation, ...]
    note: str | None
    readings: tuple[str, ...]
    external: tuple[str, ...]
    values: tuple[str, ...] = ()
    brief: str = ""

    @property
    def left(self) -> bool:
        return self.status in LEFT

    @property
    def nearby(self) -> bool:
        return self.status == "silent"


@dataclass(frozen=True)
class Row:
    """`group` is where the dimension belongs, id and title. `codes`: a code for each cell; equal ones give the same answer (tones.py)."""

    dimension: str
    title: str
    asks: str
    cells: tuple[Cell, ...]
    group: tuple[str, str] = ("", "")
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """`beside`: the columns that are not looked at first."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    beside: tuple[str, ...] = ()
