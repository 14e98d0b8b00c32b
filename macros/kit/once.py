"""What is worked out once for a library, however many pages ask for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from policies import Library

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class _Key:
    """A library cannot be hashed; the same object is the same library."""

    library: Library

    def __hash__(self) -> int:
        return id(self.library)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.library is self.library


def once(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """Remembers the answers for the last two libraries."""
    remembered = lru_cache(maxsize=2)(lambda key: work(key.library))

    @wraps(work)
    def asked(library: Library) -> T:
        return remembered(_Key(library))

    return asked
