"""The shape of words.json and of what of it stands in the page: what `page_texts` and `next_steps` write."""

from __future__ import annotations

from typing import Literal

from policies.engine.schema.instrument import Side, Sign
from policies.engine.schema.labels import DraftFile, Reasons
from policies.engine.schema.rule import Application, Effect, Form, Reminder, RuleKind
from policies.engine.schema.situations import Ask, Offered, Place
from policies.engine.schema.timelimit import LimitKind
from wasm_checker.content.sparse import Published


class DataVersion(Published):
    """The hash of the rule pack, and one for every rule."""

    version: str
    rules: dict[str, str]


class VerdictTitle(Published):
    title: str
    meaning: str
    sign: Sign


class VerdictWords(VerdictTitle):
    side: Side


class FactWords(Published):
    """`asked_by`: the provisions that ask for it, by rule."""

    text: str
    question: str | None
    type: Literal["bool", "enum", "int", "date"]
    known_by: Literal["person", "organ", "both"]
    labels: dict[str, str]
    asked_by: dict[str, list[str]]
    papers: list[str] | None = None
    unwritten: str | None = None


class RuleTitle(Published):
    """`applied`: whether a person asks for something by it. `validity`: what is known of later amendment or repeal."""

    id: str
    kind: RuleKind
    document: str
    short: str
    status: list[str]
    in_force: bool
    applied: bool
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
    scope: list[ClauseWords]
    timing: list[ClauseWords]
    gates: list[ClauseWords]
    grounds: list[ClauseWords]
    exclusions: list[ClauseWords]
    untimed: Reminder | None = None
    application: ApplicationWords | None = None
    asked: list[AskedWords] | None = None
    form: FormWords | None = None


class RowWords(Published):
    """A row of the comparison, or one cell of it."""

    title: str
    page: str


class SaidWords(Published):
    """A statement on the texts of `documents`, none of all, and what it rests on: words, a row that shows a silence, or a reading."""

    text: str
    documents: list[str]
    provision: str | None = None
    quote: str | None = None
    dimension: RowWords | None = None
    reading: str | None = None


class SituationWords(Published):
    text: str
    title: str
    kinds: list[RuleKind]
    stages: list[str] | None = None
    says: list[SaidWords]
    rows: list[RowWords]
    ask: Ask | None = None


class OfferWords(Published):
    """What is offered where all of it holds: see offers.yaml."""

    verdicts: list[str]
    stages: list[str]
    place: Place
    in_force: bool | Literal["any"]
    offers: list[Offered]
    documents: list[str] | None = None
    only_if: Literal["late_reading", "days_run"] | None = None


class InsteadWords(Published):
    text: str
    says: list[SaidWords]
    ask: Ask


class Withheld(Published):
    """What is said to whom nothing is offered: who has named no place, and, by document, where a text is not in force."""

    elsewhere: InsteadWords
    drafts: dict[str, InsteadWords]


class Words(Published):
    """What the checker's page says about rules. `order`: the questions by document, and for all under "". `documents`: their places."""

    data: DataVersion
    steps: dict[str, StepsWords]
    draft: DraftFile
    start: str
    applied: str
    situations: dict[str, SituationWords]
    offers: list[OfferWords]
    instead: Withheld
    documents: dict[str, str]
    verdicts: dict[str, VerdictWords]
    reasons: Reasons
    facts: dict[str, FactWords]
    questions: dict[str, str]
    order: dict[str, list[str]]
    readings: dict[str, str]
    rules: list[RuleWords]
    provisions: dict[str, ProvisionWords]


class FirstWords(Published):
    """As much of it as names a verdict and whose it is, and what to ask next."""

    verdicts: dict[str, VerdictTitle]
    rules: list[RuleTitle]
    order: dict[str, list[str]]
