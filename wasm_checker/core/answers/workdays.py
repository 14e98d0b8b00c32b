"""Working days of the State Council's calendar, counted as Chinese time limits are: the start day is day 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wasm_checker.core.answers.facts import InputError

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Weekdays are working days but for `holidays`; weekend days are not but for `makeup`. Nothing is known outside first..last."""

    first: date
    last: date
    holidays: frozenset[date]
    makeup: frozenset[date]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Calendar:
        return cls(
            date.fromisoformat(data["first"]),
            date.fromisoformat(data["last"]),
            frozenset(map(date.fromisoformat, data["holidays"])),
            frozenset(map(date.fromisoformat, data["makeup"])),
        )

    def is_workday(self, day: date) -> bool:
        """Raises InputError for a day outside the calendar: it is not guessed."""
        if not self.first <= day <= self.last:
            raise InputError(
                f"{day} 超出工作日历（{self.first} 至 {self.last}），国务院尚未公布或本站没有数据，不能推算"
            )
        return day in self.makeup if day.weekday() >= 5 else day not in self.holidays


def elapsed_workdays(calendar: Calendar, start: date, end: date) -> int:
    """The working day, counted from the day after `start` (读法C35), on or by which `end` falls.

    An `end` that is not a working day belongs to the next one: a deadline that ended the day before is missed.
    """
    if end < start:
        raise InputError(f"申请日 {end} 早于启动日 {start}")
    for day in (start, end):
        calendar.is_workday(day)
    days = sum(calendar.is_workday(start + offset * _DAY) for offset in range(1, (end - start).days + 1))
    return days if end == start or calendar.is_workday(end) else days + 1
