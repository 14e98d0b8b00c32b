"""Proves that the elements of a document, in order, are the whole of its source file, and finds their lines.

White space and Markdown marks (leading `#` and `- `, every `*`; not the hyphens of a page number) do not count; every other character does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importer.lines import LEADING


@dataclass(eq=False)  # frozen, it could not take a traceback inside a context manager
class Mismatch(Exception):
    """Where element `index` departs from the source: at source line `line`, with what either side goes on."""

    index: int
    line: int
    expected: str
    found: str


def characters(source: str) -> tuple[str, list[int]]:
    """The characters of the source that count, and the line of each (from 1)."""
    kept: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(source.split("\n"), start=1):
        mark = LEADING.match(line)
        bare = _bare(line[mark.end() if mark else 0 :].replace("*", ""))
        kept.append(bare)
        lines += [number] * len(bare)
    return "".join(kept), lines


def spans(source: str, elements: Sequence[str]) -> list[tuple[int, int]]:
    """First and last source line of each element (0, 0 for an empty one).

    Raises Mismatch at the first character that differs, and at characters of the source that are left over.
    """
    chars, lines = characters(source)
    at = 0
    found: list[tuple[int, int]] = []
    for index, text in enumerate(elements):
        wanted = _bare(text)
        if not chars.startswith(wanted, at):
            same = next(i for i, char in enumerate(wanted) if chars[at + i : at + i + 1] != char)
            raise _mismatch(index, (chars, lines), at + same, wanted[same : same + 12])
        found.append((lines[at], lines[at + len(wanted) - 1]) if wanted else (0, 0))
        at += len(wanted)
    if at < len(chars):
        raise _mismatch(len(elements), (chars, lines), at, "（文本到此为止）")
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


def _mismatch(index: int, counted: tuple[str, list[int]], at: int, found: str) -> Mismatch:
    chars, lines = counted
    line = lines[min(at, len(lines) - 1)] if lines else 1
    return Mismatch(index, line, chars[at : at + 12] or "（原件到此为止）", found)
