"""The shape of words.json and of what of it stands in the page: what `page_texts` and `next_steps` write."""

from __future__ import annotations

from typing import Literal

from policies.engine.schema.instrument import Side
from policies.engine.schema.labels import DraftFile, Reasons
from policies.engine.schema.rule import Application, Effect, Form, Reminder
from policies.engine.schema.timelimit import LimitKind
from wasm_checker.content.sparse import Published


class DataVersion(Published):
    """The hash of the rule pack, and one for every rule."""

    version: str
    rules: dict[str, str]


class VerdictTitle(Published):
    title: str
    meaning: str


class VerdictWords(VerdictTitle):
    side: Side


class FactWords(Published):
    """`asked_by`: the provisions that ask for it, by rule."""

    text: str
    question: str | None
    type: Literal["bool", "enum", "int", "date"]
    labels: dict[str, str]
    asked_by: dict[str, list[str]]
    papers: list[str] | None = None
    unwritten: str | None = None


class RuleTitle(Published):
    """`validity`: what is known of later amendment or repeal."""

    id: str
    kind: Literal["tolerance", "accountability", "track"]
    document: str
    short: str
    status: list[str]
    in_force: bool
    validity: str


class RuleWords(RuleTitle):
    instrument: str
    title: str
    effects: list[Effect]


class ProvisionWords(Published):
    citation: str
    place: str
    text: str
    page: str


class StartCounted(Published):
    """The reading by which the day of the start is the first of the days, in its words."""

    reading: str
    says: str


class LimitWords(Published):
    """`starts`, `ends`: the facts whose dates start it and meet it, where a person is asked for them; `workdays`: how many it runs."""

    id: str
    kind: LimitKind
    title: str
    provision: str
    quote: str
    who: str
    does: str
    long: str
    counted: bool
    starts: str | None = None
    ends: str | None = None
    workdays: int | None = None
    start_counted: StartCounted | None = None
    event: str | None = None
    written: bool | None = None
    missed: str | None = None
    note: str | None = None


class ClauseWords(Published):
    provision: str
    quote: str | None = None
    facts: list[str]


class AskedWords(Published):
    """How the text has a person ask, one row of the comparison."""

    title: str
    answer: str
    provision: str
    note: str | None = None


class ApplicationWords(Application):
    """`begun`: the fact whose date is that of the start."""

    begun: str


class FormWords(Form):
    """`texts`: of its provisions."""

    texts: list[str]


class StepsWords(Published):
    """What can be done after a verdict of one rule."""

    ahead: bool
    limits: list[LimitWords]
    mode: Literal["any", "all"]
    listed: str
    gates: list[ClauseWords]
    grounds: list[ClauseWords]
    exclusions: list[ClauseWords]
    untimed: Reminder | None = None
    application: ApplicationWords | None = None
    asked: list[AskedWords] | None = None
    form: FormWords | None = None


class Words(Published):
    """What the checker's page says about rules."""

    data: DataVersion
    steps: dict[str, StepsWords]
    draft: DraftFile
    start: str
    applied: str
    verdicts: dict[str, VerdictWords]
    reasons: Reasons
    facts: dict[str, FactWords]
    questions: dict[str, str]
    readings: dict[str, str]
    rules: list[RuleWords]
    provisions: dict[str, ProvisionWords]


class FirstWords(Published):
    """As much of it as names a verdict and whose it is."""

    verdicts: dict[str, VerdictTitle]
    rules: list[RuleTitle]
