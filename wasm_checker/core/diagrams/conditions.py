"""Condition trees over facts, as read from the rule pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wasm_checker.core.answers.facts import Fact


@dataclass(frozen=True)
class Is:
    """The fact's value lies at one of these positions of its domain."""

    fact: str
    positions: frozenset[int]


@dataclass(frozen=True)
class Group:
    """All or any of the parts."""

    all: bool
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    part: Condition


@dataclass(frozen=True)
class Clause:
    """A condition with the words it rests on. `quote` is empty where the whole provision is meant.

    `against`: the clauses it is weighed against by the organ, named beside it while the weighing is open.
    """

    provision: str
    when: Condition
    quote: str = ""
    readings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    against: tuple[Clause, ...] = ()

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts it names."""
        return frozenset(leaf.fact for leaf in leaves(self.when))

    @cached_property
    def nests(self) -> bool:
        """Whether there are clauses within it."""
        return has_clauses(self.when)


Condition = Is | Group | Not | Clause


def parse(data: Any, facts: Mapping[str, Fact]) -> Condition:
    """A condition from its JSON form (a fact's id; all, any, not; fact with in or at_most; or a clause)."""
    if isinstance(data, str):
        return Is(data, frozenset({1}))
    if "provision" in data:
        return clause(data, facts)
    if "not" in data:
        return Not(parse(data["not"], facts))
    if "fact" in data:
        return _test(data, facts[data["fact"]])
    return Group("all" in data, tuple(parse(part, facts) for part in data.get("all") or data["any"]))


def clause(data: Any, facts: Mapping[str, Fact]) -> Clause:
    return Clause(
        data["provision"],
        parse(data["when"], facts),
        data.get("quote", ""),
        tuple(data.get("readings", ())),
        tuple(data.get("also", ())),
    )


def _test(data: Any, fact: Fact) -> Is:
    if "at_most" in data:
        return Is(fact.id, frozenset(range(fact.position(data["at_most"]) + 1)))
    return Is(fact.id, frozenset(fact.position(value) for value in data["in"]))


def leaves(condition: Condition) -> Iterator[Is]:
    if isinstance(condition, Is):
        yield condition
    elif isinstance(condition, Group):
        for part in condition.parts:
            yield from leaves(part)
    else:
        yield from leaves(condition.part if isinstance(condition, Not) else condition.when)


def clauses(condition: Condition) -> Iterator[Clause]:
    """The innermost clauses: those whose own condition names no further clause."""
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from clauses(part)
    elif isinstance(condition, Not):
        yield from clauses(condition.part)
    elif isinstance(condition, Clause):
        yield from list(clauses(condition.when)) or [condition]


def has_clauses(condition: Condition) -> bool:
    """Whether a clause is or lies within the condition."""
    if isinstance(condition, Group):
        return any(map(has_clauses, condition.parts))
    return not isinstance(condition, Is) and (isinstance(condition, Clause) or has_clauses(condition.part))


def bounds(data: Any) -> Iterator[tuple[str, int]]:
    """Every (fact, bound) that an at_most anywhere in the JSON form tells apart."""
    if isinstance(data, dict):
        if "at_most" in data:
            yield data["fact"], data["at_most"]
        for child in data.values():
            yield from bounds(child)
    elif isinstance(data, list):
        for child in data:
            yield from bounds(child)
