"""The shape of asked.yaml and thesaurus.yaml: what people ask, in their words, and where it leads."""

from __future__ import annotations

from pydantic import Field

from policies.engine.schema.instrument import Id, Model, ProvisionId, Text, ValueId


class AskedQuestion(Model):
    """`front`: it stands on the front page. `rows`: the dimensions whose briefs, read below the question, answer it for every text. `also`: other wordings of it."""

    id: ValueId
    ask: Text
    also: list[Text] = []
    note: Text | None = None
    front: bool = False
    rows: list[Id] = Field(min_length=1, max_length=2)


class AskedGroup(Model):
    id: ValueId
    title: Text
    questions: list[AskedQuestion] = Field(min_length=1)


class AskedFile(Model):
    groups: list[AskedGroup]


class Lead(Model):
    """Words as they are typed, what the texts say instead, and the rows and provisions that answer, best first.

    `silent`: no text has any of these words, nor speaks of the matter; rows and provisions are the nearest.
    """

    typed: list[Text] = Field(min_length=1)
    texts: list[Text] = []
    rows: list[Id] = []
    provisions: list[ProvisionId] = []
    silent: bool = False


class ThesaurusFile(Model):
    """`ignored`: words of a question that say nothing of its subject."""

    ignored: list[Text]
    entries: list[Lead]
