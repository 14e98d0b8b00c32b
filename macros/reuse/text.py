"""Normalised provisions, cut into clauses: what is left when width, punctuation, brackets and white space do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from policies import Library, Provision

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_CLAUSE = re.compile(r"[^，。；：？！]+")
_LETTER = re.compile(r"\w")
_NAME = re.compile(r"《[^》]*》")  # that two texts cite the same law does not make one the other's source
_UNREAD = re.compile(r"head|chrome|print_line|part\d+|pos|neg")  # titles and web chrome
SHORTEST = 8  # letters; shorter provisions are not compared


@dataclass(frozen=True)
class Piece:
    """A provision made comparable.

    `shown` is its text with full-width punctuation and no white space; `bare` has the letters alone, and `at` tells where in
    `shown` each of them stands. `clauses` are first and last position (exclusive) in `bare`; `idle` are positions in `bare` of the
    letters in set phrases and in names of bodies.
    """

    provision: Provision
    document: str
    order: int
    shown: str
    bare: str
    at: tuple[int, ...]
    clauses: tuple[tuple[int, int], ...]
    idle: frozenset[int]

    @property
    def id(self) -> str:
        return self.provision.id

    @property
    def instrument(self) -> str:
        return self.provision.instrument

    @cached_property
    def clause_of(self) -> tuple[int, ...]:
        """For every letter of `bare` the number of its clause."""
        return tuple(number for number, (first, last) in enumerate(self.clauses) for _ in range(first, last))

    def words(self, first: int, last: int) -> str:
        """As shown, with the marks between them: the letters from `first` to before `last`."""
        return self.shown[self.at[first] : self.at[last - 1] + 1]


def normalised(text: str) -> str:
    return "".join(text.split()).translate(_FULL)


def pieces(library: Library) -> tuple[Piece, ...]:
    """Every provision that has words enough, in the library's order."""
    phrases = set_phrases((*library.vocabulary.twins.phrases, *library.vocabulary.bodies))
    found = (
        (provision, document.slug)
        for document in library.documents
        for instrument in document.instruments
        for provision in instrument.provisions
        if _read(provision)
    )
    made = (piece(provision, slug, order, phrases) for order, (provision, slug) in enumerate(found))
    return tuple(one for one in made if len(one.bare) >= SHORTEST)


def _read(provision: Provision) -> bool:
    """Titles, signatures and web chrome are no words of a provision."""
    signature = provision.anchor == "closing" and "。" not in provision.text
    return not signature and not _UNREAD.fullmatch(provision.anchor)


def piece(provision: Provision, document: str, order: int, phrases: re.Pattern[str]) -> Piece:
    shown = normalised(provision.text)
    skipped = {index for match in _NAME.finditer(shown) for index in range(*match.span())}
    at = tuple(index for index, char in enumerate(shown) if index not in skipped and _LETTER.match(char))
    bare = "".join(shown[index] for index in at)
    idle = frozenset(at for match in phrases.finditer(bare) for at in range(match.start(1), match.end(1)))
    return Piece(provision, document, order, shown, bare, at, tuple(_clauses(shown, at)), idle)


def set_phrases(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases as they stand in bare text, longer ones first; one may begin inside another."""
    bare = {"".join(_LETTER.findall(normalised(phrase))) for phrase in phrases}
    return re.compile(f"(?=({'|'.join(sorted(map(re.escape, bare), key=len, reverse=True))}))")


def _clauses(shown: str, at: tuple[int, ...]) -> Iterable[tuple[int, int]]:
    for match in _CLAUSE.finditer(shown):
        inside = [n for n, index in enumerate(at) if match.start() <= index < match.end()]
        if inside:
            yield inside[0], inside[-1] + 1
