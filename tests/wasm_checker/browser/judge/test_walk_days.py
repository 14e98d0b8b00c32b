"""The page's script counts the days between two dates as the rule core does, in years that are announced and in others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from policies import Library
from tests.support.walks import first_difference, judged, walked
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED, Core
from wasm_checker.core.service import Service

Facts = Mapping[str, object]


@pytest.mark.node
def test_every_start_day_of_three_years_and_the_twelve_days_after_it_count_alike(
    assets: Path, core: Core, service: Service
) -> None:
    first = core.calendar.first.replace(year=2017).toordinal()
    day = core.calendar.first.fromordinal
    cases = [
        {STARTED: day(start).isoformat(), APPLIED: day(start + after).isoformat()}
        for start in range(first, first + 3 * 365)
        for after in (0, 7 + start % 6)
    ]
    # Equal words on a wrong count: each says how many days it was.
    asked = [{**case, SINCE_START: 99} for case in cases]
    wanted = [json.loads(service.assess(json.dumps(case))) for case in asked]
    assert all("按两个日期算是第 " in said["error"] for said in wanted)
    assert first_difference(walked(assets, asked), wanted, asked) is None


@pytest.mark.node
def test_days_that_wait_for_an_announcement_count_alike_at_least_and_at_most(
    assets: Path, core: Core, service: Service
) -> None:
    years = core.calendar.unannounced
    starts = [date(year, month, day) for year in (years[0] - 1, *years[:2]) for month in (9, 12) for day in (1, 23, 28)]
    asked: list[Facts] = [
        {STARTED: start.isoformat(), APPLIED: (start + timedelta(days=after)).isoformat(), SINCE_START: 99}
        for start in starts
        for after in range(50)
    ]
    wanted = [json.loads(service.assess(json.dumps(case))) for case in asked]
    assert sum(" 至 " in said["error"] for said in wanted) > len(asked) / 3
    assert first_difference(walked(assets, asked), wanted, asked) is None


@pytest.mark.long
@pytest.mark.node
@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)])
def test_every_case_is_judged_alike_with_days_that_wait_for_an_announcement(
    assets: Path, library: Library, service: Service, step: int
) -> None:
    start = date(service.core.calendar.unannounced[0] - 1, 12, 23)
    cases: list[Facts] = [
        {
            **case.facts,
            SINCE_START: 7 if index % 9 == 0 else None,
            STARTED: start.isoformat(),
            APPLIED: (start + timedelta(days=9 + index % 6)).isoformat(),
        }
        for index, case in enumerate([case for item in library.instruments for case in item.cases][::step])
    ]
    wanted = [judged(service, case) for case in cases]
    waiting = [said for case in wanted for said in case.get("verdicts", {}).values() if "calendar_unannounced" in said]
    assert {"needs_judgement", "insufficient_information"} == {said["verdict"] for said in waiting}
    assert first_difference(walked(assets, cases), wanted, cases) is None
