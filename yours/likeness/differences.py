"""Where two passages differ, in words that one can read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from diff_match_patch import diff_match_patch

_LETTER = re.compile(r"\w")
_PHRASE = re.compile(r"[\w“”]+|[^\w“”]+")
_ISLAND = 1  # letters: what agrees between two changes and is no longer than this is part of the change
_SHORT = 4  # letters: a phrase this short is one word, and changes as a whole
# Words of one character: one for another, they need no neighbour to be understood.
_PARTICLES = set("和或与及的等应要可为将且但并由向对在中于予其自从以")


@dataclass(frozen=True)
class Run:
    """What both have, or what the one has where the other has something else or nothing."""

    a: str
    b: str
    same: bool = False


def _both(text: str) -> Run:
    return Run(text, text, same=True)


def runs(a: str, b: str) -> tuple[Run, ...]:
    """Joined, the first members are `a`; the second are `b`, but for punctuation, which follows `a`."""
    engine = diff_match_patch()
    diffs = engine.diff_main(a, b, False)
    engine.diff_cleanupSemantic(diffs)
    found = _merged(_pairs(diffs))
    return tuple(_merged(_islands(_merged(_phrases(_neighbours(_punctuation(found)))))))


def cut(parts: Iterable[Run]) -> tuple[Run, ...]:
    """Runs that are known already, neighbours of one kind made one; what differs in punctuation alone is no difference, no word is torn."""
    return tuple(_merged(_neighbours(_merged(_punctuation(_edges(_merged(parts)))))))


def _edges(found: list[Run]) -> Iterable[Run]:
    """A passage begins and ends with what both have, be it one letter: 本办法 and 本实施办法."""
    for index, run in enumerate(found):
        start = _alike(run.a, run.b) if index == 0 and not run.same else 0
        rest = Run(run.a[start:], run.b[start:], run.same)
        end = _alike(rest.a[::-1], rest.b[::-1]) if index == len(found) - 1 and not run.same else 0
        yield _both(run.a[:start])
        yield Run(rest.a[: len(rest.a) - end], rest.b[: len(rest.b) - end], run.same)
        yield _both(rest.a[len(rest.a) - end :])


def _alike(a: str, b: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _pairs(diffs: Sequence[tuple[int, str]]) -> Iterable[Run]:
    for equal, group in groupby(diffs, key=lambda diff: diff[0] == 0):
        those = list(group)
        if equal:
            yield from (_both(text) for _, text in those)
        else:
            yield Run("".join(t for kind, t in those if kind < 0), "".join(t for kind, t in those if kind > 0))


def _merged(found: Iterable[Run]) -> list[Run]:
    """Neighbours of one kind made one; nothing left empty."""
    return [
        Run("".join(run.a for run in those), "".join(run.b for run in those), those[0].same)
        for those in (list(group) for _, group in groupby((r for r in found if r.a or r.b), key=lambda r: r.same))
    ]


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _punctuation(found: Iterable[Run]) -> list[Run]:
    """Punctuation alone is no change of words."""
    return _merged(_both(run.a) if not _letters(run.a + run.b) else run for run in found)


def _islands(found: list[Run]) -> Iterable[Run]:
    for index, run in enumerate(found):
        inside = 0 < index < len(found) - 1
        if run.same and inside and _letters(run.a) <= _ISLAND and run.a == "".join(_LETTER.findall(run.a)):
            yield Run(run.a, run.b)
        else:
            yield run


def _neighbours(found: list[Run]) -> list[Run]:
    """One character for others takes a neighbour along: 试错 for 试验, 县委 for 市纪委监委."""
    grown: list[Run] = []
    for run in found:
        last, before = (grown[-1] if grown else None), (grown[-2] if len(grown) > 1 else None)
        if _lonely(run) and last and last.same and _content(last.a[-1]):
            grown[-1:] = [_both(last.a[:-1]), Run(last.a[-1] + run.a, last.a[-1] + run.b)]
        elif last and run.same and _lonely(last) and not (before and _content(before.a[-1:])) and _content(run.a[0]):
            grown[-1:] = [Run(last.a + run.a[0], last.b + run.a[0]), _both(run.a[1:])]
        else:
            grown.append(run)
    return _merged(grown)


def _lonely(run: Run) -> bool:
    alone = min(len(run.a), len(run.b)) == 1 and _letters(run.a + run.b) == len(run.a + run.b)
    return not run.same and alone and not {run.a, run.b} & _PARTICLES


def _content(char: str) -> bool:
    return bool(_LETTER.match(char)) and char not in _PARTICLES


def _phrases(found: list[Run]) -> Iterable[Run]:
    """A short phrase between two marks changes as a whole: 允许试错 for 允许试验."""
    for index, run in enumerate(found):
        if not run.same:
            yield run
            continue
        parts = _PHRASE.findall(run.a)
        first = index > 0 and _torn(parts[0], found[index - 1], start=True)
        last = index + 1 < len(found) and _torn(parts[-1], found[index + 1], start=False)
        yield from (
            Run(part, part) if (n == 0 and first) or (n == len(parts) - 1 and last) else _both(part)
            for n, part in enumerate(parts)
        )


def _torn(part: str, change: Run, *, start: bool) -> bool:
    """Whether the part and the change beside it make one short phrase, in either text."""
    sides = [text for text in (change.a, change.b) if text]
    edges = [text[-1] if start else text[0] for text in sides]
    whole = all(_letters(part + text) <= _SHORT for text in sides)
    return len(sides) > 1 and whole and bool(_LETTER.match(part)) and all(_LETTER.match(edge) for edge in edges)
