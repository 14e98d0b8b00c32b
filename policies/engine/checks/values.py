"""Whether a fact can have the value that a file gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from policies.engine import meant
from policies.engine.schema.instrument import Fact


def unfit(facts: Mapping[str, Fact], ident: str, value: object) -> Iterator[str]:
    """What is wrong with the value, if anything; null and "organ" fit every fact."""
    fact = facts.get(ident)
    if fact is None:
        yield meant.unknown(ident, "这个事实", facts)
    elif value is None or value == "organ":
        return
    elif fact.type == "bool" and not isinstance(value, bool):
        yield f"“{ident}”应为 true 或 false"
    elif fact.type == "enum" and value not in fact.values:
        yield f"“{ident}”{meant.unknown(str(value), '这个取值', fact.values)}"
    elif fact.type == "int" and (isinstance(value, bool) or not isinstance(value, int)):
        yield f"“{ident}”应为整数"
    elif fact.type == "date" and not _is_date(value):
        yield f"“{ident}”应为日期（年-月-日）"


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, date) or (isinstance(value, str) and bool(date.fromisoformat(value)))
    except ValueError:
        return False
