"""What the readings that are not adopted would say of a case: another verdict, or another one for some answer not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from wasm_checker.core.answers.facts import named
from wasm_checker.core.judge import OPEN
from wasm_checker.core.rules import Rule
from wasm_checker.core.under_answers import Look

if TYPE_CHECKING:
    from wasm_checker.core.assess import Core
    from wasm_checker.core.variants import Rereading

AGAINST = ("unfavourable", "too_late", "out_of_scope")


def other(core: Core, looked: Look, others: Iterable[Rereading]) -> list[dict[str, Any]]:
    """Those under which the verdict is another one now; one that would only ask for more is told by `still_open`."""
    adopted = core.verdict_of(looked)
    return [
        {"reading": other.reading, "says": other.says, "verdict": verdict}
        for other in others
        for verdict in [core.verdict_of(looked.under(other.rule))]
        if verdict not in {adopted, OPEN}
    ]


def still_open(core: Core, looked: Look, others: Iterable[Rereading]) -> list[dict[str, Any]]:
    """Where the adopted reading asks for no more: those under which some answer not given would decide otherwise.

    `reading`, `says`, one `fact` to ask about and, where a single answer settles it, that `value` and its `verdict`. The answer that
    turns the verdict round comes first: from what speaks for the person to what speaks against him, or back.
    """
    adopted = core.verdict_of(looked)
    if adopted == OPEN:
        return []
    disputed = looked.rule.mask(looked.answers.disputed)  # these were given, and are named as what they are
    return [
        {"reading": other.reading, "says": other.says, **_first_to_ask(core, other.rule, looked, missing, adopted)}
        for other in others
        for missing in [core.judged(looked.under(other.rule)).missing & ~disputed]
        if missing
    ]


def _first_to_ask(core: Core, rule: Rule, looked: Look, missing: int, adopted: str) -> dict[str, Any]:
    facts = named(core.facts, missing)
    against = looked.rule.outcomes.class_of(adopted) in AGAINST
    settling = _settling(core, rule, looked, facts, adopted)
    first = min(
        settling, key=lambda found: (rule.outcomes.class_of(found["verdict"]) in AGAINST) == against, default=None
    )
    return first or {"fact": facts[0]}


def _settling(core: Core, rule: Rule, looked: Look, facts: list[str], adopted: str) -> Iterator[dict[str, Any]]:
    """Every single answer that settles the rule otherwise than it is adopted, and goes together with what was said."""
    for fact in facts:
        for position in range(core.facts[fact].size):
            answers = core.otherwise(looked.answers, {fact: position})
            if answers.contradictions == looked.answers.contradictions:
                verdict = core.verdict_of(Look(rule, answers))
                if verdict not in {adopted, OPEN}:
                    yield {"fact": fact, "value": core.facts[fact].value(position), "verdict": verdict}
