"""Which provisions are twins by docs/contribute/reuse.md, and which of their words agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yours.likeness.chain import ANCHOR, BLOCK, WHOLE, WHOLE_PROOF, Block, Chain, blocks, chains, proof
from yours.likeness.common import common, ratio
from yours.likeness.text import AnyPiece

P = TypeVar("P", bound=AnyPiece)
Q = TypeVar("Q", bound=AnyPiece)

ALIKE = 64.0  # percent: provisions so alike are shown whole
NEAR = 6  # letters: a clause that is left so many letters short is shown to its end

TORN = 2  # letters of a clause that say nothing, where a passage begins or ends with them


@dataclass(frozen=True)
class Match:
    """[a0, a1) of the one bare text and [b0, b1) of the other are shown together; the blocks are what agrees in them."""

    a0: int
    a1: int
    b0: int
    b1: int
    blocks: tuple[Block, ...]


def candidates(pieces: Sequence[P]) -> Iterator[tuple[P, P]]:
    """Pairs of different instruments that may be twins: they share a run with words of its own, or much of the whole."""
    shared = {(i, j) for those in _seeds(pieces).values() for i in those for j in those if i < j}
    whole = {(j, i) for i, a in enumerate(pieces) for j, b in enumerate(pieces[:i]) if _much(a, b)}
    pairs = sorted(shared | whole)
    return ((pieces[i], pieces[j]) for i, j in pairs if pieces[i].instrument != pieces[j].instrument)


def across(ones: Sequence[P], others: Sequence[Q]) -> Iterator[tuple[P, Q]]:
    """The same for the pairs of one of `ones` and one of `others`, whatever their instruments."""
    seeds, known = _seeds(ones), _seeds(others)
    shared = {(i, j) for seed, those in seeds.items() for i in those for j in known.get(seed, ())}
    whole = {(i, j) for i, a in enumerate(ones) for j, b in enumerate(others) if (i, j) not in shared and _much(a, b)}
    return ((ones[i], others[j]) for i, j in sorted(shared | whole))


def _seeds(pieces: Sequence[AnyPiece]) -> dict[str, set[int]]:
    """Runs that are no set phrase, with the numbers of the pieces that have them."""
    seeds: dict[str, set[int]] = defaultdict(set)
    for index, piece in enumerate(pieces):
        for at in range(len(piece.bare) - ANCHOR + 1):
            if not piece.idle.issuperset(range(at, at + ANCHOR)):
                seeds[piece.bare[at : at + ANCHOR]].add(index)
    return seeds


def _much(a: AnyPiece, b: AnyPiece) -> bool:
    """Half of either text stands in the other; letters that the other has not are counted first, which is quick."""
    short, long = (a, b) if len(a.bare) < len(b.bare) else (b, a)
    wanted = (len(long.bare) + 1) // 2
    if len(short.bare) < wanted or len(short.bare) - len(short.letters - long.letters) < wanted:
        return False
    return common(a.bare, b.bare) >= wanted


def passages(a: AnyPiece, b: AnyPiece) -> tuple[Match, ...]:
    """Both provisions whole where they match as such, else the chains that are enough; none: they are no twins."""
    found = blocks(a.bare, b.bare)
    enough = tuple(_apart(a, b, found))
    whole = _whole(a, b, found)
    if whole or (enough and ratio(a.bare, b.bare) >= ALIKE):
        return (Match(0, len(a.bare), 0, len(b.bare), longest(found)),)
    return tuple(sorted((_shown(a, b, chain) for chain in enough), key=lambda match: (match.a0, match.b0)))


def _whole(a: AnyPiece, b: AnyPiece, found: Sequence[Block]) -> bool:
    """Rule 3."""
    if a.bare == b.bare:
        return True
    if not _much(a, b):
        return False
    agreeing = longest(found)
    letters = sum(block.size for block in agreeing)
    words = sum(proof(a, b, block) for block in agreeing)
    return letters >= WHOLE and words >= WHOLE_PROOF and 2 * letters >= max(len(a.bare), len(b.bare))


def longest(found: Sequence[Block]) -> tuple[Block, ...]:
    """The chain of most letters, whatever stands between."""
    ends: list[tuple[int, tuple[Block, ...]]] = []
    for block in found:
        best: tuple[int, tuple[Block, ...]] = (block.size, (block,))
        for letters, before in ends:
            last = before[-1]
            over = max(last.one + last.size - block.one, last.other + last.size - block.other, 0)
            size = block.size - over
            behind = block.one > last.one and block.other > last.other
            if behind and size >= BLOCK and letters + size > best[0]:
                best = (letters + size, (*before, Block(block.one + over, block.other + over, size)))
        ends.append(best)
    return max(ends, default=(0, ()), key=lambda end: end[0])[1]


def _apart(a: AnyPiece, b: AnyPiece, found: Sequence[Block]) -> Iterator[Chain]:
    """The chain that is worth most, then the next that shares no letter with it, as long as there is one."""
    left = found
    while best := max(
        (chain for chain in chains(a, b, left) if chain.enough), key=lambda chain: chain.worth, default=None
    ):
        yield best
        first, last = best.blocks[0], best.blocks[-1]
        left = [
            block
            for block in left
            if (block.one + block.size <= first.one or block.one >= last.one + last.size)
            and (block.other + block.size <= first.other or block.other >= last.other + last.size)
        ]


def _shown(a: AnyPiece, b: AnyPiece, chain: Chain) -> Match:
    """To be read: without the torn end of a clause before it or beginning of one behind it, and with what it lacks of a clause."""
    found = [*chain.blocks]
    found[:1] = _without_end(a, b, found[0])
    found[-1:] = _without_start(a, b, found[-1])
    first, last = found[0], found[-1]
    return Match(
        _start(a, first.one),
        _end(a, last.one + last.size),
        _start(b, first.other),
        _end(b, last.other + last.size),
        tuple(found),
    )


def _without_end(a: AnyPiece, b: AnyPiece, block: Block) -> list[Block]:
    """Where a block begins in the last letters of a clause of both texts (的，应在…), what follows is shown, if it is a word."""
    start, end = a.clauses[a.clause_of[block.one]]
    left = end - block.one
    same = b.clauses[b.clause_of[block.other]][1] - block.other == left
    if block.one == start or not same or not left <= TORN < block.size:
        return [block]
    rest = Block(block.one + left, block.other + left, block.size - left)
    return [rest] if rest.size >= BLOCK else []


def _without_start(a: AnyPiece, b: AnyPiece, block: Block) -> list[Block]:
    """The same at the other end."""
    one, other = block.one + block.size, block.other + block.size
    start, end = a.clauses[a.clause_of[one - 1]]
    left = one - start
    same = other - b.clauses[b.clause_of[other - 1]][0] == left
    if one == end or not same or not left <= TORN < block.size:
        return [block]
    rest = Block(block.one, block.other, block.size - left)
    return [rest] if rest.size >= BLOCK else []


def _start(piece: AnyPiece, at: int) -> int:
    edge = piece.clauses[piece.clause_of[at]][0]
    return edge if at - edge <= NEAR else at


def _end(piece: AnyPiece, at: int) -> int:
    edge = piece.clauses[piece.clause_of[at - 1]][1]
    return edge if edge - at <= NEAR else at
