"""The verdict of one rule under one case's answers, and the facts on which it hangs."""

from __future__ import annotations

from typing import NamedTuple

from wasm_checker.core.diagrams.diagram import FALSE, TRUE
from wasm_checker.core.under_answers import Look

OPEN, LEFT_TO_ORGAN = "insufficient_information", "needs_judgement"


class Judged(NamedTuple):
    """`missing` and `organ`: as masks the open facts on which the verdict hangs for the person and those that are not his to answer."""

    verdict: str
    missing: int = 0
    organ: int = 0


def judged(looked: Look, theirs: int) -> Judged:
    """`theirs`: the facts, as a mask, that are not the person's to answer."""
    verdict, asked, overlap = _settled(looked)
    disputed = _disputed(looked, verdict)
    if verdict and not disputed:
        return Judged(verdict)
    missing, organ = asked & ~theirs, asked & theirs
    if missing and (organ or overlap):
        missing = looked.hanging(theirs).needed(part.node for _, part in looked.rule.failures)
    missing |= disputed
    return Judged(OPEN if missing else LEFT_TO_ORGAN, missing, organ)


def verdict_of(looked: Look, theirs: int) -> str:
    """The verdict alone, sooner than what it hangs on."""
    verdict, asked, _ = _settled(looked)
    if looked.answers.either and _disputed(looked, verdict):
        return OPEN
    if verdict:
        return verdict
    parts = (part.node for _, part in looked.rule.failures)
    hangs = asked & ~theirs and (not asked & theirs or looked.hanging(theirs).hangs(parts))
    return OPEN if hangs else LEFT_TO_ORGAN


def _settled(looked: Look) -> tuple[str, int, int]:
    """The verdict, empty while it is open; as masks the facts that can still change a part, and those asked by more than one."""
    rule, asked, overlap = looked.rule, 0, 0
    for failure, part in rule.failures:
        state, mask = looked.left(part.node)
        if state == FALSE:
            return failure, 0, 0
        overlap |= asked & mask
        asked |= mask
    if asked:
        return "", asked, overlap
    aggravated = any(looked.state(clause) == TRUE for clause in rule.aggravating)
    return rule.outcomes.aggravated if aggravated else rule.outcomes.holds, 0, 0


def _disputed(looked: Look, verdict: str) -> int:
    """The facts, as a mask, of the contradictions on which the verdict would rest: with one of the two right it is not what it is with
    neither.
    """
    mask = 0
    for pair, sides in zip(looked.answers.contradictions, looked.sides, strict=True):
        if any(_settled(side)[0] != verdict for side in sides):
            mask |= looked.rule.mask(pair)
    return mask
