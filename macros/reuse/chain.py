"""The words that one text holds of another in the same order: a chain of common blocks, charged for what stands between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

BLOCK = 2  # letters; single ones agree by chance
GAP = 0.5  # letters: charged for every place where other words stand between
FAR = 0.02  # letters: charged for every letter of the other text that stands between


@dataclass(frozen=True)
class Block:
    """`size` letters from position `one` of the one text and `other` of the other."""

    one: int
    other: int
    size: int


@dataclass(frozen=True)
class Chain:
    """Blocks in the order of both texts, and what is charged for the gaps between them."""

    blocks: tuple[Block, ...] = ()
    letters: int = 0
    charge: float = 0.0

    @property
    def value(self) -> float:
        return self.letters - self.charge


def chain(one: str, other: str) -> Chain:
    """The chain whose letters less its charge are the most; empty where no two letters together stand in both."""
    best: list[Chain] = []
    for block in _blocks(one, other):
        alone = Chain((block,), block.size)
        best.append(max((alone, *(_joined(before, block) for before in best)), key=_value))
    return max(best, default=Chain(), key=_value)


def _value(found: Chain) -> float:
    return found.value


def _joined(before: Chain, block: Block) -> Chain:
    """The block, as far as it lies behind the chain in both texts, put to it; empty where less than a block is left."""
    last = before.blocks[-1]
    over = max(last.one + last.size - block.one, last.other + last.size - block.other, 0)
    if block.one <= last.one or block.other <= last.other or block.size - over < BLOCK:
        return Chain()
    rest = Block(block.one + over, block.other + over, block.size - over)
    charge = before.charge + GAP + FAR * (rest.other - last.other - last.size)
    return Chain((*before.blocks, rest), before.letters + rest.size, charge)


def _blocks(one: str, other: str) -> Sequence[Block]:
    """All common runs that cannot be made longer, in the order of the one text."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(other) - BLOCK + 1):
        places[other[at : at + BLOCK]].append(at)
    return [
        Block(start, there, _size(one, other, start, there))
        for start in range(len(one) - BLOCK + 1)
        for there in places.get(one[start : start + BLOCK], ())
        if not (start and there and one[start - 1] == other[there - 1])
    ]


def _size(one: str, other: str, start: int, there: int) -> int:
    size = 0
    while start + size < len(one) and there + size < len(other) and one[start + size] == other[there + size]:
        size += 1
    return size
