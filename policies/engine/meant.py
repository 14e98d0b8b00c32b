"""What a name that is not there may have been meant to be: said to whoever misspelt it."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable


def unknown(name: str, noun: str, known: Iterable[str]) -> str:
    """'没有“privat_gain”这个事实；是不是“private_gain”？'; without the question where nothing is like it. `noun`: 这个事实."""
    like = _nearest(name, tuple(known))
    asks = f"；是不是{'、'.join(f'“{one}”' for one in like)}？" if like else ""
    return f"没有“{name}”{noun}{asks}"


@functools.lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Of provisions those of the same instrument: a number is misread more often than a name."""
    instrument, slash, _ = name.partition("/")
    same = tuple(one for one in known if one.startswith(f"{instrument}/")) if slash else ()
    return tuple(difflib.get_close_matches(name, same or known, n=3, cutoff=0.75))
