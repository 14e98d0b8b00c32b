"""The shape of values.yaml, the codebook of values: for each dimension the classes of answers that a cell may take."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from policies.engine.schema.instrument import Brief, Id, Model, Status, Text, ValueId

CommonId = Literal["silent", "sibling", "external", "not-applicable"]


class Value(Model):
    """A class of answers. `when`: what an answer must say to be of it. `statuses`: those that its cells may have."""

    id: ValueId
    label: Brief
    when: Text
    statuses: list[Status] = Field(default=["stated", "partial"], min_length=1)


class CommonValue(Model):
    """No answer of this instrument. `opens`: how the brief of its cells begins, and of no other; the whole brief if it is the label."""

    id: CommonId
    label: Brief
    when: Text
    statuses: list[Status] = Field(min_length=1)
    opens: Brief


class DimensionValues(Model):
    """`common`: which of the common values may be taken. `several`: a cell takes every value that fits, not one.

    `apart`: each instrument answers for its own procedure or force, so that another of its document does not answer for it.
    """

    common: list[CommonId] = []
    several: bool = False
    apart: bool = False
    values: list[Value] = Field(min_length=1)


class ValuesFile(Model):
    common: list[CommonValue]
    dimensions: dict[Id, DimensionValues]

    @model_validator(mode="after")
    def _whole(self) -> ValuesFile:
        written = [value.id for value in self.common]
        if sorted(written) != sorted(get_args(CommonId)):
            raise ValueError(f"common 里应有 {'、'.join(get_args(CommonId))}，各写一次")
        return self

    def allowed(self, dimension: str) -> dict[str, Value | CommonValue]:
        """The values that a cell of the dimension may take, by id; none where the dimension is not in the codebook."""
        if dimension not in self.dimensions:
            return {}
        of = self.dimensions[dimension]
        common = {value.id: value for value in self.common}
        return {value.id: value for value in of.values} | {ident: common[ident] for ident in of.common}
