"""Words that stand in two texts in the same order: common blocks, and the chains of them that docs/contribute/reuse.md counts.

A chain is grown block by block, as in sparse dynamic programming for local alignment. Of the chains that end with the same block only
those are kept that no other one beats in every number, so nothing that the definition counts is lost to a rule of thumb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yours.likeness.text import AnyPiece

BLOCK = 2  # letters; single ones agree by chance
ROW, ROW_PROOF = 8, 6  # letters in a row that are enough, and how many of them must be no set phrase
LETTERS, PROOF = 12, 8  # the same, with other words between
ANCHOR = 4  # letters in a row that one block must have, not all of them set phrase
WHOLE, WHOLE_PROOF = 8, 4  # letters that are enough where they are half of either provision
SPAN = 6  # letters of one clause that a row must have, or a whole clause: less is a torn end and a torn beginning
_SLACK = 12  # letters that a chain may lack of half, as more may follow; what makes up for more would be enough alone


@dataclass(frozen=True)
class Block:
    """`size` letters from position `one` of the one text and `other` of the other."""

    one: int
    other: int
    size: int


@dataclass(frozen=True)
class Chain:
    """Blocks in the order of both texts.

    `letters` agree, `proof` of them are no set phrase; `foreign` are the letters between them in either text, but for one whole clause
    a gap. `anchor` and `row`: it has a block that rule 2 asks for, or one that is enough by rule 1.
    """

    blocks: tuple[Block, ...]
    letters: int
    proof: int
    foreign: tuple[int, int]
    anchor: bool
    row: bool

    @property
    def dense(self) -> bool:
        return self.letters >= max(self.foreign)

    @property
    def enough(self) -> bool:
        spread = self.anchor and self.letters >= LETTERS and self.proof >= PROOF
        return self.dense and (self.row or spread)

    @property
    def worth(self) -> float:
        """Of the chains that are enough the one is shown that has no word far off: it would agree by chance."""
        return self.letters - sum(self.foreign) / 2


def blocks(one: str, other: str) -> list[Block]:
    """All common runs of two letters or more that cannot be made longer, in the order of the one text. A number is not cut."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(other) - BLOCK + 1):
        places[other[at : at + BLOCK]].append(at)
    found = (
        _uncut(one, other, Block(start, there, _size(one, other, start, there)))
        for start in range(len(one) - BLOCK + 1)
        for there in places.get(one[start : start + BLOCK], ())
        if not (start and there and one[start - 1] == other[there - 1])
    )
    return [block for block in found if block.size >= BLOCK]


def _size(one: str, other: str, start: int, there: int) -> int:
    size = 0
    while start + size < len(one) and there + size < len(other) and one[start + size] == other[there + size]:
        size += 1
    return size


def _uncut(one: str, other: str, block: Block) -> Block:
    """Without the digits of a number that goes on in either text: 30 is not 3."""
    first, last = 0, block.size
    if one[: block.one][-1:].isdigit() or other[: block.other][-1:].isdigit():
        first = _digits(one[block.one : block.one + block.size])
    if one[block.one + last :][:1].isdigit() or other[block.other + last :][:1].isdigit():
        last -= _digits(one[block.one : block.one + block.size][::-1])
    return Block(block.one + first, block.other + first, last - first)


def _digits(text: str) -> int:
    return len(text) - len(text.lstrip("0123456789"))


def proof(a: AnyPiece, b: AnyPiece, block: Block) -> int:
    """Its letters that are in no set phrase of either text."""
    return sum(block.one + n not in a.idle and block.other + n not in b.idle for n in range(block.size))


def is_row(a: AnyPiece, b: AnyPiece, block: Block) -> bool:
    """Rule 1: long enough, words enough, and not torn out of two clauses."""
    return block.size >= ROW and proof(a, b, block) >= ROW_PROOF and _speaks(a, b, block)


def _speaks(a: AnyPiece, b: AnyPiece, block: Block) -> bool:
    inside = ((a, block.one), (b, block.other))
    return any(_parts(piece, start, start + block.size) for piece, start in inside)


def _parts(piece: AnyPiece, first: int, last: int) -> bool:
    """Whether the letters have a whole clause of it, or so much of one that it says something."""
    for start, end in piece.clauses:
        part = min(end, last) - max(start, first)
        if part >= SPAN or part == end - start >= ANCHOR:
            return True
    return False


def chains(a: AnyPiece, b: AnyPiece, found: Sequence[Block]) -> Iterable[Chain]:
    """Every chain that no other one ending with the same block beats."""
    ends: list[tuple[Block, list[Chain]]] = []
    for block in found:
        grown = [_one(a, b, block)]
        for _, before in ends:
            grown += (made for chain in before if (made := _joined(a, b, chain, block)))
        kept = _best(grown)
        ends.append((block, kept))
        yield from kept


def _one(a: AnyPiece, b: AnyPiece, block: Block) -> Chain:
    words = proof(a, b, block)
    return Chain((block,), block.size, words, (0, 0), block.size >= ANCHOR and words > 0, is_row(a, b, block))


def _joined(a: AnyPiece, b: AnyPiece, before: Chain, block: Block) -> Chain | None:
    """The chain with the block, as far as it lies behind it in both texts; none where nothing is left of it, or too far off."""
    last = before.blocks[-1]
    end, there = last.one + last.size, last.other + last.size
    over = max(end - block.one, there - block.other, 0)
    if block.one <= last.one or block.other <= last.other or block.size - over < BLOCK:
        return None
    rest = Block(block.one + over, block.other + over, block.size - over) if over else block
    between, others = _between(a, end, rest.one), _between(b, there, rest.other)
    if between is None or others is None:
        return None
    foreign = (before.foreign[0] + between, before.foreign[1] + others)
    one = _one(a, b, rest)
    letters = before.letters + rest.size
    if max(foreign) > letters + _SLACK:
        return None
    return Chain(
        (*before.blocks, rest),
        letters,
        before.proof + one.proof,
        foreign,
        before.anchor or one.anchor,
        before.row or one.row,
    )


def _between(piece: AnyPiece, end: int, start: int) -> int | None:
    """Letters from `end` to before `start`, without a whole clause among them; none: there are two."""
    whole = range(piece.clause_of[end - 1] + 1, piece.clause_of[start])
    if len(whole) > 1:
        return None
    return start - end - sum(piece.clauses[n][1] - piece.clauses[n][0] for n in whole)


def _best(grown: list[Chain]) -> list[Chain]:
    kept: list[Chain] = []
    for chain in sorted(grown, key=lambda one: (-one.letters, -one.proof, sum(one.foreign), not one.row)):
        if not any(_beats(other, chain) for other in kept):
            kept.append(chain)
    return kept


def _beats(one: Chain, other: Chain) -> bool:
    return (
        one.letters >= other.letters
        and min(one.proof, PROOF) >= min(other.proof, PROOF)
        and one.foreign[0] <= other.foreign[0]
        and one.foreign[1] <= other.foreign[1]
        and one.anchor >= other.anchor
        and one.row >= other.row
    )
