"""The shape of corrections.yaml: what was wrong on the site and was put right."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from policies.engine.schema.instrument import Id, Model, ProvisionId, Text


class ChangedVerdict(Model):
    """For whom (`when`) the rules come to another verdict than they did."""

    rules: list[Id] = Field(min_length=1)
    from_: Id = Field(alias="from")
    to: Id
    when: Text

    @model_validator(mode="after")
    def _changed(self) -> ChangedVerdict:
        if self.from_ == self.to:
            raise ValueError("from 和 to 应是两种结论")
        return self


class Correction(Model):
    """`what`: what was said and what is said now. Without `verdicts` none changed."""

    date: date
    what: Text
    why: Text
    provisions: list[ProvisionId] = []
    verdicts: list[ChangedVerdict] = []


class CorrectionsFile(Model):
    corrections: list[Correction]
