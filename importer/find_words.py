"""Where the words of a list stand in a text: longest first, each character in one word at most."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Entry(Protocol):
    """A word in all its `forms`. `not_in`: longer words in which it means something else, and is not found."""

    @property
    def forms(self) -> Sequence[str]: ...

    @property
    def not_in(self) -> Sequence[str]: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Match(Generic[E]):
    """`start` and `end` count characters of the text."""

    start: int
    end: int
    entry: E


def find(text: str, entries: Iterable[E]) -> list[Match[E]]:
    """False friends are looked for like words, so that they swallow the word inside them; then they are dropped."""
    listed = list(entries)
    forms: dict[str, E | None] = {word: None for entry in listed for word in entry.not_in}
    forms |= {form: entry for entry in listed for form in entry.forms}
    if not forms:
        return []
    found = ((match.span(), forms[match[0]]) for match in _pattern(frozenset(forms)).finditer(text))
    return [Match(start, end, entry) for (start, end), entry in found if entry]


@functools.lru_cache(maxsize=64)
def _pattern(forms: frozenset[str]) -> re.Pattern[str]:
    """The same lists are looked for in every sentence."""
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))))
