"""Two provisions that say the same sentence, and their words cut into what agrees and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic

from yours.likeness import differences
from yours.likeness.common import ratio
from yours.likeness.passages import Match
from yours.likeness.text import AnyPiece, Piece, W

LIKE = 80.0  # percent: passages so alike are compared word by word; of others what agrees is known already


@dataclass(frozen=True)
class Passage:
    """Words of both as shown, cut into what agrees and what differs; `whole`: they are the whole of both provisions."""

    runs: tuple[differences.Run, ...]
    whole: bool

    @property
    def identical(self) -> bool:
        return all(run.same for run in self.runs)


@dataclass(frozen=True)
class Twin(Generic[W]):
    """`a_letters` and `b_letters`: the positions in their bare texts that agree."""

    a: Piece[W]
    b: Piece[W]
    passages: tuple[Passage, ...]
    a_letters: frozenset[int]
    b_letters: frozenset[int]

    @property
    def key(self) -> str:
        """Its fragment on the page: 'shangzhou-a4-i1--xuzhou-a3-i1'."""
        return "--".join(piece.id.replace("/", "-") for piece in (self.a, self.b))

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a.id, self.b.id))

    @property
    def inside(self) -> bool:
        """Both stand in one document, so that the likeness says nothing about who took from whom."""
        return self.a.document == self.b.document

    @property
    def identical(self) -> bool:
        return all(passage.identical and passage.whole for passage in self.passages)

    def other(self, provision: str) -> Piece[W]:
        return self.b if self.a.id == provision else self.a


def twin(a: Piece[W], b: Piece[W], matches: tuple[Match, ...]) -> Twin[W]:
    blocks = [block for match in matches for block in match.blocks]
    return Twin(
        a,
        b,
        tuple(_passage(a, b, match) for match in matches),
        frozenset(at for block in blocks for at in range(block.one, block.one + block.size)),
        frozenset(at for block in blocks for at in range(block.other, block.other + block.size)),
    )


def _passage(a: AnyPiece, b: AnyPiece, match: Match) -> Passage:
    whole = (match.a1 - match.a0, match.b1 - match.b0) == (len(a.bare), len(b.bare))
    if ratio(a.bare[match.a0 : match.a1], b.bare[match.b0 : match.b1]) >= LIKE:
        return Passage(differences.runs(a.words(match.a0, match.a1), b.words(match.b0, match.b1)), whole)
    return Passage(differences.cut(_parts(a, b, match)), whole)


def _parts(a: AnyPiece, b: AnyPiece, match: Match) -> Iterator[differences.Run]:
    """What the blocks hold, and what either has between."""
    a_at, b_at = a.at[match.a0], b.at[match.b0]
    for block in match.blocks:
        yield differences.Run(a.shown[a_at : a.at[block.one]], b.shown[b_at : b.at[block.other]])
        a_end, b_end = block.one + block.size, block.other + block.size
        yield differences.Run(a.words(block.one, a_end), b.words(block.other, b_end), same=True)
        a_at, b_at = a.at[a_end - 1] + 1, b.at[b_end - 1] + 1
    yield differences.Run(a.shown[a_at : a.at[match.a1 - 1] + 1], b.shown[b_at : b.at[match.b1 - 1] + 1])
