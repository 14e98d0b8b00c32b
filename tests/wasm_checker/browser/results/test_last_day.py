"""The last day of a limit that runs into a year whose days off are not announced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import Judged, favourable
from tests.support.next_steps import deadlines, show
from wasm_checker.core.service import Service

Judge = Callable[[Mapping[str, Any]], Judged]


def test_of_a_year_not_announced_the_earliest_and_the_latest_day_are_told_and_the_file_carries_the_earliest(
    bare: Page, service: Service, library: Library, judge: Judge, tmp_path: Path
) -> None:
    year = service.core.calendar.unannounced[1]
    start = f"{year - 1}-12-23"
    found = deadlines(service, start, start)
    earliest, latest = (date.fromisoformat(found["wuyang_tolerance_apply"][key]) for key in ("last_day", "latest_day"))
    judged = judge({**favourable(library), "accountability_start_date": start})
    show(bare, service, judged, found, start)
    limit = bare.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text(
        f"{year - 1}、{year}年怎么放假，本站更新时还没有公布。按 2005 年以来的安排估计，"
        f"最后一天可能是{said(earliest)}，也可能晚到{said(latest)}，请按{said(earliest)}准备。离最早的一天还有 "
    )
    expect(limit).to_contain_text("其中工作日至少 ")
    with bare.expect_download() as started:
        limit.locator("[data-role=ics]").click()
    assert started.value.suggested_filename == f"舞阳·容错免责-申请-{earliest}.ics"
    (event,) = icalendar.Calendar.from_ical(Path(started.value.path()).read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART") == earliest
    assert event["SUMMARY"] == "舞阳·容错免责：申请的最早的最后一天"
    assert f"也可能晚到 {latest}，请按 {earliest} 准备" in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (0, "最早的一天就是今天"),
        (1, "最早的一天已经过去 1 天，最晚的一天还没有过，请马上办"),
        (40, "最晚的一天也已经过去"),
    ],
)
def test_between_the_earliest_and_the_latest_day_nobody_is_told_that_it_is_over(
    bare: Page, service: Service, library: Library, judge: Judge, after: int, words: str
) -> None:
    start = f"{service.core.calendar.unannounced[1] - 1}-12-23"
    earliest = date.fromisoformat(deadlines(service, start, start)["wuyang_tolerance_apply"]["last_day"])
    today = (earliest + timedelta(days=after)).isoformat()
    judged = judge({**favourable(library), "accountability_start_date": start})
    show(bare, service, judged, deadlines(service, start, today), today)
    limit = bare.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text(words)
    expect(limit.locator("[data-role=ics]")).to_have_count(0 if after else 1)


def said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
