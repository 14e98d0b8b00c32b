"""Where the words of a list stand in all texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from importer.find_words import E, Match, find
from policies import Library, Provision


def occurrences(library: Library, entries: Iterable[E]) -> Iterator[tuple[Provision, Match[E]]]:
    """Through all texts, in their order."""
    listed = list(entries)
    return ((provision, match) for provision in library.provisions for match in find(provision.text, listed))
