"""The shape of twins.yaml and twins_judged.yaml: what proves nothing, and of which provisions a reader has said whether they are twins."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from policies.engine.schema.instrument import Model, ProvisionId, Text


class JudgedPair(Model):
    """Two provisions judged by docs/contribute/reuse.md.

    `second` is the answer of a second reader, who saw neither the first one's nor the search. `origin` is the list they were first on; `half` tells whether the search may be fitted to them; `before` is an earlier answer, given
    without a definition, and `why` says why it is another one now, or how two passes that differed were settled.
    """

    provisions: list[ProvisionId] = Field(min_length=2, max_length=2)
    origin: Literal["first", "after", "blind", "reader", "drawn"]
    half: Literal["tune", "test"]
    judged: Literal["twin", "different"]
    second: Literal["twin", "different"] | None = None
    before: Literal["twin", "different", "open"] | None = None
    why: Text | None = None


class JudgedFile(Model):
    """The shape of twins_judged.yaml."""

    pairs: list[JudgedPair]


class TwinsFile(Model):
    """The shape of twins.yaml: set phrases, which prove nothing."""

    phrases: list[Text]
