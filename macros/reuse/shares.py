"""How much of an instrument's words stands in another, too: a share of the one's characters, so that each direction has its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.reuse.twins import Reuse

Positions = set[tuple[str, int]]


@dataclass(frozen=True)
class Shares:
    """`letters` of every instrument that has words; `covered`: of (one, other), how many of the one's stand in the other."""

    letters: Mapping[str, int]
    covered: Mapping[tuple[str, str], int]

    def percent(self, one: str, other: str) -> int:
        return round(100 * self.covered.get((one, other), 0) / self.letters[one])

    @cached_property
    def instruments(self) -> tuple[str, ...]:
        """Those that share anything, in the library's order."""
        sharing = {ident for pair in self.covered for ident in pair}
        return tuple(ident for ident in self.letters if ident in sharing)


def shares(reuse: Reuse) -> Shares:
    letters: dict[str, int] = defaultdict(int)
    for piece in reuse.pieces:
        letters[piece.instrument] += len(piece.bare)
    covered: dict[tuple[str, str], Positions] = defaultdict(set)
    for twin in reuse.twins:
        one, other = twin.a.instrument, twin.b.instrument
        covered[one, other] |= {(twin.a.id, at) for at in twin.a_letters}
        covered[other, one] |= {(twin.b.id, at) for at in twin.b_letters}
    return Shares(letters, {pair: len(positions) for pair, positions in covered.items()})
