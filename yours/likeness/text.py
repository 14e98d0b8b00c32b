"""Normalised provisions, cut into clauses: what is left when width, punctuation, brackets and white space do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_CLAUSE = re.compile(r"[^，。；：？！]+")
_LETTER = re.compile(r"\w")
_NAME = re.compile(r"《[^》]*》")  # that two texts cite the same law does not make one the other's source
_UNREAD = re.compile(
    r"head|chrome|print_line|toc|annexes|part\d+|(?:book|ch|sec)\d+(?:_\d+)?|pos|neg"
)  # no words of a provision
SHORTEST = 8  # letters; shorter provisions are not compared


class Words(Protocol):
    """What is compared: words with an id ('xuzhou/a4/i2') of an instrument."""

    @property
    def id(self) -> str: ...
    @property
    def instrument(self) -> str: ...
    @property
    def text(self) -> str: ...


W = TypeVar("W", bound=Words)


@dataclass(frozen=True)
class Piece(Generic[W]):
    """A provision made comparable.

    `shown` is its text with full-width punctuation and no white space; `bare` has the letters alone, and `at` tells where in
    `shown` each of them stands. `clauses` are first and last position (exclusive) in `bare`; `idle` are positions in `bare` of the
    letters in set phrases and in names of bodies.
    """

    provision: W
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

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset(self.bare)

    def words(self, first: int, last: int) -> str:
        """As shown, with the marks between them: the letters from `first` to before `last`."""
        return self.shown[self.at[first] : self.at[last - 1] + 1]


AnyPiece = Piece[Any]  # where only the letters count


def normalised(text: str) -> str:
    return "".join(text.split()).translate(_FULL)


def is_read(provision: Words) -> bool:
    """Titles, signatures and web chrome are no words of a provision."""
    anchor = provision.id.split("/", 1)[1].replace("/", "-")
    signature = anchor == "closing" and "。" not in provision.text
    return not signature and not _UNREAD.fullmatch(anchor)


def pieces(provisions: Iterable[tuple[W, str]], phrases: re.Pattern[str]) -> tuple[Piece[W], ...]:
    """Every provision that has words enough, in their order; each with the name of its document."""
    read = (pair for pair in provisions if is_read(pair[0]))
    made = (piece(provision, document, order, phrases) for order, (provision, document) in enumerate(read))
    return tuple(one for one in made if len(one.bare) >= SHORTEST)


def piece(provision: W, document: str, order: int, phrases: re.Pattern[str]) -> Piece[W]:
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
