"""Precision and recall of the three kinds of findings, over the five documents left out in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from policies import Library
from yours.comparing import compare
from yours.known import Known
from yours.likeness.text import normalised
from yours.measure import leaving
from yours.shapes import Result

ROOM = Path(__file__).parent
Pair = tuple[str, str]  # a provision, and what it is a twin of or speaks of


@dataclass(frozen=True)
class Score:
    right: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    unjudged: int = 0  # found, and nobody has judged it

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed) or 1)

    def of(self, pairs: Iterable[Pair]) -> Score:
        kept = set(pairs)
        right, wrong, missed = (
            tuple(one for one in those if one in kept) for those in (self.right, self.wrong, self.missed)
        )
        return Score(right, wrong, missed)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return (*self.right, *self.wrong, *self.missed)


def results(
    library: Library, held: Known, without: Callable[[Known, str], Known] = leaving.without
) -> dict[str, Result]:
    """By document: what is found when it is the reader's text and the others are all that is known."""
    slugs = [document.slug for document in library.documents]
    return {slug: compare(leaving.elements(library, slug), without(held, slug)) for slug in slugs}


def twins(library: Library, found: dict[str, Result]) -> Score:
    """Against the judged pairs of different documents; each pair is found twice or once, and counts once for each document left out."""
    pairs = {
        (one["id"], twin["provision"]) for each in found.values() for one in each["provisions"] for twin in one["twins"]
    }
    document = {p.id: i.document for i in library.instruments for p in i.provisions}
    judged: dict[Pair, str] = {}
    for one in library.vocabulary.judged:
        a, b = one.provisions
        if document[a] != document[b]:
            judged |= {(a, b): one.judged, (b, a): one.judged}
    return Score(
        tuple(sorted(pair for pair in pairs if judged.get(pair) == "twin")),
        tuple(sorted(pair for pair in pairs if judged.get(pair) == "different")),
        tuple(sorted(pair for pair, said in judged.items() if said == "twin" and pair not in pairs)),
        len([pair for pair in pairs if pair not in judged]),
    )


def circumstances(library: Library, found: dict[str, Result]) -> Score:
    """Against the marks. What stands where a reader has noted it elsewhere is right when found, and not missed when not."""
    pairs = {(one["id"], said["id"]) for each in found.values() for one in each["provisions"] for said in one["speaks"]}
    clusters = library.vocabulary.clusters
    marked = {(mark.provision, one.id) for one in clusters for mark in one.marks}
    aside = {(mark.provision, one.id) for one in clusters for mark in one.elsewhere}
    return Score(
        tuple(sorted(pairs & (marked | aside))), tuple(sorted(pairs - marked - aside)), tuple(sorted(marked - pairs))
    )


def dimensions(library: Library, found: dict[str, Result]) -> Score:
    """Against the cells: right where the document's cell answers from the provision; missed where it answers, and nothing was found."""
    right, wrong, missed = set(), set(), set()
    for document in library.documents:
        compared = [one for one in document.instruments if one.about.compared]
        for row in found[document.slug]["dimensions"]:
            cells = [one.cells[row["id"]] for one in compared]
            said = {
                quote.provision: normalised(library.provision(quote.provision).text)
                for cell in cells
                if cell.status in {"stated", "partial"}
                for quote in cell.citations
            }
            hits = {quote["provision"] for quote in row["yours"]}
            right |= {(ident, row["id"]) for ident in hits if ident in said}
            wrong |= {(ident, row["id"]) for ident in hits if ident not in said}
            if said and not hits & set(said):
                missed.add((document.slug, row["id"]))
    return Score(tuple(sorted(right)), tuple(sorted(wrong)), tuple(sorted(missed)))


def documents(score: Score, library: Library) -> dict[str, Score]:
    """The same by document."""
    of = {p.id: i.document for i in library.instruments for p in i.provisions}
    of |= {document.slug: document.slug for document in library.documents}
    return {
        slug.slug: score.of([pair for pair in score.pairs if of[pair[0]] == slug.slug]) for slug in library.documents
    }
