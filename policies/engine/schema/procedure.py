"""The shape of procedure.yaml: the steps of a procedure, and what an instrument writes of each."""

from __future__ import annotations

from pydantic import Field, model_validator

from policies.engine.schema.instrument import Brief, Id, Model, ProvisionId, Text, Titled
from policies.engine.schema.timelimit import LimitKind


class Step(Titled):
    """A step of every procedure. `dimension`: the row that asks about it.

    `limits`: the kinds of limits that say how long it may take; `pauses`: for how long it may be put off.
    """

    dimension: Id
    limits: list[LimitKind] = []
    pauses: list[LimitKind] = []

    @property
    def kinds(self) -> list[LimitKind]:
        return [*self.limits, *self.pauses]


class StepsFile(Model):
    """vocabulary/procedure.yaml: the steps, in the order in which they are drawn."""

    steps: list[Step] = Field(min_length=1)


class Unwritten(Model):
    """The cell that shows that a step is not written: one of status silent, or one that says of `words` 没有写."""

    dimension: Id
    words: Text | None = None


class StepTaken(Model):
    """What a text writes of a step, in a few words (`says`) and in its own; or that it writes nothing."""

    says: Brief | None = None
    provision: ProvisionId | None = None
    quote: Text | None = None
    unwritten: Unwritten | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> StepTaken:
        written = [self.says, self.provision, self.quote]
        if any(written) != all(written) or any(written) == (self.unwritten is not None):
            raise ValueError("写了这一步的，says、provision、quote 一起写；没有写的，只写 unwritten")
        return self


class Procedure(Model):
    """The procedure of one instrument: `id` is the instrument's, `steps` has every step of the vocabulary."""

    id: Id
    steps: dict[Id, StepTaken]


class ProcedureFile(Model):
    """A document's procedure.yaml."""

    procedures: list[Procedure]
