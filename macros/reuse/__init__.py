"""Where the words come from: provisions of different instruments that say the same sentence. Pure, and computed at every build."""

from macros.reuse.score import Score, half, score, unjudged
from macros.reuse.shares import Shares, shares
from macros.reuse.text import Piece
from macros.reuse.twins import Passage, Reuse, Twin, reuse

__all__ = [
    "Passage",
    "Piece",
    "Reuse",
    "Score",
    "Shares",
    "Twin",
    "half",
    "reuse",
    "score",
    "shares",
    "unjudged",
]
