"""The State Council's arrangements of days off: those announced, and what can be said of a year before its own is announced.

The library knows to which feast each day off and each worked weekend day belongs. A feast's pattern is where these lay in any year
since 2005, in days from the feast's own day. In a year not yet announced a weekday is off if every arrangement since then makes it
so, and undecided if some does; a weekend day is undecided from the first distance that was ever worked to the last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from borax.calendars.lunardate import LunarDate, TermUtils
from chinese_calendar.constants import holidays, workdays

from policies.engine.schema.calendar import AnnouncedYear
from wasm_checker.core.answers.workdays import Calendar

SINCE = 2005
AHEAD = 9  # so many years after the last one announced have bounds
_DAY = timedelta(days=1)


def _lunar(month: int, day: int, year: int) -> date:
    found: date = LunarDate(year, month, day).to_solar_date()
    return found


def _tomb_sweeping(year: int) -> date:
    found: date = TermUtils.nth_term_day(year, term_name="清明")
    return found


# The feast's own day by year; the names are the library's.
FEASTS: Mapping[str, Callable[[int], date]] = {
    "New Year's Day": lambda year: date(year, 1, 1),
    "Spring Festival": partial(_lunar, 1, 1),
    "Tomb-sweeping Day": _tomb_sweeping,
    "Labour Day": lambda year: date(year, 5, 1),
    "Dragon Boat Festival": partial(_lunar, 5, 5),
    "Anti-Fascist 70th Day": lambda year: date(year, 9, 3),
    "Mid-autumn Festival": partial(_lunar, 8, 15),
    "National Day": lambda year: date(year, 10, 1),
}


@dataclass(frozen=True)
class Arrangement:
    """What one year's notice says: weekdays off and weekend days worked, each with its feast."""

    off: dict[date, str] = field(default_factory=dict)
    worked: dict[date, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """In days from the feast: the weekdays that some arrangement takes off, those that every one does, the weekend days worked."""

    off: frozenset[int]
    surely: frozenset[int]
    worked: range


def calendar(announced: Sequence[AnnouncedYear] = (), hidden: Collection[int] = ()) -> Calendar:
    """The library's years, those of `announced` in place of the library's or after them, and bounds for the rest.

    `hidden`: years to be taken as not announced, to try the bounds on.
    """
    known = {year: found for year, found in _library().items() if year not in hidden}
    patterns = {feast: _pattern(feast, known) for feast in FEASTS}
    known |= {
        each.year: Arrangement(dict.fromkeys(each.weekdays_off, ""), dict.fromkeys(each.worked, ""))
        for each in announced
    }
    first, last = min(known), max(known) + AHEAD
    settled = {day for found in known.values() for day in (*found.off, *found.worked)}
    unannounced = tuple(year for year in range(first, last + 1) if year not in known)
    surely, either = set[date](), set[date]()
    for year in (*unannounced, last + 1):  # whose New Year may reach into the last December
        for feast, pattern in patterns.items():
            off, perhaps = _possible(FEASTS[feast](year), pattern)
            surely |= off
            either |= perhaps
    span = (date(first, 1, 1), date(last, 12, 31))
    undecided = {day for day in either - surely - settled if span[0] <= day <= span[1]}
    other = settled | {day for day in surely if day.weekday() < 5}
    return Calendar(*span, frozenset(other), frozenset(undecided), unannounced)


def _library() -> dict[int, Arrangement]:
    """By the year of the feast, whose notice may reach into the December before."""
    found: dict[int, Arrangement] = {}
    for days, weekend in ((holidays, False), (workdays, True)):
        for day, name in days.items():
            feast = str(getattr(name, "value", name))
            if (day.weekday() >= 5) == weekend:
                arrangement = found.setdefault(_year_of(feast, day), Arrangement())
                (arrangement.worked if weekend else arrangement.off)[day] = feast
    return dict(sorted(found.items()))


def _year_of(feast: str, day: date) -> int:
    near = (day.year - 1, day.year, day.year + 1)
    return min(near, key=lambda year: abs(FEASTS[feast](year) - day))


def _pattern(feast: str, known: Mapping[int, Arrangement]) -> Pattern:
    years = {FEASTS[feast](year): found for year, found in known.items() if year >= SINCE}
    off = frozenset(_distances(feast, years, lambda found: found.off))
    worked = set(_distances(feast, years, lambda found: found.worked))
    surely = frozenset(
        days
        for days in off
        if all((own + days * _DAY).weekday() >= 5 or own + days * _DAY in found.off for own, found in years.items())
    )
    return Pattern(off, surely, range(min(worked), max(worked) + 1) if worked else range(0))


def _distances(
    feast: str, years: Mapping[date, Arrangement], days: Callable[[Arrangement], Mapping[date, str]]
) -> Iterable[int]:
    return ((day - own).days for own, found in years.items() for day, name in days(found).items() if name == feast)


def _possible(own: date, pattern: Pattern) -> tuple[set[date], set[date]]:
    """In a year whose feast lies on `own`: the days that are off for certain, and those that some arrangement moves."""
    surely = {own + days * _DAY for days in pattern.surely}
    off = {day for days in pattern.off if (day := own + days * _DAY).weekday() < 5}
    worked = {day for days in pattern.worked if (day := own + days * _DAY).weekday() >= 5}
    return surely, off | worked
