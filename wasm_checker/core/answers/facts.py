"""Facts as variables with a finite domain, and a case's raw values as positions in those domains."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from typing import Any, NamedTuple

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


class Elapsed(NamedTuple):
    """Working days between two dates: at least and at most, and the years whose days off must be announced before it is known."""

    fewest: int
    most: int
    years: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        return str(self.most) if self.fewest == self.most else f"{self.fewest} 至 {self.most}"


@dataclass(frozen=True)
class Answers:
    """A case, read: the position of every answered fact, those left to the organ, and contradictions found on the way.

    Both answers of a contradiction are disputed: neither is known, and no verdict may rest on one of them.
    `either`: for each contradiction the case as it is if the one answer is right, and if the other is.
    `stated`: the same before anything followed from it; None where nothing was followed.
    `elapsed`: the working days between the two dates where their number matters and cannot be known yet; it is left to the organ.
    `within`: for such a fact the first and the last position that it can have.
    """

    known: Mapping[str, int]
    left_to_organ: frozenset[str] = frozenset()
    dates: Mapping[str, date] = field(default_factory=dict)
    contradictions: tuple[tuple[str, str], ...] = ()
    stated: Answers | None = None
    either: tuple[tuple[Answers, Answers], ...] = ()
    elapsed: Elapsed | None = None
    within: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def disputed(self) -> frozenset[str]:
        return frozenset(fact for pair in self.contradictions for fact in pair)

    def otherwise(self, flips: Mapping[str, int]) -> Answers:
        """What was stated, with some facts answered otherwise; nothing has followed yet."""
        base = self.stated or self
        return Answers({**base.known, **flips}, base.left_to_organ - flips.keys(), base.dates)


@dataclass(frozen=True)
class Implication:
    """A case in which one fact lies at `cause` has the other at `consequence`; forced, even where that was left to the organ.

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
    """The answers with what follows from them, one implication after another, and the pairs of answers that do not agree.

    Where some do not, what follows is found anew with neither of the two.
    """
    whole = _Following(answers)
    contradictions = whole.through(implications)
    if not contradictions:
        return whole.answers(answers)
    disputed = frozenset(fact for pair in contradictions for fact in pair)
    neither = _without(answers, disputed, implications)
    either = tuple(
        (_without(answers, disputed - {one}, implications), _without(answers, disputed - {two}, implications))
        for one, two in contradictions
    )
    return replace(neither, contradictions=contradictions, stated=answers, either=either)


def _without(answers: Answers, disputed: frozenset[str], implications: Iterable[Implication]) -> Answers:
    """The case without some of its answers, and what follows from the rest."""
    left = _Following(answers, disputed)
    left.through(implications)
    return left.answers(None)


class _Following:
    """Answers while what follows is filled in; `origin`: for what was filled in the answer that it came from."""

    def __init__(self, answers: Answers, without: frozenset[str] = frozenset()) -> None:
        self.known = {fact: at for fact, at in answers.known.items() if fact not in without}
        self.organ = set(answers.left_to_organ - without)
        self.dates = {fact: day for fact, day in answers.dates.items() if fact not in without}
        self.origin: dict[str, str] = {}

    def answers(self, stated: Answers | None) -> Answers:
        return Answers(self.known, frozenset(self.organ), self.dates, (), stated)

    def through(self, implications: Iterable[Implication]) -> tuple[tuple[str, str], ...]:
        """The pairs that do not agree, each once, as they were answered."""
        pairs: dict[frozenset[str], tuple[str, str]] = {}
        for item in implications:
            against = self._follow(item)
            if against is not None:
                one, two = (self.origin.get(fact, fact) for fact in (item.cause[0], against))
                pairs.setdefault(frozenset((one, two)), (one, two))
        return tuple(pair for pair in pairs.values() if pair[0] != pair[1])

    def _follow(self, item: Implication) -> str | None:
        """Sets what follows, unless it has been answered; returns what the cause does not agree with, if anything."""
        (cause, given), (consequence, then) = item.cause, item.consequence
        if self.known.get(cause) != given:
            return None
        if item.unless in self.known or item.unless in self.dates:
            return item.unless
        if then is None:
            if not self.known.get(consequence):
                self.known.pop(consequence, None)
                self.organ.add(consequence)
            return None
        if self.known.get(consequence, then) != then:
            return consequence
        if item.forced or (consequence not in self.known and consequence not in self.organ):
            if consequence not in self.known:
                self.origin[consequence] = self.origin.get(cause, cause)
            self.known[consequence] = then
            self.organ.discard(consequence)
        return None


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
