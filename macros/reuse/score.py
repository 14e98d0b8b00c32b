"""How well the search for twins does against pairs judged by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from macros.reuse.twins import Reuse
from policies import Library
from policies.engine.schema.twins import JudgedPair

Pair = frozenset[str]


@dataclass(frozen=True)
class Score:
    """Judged twins that were found or missed, and judged strangers that were found or left alone."""

    found: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    spared: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        return len(self.found) / (len(self.found) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed))


def score(reuse: Reuse, judged: Iterable[JudgedPair]) -> Score:
    pairs = {twin.pair for twin in reuse.twins}
    by_word = {"twin": [], "different": []}  # type: dict[str, list[Pair]]
    for one in judged:
        by_word[one.judged].append(frozenset(one.provisions))
    found, missed = _split(by_word["twin"], pairs)
    wrong, spared = _split(by_word["different"], pairs)
    return Score(found, missed, wrong, spared)


def _split(judged: list[Pair], pairs: Collection[Pair]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    return tuple(p for p in judged if p in pairs), tuple(p for p in judged if p not in pairs)


def unjudged(reuse: Reuse, judged: Iterable[JudgedPair]) -> tuple[Pair, ...]:
    """Found between different documents, and not yet looked at by anyone."""
    known = {frozenset(one.provisions) for one in judged}
    return tuple(twin.pair for twin in reuse.twins if not twin.inside and twin.pair not in known)


def half(library: Library, name: str) -> tuple[JudgedPair, ...]:
    """The judged pairs that the search may be fitted to ('tune'), or that it is measured by ('test')."""
    return tuple(pair for pair in library.vocabulary.judged if pair.half == name)


def agreement(judged: Iterable[JudgedPair]) -> tuple[int, int]:
    """Of the pairs that two readers judged: how many alike, and how many there are."""
    both = [pair for pair in judged if pair.second]
    return sum(pair.judged == pair.second for pair in both), len(both)


def by_the_second(judged: Iterable[JudgedPair]) -> tuple[JudgedPair, ...]:
    """The pairs that a second reader judged, with the second answer."""
    return tuple(pair.model_copy(update={"judged": pair.second}) for pair in judged if pair.second)
