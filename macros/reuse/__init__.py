"""Where the words come from: provisions of different instruments that say the same sentence. Pure, and computed at every build."""

from macros.reuse.score import Score, agreement, by_the_second, half, score, unjudged
from macros.reuse.shares import Shares, shares
from macros.reuse.twins import Piece, Reuse, Twin, reuse
from yours.likeness.twins import Passage

__all__ = [
    "Passage",
    "Piece",
    "Reuse",
    "Score",
    "Shares",
    "Twin",
    "agreement",
    "by_the_second",
    "half",
    "reuse",
    "score",
    "shares",
    "unjudged",
]
