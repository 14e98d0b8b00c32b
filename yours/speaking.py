"""Of which circumstances, conditions and exclusions an item speaks: by cue words, and by likeness to what the five say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yours.known import Cue, KnownCircumstance, KnownProvision
from yours.letters import Shown, shown
from yours.likeness.common import common
from yours.likeness.text import normalised
from yours.provisions import Own
from yours.scopes import Kind, Scope, scopes
from yours.shapes import Spoken, Theirs, Why

GAP = 14  # letters that `…` stands for at most
LIKE = 80.0  # percent of both that must agree in order, for words to be like those of the five
SHORTEST = 6  # letters; a shorter quote is like too much
CLAUSES = 3  # in a row, at most, are put beside a quote


@dataclass(frozen=True)
class Quoted:
    """A marked quote by its letters."""

    circumstance: str
    bare: str
    letters: frozenset[str]
    provision: str


@lru_cache(maxsize=2048)
def pattern(words: str) -> re.Pattern[str]:
    """A cue as it is looked for: `…` is a few letters of the same clause."""
    parts = (re.escape(normalised(part)) for part in words.split("…"))
    return re.compile(f"[^，。；：？！]{{0,{GAP}}}?".join(parts))


class Speaking:
    """What is known of circumstances, made ready once for all provisions of a text."""

    def __init__(self, circumstances: Sequence[KnownCircumstance], provisions: Mapping[str, KnownProvision]) -> None:
        self.circumstances = circumstances
        self.provisions = provisions
        self.quotes = {one["id"]: tuple(_quotes(one)) for one in circumstances}

    def of(self, provision: Own) -> list[Spoken]:
        """In the order of the codebook; each circumstance once."""
        places = scopes(provision)
        if not places:
            return []
        text = shown(provision.text)
        found: list[Spoken] = []
        for one in self.circumstances:
            hits = (self._one(text, place, one) for place in places if _fits(one, place.kind))
            found += [spoken for spoken in hits if spoken][:1]
        return found

    def _one(self, text: Shown, place: Scope, one: KnownCircumstance) -> Spoken | None:
        cued = _cued(text, place, one["cues"])
        if cued:
            first, last, words = cued
            return _spoken(text, one, (first, last), {"cue": words})
        like = _like(text, place, self.quotes[one["id"]])
        if like:
            first, last, quoted, share = like
            return _spoken(text, one, (first, last), {"like": self.theirs(quoted.provision), "likeness": round(share)})
        return None

    def theirs(self, ident: str) -> Theirs:
        return theirs(self.provisions[ident])


def theirs(known: KnownProvision) -> Theirs:
    return {
        "slug": known["slug"],
        "instrument": known["instrument"],
        "provision": known["id"],
        "citation": known["citation"],
        "place": known["place"],
        "page": known["page"],
    }


def _fits(one: KnownCircumstance, where: Kind) -> bool:
    """A definition says what a circumstance must come with; lists have their own side."""
    return one["role"] == "condition" if where == "definition" else one["side"] == where


def _quotes(one: KnownCircumstance) -> Iterator[Quoted]:
    for mark in one["marks"]:
        bare = "".join(re.findall(r"\w", normalised(mark["quote"])))
        if len(bare) >= SHORTEST:
            yield Quoted(one["id"], bare, frozenset(bare), mark["provision"])


def _cued(text: Shown, place: Scope, cues: Iterable[Cue]) -> tuple[int, int, str] | None:
    """The first place of any cue: the clauses around it, and the words of the text."""
    for cue in cues:
        met = pattern(cue["words"]).search(text.shown, place.first, place.last)
        if met:
            return (*text.clause(*met.span()), met[0])
    return None


def _like(text: Shown, place: Scope, quotes: Sequence[Quoted]) -> tuple[int, int, Quoted, float] | None:
    """The clauses that are most like one of the quotes, if they are like enough."""
    best: tuple[int, int, Quoted, float] | None = None
    spans = [span for span in text.clauses() if place.first <= span[0] < place.last]
    for at in range(len(spans)):
        for first, last in ((spans[at][0], end) for _, end in spans[at : at + CLAUSES]):
            bare = "".join(re.findall(r"\w", text.shown[first:last]))
            for quoted in quotes:
                share = _share(bare, quoted)
                if share >= LIKE and (best is None or share > best[3]):
                    best = (first, last, quoted, share)
    return best


def _share(bare: str, quoted: Quoted) -> float:
    """Percent of the letters of both that agree in order; 0 where it is certain to be too little."""
    most = 200 * min(len(bare), len(quoted.bare)) / (len(bare) + len(quoted.bare))
    if most < LIKE or 200 * (len(quoted.bare) - len(quoted.letters.difference(bare))) < LIKE * (
        len(bare) + len(quoted.bare)
    ):
        return 0.0
    return 200 * common(bare, quoted.bare) / (len(bare) + len(quoted.bare))


def _spoken(text: Shown, one: KnownCircumstance, place: tuple[int, int], why: Why) -> Spoken:
    start, quote = text.given(*place)
    return {"id": one["id"], "title": one["title"], "role": one["role"], "quote": quote, "start": start, "why": why}
