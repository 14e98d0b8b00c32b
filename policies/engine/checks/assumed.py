"""What a rule assumes of the person is something that he is asked, so that he can say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policies.engine.schema.instrument import Fact
from policies.engine.yamlfile import Loc


def found(written: Mapping[str, Any], facts: Mapping[str, Fact]) -> Iterator[tuple[Loc, str]]:
    """`written`: the rule as its file has it."""
    for ident in _facts(written.get("assumes", {}).get("unless", [])):
        if ident in facts and facts[ident].question is None:
            yield ("assumes", "unless"), f"“{ident}”不问本人，没有人能答：假定的事须是问本人的"


def _facts(condition: Any) -> Iterator[str]:
    """The facts that a condition names."""
    if isinstance(condition, str):
        yield condition
    elif isinstance(condition, list):
        for part in condition:
            yield from _facts(part)
    elif "fact" in condition:
        yield condition["fact"]
    else:
        for key in ("all", "any", "not", "when"):
            yield from _facts(condition.get(key, []))
