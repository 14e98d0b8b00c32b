"""Which cells of a row give the same answer, by their coded values, told by colour and by sign.

What several columns share has a tone of its own; what only one says, another; where there is no answer, only a sign says where it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

SHARED = (("a", "●"), ("b", "■"), ("c", "▲"), ("d", "◆"))
ALONE = ("own", "◇")
# Where there is no answer here, by the codebook's common values: their letter in a row's codes, and their sign.
NONE = {"silent": ("s", "○"), "sibling": ("b", "→"), "external": ("e", "↗"), "not-applicable": ("n", "—")}
# Where nobody has answered yet, or the words were not obtained: they neither agree nor differ, and are not silent.
LEFT: dict[str, tuple[str, str]] = {"pending": ("p", "…"), "not_obtained": ("m", "？")}
SIGNS = dict(LEFT.values())
LETTERS = dict(NONE.values()) | SIGNS


def codes(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """A code for each cell of a row, from its values' ids: equal codes give the same answer. A letter says that there is none here."""
    first: dict[frozenset[str], str] = {}
    found = []
    for ids in values:
        none = (NONE | LEFT).get(ids[0]) if len(ids) == 1 else None
        found.append(none[0] if none else first.setdefault(frozenset(ids), str(len(first))))
    return tuple(found)


def tones(found: Sequence[str], shown: Sequence[bool]) -> tuple[tuple[str, str], ...]:
    """For each code its tone and its sign. What is shown decides what is shared; choose.js does the same when that is chosen anew."""
    number = Counter(code for code, there in zip(found, shown, strict=True) if there and code not in LETTERS)
    shared = [code for code, times in number.items() if times > 1]
    names = dict(zip(shared, SHARED, strict=False))
    return tuple(
        ("left" if code in SIGNS else "none", LETTERS[code]) if code in LETTERS else names.get(code, ALONE)
        for code in found
    )
