"""The shape of rules/ and cases/: conditions, clauses, what a rule decides, and the cases beside it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from policies.schema import FactValue, Id, Model, ProvisionId, Quote, ReadingId, Text

Modality = Literal["may", "must"]
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
    """Said beside a verdict, never part of it; `when` limits it to cases where the condition holds.

    `while_possible`: not said once scope, timing or merits have failed, where it would only raise a false hope.
    """

    provision: ProvisionId
    quote: Text | None = None
    text: Text
    readings: list[ReadingId] = []
    when: Condition | None = None
    while_possible: bool = False


class Change(Model):
    """How another reading would write one part of the rule: another condition for a clause, none, or another mode."""

    part: Literal["scope", "timing", "gates", "grounds", "exclusions"]
    provision: ProvisionId | None = None
    quote: Text | None = None
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
    """An instrument's decision logic. `kind` names its outcomes: tolerance, accountability, or a track that follows or not."""

    id: Id
    instrument: Id
    kind: Literal["tolerance", "accountability", "track"] = "tolerance"
    title: Text | None = None
    caveat: Text | None = None
    scope: Condition
    timing: Condition | None = None
    no_timing: Reminder | None = None
    gates: list[Clause] = []
    grounds: Grounds
    exclusions: list[Exclusion] = []
    aggravating: list[Clause] = []
    effects: list[Effect] = []
    reminders: list[Reminder] = []
    other_readings: list[OtherReading] = []
    application: Application | None = None
    form: Form | None = None

    @model_validator(mode="after")
    def _timing_said(self) -> Rule:
        if (self.timing is None) == (self.no_timing is None):
            raise ValueError("timing 与 no_timing 须写一个：或写申请的时限，或说明没有时限")
        return self


# --- cases/<instrument>.yaml

CaseValue = FactValue | None


class ExpectedVerdict(Model):
    verdict: Text
    provisions: list[ProvisionId] = []


class Case(Model):
    """`contradictions`: the pairs of its facts that cannot both be, and are to be reported as such."""

    id: Text
    story: Text
    facts: dict[Id, CaseValue] = {}
    contradictions: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = []
    expect: dict[Id, ExpectedVerdict] = Field(min_length=1)


class CasesFile(Model):
    """`base` is the case that the others start from: each writes only what is different, null for what it leaves open."""

    base: dict[Id, CaseValue] = {}
    cases: list[Case] = Field(min_length=1)

    def whole(self) -> tuple[Case, ...]:
        return tuple(case.model_copy(update={"facts": {**self.base, **case.facts}}) for case in self.cases)
