"""A provision's shown text cut at every border of a defect, a word that binds, or a word of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from importer import find_words
from importer.find_words import E, Match
from policies import Provision
from policies.engine.schema.instrument import Defect
from policies.engine.schema.lexicon import Lexicon, Modal, Term


@dataclass(frozen=True)
class Segment:
    """`number` counts the provision's defects from 1; 0 for plain text. The text is empty where a page broke.

    `goes_on`: the same defect continues on the next line. A segment is never in a defect and in a term at once.
    """

    text: str
    number: int = 0
    defect: Defect | None = None
    goes_on: bool = False
    modal: Match[Modal] | None = None
    modal_ends: bool = False
    term: Match[Term] | None = None


def paragraphs(provision: Provision, lexicon: Lexicon | None = None) -> tuple[tuple[Segment, ...], ...]:
    """The shown text, a tuple of segments for each of its lines; with a lexicon, its words are marked too."""
    lines: list[list[Segment]] = [[]]
    for segment in worded(provision, lexicon) if lexicon else segments(provision):
        *before, last = segment.text.split("\n")
        for line in before:
            lines[-1].append(replace(segment, text=line, goes_on=True))
            lines.append([])
        lines[-1].append(replace(segment, text=last))
    return tuple(tuple(line) for line in lines)


def worded(provision: Provision, lexicon: Lexicon) -> Iterator[Segment]:
    """One pass over all borders. Joined, the texts are still `provision.text`."""
    pieces = segments(provision)
    modals = find_words.find(provision.text, lexicon.modals)
    terms = list(_first(_clear(find_words.find(provision.text, lexicon.terms), pieces)))
    spans = [(match.start, match.end) for match in modals] + [(match.start, match.end) for match in terms]
    borders = sorted({border for span in spans for border in span})
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        cuts = [at, *(border for border in borders if at < border < end), end]
        for start, stop in pairwise(cuts):
            text = piece.text[start - at : stop - at]
            modal, term = (_over(modals, start), _over(terms, start)) if text else (None, None)
            ends = modal is not None and modal.end == stop
            yield replace(piece, text=text, modal=modal, modal_ends=ends, term=term)
        at = end


def _over(matches: Iterable[Match[E]], at: int) -> Match[E] | None:
    return next((match for match in matches if match.start <= at < match.end), None)


def _first(matches: Iterable[Match[Term]]) -> Iterator[Match[Term]]:
    """Each term once."""
    seen: set[str] = set()
    for match in matches:
        if match.entry.id not in seen:
            yield match
        seen.add(match.entry.id)


def _clear(matches: list[Match[Term]], pieces: Iterable[Segment]) -> Iterator[Match[Term]]:
    """Those that touch no defect: a link cannot stand in a link."""
    at = 0
    taken: list[tuple[int, int]] = []
    for piece in pieces:
        if piece.defect:
            taken.append((at, at + len(piece.text)))
        at += len(piece.text)
    for match in matches:
        if not any(start < match.end and match.start < max(end, start + 1) for start, end in taken):
            yield match


def segments(provision: Provision) -> tuple[Segment, ...]:
    """Joined, their texts are `provision.text`."""
    found: list[Segment] = []
    at = 0
    for start, number, defect in _placed(provision):
        before, marked, after = _marked(defect)
        found += [Segment(provision.printed[at:start] + before), Segment(marked, number, defect), Segment(after)]
        at = start + len(defect.printed)
    found.append(Segment(provision.printed[at:]))
    return tuple(segment for segment in found if segment.text or segment.defect)


def _placed(provision: Provision) -> list[tuple[int, int, Defect]]:
    """Each defect of the running text with where it starts in what is printed (there it stands exactly once)."""
    numbered = enumerate(provision.defects, start=1)
    return sorted(
        (
            (provision.printed.index(defect.printed), number, defect)
            for number, defect in numbered
            if not defect.in_label
        ),
        key=lambda placed: placed[:2],
    )


def _marked(defect: Defect) -> tuple[str, str, str]:
    """What is shown, as: the same before, what differs, the same after. A page break differs by nothing."""
    shown, other = (defect.reading, defect.printed) if defect.applied else (defect.printed, defect.reading)
    start = _shared(shown, other)
    end = min(_shared(shown[::-1], other[::-1]), len(shown) - start)
    differs = shown[start : len(shown) - end]
    if differs or defect.kind == "page_break":
        return shown[:start], differs, shown[len(shown) - end :]
    return "", shown, ""


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
