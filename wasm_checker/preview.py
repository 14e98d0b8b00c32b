"""What answering one more question would do: the verdicts that each possible answer would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wasm_checker.core.assess import Core


def preview(core: Core, raw: Mapping[str, object], fact: str) -> dict[str, Any]:
    """`asked_by`: where the rules ask for the fact. `answers`: for each value the verdicts it would change, rule → verdict."""
    now = _verdicts(core, raw)
    values = [core.facts[fact].value(position) for position in range(core.facts[fact].size)]
    return {
        "fact": fact,
        "asked_by": {ident: list(places) for ident, rule in core.rules.items() if (places := rule.asked_in(fact))},
        "answers": [
            {"value": value, "changes": {rule: to for rule, to in after.items() if to != now[rule]}}
            for value in values
            if (after := _verdicts(core, {**raw, fact: value}))
        ],
    }


def _verdicts(core: Core, raw: Mapping[str, object]) -> dict[str, str]:
    return core.verdicts(core.read(raw))
