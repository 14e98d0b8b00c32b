"""The shape of cases/: what happened, and the verdicts judged by hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from policies.engine.schema.instrument import FactValue, Id, Model, ProvisionId, ReadingId, Text

CaseValue = FactValue | None


class ExpectedVerdict(Model):
    verdict: Text
    provisions: list[ProvisionId] = []


class Case(Model):
    """`contradictions`: the pairs of its facts that cannot both be, and are to be reported as such.

    `shows`: the readings whose adopted sentence this case is meant to show.
    """

    id: Text
    story: Text
    shows: list[ReadingId] = []
    facts: dict[Id, CaseValue] = {}
    contradictions: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = []
    expect: dict[Id, ExpectedVerdict] = Field(min_length=1)


class CasesFile(Model):
    """`base` is the case that the others start from: each writes only what is different, null for what it leaves open."""

    base: dict[Id, CaseValue] = {}
    cases: list[Case] = Field(min_length=1)

    def whole(self) -> tuple[Case, ...]:
        return tuple(case.model_copy(update={"facts": {**self.base, **case.facts}}) for case in self.cases)
