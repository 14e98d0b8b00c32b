"""Which provisions say the same sentence, and which of their clauses agree.

A clause proves the more, the more of it stands in the other text and the fewer provisions have those words: names of organs and
slogans stand everywhere. So each agreeing character weighs one, or half where many provisions share its neighbourhood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from macros.reuse.chain import BLOCK
from macros.reuse.text import SHORTEST, Piece

LIKE = 66.0  # percent: of two clauses, the characters that agree in order
INSIDE = 84.0  # percent: the same, for a clause that stands inside a longer one
WHOLE = 64.0  # percent: provisions so alike are twins, and are shown whole
PROOF = 8.0  # weight that a run of agreeing clauses must reach
COMMON = 6  # words that more provisions than this share weigh half
CLAUSE = 5  # characters; shorter clauses are carried along, but prove nothing
GAP = 14  # characters: clauses further apart are different passages
_GRAM = 4


@dataclass(frozen=True)
class Match:
    """Positions in the bare texts: [a0, a1) of the one stands in [b0, b1) of the other; `spread`: with other words between."""

    a0: int
    a1: int
    b0: int
    b1: int
    weight: float = 0.0
    spread: bool = False


@dataclass(frozen=True)
class Corpus:
    """All pieces, and by how many of them every run of four characters is held."""

    pieces: tuple[Piece, ...]
    holders: Mapping[str, Sequence[int]]
    named: frozenset[str]

    def common(self, gram: str) -> bool:
        return gram in self.named or len(self.holders.get(gram, ())) > COMMON


def corpus(pieces: tuple[Piece, ...], names: Sequence[str] = ()) -> Corpus:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        for gram in set(_grams(piece.bare)):
            holders[gram].append(index)
    return Corpus(pieces, holders, frozenset(gram for name in names for gram in _grams(name)))


def _grams(bare: str) -> list[str]:
    return [bare[i : i + _GRAM] for i in range(len(bare) - _GRAM + 1)]


def candidates(known: Corpus) -> Iterator[tuple[Piece, Piece]]:
    """Pairs that share a run of four characters at least, in order."""
    pairs = {(i, j) for those in known.holders.values() for n, i in enumerate(those) for j in those[n + 1 :]}
    return ((known.pieces[i], known.pieces[j]) for i, j in sorted(pairs))


def passages(a: Piece, b: Piece, known: Corpus) -> tuple[Match, ...]:
    """Both provisions whole where they are alike, else the runs of clauses that agree; none: they are no twins."""
    if _alike(a, b):
        return (Match(0, len(a.bare), 0, len(b.bare)),)
    return tuple(run for run in runs(_weighed(a, b, known)) if run.weight >= PROOF)


def _alike(a: Piece, b: Piece) -> bool:
    return fuzz.ratio(a.bare, b.bare) >= WHOLE and LCSseq.similarity(a.bare, b.bare) >= SHORTEST


def matches(a: Piece, b: Piece) -> set[Match]:
    """The clauses of either that stand in the other, not yet weighed."""
    found = [Match(*here, *there) for here in a.clauses if (there := _found(a.bare[slice(*here)], b))]
    found += [Match(*there, *here) for here in b.clauses if (there := _found(b.bare[slice(*here)], a))]
    return set(found)


def _weighed(a: Piece, b: Piece, known: Corpus) -> list[Match]:
    return sorted(
        (
            Match(m.a0, m.a1, m.b0, m.b1, _weight(a.bare[m.a0 : m.a1], b.bare[m.b0 : m.b1], known))
            for m in matches(a, b)
        ),
        key=lambda match: (match.a0, match.b0, -match.a1, match.b1),
    )


def _found(clause: str, other: Piece) -> tuple[int, int] | None:
    """Where in the other text the clause stands: inside a longer clause, across two, or as a clause of its own."""
    if len(clause) < CLAUSE:
        return None
    best = process.extractOne(clause, other.run_words, scorer=fuzz.ratio, score_cutoff=LIKE)
    if best:
        return other.runs[best[2]]
    if len(clause) > len(other.bare):
        return None
    window = fuzz.partial_ratio_alignment(clause, other.bare, score_cutoff=INSIDE)
    return (window.dest_start, window.dest_end) if window else None


def _weight(one: str, other: str, known: Corpus) -> float:
    blocks = [step for step in LCSseq.opcodes(one, other) if step.tag == "equal"]
    return sum(_block(one[step.src_start : step.src_end], known) for step in blocks)


def _block(words: str, known: Corpus) -> float:
    if len(words) < BLOCK:
        return 0.0
    found = len(rare(words, known))
    return found + (len(words) - found) / 2


def rare(words: str, known: Corpus) -> set[int]:
    """Positions of the letters that stand in a run of four which few provisions have."""
    return {i + k for i, gram in enumerate(_grams(words)) if not known.common(gram) for k in range(_GRAM)}


def runs(found: list[Match]) -> list[Match]:
    """Neighbouring clauses made one passage."""
    made: list[Match] = []
    for match in found:
        if made and _near(made[-1], match):
            made[-1] = _joined(made[-1], match)
        else:
            made.append(match)
    return made


def _near(last: Match, following: Match) -> bool:
    return (following.a0 - last.a1 <= GAP and -GAP <= following.b0 - last.b1 <= GAP) or _within(last, following)


def _within(last: Match, following: Match) -> bool:
    return following.a0 < last.a1 and following.b0 < last.b1 and following.b1 > last.b0


def _joined(last: Match, following: Match) -> Match:
    """What both cover counts once."""
    weight = max(last.weight, following.weight) if _within(last, following) else last.weight + following.weight
    return Match(last.a0, max(last.a1, following.a1), min(last.b0, following.b0), max(last.b1, following.b1), weight)
