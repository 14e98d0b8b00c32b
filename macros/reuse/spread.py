"""Words reused inside a longer provision: a clause whose words stand in another in the same order, with others between them.

A copy that is lightly edited keeps the frame of a sentence (打着…旗号，为…谋取私利) and lengthens the list in it, so that neither
clause is like the other as a whole. What counts is how much of the one is held by the other. Names, slogans and words of the
subject are not counted: neither as held nor as missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from macros.reuse import align
from macros.reuse.align import Corpus, Match
from macros.reuse.chain import Block, Chain, chain
from macros.reuse.text import SHORTEST, Piece

HELD = 0.55  # of a clause's letters, how many the other must hold in order, gaps charged
PROOF = 6.0  # weight that a passage must reach; less than in `align`, for nothing here weighs that every text has
Span = tuple[int, int]


def passages(a: Piece, b: Piece, known: Corpus) -> tuple[Match, ...]:
    """The passages that `align` finds, else those whose words are spread; none: the provisions are no twins."""
    if alike := align.passages(a, b, known):
        return alike
    if a.order <= b.order:
        return tuple(_passages(a, b, known))
    return tuple(Match(m.b0, m.b1, m.a0, m.a1, m.weight, m.spread) for m in _passages(b, a, known))


def _passages(a: Piece, b: Piece, known: Corpus) -> Iterator[Match]:
    proofs = _without_overlap([], (_weighed(a, b, match, known) for match in _spread(a, b)))
    if not proofs:
        return
    beside = _without_overlap(proofs, (_weighed(a, b, match, known) for match in align.matches(a, b)))
    for run in align.runs(sorted(beside, key=lambda match: (match.a0, match.b0))):
        if run.weight >= PROOF and any(_inside(proof, run) for proof in proofs):
            yield replace(run, spread=True)


def _without_overlap(kept: list[Match], found: Iterator[Match]) -> list[Match]:
    """The heaviest that share no letter, the shorter first."""
    chosen = list(kept)
    for match in sorted(found, key=lambda m: (-m.weight, m.a1 - m.a0 + m.b1 - m.b0, m.a0, m.b0)):
        if all(_apart(match, other) for other in chosen):
            chosen.append(match)
    return chosen


def _apart(one: Match, other: Match) -> bool:
    return (one.a1 <= other.a0 or other.a1 <= one.a0) and (one.b1 <= other.b0 or other.b1 <= one.b0)


def _inside(proof: Match, run: Match) -> bool:
    return run.a0 <= proof.a0 and proof.a1 <= run.a1 and run.b0 <= proof.b0 and proof.b1 <= run.b1


def _spread(a: Piece, b: Piece) -> set[Match]:
    """Of either, one to three neighbouring clauses that the other holds within as many."""
    return {Match(*here, *there) for here, there in _held(a, b)} | {Match(*there, *here) for here, there in _held(b, a)}


def _held(one: Piece, other: Piece) -> Iterator[tuple[Span, Span]]:
    for here, size in zip(one.runs, one.run_sizes, strict=True):
        clause = one.bare[slice(*here)]
        least = HELD * _counted(one, *here)
        for there, room in zip(other.runs, other.run_sizes, strict=True):
            words = other.bare[slice(*there)]
            if room <= size and LCSseq.similarity(clause, words) >= max(least, SHORTEST):
                held = chain(clause, words)
                letters = _letters(held, one, here[0])
                if letters >= SHORTEST and letters - held.charge >= least:
                    yield here, there


def _counted(piece: Piece, first: int, last: int) -> int:
    return sum(at not in piece.idle for at in range(first, last))


def _letters(held: Chain, one: Piece, start: int) -> int:
    return sum(_counted(one, start + block.one, start + block.one + block.size) for block in held.blocks)


def _weighed(a: Piece, b: Piece, match: Match, known: Corpus) -> Match:
    """A letter weighs one, or half where many provisions have its neighbourhood, or nothing where it is idle."""
    weight = 0.0
    for block in blocks(a, b, match):
        rare = align.rare(a.bare[block.one : block.one + block.size], known)
        weight += sum(1.0 if at in rare else 0.5 for at in range(block.size) if block.one + at not in a.idle)
    return replace(match, weight=weight)


def blocks(a: Piece, b: Piece, match: Match) -> tuple[Block, ...]:
    """The words that a match holds in common, by their positions in the bare texts."""
    held = chain(a.bare[match.a0 : match.a1], b.bare[match.b0 : match.b1]).blocks
    return tuple(Block(match.a0 + block.one, match.b0 + block.other, block.size) for block in held)
