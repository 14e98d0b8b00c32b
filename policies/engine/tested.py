"""The facts that a condition tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policies.engine.as_json import plain
from policies.engine.schema.rule import Clause


def tested(clause: Clause) -> list[str]:
    """Those of a clause."""
    return tested_by(plain(clause)["when"])


def tested_by(condition: Any) -> list[str]:
    """Those of a condition as plain data, in its order, each once."""
    return list(dict.fromkeys(_facts(condition)))


def _facts(condition: Any) -> Iterator[str]:
    if isinstance(condition, str):
        yield condition
    elif isinstance(condition, list):
        for child in condition:
            yield from _facts(child)
    elif "fact" in condition:
        yield condition["fact"]
    else:
        for key in ("all", "any", "not", "when"):
            yield from _facts(condition.get(key, []))
