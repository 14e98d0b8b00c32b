"""From a start date the last day of a time limit, on the working-day calendar, and as a calendar file.

The start day is day 0 (读法C35); months end on the corresponding day, or on the month's last. Where working days of a year that is
not announced count, there is an earliest and a latest last day, and whoever acts by the earliest is in time either way.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.answers.workdays import Calendar

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """A time limit with a length. `said` is its published form, for what is only shown."""

    id: str
    length: int
    unit: str
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Deadline:
    """`last_day` is the earliest that it can be, `latest_day` the latest; `years`: those that must be announced before it is known.

    `days_left` and `workdays_left` count from today to the earliest last day, which is counted; negative once it has passed.
    `workdays_left` is the fewest it can be, and None where today lies outside the calendar.
    """

    limit: Limit
    start: date
    last_day: date
    latest_day: date
    years: tuple[int, ...]
    days_left: int
    workdays_left: int | None

    @property
    def passed(self) -> bool:
        """Whether even the latest day has."""
        return self.days_left + (self.latest_day - self.last_day).days < 0

    def as_json(self) -> dict[str, Any]:
        return {
            "limit": self.limit.id,
            "start": self.start.isoformat(),
            "last_day": self.last_day.isoformat(),
            **({"latest_day": self.latest_day.isoformat(), "unannounced": list(self.years)} if self.years else {}),
            "days_left": self.days_left,
            "workdays_left": self.workdays_left,
            "passed": self.passed,
            **{
                key: self.limit.said[key]
                for key in ("provision", "quote", "who", "does", "missed")
                if key in self.limit.said
            },
        }


def limits_of(pack: Mapping[str, Any]) -> dict[str, Limit]:
    """The pack's limits that have a length, by id."""
    return {data["id"]: Limit(data["id"], data["length"], data["unit"], data) for data in pack.get("limits", ())}


def deadline(calendar: Calendar, limit: Limit, start: date, today: date) -> Deadline:
    """Raises InputError where the last day cannot be known from the calendar."""
    last, latest = last_days(calendar, limit, start)
    years = calendar.awaited(start, latest) if last < latest else ()
    return Deadline(limit, start, last, latest, years, (last - today).days, _workdays_left(calendar, today, last))


def last_days(calendar: Calendar, limit: Limit, start: date) -> tuple[date, date]:
    """The earliest day that the last day can be, and the latest."""
    if limit.unit == "workday":
        earliest, latest = (_after_workdays(calendar, start, limit.length, undecided) for undecided in (True, False))
        return earliest, latest
    last = _after_months(start, limit.length) if limit.unit == "month" else start + limit.length * _DAY
    return last, last


def _after_workdays(calendar: Calendar, start: date, count: int, undecided: bool) -> date:
    calendar.is_workday(start, undecided=undecided)
    day = start
    while count:
        day += _DAY
        count -= calendar.is_workday(day, undecided=undecided)
    return day


def _after_months(start: date, count: int) -> date:
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    try:
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    except ValueError:
        raise InputError(f"{start} 之后 {count} 个月超出可计算的日期") from None


def _workdays_left(calendar: Calendar, today: date, last: date) -> int | None:
    """Working days after the earlier day up to the later, negative if `last` is the earlier."""
    early, late = sorted((today, last))
    if not (calendar.first <= early and late <= calendar.last):
        return None
    days = calendar.workdays(early, late, undecided=False)
    return days if today <= last else -days


def ics(deadline: Deadline, title: str, stamp: str, remark: str) -> str:
    """An all-day event on the last day with a reminder the day before (RFC 5545). `stamp` is now in UTC, 20170927T010203Z.
    `remark` ends the description.

    Written here because the core has the standard library only; a test reads it back with a calendar library.
    """
    return "".join(f"{folded}\r\n" for line in _event(deadline, title, stamp, remark) for folded in _folded(line))


def _event(deadline: Deadline, title: str, stamp: str, remark: str) -> Iterator[str]:
    said = deadline.limit.said
    note = f"{said['does']}（{said['who']}）。原文：{said['quote']}。起算日 {deadline.start}，次日为第1日。{_bounds(deadline)}请以有关机关的答复为准。"
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//rongcuo-policies//ZH",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
    )
    yield f"UID:{deadline.limit.id}-{deadline.start:%Y%m%d}@rongcuo-policies"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{deadline.last_day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.last_day + _DAY:%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(note + remark)}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", "TRIGGER:-P1D", "END:VALARM")
    yield from ("END:VEVENT", "END:VCALENDAR")


def _bounds(deadline: Deadline) -> str:
    if not deadline.years:
        return ""
    years = "、".join(map(str, deadline.years))
    return (
        f"{years}年怎么放假，本站更新时还没有公布。按 2005 年以来的安排估计，"
        f"最后一天可能是 {deadline.last_day}，也可能晚到 {deadline.latest_day}，请按 {deadline.last_day} 准备。"
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """No line longer than 75 bytes; a continuation begins with a space."""
    piece, room = "", 75
    for char in line:
        if len((piece + char).encode()) > room:
            yield piece
            piece, room = " ", 75
        piece += char
    yield piece
