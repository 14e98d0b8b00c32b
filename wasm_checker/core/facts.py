"""Facts as variables with a finite domain, and a case's raw values as positions in those domains."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from typing import Any

ORGAN = "organ"
Value = bool | int | str | None
_BITS = bytes.maketrans(b"0", b"\0")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EXPECTED = {"bool": " true 或 false", "int": " 0 或更大的整数", "date": "日期（年-月-日）"}


class InputError(Exception):
    """A case that cannot be judged as given; the message is one line in Chinese."""


@dataclass(frozen=True)
class Fact:
    """`values` is the domain in order: (False, True); an enum's members; for a number the upper ends of its intervals.

    A number's last interval is open; its intervals are the ones that some condition tells apart.
    """

    id: str
    kind: str
    known_by: str
    values: tuple[bool | int | str, ...] = (False, True)
    text: str = ""
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    in_hand: bool = False
    asked: bool = True
    unwritten: bool = False

    @property
    def size(self) -> int:
        return len(self.values) + (self.kind == "int")

    def position(self, value: object) -> int:
        """Where `value` lies in the domain. Raises InputError for a value of another type."""
        if self.kind == "bool" and isinstance(value, bool):
            return int(value)
        if self.kind == "enum" and isinstance(value, str) and value in self.values:
            return self.values.index(value)
        if self.kind == "int" and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return bisect_left([int(bound) for bound in self.values], value)
        raise InputError(f"事实 {self.id} 的值应为{self.expected}，这里是 {shown(value)}")

    def value(self, position: int) -> bool | int | str:
        """The value at `position`; for a number the upper end of its interval, or one past the last bound."""
        if self.kind == "int" and position == len(self.values):
            return int(self.values[-1]) + 1 if self.values else 0
        return self.values[position]

    def label(self, position: int) -> str:
        """The value in words: 是, the member's name, or 不超过 7."""
        if self.kind == "bool":
            return "是" if position else "否"
        if self.kind == "int":
            last = len(self.values) - 1
            return f"不超过 {self.values[position]}" if position <= last else f"超过 {self.values[last]}"
        return self.labels.get(str(self.values[position]), str(self.values[position]))

    def labels_of(self, positions: Iterable[int]) -> list[str]:
        """Several values in words. Of a number's intervals that follow each other from an end, one bound: 不超过 7, 超过 7."""
        ordered = sorted(positions)
        if self.kind == "int" and ordered == list(range(ordered[-1] + 1)) and ordered[-1] < len(self.values):
            return [self.label(ordered[-1])]
        if self.kind == "int" and ordered == list(range(ordered[0], self.size)) and ordered[0]:
            return [f"超过 {self.values[ordered[0] - 1]}"]
        return [self.label(position) for position in ordered]

    def said(self, position: int) -> str:
        """The answer in words: “谋取私利”：否."""
        return f"“{self.text}”：{self.label(position)}"

    @property
    def expected(self) -> str:
        if self.kind == "enum":
            return "、".join(map(str, self.values)) + " 之一"
        return EXPECTED[self.kind]


@dataclass(frozen=True)
class Answers:
    """A case, read: the position of every answered fact, those left to the organ, and contradictions found on the way.

    Both answers of a contradiction are disputed: neither is known, and no verdict may rest on one of them.
    `either`: for each contradiction the case as it is if the one answer is right, and if the other is.
    `stated`: the same before anything followed from it; None where nothing was followed.
    """

    known: Mapping[str, int]
    left_to_organ: frozenset[str] = frozenset()
    dates: Mapping[str, date] = field(default_factory=dict)
    contradictions: tuple[tuple[str, str], ...] = ()
    stated: Answers | None = None
    either: tuple[tuple[Answers, Answers], ...] = ()

    @property
    def disputed(self) -> frozenset[str]:
        return frozenset(fact for pair in self.contradictions for fact in pair)

    def otherwise(self, flips: Mapping[str, int]) -> Answers:
        """What was stated, with some facts answered otherwise; nothing has followed yet."""
        base = self.stated or self
        return Answers({**base.known, **flips}, base.left_to_organ - flips.keys(), base.dates)


@dataclass(frozen=True)
class Implication:
    """A case in which one fact lies at `cause` has the other at `consequence`; forced, a contrary answer gives way.

    At None the other is the organ's to find, unless it was answered yes.
    A case that answers `unless` contradicts the cause: nothing follows then. `turns`: it can be turned round, being forced and
    between two facts that are yes or no. It is not where that would start from a yes to what only the organ can find: a good word
    for oneself (尽责, 影响较小) answers no question about misconduct or harm.
    """

    cause: tuple[str, int]
    consequence: tuple[str, int | None]
    forced: bool
    unless: str | None = None
    turns: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any], facts: Mapping[str, Fact]) -> Implication:
        ((cause, given),) = data["when"].items()
        ((consequence, then),) = data["sets"].items()
        return cls(
            (cause, facts[cause].position(given)),
            (consequence, None if then == ORGAN else facts[consequence].position(then)),
            data["forced"],
            data.get("unless"),
            _turns(data, facts[cause], facts[consequence], then),
        )


def read_answers(
    facts: Mapping[str, Fact], raw: Mapping[str, object], implications: Sequence[Implication] = ()
) -> Answers:
    """Checks and reads the raw values of a case: true / false, an enum member, a number, a date, null, or "organ".

    Raises InputError on an unknown fact or a value of the wrong type.
    """
    known: dict[str, int] = {}
    organ: set[str] = set()
    dates: dict[str, date] = {}
    for ident, value in raw.items():
        fact = facts.get(ident)
        if fact is None:
            raise InputError(f"没有“{ident}”这个事实")
        if value is None:
            continue
        if value == ORGAN:
            organ.add(ident)
        elif fact.kind == "date":
            dates[ident] = _date(fact, value)
        else:
            known[ident] = fact.position(value)
    return followed(Answers(known, frozenset(organ), dates), implications)


def _turns(data: Mapping[str, Any], cause: Fact, consequence: Fact, then: object) -> bool:
    of_the_organ = consequence.known_by == "organ" and then is False
    return data["forced"] and cause.kind == consequence.kind == "bool" and "unless" not in data and not of_the_organ


def with_contrapositives(written: Sequence[Implication]) -> tuple[Implication, ...]:
    """What is forced holds the other way round as well: who denies the consequence has denied the cause. It only fills a blank.

    They come last and in reverse, so that one may start from what another sets.
    """
    turned = [
        Implication((consequence, 1 - then), (cause, 1 - given), forced=False)
        for (cause, given), (consequence, then) in (
            (item.cause, item.consequence) for item in reversed(written) if item.turns
        )
        if then is not None
    ]
    return (*written, *turned)


def followed(answers: Answers, implications: Sequence[Implication]) -> Answers:
    """The answers with what follows from them, one implication after another, and the pairs that do not agree.

    Where some do not, what follows is found anew with neither of the two.
    """
    known, organ = dict(answers.known), set(answers.left_to_organ)
    contradictions = tuple(pair for item in implications if (pair := _follow(item, known, organ, answers.dates)))
    if not contradictions:
        return Answers(known, frozenset(organ), answers.dates, (), answers)
    disputed = frozenset(fact for pair in contradictions for fact in pair)
    neither = _without(answers, disputed, implications)
    either = tuple(
        (_without(answers, disputed - {one}, implications), _without(answers, disputed - {two}, implications))
        for one, two in contradictions
    )
    return replace(neither, contradictions=contradictions, stated=answers, either=either)


def _without(answers: Answers, disputed: frozenset[str], implications: Iterable[Implication]) -> Answers:
    """The case without some of its answers, and without what would follow of these facts."""
    known = {fact: at for fact, at in answers.known.items() if fact not in disputed}
    organ = set(answers.left_to_organ - disputed)
    dates = {fact: day for fact, day in answers.dates.items() if fact not in disputed}
    for item in implications:
        if item.consequence[0] not in disputed:
            _follow(item, known, organ, dates)
    return Answers(known, frozenset(organ), dates)


def _follow(
    item: Implication, known: dict[str, int], organ: set[str], dates: Mapping[str, date]
) -> tuple[str, str] | None:
    """Sets what follows, unless the case has answered it and need not give way; returns the two if they do not agree."""
    (cause, given), (consequence, then) = item.cause, item.consequence
    if known.get(cause) != given:
        return None
    if item.unless in known or item.unless in dates:
        return (cause, str(item.unless))
    if then is None:
        if not known.get(consequence):
            known.pop(consequence, None)
            organ.add(consequence)
        return None
    contrary = known.get(consequence, then) != then
    if item.forced or (consequence not in known and consequence not in organ):
        known[consequence] = then
        organ.discard(consequence)
    return (cause, consequence) if contrary else None


def named(facts: Iterable[str], mask: int) -> list[str]:
    """The facts of a mask: a bit each, that of the fact's number, which is its place among `facts`."""
    return [] if not mask else [*compress(facts, bin(mask)[:1:-1].encode().translate(_BITS))]


def shown(value: object) -> str:
    """A value as JSON writes it, which is how it was given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def _date(fact: Fact, value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        # fromisoformat also takes 20170301 and 2017-W09-3, which nobody means here
        return date.fromisoformat(value if isinstance(value, str) and _DATE.fullmatch(value) else "")
    except ValueError:
        raise InputError(f"事实 {fact.id} 的值应为{fact.expected}，这里是 {shown(value)}") from None
