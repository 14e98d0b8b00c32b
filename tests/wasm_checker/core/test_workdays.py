"""Working days on the State Council's calendar."""

from __future__ import annotations

import json
from datetime import date, timedelta

import chinese_calendar
import pytest

from policies.engine.schema.calendar import AnnouncedYear, DaysOff
from wasm_checker.content.holidays import SINCE, calendar
from wasm_checker.core.answers.facts import Elapsed, InputError
from wasm_checker.core.answers.workdays import Calendar, elapsed_workdays

CALENDAR = calendar()
ASSURED = date(CALENDAR.unannounced[0] - 1, 12, 1)  # before this no day waits for an announcement


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
    assert elapsed_workdays(CALENDAR, start, end) == Elapsed(days, days)


def test_a_day_past_the_calendar_is_refused_and_its_last_day_is_not() -> None:
    assert elapsed_workdays(CALENDAR, CALENDAR.last, CALENDAR.last) == Elapsed(0, 0)
    with pytest.raises(InputError, match="超出本站的放假安排"):
        elapsed_workdays(CALENDAR, CALENDAR.last, date(CALENDAR.last.year + 1, 1, 4))


def test_an_application_before_the_start_is_refused() -> None:
    with pytest.raises(InputError, match="比启动的日子（"):
        elapsed_workdays(CALENDAR, date(2017, 3, 6), date(2017, 3, 3))


def test_the_calendar_covers_the_years_of_the_documents_up_to_a_whole_last_year() -> None:
    assert CALENDAR.first <= date(2016, 1, 1)
    assert (CALENDAR.last.month, CALENDAR.last.day) == (12, 31)
    assert CALENDAR.unannounced[0] >= 2027
    assert CALENDAR.last.year == CALENDAR.unannounced[-1] >= CALENDAR.unannounced[0] + 8


def test_what_is_announced_is_what_the_library_says_whatever_an_undecided_day_counts_as() -> None:
    days = [CALENDAR.first + timedelta(days=n) for n in range((ASSURED - CALENDAR.first).days)]
    wanted = [chinese_calendar.is_workday(day) for day in days]
    for undecided in (True, False):
        assert [CALENDAR.is_workday(day, undecided=undecided) for day in days] == wanted


def test_the_feast_itself_is_off_in_any_year_and_a_day_that_some_arrangement_moves_is_undecided() -> None:
    year = CALENDAR.unannounced[1]
    for feast in (date(year, 1, 1), date(year, 10, 1), date(year, 10, 3)):
        assert not CALENDAR.is_workday(feast, undecided=True)
    assert CALENDAR.is_workday(
        date(year, 3, 15) if date(year, 3, 15).weekday() < 5 else date(year, 3, 17), undecided=False
    )
    assert {date(year, 1, day) for day in (2, 3)} & CALENDAR.undecided


def test_days_that_wait_for_an_announcement_are_counted_as_at_least_and_at_most() -> None:
    year = CALENDAR.unannounced[0]
    found = elapsed_workdays(CALENDAR, date(year - 1, 12, 23), date(year, 1, 15))
    assert found.fewest < found.most
    assert found.years == (year,)
    assert elapsed_workdays(CALENDAR, date(year, 3, 15), date(year, 3, 16)).years == ()


def test_a_december_day_waits_for_the_new_year_after_it() -> None:
    last = CALENDAR.unannounced[0] - 1
    assert CALENDAR.awaited(date(last, 12, 1), date(last, 12, 31)) in {(), (last + 1,)}
    hidden = calendar(hidden=[2019])
    # 2018-12-29 was worked and 2018-12-31 was off by the notice for 2019.
    assert {date(2018, 12, 29), date(2018, 12, 31)} <= hidden.undecided
    assert hidden.awaited(date(2018, 12, 1), date(2018, 12, 31)) == (2019,)


def test_the_last_december_of_the_calendar_waits_for_a_new_year_as_well() -> None:
    years = range(SINCE, CALENDAR.last.year)
    alike = [year for year in years if date(year, 12, 31).weekday() == CALENDAR.last.weekday()]
    worked = {CALENDAR.is_workday(date(year, 12, 31), undecided=True) for year in alike}
    assert worked == {True, False}  # some years made a day like it a day off, some did not
    assert CALENDAR.last in CALENDAR.undecided


def test_the_last_year_that_may_be_entered_still_has_bounds_after_it() -> None:
    year = next(part.le for part in AnnouncedYear.model_fields["year"].metadata if hasattr(part, "le"))
    feasts = [DaysOff(first=day, last=day) for day in (date(year, 1, 1), date(year, 10, 1))]
    assert calendar([AnnouncedYear(year=year, notice="某通知", off=feasts)]).last.year > year


def test_a_calendar_is_the_same_after_it_was_written_and_read() -> None:
    assert Calendar.from_json(json.loads(json.dumps(CALENDAR.as_json()))) == CALENDAR


def test_a_year_entered_as_data_stands_before_the_library_has_it_and_in_place_of_the_library() -> None:
    year = CALENDAR.unannounced[0]
    saturday = next(date(year, 3, day) for day in range(1, 8) if date(year, 3, day).weekday() == 5)
    entered = AnnouncedYear(
        year=year,
        notice="某通知",
        off=[
            DaysOff(first=date(year - 1, 12, 31), last=date(year, 1, 3)),
            DaysOff(first=date(year, 10, 1), last=date(year, 10, 9)),
        ],
        worked=[saturday],
    )
    found = calendar([entered])
    assert year not in found.unannounced
    assert not [day for day in found.undecided if day.year == year and (day.month, day.day) < (12, 20)]
    assert not found.is_workday(date(year - 1, 12, 31), undecided=True)
    assert found.is_workday(saturday, undecided=False)
    assert found.is_workday(date(year, 5, 4), undecided=False) == (date(year, 5, 4).weekday() < 5)
    replaced = calendar([entered.model_copy(update={"year": 2019, "off": [], "worked": []})])
    assert not replaced.is_workday(date(2018, 12, 29), undecided=True)  # a Saturday, worked by the library
