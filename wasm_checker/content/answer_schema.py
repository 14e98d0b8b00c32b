"""The shape of what the rule core answers: the assessment of a case, its explanation, the last days of its limits."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from policies.engine.schema.instrument import FactValue
from policies.engine.schema.timelimit import Missed
from wasm_checker.content.diagram_schema import Said
from wasm_checker.content.sparse import Published

State = Literal["true", "false", "open"]
Pair = tuple[str, str]


class ReadingVerdict(Published):
    """A reading that is not adopted, by which the verdict would be another now."""

    reading: str
    says: str
    verdict: str


class OpenReading(Published):
    """A reading by which some answer not given would decide otherwise; `value` and `verdict` where a single answer settles it."""

    reading: str
    says: str
    fact: str
    value: FactValue | None = None
    verdict: str | None = None


class Elapsed(Published):
    """The working days between the two dates, at least and at most, and the years whose days off must be announced to tell."""

    fewest: int
    most: int
    years: list[int]


class Station(Published):
    """A part of the rule; `provisions`: those that settle it or keep it open."""

    state: State
    provisions: list[str]


class ClauseState(Published):
    provision: str
    state: State


class GroundsState(Published):
    """The listed grounds as one, those that are met, and those that are open, `of` so many."""

    state: State
    mode: Literal["any", "all"]
    met: list[str]
    open: list[str]
    of: int


class Path(Published):
    """The way through a rule. `gates` and `exclusions` stand as in the words' `steps`; an exclusion's true means that it is hit."""

    scope: Station
    timing: Station | None
    gates: list[ClauseState]
    grounds: GroundsState
    exclusions: list[ClauseState]


class Counts(Published):
    """How many of the path's conditions hold, and how many are open, with the reminders that bar a favourable verdict."""

    met: int
    open: int


class Assumed(Published):
    """What the verdict takes for granted; `state`: whether the person has said otherwise, or nothing yet."""

    provision: str
    quote: str
    text: str
    state: Literal["false", "open"]


class Assessment(Published):
    """What a case comes to under one rule: `wasm_checker.core.assessment` says what each field means."""

    verdict: str
    provisions: list[str]
    grounds_met: list[str]
    grounds_open: list[str]
    missing: list[str]
    organ: list[str]
    to_confirm: list[str]
    readings: list[str]
    also: list[str]
    path: Path
    counts: Counts
    reminders: list[Said]
    caveat: str
    on_own_word: list[str]
    at_will: list[str]
    assumes: Assumed | None = None
    contradictions: list[Pair] | None = None
    aggravating_open: list[str] | None = None
    calendar_unannounced: Elapsed | None = None
    other_readings: list[ReadingVerdict]
    open_readings: list[OpenReading]


class Assessed(Published):
    """A case under every rule. `needed`: the facts still worth asking; only the walk of the diagrams says them."""

    verdicts: dict[str, Assessment]
    contradictions: list[Pair]
    unwritten: list[str]
    needed: list[str] | None = None


class FactNode(Published):
    kind: Literal["fact"]
    state: State
    fact: str
    accepted: list[str]
    known_by: Literal["person", "organ", "both"]


class GroupNode(Published):
    kind: Literal["all", "any", "not"]
    state: State
    parts: list[TreeNode]


class ClauseNode(Published):
    kind: Literal["clause"]
    state: State
    provision: str
    quote: str | None = None
    readings: list[str] | None = None
    parts: list[TreeNode]


TreeNode = FactNode | GroupNode | ClauseNode


class Trees(Published):
    scope: TreeNode
    timing: TreeNode
    merits: TreeNode


class Flip(Published):
    """An answer that would have to be another one, and can still be brought about."""

    fact: str
    from_: FactValue = Field(alias="from")
    to: FactValue
    to_said: str


class OtherVerdict(Published):
    verdict: str
    flips: list[Flip]


class NearMiss(Published):
    """A listed ground that one answer keeps from holding, all else being met; `needs` only where that can still be brought about."""

    provision: str
    fact: str
    needs: FactValue | None = None
    needs_said: str | None = None


class Explanation(Assessment):
    """An assessment, and all there is to say about it."""

    tree: Trees
    certificate: list[str]
    certificate_said: str
    load_bearing: list[str]
    changes: list[OtherVerdict]
    hangs_on: list[str]
    near_misses: list[NearMiss]


class LastDay(Published):
    """Until when a limit runs that starts on a day: year-month-day, and how many days are left from today.

    `last_day` is the earliest that it can be; where that hangs on years not announced, `unannounced`, there is a `latest_day` too.
    The days left count to the earliest. `workdays_left` is null where today or that day lies outside the working-day calendar.
    """

    limit: str
    start: str
    last_day: str
    latest_day: str | None = None
    unannounced: list[int] | None = None
    days_left: int
    workdays_left: int | None
    passed: bool
    provision: str
    quote: str
    who: str
    does: str
    missed: Missed | None = None


class Refused(Published):
    """Why there is no answer: one line in Chinese."""

    error: str


class Deadlines(Published):
    deadlines: dict[str, LastDay | Refused]
