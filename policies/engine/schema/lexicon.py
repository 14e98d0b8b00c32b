"""The shape of modality.yaml and glossary.yaml: words that are looked for in the texts, longest first."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from policies.engine.schema.instrument import Id, Meaning, Model, Quote, Text, Titled


class Entry(Model):
    """`not_in`: longer words in which these words mean something else, and are not found."""

    id: Id
    not_in: list[Text] = Field(default=[])

    @property
    def forms(self) -> tuple[str, ...]:
        raise NotImplementedError


class Modal(Entry):
    """A word that binds, allows, forbids or eases. `kind` is the id of a class."""

    kind: Id
    words: list[Text] = Field(min_length=1)
    meaning: Text

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(self.words)


class ModalKind(Meaning):
    """`sign` is the one character printed beside the word, so that no class is told by colour alone."""

    sign: str = Field(min_length=1, max_length=1)


class ModalityFile(Model):
    kinds: list[ModalKind]
    words: list[Modal]


class Term(Entry):
    """`quotes`: how the texts themselves define or describe the word, shown before `meaning`.

    `undefined`: the texts use the word and do not say what is in it.
    """

    term: Text
    variants: list[Text] = Field(default=[])
    quotes: list[Quote] = Field(default=[])
    meaning: Text
    undefined: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.term, *self.variants)


class TermGroup(Titled):
    """`terms`: by their ids, in the order in which they are shown."""

    terms: list[Id] = Field(min_length=1)


class GlossaryFile(Model):
    groups: list[TermGroup]
    terms: list[Term]


@dataclass(frozen=True)
class Lexicon:
    kinds: tuple[ModalKind, ...]
    modals: tuple[Modal, ...]
    terms: tuple[Term, ...]
    groups: tuple[TermGroup, ...] = ()


class BodiesFile(Model):
    """Names of bodies that our sentences may name only where the words they rest on do."""

    bodies: list[Text] = Field(min_length=1)
