"""From a start date to the last day of every limit."""

from __future__ import annotations

import json
from datetime import date

import pytest

from policies import load
from wasm_checker.content.holidays import calendar
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.deadlines import Limit, deadline, ics, last_days, limits_of
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.service import Service

CALENDAR = calendar()
OPEN = calendar(hidden=[2019])
LIBRARY = load()
PACK = rule_pack(LIBRARY)
LIMITS = limits_of(PACK)


def limit(length: int, unit: str) -> Limit:
    said = {"provision": "x/a1", "quote": "…", "who": "某某", "does": "做某事；某事, 某事"}
    return Limit("x", length, unit, said)


@pytest.mark.parametrize(
    ("start", "length", "unit", "last"),
    [
        (date(2017, 9, 27), 7, "workday", date(2017, 10, 12)),
        (date(2019, 1, 30), 7, "workday", date(2019, 2, 13)),
        (date(2017, 9, 27), 30, "workday", date(2017, 11, 14)),
        (date(2017, 1, 31), 1, "month", date(2017, 2, 28)),
        (date(2020, 1, 31), 1, "month", date(2020, 2, 29)),
        (date(2017, 11, 30), 3, "month", date(2018, 2, 28)),
        (date(2017, 3, 15), 6, "month", date(2017, 9, 15)),
        (date(2017, 12, 25), 10, "day", date(2018, 1, 4)),
    ],
)
def test_the_last_day_is_counted_from_the_day_after_the_start(start: date, length: int, unit: str, last: date) -> None:
    assert last_days(CALENDAR, limit(length, unit), start) == (last, last)


def test_days_left_count_the_last_day_and_turn_negative_after_it() -> None:
    seven = limit(7, "workday")
    left = {day: deadline(CALENDAR, seven, date(2017, 9, 27), date(2017, 10, day)) for day in (10, 12, 13)}
    assert [(left[day].days_left, left[day].workdays_left, left[day].passed) for day in left] == [
        (2, 2, False),
        (0, 0, False),
        (-1, -1, True),
    ]


def test_a_limit_that_runs_past_the_calendar_is_refused_and_one_that_does_not_is_not() -> None:
    year = CALENDAR.last.year
    assert last_days(CALENDAR, limit(7, "workday"), date(year, 12, 1))[1].year == year
    with pytest.raises(InputError, match="超出本站的放假安排"):
        last_days(CALENDAR, limit(7, "workday"), date(year, 12, 28))


def test_a_limit_that_runs_into_a_year_not_announced_has_an_earliest_and_a_latest_day() -> None:
    found = deadline(OPEN, limit(7, "workday"), date(2018, 12, 25), date(2018, 12, 26))
    assert found.last_day <= date(2019, 1, 4) <= found.latest_day  # what it was in the end
    assert found.last_day < found.latest_day
    assert found.years == (2019,)
    said = found.as_json()
    assert (said["last_day"], said["latest_day"]) == (found.last_day.isoformat(), found.latest_day.isoformat())
    assert said["unannounced"] == [2019]
    assert said["days_left"] == (found.last_day - date(2018, 12, 26)).days


def test_it_has_passed_only_once_the_latest_day_has() -> None:
    start = date(2018, 12, 25)
    latest = deadline(OPEN, limit(7, "workday"), start, start).latest_day
    found = deadline(OPEN, limit(7, "workday"), start, latest)
    assert (found.days_left < 0, found.passed) == (True, False)
    assert deadline(OPEN, limit(7, "workday"), start, date.fromordinal(latest.toordinal() + 1)).passed


def test_months_and_days_and_what_ends_before_has_one_last_day() -> None:
    for length, unit in ((3, "month"), (30, "day"), (2, "workday")):
        found = deadline(OPEN, limit(length, unit), date(2018, 12, 19), date(2018, 12, 20))
        assert found.last_day == found.latest_day
        assert not {"latest_day", "unannounced"} & found.as_json().keys()


def test_a_calendar_file_carries_the_earliest_day_and_says_why() -> None:
    found = deadline(OPEN, limit(7, "workday"), date(2018, 12, 25), date(2018, 12, 26))
    text = ics(found, "最早的最后一天", "20181226T000000Z", "").replace("\r\n ", "")
    assert f"DTSTART;VALUE=DATE:{found.last_day:%Y%m%d}\r\n" in text
    assert "2019年怎么放假，本站更新时还没有公布" in text
    assert f"可能是 {found.last_day}，也可能晚到 {found.latest_day}，请按 {found.last_day} 准备" in text


def test_the_days_left_are_still_told_when_today_lies_past_the_calendar() -> None:
    after = date(CALENDAR.last.year + 1, 3, 1)
    found = deadline(CALENDAR, limit(7, "workday"), date(2017, 9, 27), after)
    assert (found.last_day, found.passed, found.workdays_left) == (date(2017, 10, 12), True, None)


def test_every_limit_with_a_length_is_computed_and_says_where_it_stands() -> None:
    measured = {limit.id for limit in LIBRARY.limits if limit.length}
    service = Service(json.dumps(PACK))
    found = json.loads(service.deadlines("2017-09-27", "2017-10-10"))["deadlines"]
    assert set(found) == measured == set(LIMITS)
    assert {item["last_day"] for name, item in found.items() if name.endswith("_apply")} == {"2017-10-12"}
    provisions = {provision.id for provision in LIBRARY.provisions}
    assert {item["provision"] for item in found.values()} <= provisions


def test_one_limit_past_the_calendar_does_not_hide_the_others() -> None:
    year = CALENDAR.last.year
    found = json.loads(Service(json.dumps(PACK)).deadlines(f"{year}-12-20", f"{year}-12-20"))["deadlines"]
    assert "超出本站的放假安排" in found["xuzhou_verify"]["error"]
    assert "last_day" in found["wuyang_tolerance_track"]


def test_a_start_that_is_no_date_is_one_clear_line() -> None:
    assert json.loads(Service(json.dumps(PACK)).deadlines("soon", "2017-10-10")) == {
        "error": "应为日期（年-月-日），这里是 'soon'"
    }


def test_a_calendar_file_folds_its_lines_and_escapes_its_texts() -> None:
    text = ics(
        deadline(CALENDAR, limit(7, "workday"), date(2017, 9, 27), date(2017, 9, 27)),
        "最后一天",
        "20170927T000000Z",
        "没有核实;请核实。",
    )
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20171012\r\nDTEND;VALUE=DATE:20171013\r\n" in unfolded
    assert "做某事；某事\\, 某事" in unfolded
    assert "请以有关机关的答复为准。没有核实\\;请核实。\r\nBEGIN:VALARM" in unfolded
    assert text.endswith("END:VCALENDAR\r\n")


def test_no_title_begins_a_line_of_a_calendar_file() -> None:
    one = deadline(CALENDAR, limit(7, "workday"), date(2017, 9, 27), date(2017, 9, 27))
    text = ics(one, "甲\r\nATTACH:乙\rATTACH:丙", "20170927T000000Z", "")
    assert "SUMMARY:甲\\nATTACH:乙ATTACH:丙\r\n" in text
