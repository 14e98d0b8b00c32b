"""Proves that the elements of a document, in order, are the whole of its source file, and finds their lines.

White space and Markdown marks (leading `#` and `- `, every `*`) do not count; every other character does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LEADING_MARK = re.compile(r"^\s*(?:#+|- )")


@dataclass(eq=False)  # frozen, it could not take a traceback inside a context manager
class Mismatch(Exception):
    """Where element `index` departs from the source: at source line `line`, with what either side goes on."""

    index: int
    line: int
    expected: str
    found: str


def characters(source: str) -> list[tuple[str, int]]:
    """The characters of the source that count, each with its line (from 1)."""
    kept = []
    for number, line in enumerate(source.split("\n"), start=1):
        bare = _LEADING_MARK.sub("", line).replace("*", "")
        kept += [(char, number) for char in bare if not char.isspace()]
    return kept


def spans(source: str, elements: Sequence[str]) -> list[tuple[int, int]]:
    """First and last source line of each element (0, 0 for an empty one).

    Raises Mismatch at the first character that differs, and at characters of the source that are left over.
    """
    chars = characters(source)
    at = 0
    found: list[tuple[int, int]] = []
    for index, text in enumerate(elements):
        wanted = [char for char in text if not char.isspace()]
        here = chars[at : at + len(wanted)]
        for offset, char in enumerate(wanted):
            if offset >= len(here) or here[offset][0] != char:
                raise _mismatch(index, chars, at + offset, "".join(wanted[offset : offset + 12]))
        found.append((here[0][1], here[-1][1]) if here else (0, 0))
        at += len(wanted)
    if at < len(chars):
        raise _mismatch(len(elements), chars, at, "（文本到此为止）")
    return found


def _mismatch(index: int, chars: Sequence[tuple[str, int]], at: int, found: str) -> Mismatch:
    line = chars[min(at, len(chars) - 1)][1] if chars else 1
    expected = "".join(char for char, _ in chars[at : at + 12]) or "（原件到此为止）"
    return Mismatch(index, line, expected, found)
