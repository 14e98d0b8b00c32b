"""Working days of the State Council's calendar, counted as Chinese time limits are: the start day is day 0.

The days off of a year are announced at the end of the year before. Of a year that was not announced when the data were made, a
day is `undecided` if some arrangement announced before makes it a working day and some makes it a day off. A count then has bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Any

from wasm_checker.core.answers.facts import Elapsed, InputError

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Weekdays are worked and weekend days are not, but for the days of `other`. Nothing is known outside first..last.

    `undecided`: the days of which nobody knows yet. `unannounced`: the years whose days off are not announced.
    """

    first: date
    last: date
    other: frozenset[date]
    undecided: frozenset[date] = frozenset()
    unannounced: tuple[int, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Calendar:
        """`other` and `undecided` are written as days after the one before, from `first` on."""
        first = date.fromisoformat(data["first"])
        return cls(
            first,
            date.fromisoformat(data["last"]),
            frozenset(_days(first, data["other"])),
            frozenset(_days(first, data["undecided"])),
            tuple(data["unannounced"]),
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "other": _steps(self.first, self.other),
            "undecided": _steps(self.first, self.undecided),
            "unannounced": list(self.unannounced),
        }

    def is_workday(self, day: date, *, undecided: bool) -> bool:
        """`undecided`: what an undecided day counts as. Raises InputError for a day outside the calendar: it is not guessed."""
        if not self.first <= day <= self.last:
            raise InputError(f"{day} 超出本站的放假安排（{self.first} 至 {self.last}），算不出来")
        return undecided if day in self.undecided else (day.weekday() < 5) != (day in self.other)

    def workdays(self, start: date, end: date, *, undecided: bool) -> int:
        """The working days after `start` up to `end`."""
        days = (start + offset * _DAY for offset in range(1, (end - start).days + 1))
        return sum(self.is_workday(day, undecided=undecided) for day in days)

    def awaited(self, start: date, end: date) -> tuple[int, ...]:
        """The years whose announcement decides which days after `start` up to `end` are worked. New Year reaches into December."""
        days = [day for day in self.undecided if start < day <= end]
        return tuple(sorted({day.year if day.year in self.unannounced else day.year + 1 for day in days}))


def elapsed_workdays(calendar: Calendar, start: date, end: date) -> Elapsed:
    """The working day, counted from the day after `start` (读法C35), on or by which `end` falls.

    An `end` that is not a working day belongs to the next one: a deadline that ended the day before is missed. Hence it is one more
    than the working days between the two.
    """
    if end < start:
        raise InputError(f"申请的日子（{end}）比启动的日子（{start}）还早，请改一个")
    for day in (start, end):
        calendar.is_workday(day, undecided=True)
    if end == start:
        return Elapsed(0, 0)
    before = end - _DAY
    fewest, most = (1 + calendar.workdays(start, before, undecided=counts) for counts in (False, True))
    return Elapsed(fewest, most, calendar.awaited(start, before))


def _days(first: date, steps: Iterable[int]) -> Iterable[date]:
    return (first + offset * _DAY for offset in accumulate(steps))


def _steps(first: date, days: Iterable[date]) -> list[int]:
    return [(later - day).days for day, later in pairwise([first, *sorted(days)])]
