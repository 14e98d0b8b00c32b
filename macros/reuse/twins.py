"""Every pair of provisions of different instruments that say the same sentence, found once for a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.kit.once import once
from policies import Library, Provision
from yours.likeness import text, twins
from yours.likeness.passages import candidates, passages

Piece = text.Piece[Provision]
Twin = twins.Twin[Provision]


@dataclass(frozen=True)
class Reuse:
    pieces: tuple[Piece, ...]
    twins: tuple[Twin, ...]

    @cached_property
    def by_provision(self) -> Mapping[str, tuple[Twin, ...]]:
        found: dict[str, list[Twin]] = defaultdict(list)
        for twin in self.twins:
            found[twin.a.id].append(twin)
            found[twin.b.id].append(twin)
        return {ident: tuple(those) for ident, those in found.items()}


def pieces(library: Library) -> tuple[Piece, ...]:
    """Every provision that has words enough, in the library's order."""
    phrases = text.set_phrases((*library.vocabulary.twins.phrases, *library.vocabulary.bodies))
    provisions = (
        (provision, document.slug)
        for document in library.documents
        for instrument in document.instruments
        for provision in instrument.provisions
    )
    return text.pieces(provisions, phrases)


@once
def reuse(library: Library) -> Reuse:
    known = pieces(library)
    found = ((a, b, passages(a, b)) for a, b in candidates(known))
    return Reuse(known, tuple(twins.twin(a, b, matches) for a, b, matches in found if matches))
