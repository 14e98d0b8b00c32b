"""What a case comes to under one rule, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wasm_checker.core.answers.facts import Elapsed

RARE = ("assumes", "contradictions", "aggravating_open", "calendar_unannounced")


@dataclass(frozen=True)
class Assessment:
    """What a case comes to under one rule.

    `provisions`: those that decided the verdict or, while it is open, those that keep it open.
    `missing`: unanswered facts the person can know that still matter; `organ`: those only the organ can find.
    `to_confirm`: facts known by the organ that the person answered and the verdict rests on.
    `on_own_word`: those of them that nobody but the organ can find, where the verdict holds.
    `path`, `counts`: as `core.path` makes them.
    `at_will`: unanswered facts that the person may state, and that count only if he does.
    `assumes`: what the verdict takes for granted of the person, and whether he said otherwise (`state` false) or nothing yet (open).
    `contradictions`: pairs of answers that do not agree and on which the verdict would rest; they are missing too.
    `aggravating_open`: unanswered facts that could still aggravate a verdict that holds.
    `calendar_unannounced`: the reason why the organ must count the days, where they hang on a calendar not yet announced.
    The last four are left out of the JSON if there are none.
    """

    rule: str
    verdict: str
    provisions: tuple[str, ...]
    grounds_met: tuple[str, ...]
    grounds_open: tuple[str, ...]
    missing: tuple[str, ...]
    organ: tuple[str, ...]
    to_confirm: tuple[str, ...]
    readings: tuple[str, ...]
    also: tuple[str, ...]
    path: Mapping[str, Any]
    counts: Mapping[str, int]
    reminders: tuple[Mapping[str, Any], ...] = ()
    caveat: str = ""
    on_own_word: tuple[str, ...] = ()
    at_will: tuple[str, ...] = ()
    assumes: Mapping[str, Any] | None = None
    contradictions: tuple[tuple[str, str], ...] = ()
    aggravating_open: tuple[str, ...] = ()
    calendar_unannounced: Elapsed | None = None

    def as_json(self) -> dict[str, Any]:
        left_out = {"rule"} | {key for key in RARE if not getattr(self, key)}
        shown = {key: value for key, value in vars(self).items() if key not in left_out}
        if self.calendar_unannounced:
            shown["calendar_unannounced"] = self.calendar_unannounced._asdict()
        return {key: listed(value) for key, value in shown.items()}


def listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: listed(each) for key, each in value.items()}
    return [listed(each) for each in value] if isinstance(value, tuple) else value
