"""The page counts the last day and the working days as the rule core does, on the same calendar."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.modules import call_all
from wasm_checker.core.answers.deadlines import Limit, deadline
from wasm_checker.core.answers.workdays import elapsed_workdays
from wasm_checker.core.service import Service

LENGTH = 7


def starts(service: Service) -> list[date]:
    """Each day of a year that is announced, and of the turn to the first that is not and the one after."""
    calendar = service.core.calendar
    year = calendar.unannounced[0]
    begins = [(date(year - 1, 1, 1), 365 + 60), (date(year, 9, 1), 200)]
    return [first + timedelta(days=after) for first, count in begins for after in range(count)]


@pytest.mark.node
def test_the_last_day_and_the_number_of_a_day_are_the_cores(modules: Path, service: Service) -> None:
    calendar = service.core.calendar
    days = [(start, start + timedelta(days=index % 15)) for index, start in enumerate(starts(service))]
    asked = [{"start": start.isoformat(), "end": end.isoformat(), "length": LENGTH} for start, end in days]
    found = call_all(modules, [("form/day-count.js", "count", [calendar.as_json(), each]) for each in asked])
    wanted = []
    for start, end in days:
        last = deadline(calendar, Limit("x", LENGTH, "workday", {}), start, start)
        elapsed = elapsed_workdays(calendar, start, end)
        wanted.append(
            {
                "last": last.last_day.isoformat(),
                "latest": last.latest_day.isoformat(),
                "years": list(last.years),
                "elapsed": {"fewest": elapsed.fewest, "most": elapsed.most, "years": list(elapsed.years)},
            }
        )
    assert sum(bool(one["years"]) for one in wanted) > 50
    assert [one["value"] for one in found] == wanted


@pytest.mark.node
def test_beyond_the_calendar_nothing_is_counted(modules: Path, service: Service) -> None:
    calendar = service.core.calendar
    beyond = [{"start": day.isoformat(), "length": LENGTH} for day in (calendar.last, date(2098, 1, 1))]
    found = call_all(modules, [("form/day-count.js", "count", [calendar.as_json(), each]) for each in beyond])
    assert [one["value"] for one in found] == [None, None]
