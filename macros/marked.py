"""A provision's shown text cut into what is plain and what a defect touches."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policies import Provision
from policies.schema import Defect


@dataclass(frozen=True)
class Segment:
    """`number` counts the provision's defects from 1; 0 for plain text. The text is empty where a page broke.

    `goes_on`: the same defect continues on the next line.
    """

    text: str
    number: int = 0
    defect: Defect | None = None
    goes_on: bool = False


def paragraphs(provision: Provision) -> tuple[tuple[Segment, ...], ...]:
    """The shown text, a tuple of segments for each of its lines."""
    lines: list[list[Segment]] = [[]]
    for segment in segments(provision):
        *before, last = segment.text.split("\n")
        for line in before:
            lines[-1].append(replace(segment, text=line, goes_on=True))
            lines.append([])
        lines[-1].append(replace(segment, text=last))
    return tuple(tuple(line) for line in lines)


def segments(provision: Provision) -> tuple[Segment, ...]:
    """Joined, their texts are `provision.text`."""
    found: list[Segment] = []
    at = 0
    for start, number, defect in _placed(provision):
        before, marked, after = _marked(defect)
        found += [Segment(provision.printed[at:start] + before), Segment(marked, number, defect), Segment(after)]
        at = start + len(defect.printed)
    found.append(Segment(provision.printed[at:]))
    return tuple(segment for segment in found if segment.text or segment.defect)


def _placed(provision: Provision) -> list[tuple[int, int, Defect]]:
    """Each defect of the running text with where it starts in what is printed (there it stands exactly once)."""
    numbered = enumerate(provision.defects, start=1)
    return sorted(
        (
            (provision.printed.index(defect.printed), number, defect)
            for number, defect in numbered
            if not defect.in_label
        ),
        key=lambda placed: placed[:2],
    )


def _marked(defect: Defect) -> tuple[str, str, str]:
    """What is shown, as: the same before, what differs, the same after. A page break differs by nothing."""
    shown, other = (defect.reading, defect.printed) if defect.applied else (defect.printed, defect.reading)
    start = _shared(shown, other)
    end = min(_shared(shown[::-1], other[::-1]), len(shown) - start)
    differs = shown[start : len(shown) - end]
    if differs or defect.kind == "page_break":
        return shown[:start], differs, shown[len(shown) - end :]
    return "", shown, ""


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
