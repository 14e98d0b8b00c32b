"""The bounds on a year not announced, tried on every year that was: hidden, with the other years' arrangements still known."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from wasm_checker.content.holidays import SINCE, calendar
from wasm_checker.core.answers.deadlines import Limit, last_days
from wasm_checker.core.answers.workdays import Calendar

KNOWN = calendar()
YEARS = range(SINCE, KNOWN.unannounced[0])
LIMITS = {
    (7, "workday"): 9,  # limit: the widest that its bounds may be, in days
    (30, "workday"): 25,
    (3, "month"): 0,
}


@cache
def without(year: int) -> Calendar:
    return calendar(hidden=[year])


def last_quarter(year: int) -> list[date]:
    """The days on which the arrangement of `year` may not be announced yet."""
    return [date(year - 1, 10, 1) + timedelta(days=n) for n in range(92)]


@pytest.mark.parametrize("year", YEARS)
def test_the_true_last_day_lies_within_the_bounds_for_every_start_of_the_quarter_before(year: int) -> None:
    for length, unit in LIMITS:
        limit = Limit("x", length, unit, {})
        for start in last_quarter(year):
            (earliest, latest), (true, same) = last_days(without(year), limit, start), last_days(KNOWN, limit, start)
            if true == same:  # else it runs into a year that is not announced to this day
                assert earliest <= true <= latest, (start, length, unit)


def test_the_bounds_are_no_wider_than_they_are_useful() -> None:
    widest = dict.fromkeys(LIMITS, 0)
    for year in (*YEARS, KNOWN.unannounced[0]):
        for length, unit in LIMITS:
            for start in last_quarter(year):
                earliest, latest = last_days(without(year), Limit("x", length, unit, {}), start)
                widest[length, unit] = max(widest[length, unit], (latest - earliest).days)
    assert all(widest[limit] <= wanted for limit, wanted in LIMITS.items()), widest


def test_the_bounds_are_needed() -> None:
    """Weekdays alone, without the arrangements, miss the true day: the proof can fail."""
    naive = Calendar(KNOWN.first, KNOWN.last, frozenset(), frozenset(), ())
    seven = Limit("x", 7, "workday", {})
    missed = [
        start
        for year in YEARS
        for start in last_quarter(year)
        if last_days(naive, seven, start) != last_days(KNOWN, seven, start)
    ]
    assert len(missed) > 100
