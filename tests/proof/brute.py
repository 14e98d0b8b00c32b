"""Brute force: a small rule judged in every complete case, and every question about partial answers put to that list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from math import prod
from typing import Any

from tests.proof.material import Data
from tests.proof.plain import PARTS, facts_of, holds, judged, silent, values_of

MANY = 256
CLASSES = ("out_of_scope", "too_late", "unfavourable", "open", "favourable", "aggravated")


def size(rule: Data) -> int:
    """How many complete cases there are."""
    return prod(len(values_of(fact)) for fact in facts_of(rule))


class Table:
    """The complete cases in a row; a set of cases is a number with a bit for each."""

    def __init__(self, rule: Data) -> None:
        self.rule = rule
        self.facts = facts_of(rule)
        self.domain = {fact: values_of(fact) for fact in self.facts}
        cases = [dict(zip(self.facts, case, strict=True)) for case in product(*self.domain.values())]
        self.all = (1 << len(cases)) - 1
        outcomes = [judged(rule, case) for case in cases]
        self.true = {part: _bits(outcome[index] for outcome in outcomes) for index, part in enumerate(PARTS)}
        self.having = {
            (fact, value): _bits(case[fact] == value for case in cases)
            for fact in self.facts
            for value in self.domain[fact]
        }
        self.aggravating = [_bits(holds(each, case) for case in cases) for each in rule.get("aggravating", ())]
        self._strides = {
            fact: prod(len(self.domain[f]) for f in self.facts[i + 1 :]) for i, fact in enumerate(self.facts)
        }

    def left(self, values: Mapping[str, Any]) -> int:
        """The completions of partial answers."""
        cases = self.all
        for fact, value in values.items():
            cases &= self.having[fact, value]
        return cases

    def state(self, part: str, values: Mapping[str, Any]) -> bool | None:
        return _certain(self.true[part], self.left(values))

    def aggravated(self, values: Mapping[str, Any]) -> bool:
        return any(_certain(each, self.left(values)) for each in self.aggravating)

    def matter(self, part: str, values: Mapping[str, Any]) -> set[str]:
        """The unanswered facts for which two completions that differ in it alone come apart."""
        left = self.left(values)
        return {fact for fact in self.facts if fact not in values and self._matters(part, fact, left)}

    def _matters(self, part: str, fact: str, left: int) -> bool:
        first, *others = self.domain[fact]
        true = self.true[part] & left
        base = true & self.having[fact, first]
        steps = ((self.having[fact, value], index * self._strides[fact]) for index, value in enumerate(others, 1))
        return any((true & having) >> step != base for having, step in steps)

    def hanging(self, values: Mapping[str, Any], organ: AbstractSet[str]) -> set[str] | None:
        """The person's facts on which it hangs how the verdict comes out for him, whatever is found of `organ`; None if those are many."""
        his = [fact for fact in self.facts if fact not in values and fact not in organ]
        if prod(len(self.domain[fact]) for fact in his) > MANY:
            return None
        found = {
            each: self._end({**values, **dict(zip(his, each, strict=True))})
            for each in product(*map(self.domain.__getitem__, his))
        }
        return {
            fact
            for index, fact in enumerate(his)
            for each, end in found.items()
            if any(found[(*each[:index], value, *each[index + 1 :])] != end for value in self.domain[fact])
        }

    def _end(self, values: Mapping[str, Any]) -> int | None:
        states = [self.state(part, values) for part in PARTS]
        if False in states:
            return states.index(False)
        return None if None in states else len(states)

    def class_of(self, values: Mapping[str, Any]) -> str:
        states = [self.state(part, values) for part in PARTS]
        if False in states:
            return CLASSES[states.index(False)]
        if None in states:
            return "open"
        return "aggravated" if self.aggravated(values) else "favourable"

    def nearest(self, values: Mapping[str, Any]) -> dict[str, int]:
        """For every other class that can be reached the fewest answers to give otherwise."""
        found: dict[str, int] = {}
        unsaid = silent(self.rule, values)
        for number in range(len(values) + 1):
            for changed in self._changed(values, number):
                found.setdefault(self.class_of({**unsaid, **changed}), number)
        return {name: number for name, number in found.items() if name != self.class_of({**unsaid, **values})}

    def _changed(self, values: Mapping[str, Any], number: int) -> Iterator[dict[str, Any]]:
        for facts in combinations(values, number):
            for others in product(*([value for value in self.domain[f] if value != values[f]] for f in facts)):
                yield {**values, **dict(zip(facts, others, strict=True))}


def _bits(truths: Iterator[bool] | Any) -> int:
    return int("".join("01"[truth] for truth in reversed(list(truths))), 2)


def _certain(true: int, left: int) -> bool | None:
    if true & left == 0:
        return False
    return True if true & left == left else None
