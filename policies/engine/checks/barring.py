"""A reminder that warns against counting on a favourable verdict is marked so, and what it names exists."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from policies.engine import meant
from policies.engine.schema.instrument import Fact
from policies.engine.schema.rule import Rule
from policies.engine.yamlfile import Loc

# The words in which every such warning ends, and by which one that is not marked is found.
WARNS = "不要按“可能符合”打算"


def found(
    rule: Rule, written: Mapping[str, Any], facts: Mapping[str, Fact], provisions: Container[str]
) -> Iterator[tuple[Loc, str]]:
    """`written`: the rule as its file has it."""
    grounds = {clause.provision for clause in rule.grounds.clauses}
    for index, reminder in enumerate(rule.reminders):
        if (WARNS in reminder.text) != reminder.bars_favourable:
            yield ("reminders", index, "text"), f"写了“{WARNS}”的须写 bars_favourable: true，没有写的不得写"
        fact = facts.get(reminder.decided_by or "")
        if fact and fact.type == "bool" and (fact.known_by != "organ" or fact.question):
            yield ("reminders", index, "decided_by"), f"“{fact.id}”应是只有组织能认定、不问本人的事实"
        for at, ground in enumerate(reminder.presupposed_by):
            if ground not in grounds and ground in provisions:
                yield ("reminders", index, "presupposed_by", at), f"“{ground}”不是本规则的一项情形"
    yield from _stated(rule, written, facts)
    yield from _gates(rule, grounds, provisions)


def _gates(rule: Rule, grounds: set[str], provisions: Container[str]) -> Iterator[tuple[Loc, str]]:
    for index, gate in enumerate(rule.gates):
        for at, ground in enumerate(gate.unless_met):
            if not gate.barring and ground not in grounds and ground in provisions:
                yield ("gates", index, "unless_met", at), f"“{ground}”不是本规则的一项情形"


def _stated(rule: Rule, written: Mapping[str, Any], facts: Mapping[str, Fact]) -> Iterator[tuple[Loc, str]]:
    tested = set(_words({key: value for key, value in written.items() if key != "stated"}))
    for index, ident in enumerate(rule.stated):
        if ident not in facts:
            yield ("stated", index), meant.unknown(ident, "这个事实", facts)
        elif facts[ident].type not in {"bool", "enum"}:
            yield ("stated", index), f"“{ident}”不是有无之问，也不是选项，没有“没有说”的取值"
        elif ident not in tested:
            yield ("stated", index), f"本规则没有用到“{ident}”"


def _words(data: Any) -> Iterator[str]:
    """Every text anywhere in a rule."""
    if isinstance(data, str):
        yield data
    for child in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _words(child)
