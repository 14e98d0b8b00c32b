"""The shapes of what the package answers. All of it is plain JSON data."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict


class Named(TypedDict):
    """A fact by its id, and what it is called."""

    id: str
    text: str


class Quoted(TypedDict):
    """A provision: how it is cited, and its words, verbatim. `page`: where it stands on the site, from the site's root."""

    provision: str
    citation: str
    text: str
    page: str


class Said(TypedDict):
    """A sentence, and the provision that it rests on."""

    text: str
    provision: str
    citation: str


class Verdict(TypedDict):
    """What a case comes to under one rule.

    `headline` is what may be shown alone; of a text not in force it says so. `cautions` belong beside it, `quotes` below it.
    `missing`: what the person can still answer and would change the verdict; `organ`: what only the organ can find.
    `to_confirm`: what was answered here and the organ verifies. `other_readings`: readings of an open wording that would decide
    otherwise, in sentences. `assessment`: the core's own answer, as the site's diagrams give it too; the code of the verdict is there.
    """

    rule: str
    instrument: str
    document: str
    name: str
    status: list[str]
    in_force: bool
    headline: str
    meaning: str
    cautions: list[str]
    reminders: list[Said]
    quotes: list[Quoted]
    effects: list[Said]
    missing: list[Named]
    organ: list[Named]
    to_confirm: list[Named]
    other_readings: list[str]
    assessment: dict[str, Any]


class Assessed(TypedDict):
    """A case under every rule. `notices` belong above all verdicts; `data`: the hash of the rules that were applied."""

    verdicts: dict[str, Verdict]
    notices: list[str]
    contradictions: list[list[str]]
    unwritten: list[str]
    data: str


class Instrument(TypedDict):
    """A text with rules. `rules`: their ids; `validity`: what is known of its later amendment or repeal, in a sentence."""

    id: str
    document: str
    area: str
    title: str
    short: str
    kind: str
    issuer: str
    number: NotRequired[str]
    dated: NotRequired[str]
    status: list[str]
    in_force: bool
    validity: str
    rules: list[str]


class Fact(TypedDict):
    """A statement about a case. `values`: of an enum, each value with what it is called; else empty.

    `known_by` the organ: it may be answered `"organ"`, and so left to it. `question`: the id of the question that asks for it.
    """

    id: str
    text: str
    type: str
    values: dict[str, str]
    known_by: str
    question: str | None
    asked_by: dict[str, list[Quoted]]


class Question(TypedDict):
    """What a person is asked, and the facts that it fills."""

    id: str
    text: str
    facts: list[str]


class Limit(TypedDict):
    """A time limit counted from a day. `counted`: the core's own answer, the last day or why it cannot be told."""

    id: str
    instrument: str
    title: str
    event: str
    long: str
    who: str
    does: str
    quote: str
    citation: str
    note: str
    counted: dict[str, Any]


class Version(TypedDict):
    """Of the package; of the data: the hash of the rules, of which reports print twelve digits, and one of each rule."""

    package: str
    data: str
    rules: dict[str, str]
