"""The shape of twins.yaml and twins_blind.yaml: of which provisions a reader has said whether they are the same sentence."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from policies.engine.schema.instrument import Model, ProvisionId, Text


class JudgedPair(Model):
    """Two provisions, and whether a reader says that they are the same sentence; `after` the search had shown them."""

    provisions: list[ProvisionId] = Field(min_length=2, max_length=2)
    judged: Literal["twin", "different", "open"]
    after: bool = False


class BlindPair(Model):
    """Two provisions judged from their texts alone, `again` by the same reader later; `half`: what the search is fitted to, or measured by."""

    provisions: list[ProvisionId] = Field(min_length=2, max_length=2)
    half: Literal["tune", "test"]
    judged: Literal["twin", "different"]
    why: Text
    again: Literal["twin", "different"] | None = None


class BlindFile(Model):
    """The shape of twins_blind.yaml."""

    pairs: list[BlindPair]


class TwinsFile(Model):
    """`formulas` stand in every official text and prove nothing; `names` of organs and slogans prove half.

    `phrases` are idioms and words of the subject: they prove nothing where the words of a clause are spread.
    """

    formulas: list[Text] = []
    names: list[Text] = []
    phrases: list[Text] = []
    pairs: list[JudgedPair]
