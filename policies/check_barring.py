"""A reminder that warns against counting on a favourable verdict is marked so, and what it names exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.rule_schema import Rule
from policies.schema import Fact
from policies.yamlfile import Loc

# The words in which every such warning ends, and by which one that is not marked is found.
WARNS = "不要按“可能符合”打算"


def found(rule: Rule, facts: Mapping[str, Fact]) -> Iterator[tuple[Loc, str]]:
    grounds = {clause.provision for clause in rule.grounds.clauses}
    for index, reminder in enumerate(rule.reminders):
        if (WARNS in reminder.text) != reminder.bars_favourable:
            yield ("reminders", index, "text"), f"写了“{WARNS}”的须写 bars_favourable: true，没有写的不得写"
        fact = facts.get(reminder.decided_by or "")
        if fact and (fact.known_by != "organ" or fact.question):
            yield ("reminders", index, "decided_by"), f"“{fact.id}”应是只有组织能认定、不问本人的事实"
        for at, ground in enumerate(reminder.presupposed_by):
            if ground not in grounds:
                yield ("reminders", index, "presupposed_by", at), f"“{ground}”不是本规则的一项情形"
    for index, ident in enumerate(rule.stated):
        if ident not in facts:
            yield ("stated", index), f"没有“{ident}”这个事实"
