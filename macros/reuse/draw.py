"""`python -m macros.reuse.draw`: pairs of provisions to be judged blind, with their texts and without any score.

No pair of twins.yaml is drawn. The strata look at runs of two characters and at the longest common run, never at what the search
has found; the same texts and the same list give the same pairs again.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice

import policies
from macros.reuse.text import Piece, pieces
from policies import Library

SEED = 16
OFTEN = 3  # pairs that one provision may stand in
# name, how many, and from which containment, shared weight and common run on
STRATA = (
    ("close", 22, 0.30, 20.0, 0),
    ("long", 14, 0.0, 0.0, 7),
    ("middle", 14, 0.15, 15.0, 0),
    ("random", 10, 0.0, 0.0, 0),
)
Pair = tuple[Piece, Piece]


def drawn(library: Library) -> list[Pair]:
    """Sixty pairs of different documents that twins.yaml does not name, in mixed order."""
    every = pieces(library)
    known = {frozenset(pair.provisions) for pair in library.vocabulary.twins.pairs}
    held = Counter(gram for piece in every for gram in _grams(piece))
    weight = {gram: math.log(len(every) / count) for gram, count in held.items()}
    left = [
        (a, b) for a, b in combinations(every, 2) if a.document != b.document and frozenset((a.id, b.id)) not in known
    ]
    dice = random.Random(SEED)  # noqa: S311 - chance, not secrets
    used, taken = Counter[str](), list[Pair]()
    for _, count, containment, shared, run in STRATA:
        pool = [pair for pair in left if _in(pair, weight, containment, shared, run)]
        left = [pair for pair in left if not _in(pair, weight, containment, shared, run)]
        pool.sort(key=lambda pair: (pair[0].id, pair[1].id))
        dice.shuffle(pool)
        taken += islice(_spread(pool, used), count)
    dice.shuffle(taken)
    return taken


def _spread(pool: list[Pair], used: Counter[str]) -> Iterator[Pair]:
    """No provision so often that the pairs are about it alone."""
    for a, b in pool:
        if max(used[a.id], used[b.id]) < OFTEN:
            used.update((a.id, b.id))
            yield a, b


def _grams(piece: Piece) -> frozenset[str]:
    return frozenset(piece.bare[i : i + 2] for i in range(len(piece.bare) - 1))


def _in(pair: Pair, weight: dict[str, float], containment: float, shared: float, run: int) -> bool:
    one, other = (_grams(piece) for piece in pair)
    common = math.fsum(weight[gram] for gram in one & other)
    less = min(math.fsum(weight[gram] for gram in one), math.fsum(weight[gram] for gram in other))
    return common / less >= containment and common >= shared and longest(pair[0].bare, pair[1].bare) >= run


def longest(one: str, other: str) -> int:
    """The longest run of characters that stands in both."""
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
