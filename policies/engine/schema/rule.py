"""The shape of rules/: conditions, clauses, and what a rule decides."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from policies.engine.schema.barring import barring_gates
from policies.engine.schema.instrument import Id, Model, ProvisionId, Quote, ReadingId, Text

Modality = Literal["may", "must"]
RuleKind = Literal["tolerance", "accountability", "track"]
Grade = Literal[
    "exempt",
    "lighter",
    "mitigated",
    "no_organisational_measure",
    "filed",
    "appraisal",
    "tracking",
    # accountability, by severity
    "reviewed",
    "notified",
    "admonished",
    "adjusted",
    "reorganised",
    "disciplined",
    "heavier",
    # tracks
    "notice",
    "talk",
    "rectification",
    "clarified",
    "protected",
]

AGGRAVATED_KINDS = frozenset({"accountability"})  # of which a verdict can say that the case is aggravated

# --- rules/<instrument>.yaml


CONDITION_TAGS = ("leaf", "all", "any", "not", "fact", "provision")


def _kind_of(value: Any) -> str | None:
    if isinstance(value, str):
        return "leaf"
    keys = value.keys() if isinstance(value, dict) else getattr(type(value), "model_fields", {}).keys()
    return next((tag for tag in CONDITION_TAGS[1:] if tag in keys or f"{tag}_" in keys), None)


class All(Model):
    all_: list[Condition] = Field(alias="all", min_length=1)


class AnyOf(Model):
    any_: list[Condition] = Field(alias="any", min_length=1)


class Not(Model):
    not_: Condition = Field(alias="not")


class Test(Model):
    """A fact that is not a yes or no: an enum member among several, or a number up to a bound."""

    fact: Id
    in_: list[Text] | None = Field(default=None, alias="in", min_length=1)
    at_most: int | None = None

    @model_validator(mode="after")
    def _one_test(self) -> Test:
        if (self.in_ is None) == (self.at_most is None):
            raise ValueError("fact 之后须写 in 或 at_most，二者取一")
        return self


class Clause(Model):
    """A condition and the words it is taken from; without `quote` the whole provision is meant."""

    provision: ProvisionId
    when: Condition
    quote: Text | None = None
    readings: list[ReadingId] = []
    also: list[Text] = Field(
        default=[], description="words of the provision that no fact stands for; shown, for the organ to verify"
    )


Condition = Annotated[
    Annotated[Id, Tag("leaf")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Test, Tag("fact")]
    | Annotated[Clause, Tag("provision")],
    Discriminator(_kind_of),
]


class Yields(Model):
    """An exclusion gives way where one of these grounds holds and only the organ can weigh the two."""

    to: list[ProvisionId] = Field(min_length=1)
    decided_by: Id


class Exclusion(Clause):
    yields: Yields | None = None


class Gate(Clause):
    """`unless_met`: it is open as well where one of these grounds holds. `barring`: a reminder's, no condition that the text writes."""

    unless_met: list[ProvisionId] = []
    barring: bool = False


class Grounds(Model):
    mode: Literal["any", "all"]
    provision: ProvisionId
    quote: Text
    readings: list[ReadingId] = []
    clauses: list[Clause] = Field(min_length=1)


class Effect(Model):
    provision: ProvisionId
    quote: Text | None = None
    modality: Modality
    grade: Grade
    text: Text
    readings: list[ReadingId] = []


class Reminder(Model):
    """Said beside a verdict; `when` limits it to cases where the condition holds.

    `while_possible`: not said once scope, timing or merits have failed, where it would only raise a false hope.
    `once_met`: said only where scope and merits hold, whatever the timing.
    `days_run`: the limits for asking stay in sight beside it, though the verdict is against the person.
    `bars_favourable`: it warns against counting on a favourable verdict, so the verdict must not be one while it holds: its condition is
    a gate as well, which only the organ can open by finding `decided_by`. It is not said where the case meets a ground that
    itself presupposes what it warns of (`presupposed_by`).
    """

    provision: ProvisionId
    quote: Text | None = None
    text: Text
    readings: list[ReadingId] = []
    when: Condition | None = None
    while_possible: bool = False
    once_met: bool = False
    days_run: bool = False
    bars_favourable: bool = False
    decided_by: Id | None = None
    presupposed_by: list[ProvisionId] = []

    @model_validator(mode="after")
    def _barring_said(self) -> Reminder:
        if self.bars_favourable and (self.when is None or self.decided_by is None):
            raise ValueError("bars_favourable 须写明 when（什么情形）和 decided_by（由有关机关认定的事实）")
        if not self.bars_favourable and (self.decided_by or self.presupposed_by):
            raise ValueError("decided_by、presupposed_by 只与 bars_favourable 并写")
        return self


class Change(Model):
    """How another reading would write one part of the rule: another condition for a clause, none, or another mode.

    `readings`: only the clause that rests on just these; several may stand on the same words.
    """

    part: Literal["scope", "timing", "gates", "grounds", "exclusions"]
    provision: ProvisionId | None = None
    quote: Text | None = None
    readings: list[ReadingId] = []
    when: Condition | None = None
    mode: Literal["any", "all"] | None = None

    @model_validator(mode="after")
    def _one_change(self) -> Change:
        if (self.mode is None) == (self.provision is None):
            raise ValueError("provision（改一条）与 mode（改各项的关系）须写一个，只写一个")
        if self.mode and (self.part != "grounds" or self.quote or self.when):
            raise ValueError("mode 只改 grounds 各项的关系，不与 quote、when 并写")
        return self


class OtherReading(Model):
    """A reading that is not adopted, coded as changes of this rule, so that a verdict can say what it would be."""

    reading: ReadingId
    says: Text
    changes: list[Change] = Field(min_length=1)


class Unencoded(Model):
    """Words of an operative text that decide no verdict here, and why. Without `quote` the whole provision is meant."""

    provision: ProvisionId
    quote: Text | None = None
    reason: Text


class UnencodedFile(Model):
    unencoded: list[Unencoded]


class Assumption(Quote):
    """Said beside every verdict of the rule until the person has answered that `unless` holds: the verdict takes it for granted."""

    unless: Condition
    text: Text


class Application(Quote):
    """How the text has a person ask: the paper's name, whom it addresses, and what it asks for. A draft is written from it.

    The words are ours, the quote is the text's. `cited`: how an application names the provision, where its citation is not how anyone
    would; `beyond`: a text that it rests on as well and that is not at hand, to be filled in.
    """

    title: Text
    addressee: Text
    asks: Text
    cited: Text | None = None
    beyond: Text | None = None
    readings: list[ReadingId] = []


class Blank(Model):
    """A place to fill in, in the order of the text: what is printed there, and what belongs there. One label, one value.

    What has no label is left out of a filled form.
    """

    printed: Text
    label: str
    long: bool = False


class Form(Model):
    """A form that the text prints: `provisions` are its heading, its body and its end; `note` says who fills it in."""

    title: Text
    provisions: list[ProvisionId] = Field(min_length=3, max_length=3)
    note: Text
    blanks: list[Blank] = Field(min_length=1)


class Rule(Model):
    """An instrument's decision logic. `kind` names its outcomes: tolerance, accountability, or a track that follows or not.

    `gates`: those that the file writes, then one for each reminder that bars a favourable verdict.
    """

    id: Id
    instrument: Id
    kind: RuleKind = "tolerance"
    title: Text | None = None
    caveat: Text | None = None
    assumes: Assumption | None = None
    scope: Condition
    timing: Condition | None = None
    no_timing: Reminder | None = None
    gates: list[Gate] = []
    grounds: Grounds
    exclusions: list[Exclusion] = []
    aggravating: list[Clause] = []
    effects: list[Effect] = []
    reminders: list[Reminder] = []
    stated: list[Id] = Field(
        default=[],
        description="facts that count only once somebody has stated them, till then as no, or the first value",
    )
    other_readings: list[OtherReading] = []
    application: Application | None = None
    form: Form | None = None

    @model_validator(mode="after")
    def _barring(self) -> Rule:
        written = (reminder.model_dump(by_alias=True, exclude_defaults=True) for reminder in self.reminders)
        gates = [Gate.model_validate(gate) for gate in barring_gates(written)]
        # Validated again, as within another model, it has them already.
        object.__setattr__(self, "gates", [*self.gates, *(gate for gate in gates if gate not in self.gates)])
        return self

    @model_validator(mode="after")
    def _timing_said(self) -> Rule:
        if self.timing is None and self.no_timing is None:
            raise ValueError("timing 与 no_timing 至少写一个：写申请的时限、阶段，或者说明没有时限")
        return self
