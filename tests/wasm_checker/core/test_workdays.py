"""Working days on the State Council's calendar."""

from __future__ import annotations

from datetime import date

import pytest

from wasm_checker.content.pack import calendar
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.answers.workdays import Calendar, elapsed_workdays

CALENDAR = Calendar.from_json(calendar())


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2017, 9, 27), date(2017, 10, 12), 7),  # 国庆中秋长假, 9月30日补班
        (date(2017, 9, 27), date(2017, 10, 13), 8),
        (date(2017, 9, 27), date(2017, 9, 30), 3),  # a Saturday worked
        (date(2019, 1, 30), date(2019, 2, 13), 7),  # 春节, 2月2日、3日补班
        (date(2017, 3, 6), date(2017, 3, 6), 0),
        (date(2017, 3, 6), date(2017, 3, 7), 1),
        (date(2017, 3, 3), date(2017, 3, 4), 1),  # Friday to Saturday: counts as Monday
        (date(2017, 3, 6), date(2017, 3, 15), 7),
        (date(2017, 3, 8), date(2017, 3, 18), 8),  # the 7th working day was Friday the 17th: Saturday is late
    ],
)
def test_the_working_day_counts_from_the_day_after_the_start(start: date, end: date, days: int) -> None:
    assert elapsed_workdays(CALENDAR, start, end) == days


def test_a_day_past_the_calendar_is_refused_and_its_last_day_is_not() -> None:
    assert elapsed_workdays(CALENDAR, CALENDAR.last, CALENDAR.last) == 0
    with pytest.raises(InputError, match="超出工作日历"):
        elapsed_workdays(CALENDAR, CALENDAR.last, date(CALENDAR.last.year + 1, 1, 4))


def test_an_application_before_the_start_is_refused() -> None:
    with pytest.raises(InputError, match="早于启动日"):
        elapsed_workdays(CALENDAR, date(2017, 3, 6), date(2017, 3, 3))


def test_the_calendar_covers_the_years_of_the_documents_up_to_a_whole_last_year() -> None:
    assert CALENDAR.first <= date(2016, 1, 1)
    assert (CALENDAR.last.month, CALENDAR.last.day) == (12, 31)
    assert CALENDAR.last >= date(2026, 12, 31)
