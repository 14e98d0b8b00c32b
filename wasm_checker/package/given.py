"""Cases that are given from outside: how their JSON is read, and their shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from wasm_checker.core.answers.facts import InputError

SHAPE = '应为 {"cases": [{"id": …, "facts": {…}}]}'


def case_of(case: Any, where: str) -> tuple[str, Mapping[str, object]]:
    """`{"id", "facts"}` → both. Raises InputError, naming the place, `where`."""
    if not isinstance(case, dict):
        raise InputError(f"{where}：应为带 id 和 facts 的映射")
    unknown = [key for key in case if key not in {"id", "facts"}]
    if unknown:
        raise InputError(f"{where}：不认识的字段 {unknown[0]}，只有 id 和 facts")
    ident, facts = case.get("id"), case.get("facts")
    if isinstance(ident, bool) or not isinstance(ident, str | int) or ident == "":
        raise InputError(f"{where}.id：应为文字")
    if not isinstance(facts, dict):
        raise InputError(f"{where}.facts：应为“事实: 值”的映射")
    return str(ident), {key: value.isoformat() if isinstance(value, date) else value for key, value in facts.items()}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"键“{twice}”重复")
    return data


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} 不是 JSON 的值")


DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
