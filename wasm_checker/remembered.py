"""The same answers to what a rule asks come to the same: of many cases each rule judges only what it has not judged before."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping

from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED, Core

_MOST = 1 << 13  # assessments, some two kilobytes each


class Remembered:
    """Judges case after case; what it remembers, assessments as JSON, is bounded."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._asked = {ident: _touching(core, frozenset(rule.diagrams.order)) for ident, rule in core.rules.items()}
        self._found: OrderedDict[tuple[object, ...], str] = OrderedDict()

    def told(self, case: str, raw: Mapping[str, object]) -> str:
        """The case's id and what `Core.assess_all` says of it, as JSON. Raises InputError."""
        said = self._core.assess_all(raw, lambda ident, answers: self._verdict(ident, raw, answers))
        verdicts = ", ".join(f"{json.dumps(ident)}: {text}" for ident, text in said.pop("verdicts").items())
        before = json.dumps({"id": case}, ensure_ascii=False)[:-1]
        return f'{before}, "verdicts": {{{verdicts}}}, {json.dumps(said, ensure_ascii=False)[1:]}'

    def _verdict(self, ident: str, raw: Mapping[str, object], answers: Answers) -> str:
        # Whether anything is answered at all: where nothing is, nothing is said of other readings.
        key = (ident, bool(answers.known or answers.left_to_organ), *map(raw.get, self._asked[ident]))
        found = self._found.get(key)
        if found is None:
            found = json.dumps(self._core.verdict(ident, answers), ensure_ascii=False)
            self._found[key] = found
            if len(self._found) > _MOST:
                self._found.popitem(last=False)
        else:
            self._found.move_to_end(key)
        return found


def _touching(core: Core, facts: frozenset[str]) -> tuple[str, ...]:
    """These facts and all that an implication, or the counting of days, ties to one of them."""
    ties = [{item.cause[0], item.consequence[0], *filter(None, [item.unless])} for item in core.implications]
    ties.append({SINCE_START, STARTED, APPLIED})
    found = set(facts)
    while new := {fact for tie in ties if not found.isdisjoint(tie) for fact in tie} - found:
        found |= new
    return tuple(fact for fact in core.facts if fact in found)
