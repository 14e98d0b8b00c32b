"""The shape of the one JSON file that the page has of the five; written by `yours.held` when the site is made."""

from __future__ import annotations

from typing import TypedDict

from yours.shapes import Brief, Column, Named, Role

FORMAT = 1


class KnownProvision(TypedDict):
    """`slug`: the document's; `page`: where it stands on the site, from the site's root."""

    id: str
    slug: str
    instrument: str
    place: str
    citation: str
    page: str
    text: str


class Marked(TypedDict):
    """Words of a provision of the five that a reader has marked as speaking of a circumstance."""

    provision: str
    quote: str


class Cue(TypedDict):
    """Words by which a circumstance is known: `…` stands for a few letters between. `origin`: the documents whose marked words have them.

    No document: they are known from general use. One alone: they are not to be used where that document counts as unknown, unless `also`
    names a text outside the five that has them.
    """

    words: str
    origin: list[str]
    also: str


class KnownCircumstance(TypedDict):
    id: str
    title: str
    role: Role
    side: str
    marks: list[Marked]
    elsewhere: list[Marked]
    cues: list[Cue]


class Sign(TypedDict):
    """Words that betray a dimension: a sentence with a match of `finds` and none of `unless`. `near`: what the provision must have too."""

    finds: str
    near: str
    unless: str


class KnownDimension(TypedDict):
    id: str
    group: str
    title: str
    asks: str
    signs: list[Sign]
    briefs: dict[str, Brief]


class KnownModal(TypedDict):
    """`counts`: how often each document's column instrument has its words."""

    id: str
    kind: str
    words: list[str]
    not_in: list[str]
    counts: dict[str, int]


class Known(TypedDict):
    """`phrases`: set phrases and names of bodies, which prove nothing. `unlooked`: the dimensions that words do not betray, by title."""

    format: int
    columns: list[Column]
    instruments: dict[str, Named]
    provisions: list[KnownProvision]
    phrases: list[str]
    circumstances: list[KnownCircumstance]
    dimensions: list[KnownDimension]
    modals: list[KnownModal]
    unlooked: list[str]
