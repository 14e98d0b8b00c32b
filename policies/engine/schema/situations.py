"""The shape of situations.yaml and offers.yaml: where a person stands, what the texts write for that, and what a verdict lets the page offer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from policies.engine.schema.instrument import FactValue, Id, Model, Option, ProvisionId, ReadingId, Text
from policies.engine.schema.rule import RuleKind

STAGE = "procedure_stage"  # the question and its fact: how far the procedure has come


class Silence(Model):
    """A cell that shows that a thing is not written: one of status silent, or one that says of `words` 没有写."""

    instrument: Id
    dimension: Id
    words: Text | None = None


class Said(Model):
    """A statement, and what proves it: words of a provision, cells that say the texts are silent, or a reading of ours."""

    text: Text
    provision: ProvisionId | None = None
    quote: Text | None = None
    silence: list[Silence] = []
    reading: ReadingId | None = None

    @model_validator(mode="after")
    def _proven(self) -> Said:
        if (self.provision is None) != (self.quote is None):
            raise ValueError("provision 和 quote 要一起写")
        if [self.quote is not None, bool(self.silence), self.reading is not None].count(True) != 1:
            raise ValueError("凭据须写一种：provision 和 quote，或 silence，或 reading")
        return self


class Ask(Model):
    """Whom to ask, and the words in which to ask; `note`: what to mind."""

    whom: Text
    words: Text
    note: Text | None = None


class Beside(Model):
    """What is looked at too if the person answers `has` to what it asks, or has stated one of the facts."""

    kind: RuleKind
    asks: Text
    has: Text
    none: Text
    facts: list[Id] = Field(min_length=1)


class Situation(Model):
    """`kinds`: the kinds of rules looked at, but for those that it `leaves`. `stages`: of the question on the stage, the options that remain, by the stage that they
    set or a fact that they state; all if none is named. `supposed`: the title under which the verdicts fold away;
    `verdicts_first`: whether they stand before what is said. `rows`: of the
    comparison, those to read on."""

    id: Id
    text: Text
    title: Text
    kinds: list[RuleKind] = Field(min_length=1)
    leaves: list[Id] = []
    sets: dict[Id, FactValue] = {}
    stages: list[Id] = []
    supposed: Text | None = None
    verdicts_first: bool = False
    says: list[Said] = []
    rows: list[Id] = []
    ask: Ask | None = None
    beside: Beside | None = None

    def fits(self, option: Option) -> bool:
        """Whether an answer remains for who stands here: what it sets agrees, and so does its stage, where some are named."""
        if any(self.sets.get(fact, value) != value for fact, value in option.sets.items()):
            return False
        left = all(value == "organ" for value in option.sets.values())  # to the organ; or nothing is said
        return left or not self.stages or STAGE not in option.sets or any(names(option, stage) for stage in self.stages)


def names(option: Option, stage: str) -> bool:
    """Whether `stage` names this option: it sets the stage, or states the fact."""
    return option.sets.get(STAGE) == stage or option.sets.get(stage) is True


class SituationsFile(Model):
    """`note`: what is said to those who have come to the wrong place."""

    asks: Text
    note: Text
    situations: list[Situation] = Field(min_length=1)


Offered = Literal["draft", "date", "addressee"]
Place = Literal["bound", "unbound", "any"]


def _current(value: object) -> object:
    if not isinstance(value, bool) and value != "any":
        raise ValueError("in_force 应为 true、false 或 any")
    return value


class Offer(Model):
    """What is offered where all of it holds. `documents`: there alone. `only_if`: a reading that is not adopted would still take the
    application, or the days run all the same. `why`: what speaks for offering it at all."""

    verdicts: list[Id] = Field(min_length=1)
    stages: list[Id] = Field(min_length=1)
    place: Place
    in_force: Annotated[bool | Literal["any"], BeforeValidator(_current)]
    offers: list[Offered] = Field(min_length=1)
    documents: list[Id] = []
    only_if: Literal["late_reading", "days_run"] | None = None
    why: Text | None = None


class Instead(Model):
    """What is said to whom nothing is offered."""

    text: Text
    says: list[Said] = []
    ask: Ask


class OffersFile(Model):
    """`elsewhere`: who has named none of the places. `drafts`: by document, where its text is not in force."""

    offers: list[Offer]
    elsewhere: Instead
    drafts: dict[Id, Instead] = {}
