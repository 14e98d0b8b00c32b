"""While the days of an application run, the day stands before all else that a card says to do."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.modules import WORDS, call, call_all
from wasm_checker.core.answers.deadlines import Limit, deadline
from wasm_checker.core.service import Service

START = "2026-11-18"  # a Wednesday; the seventh working day is the Friday of the week after
LENGTH = 7


def view(service: Service, today: str, facts: dict[str, Any], choices: dict[str, str] | None = None) -> dict[str, Any]:
    calendar = service.core.calendar.as_json()
    return {"words": WORDS, "facts": facts, "choices": choices or {}, "calendar": calendar, "today": today}


def first(modules: Path, service: Service, today: str, facts: dict[str, Any], **choices: str) -> Any:
    return call(modules, "results/day-first.js", "dayFirst", view(service, today, facts, choices), "wuyang_tolerance")


@pytest.mark.node
@pytest.mark.parametrize(
    ("today", "day", "when"),
    [
        ("2026-11-18", "最迟2026年11月27日，星期五，还有 9 天；今天是启动当天，还没有数到，共 7 个工作日。", ""),
        ("2026-11-20", "最迟2026年11月27日，星期五，还有 7 天；今天提出，算第 2 个工作日，共 7 个。", ""),
        (
            "2026-11-27",
            "今天（2026年11月27日，星期五）是第 7 个工作日，也是最后一天；启动当日也算一个的话，上一个工作日就到期了。",
            "今天就",
        ),
    ],
)
def test_the_day_and_the_last_of_them_are_said(
    modules: Path, service: Service, today: str, day: str, when: str
) -> None:
    for pending in ({}, {"application": "not_yet"}):
        facts = {"accountability_start_date": START, **({"application_date": today} if pending else {})}
        assert first(modules, service, today, facts, **pending) == {"day": day, "when": when}


@pytest.mark.node
@pytest.mark.parametrize(
    ("facts", "choices"),
    [
        ({}, {}),
        ({"accountability_start_date": "organ"}, {}),
        ({"accountability_start_date": "2026-11-24"}, {}),  # it has not come
        ({"accountability_start_date": "2026-11-02"}, {"application": "not_yet"}),  # the last day has passed
        ({"accountability_start_date": START, "application_date": "2026-11-20"}, {}),  # handed in
        ({"accountability_start_date": START, "workdays_since_start": 3}, {}),
        ({"accountability_start_date": "2098-01-04"}, {}),  # the calendar does not reach
    ],
)
def test_where_no_days_run_none_is_said(
    modules: Path, service: Service, facts: dict[str, Any], choices: dict[str, str]
) -> None:
    assert first(modules, service, "2026-11-23", facts, **choices) is None


@pytest.mark.node
def test_no_rule_without_counted_days_says_one(modules: Path, service: Service) -> None:
    asked = view(service, "2026-11-20", {"accountability_start_date": START})
    rules = ["wuyang_tolerance", "xuzhou", "shangzhou", "puyang_draft", "pingdingshan_list", "wuyang_accountability"]
    found = call_all(modules, [("results/day-first.js", "dayFirst", [asked, rule]) for rule in rules])
    assert [bool(each["value"]) for each in found] == [True, True, False, False, False, False]


@pytest.mark.node
def test_in_a_year_that_is_not_announced_the_earliest_day_is_the_one_to_act_by(modules: Path, service: Service) -> None:
    calendar = service.core.calendar
    year = calendar.unannounced[0]
    start = date(year, 1, 28)
    last = deadline(calendar, Limit("x", LENGTH, "workday", {}), start, start)
    assert last.latest_day > last.last_day + timedelta(days=1)
    facts = {"accountability_start_date": start.isoformat()}
    before = first(modules, service, (last.last_day - timedelta(days=1)).isoformat(), facts)
    assert before["day"].startswith(f"最迟{written(last.last_day)}，星期")
    assert f"按最早的算，{year}年的放假安排还没有公布" in before["day"]
    on = first(modules, service, last.last_day.isoformat(), facts)
    assert "最早的最后一天，最晚是" in on["day"]
    assert on["when"] == "今天就"
    between = first(modules, service, (last.last_day + timedelta(days=1)).isoformat(), facts)
    assert "已经过了" in between["day"]
    assert written(last.latest_day) in between["day"]
    assert between["when"] == "马上"
    assert first(modules, service, (last.latest_day + timedelta(days=1)).isoformat(), facts) is None


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
