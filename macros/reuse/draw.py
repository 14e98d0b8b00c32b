"""`python -m macros.reuse.draw`: pairs of provisions to be judged by docs/contribute/reuse.md, with their texts and without any score.

The net is wide, so that what the search would miss can be in it: long common runs, rare runs of three letters, likeness of the shorter
provision to a part of the longer. It never looks at what the search has found, and draws no pair that was judged.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

import policies
from macros.reuse.twins import Piece, pieces
from policies import Library
from yours.likeness.text import SHORTEST

SEED = 2026
RUN, WEIGHT = 8, 45.0  # letters in a row, or rarity of the runs of three: pairs that may well be twins
LIKELY, NEAR, WIDE = 40, 25, 15  # how many: all that are likely at most, of those next to them, of the rest of the net
NEAREST = 60
Pair = tuple[Piece, Piece]
Row = tuple[Pair, float, int, float]


def drawn(library: Library) -> list[Pair]:
    """Eighty pairs of different documents that nobody has judged, in mixed order; the same for the same data."""
    dice = random.Random(SEED)  # noqa: S311 - chance, not secrets
    net = list(_net(library))
    likely = [row for row in net if row[2] >= RUN or row[1] >= WEIGHT]
    rest = [row for row in net if row[2] < RUN and row[1] < WEIGHT]
    rest.sort(key=lambda row: -(row[1] / WEIGHT + row[2] / RUN + row[3] / 100))
    near = dice.sample(rest[:NEAREST], min(NEAR, len(rest[:NEAREST])))
    left = [row for row in rest if row not in near]
    taken = dice.sample(likely, min(LIKELY, len(likely))) + near + dice.sample(left, min(WIDE, len(left)))
    dice.shuffle(taken)
    return [pair for pair, *_ in taken]


def _net(library: Library) -> Iterator[Row]:
    every = pieces(library)
    known = {frozenset(pair.provisions) for pair in library.vocabulary.judged}
    grams = {piece.id: _grams(piece) for piece in every}
    held = Counter(gram for those in grams.values() for gram in those)
    for a, b in combinations(every, 2):
        if a.document == b.document or frozenset((a.id, b.id)) in known:
            continue
        weight = math.fsum(math.log(len(every) / held[gram]) for gram in grams[a.id] & grams[b.id])
        run, part = longest(a.bare, b.bare), fuzz.partial_ratio(*sorted((a.bare, b.bare), key=len))
        if run >= 5 or weight >= 20 or (part >= 45 and min(len(a.bare), len(b.bare)) >= SHORTEST):
            yield (a, b), weight, run, part


def _grams(piece: Piece) -> frozenset[str]:
    return frozenset(piece.bare[at : at + 3] for at in range(len(piece.bare) - 2))


def longest(one: str, other: str) -> int:
    """The longest run of letters that stands in both."""
    best = 0
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best


def main() -> int:
    for number, pair in enumerate(drawn(policies.load()), start=1):
        print(number, *(f"{piece.id}：{piece.shown}" for piece in pair), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
