"""The table of offers, as the page reads it: what no row names is not offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import Judged, favourable
from tests.support.modules import call_all
from tests.support.next_steps import deadlines
from wasm_checker.core.service import Service

Judge = Callable[[Mapping[str, Any]], Judged]
ALL = {"draft", "date", "addressee"}
GOOD = {"verdict": "may_qualify", "stage": "investigating", "bound": True, "inForce": True}


def offered(bare: Page, **asked: Any) -> set[str]:
    found: list[str] = bare.evaluate("asked => [...modules.offered(words, asked)]", {**GOOD, **asked})
    return set(found)


def test_a_verdict_that_is_open_or_favourable_in_his_place_is_offered_all(bare: Page) -> None:
    for verdict in ("may_qualify", "needs_judgement", "insufficient_information"):
        assert offered(bare, verdict=verdict) == ALL
        assert offered(bare, verdict=verdict, stage="unanswered") == ALL


def test_nothing_is_offered_elsewhere_by_a_draft_against_a_verdict_and_by_what_the_table_does_not_name(
    bare: Page,
) -> None:
    assert offered(bare, bound=False) == set()
    assert offered(bare, inForce=False) == set()
    for verdict in ("out_of_scope", "too_late", "ineligible", "does_not_follow", "accountable", "unheard_of"):
        assert offered(bare, verdict=verdict) == set()
    assert offered(bare, stage="unheard_of") == set()


def test_against_a_verdict_only_what_the_table_gives_a_reason_for(bare: Page) -> None:
    assert offered(bare, verdict="too_late", because="late_reading") == ALL
    assert offered(bare, verdict="ineligible", because="days_run") == {"date"}
    assert offered(bare, verdict="ineligible", because="late_reading") == set()
    assert offered(bare, verdict="too_late", because="late_reading", bound=False) == set()


def test_before_the_procedure_only_the_filing_is_drafted(bare: Page) -> None:
    assert offered(bare, stage="not_started") == {"date", "addressee"}
    assert offered(bare, stage="not_started", document="pingdingshan") == ALL


SHOW = """([facts, verdicts, deadlines, options]) => place.replaceChildren(modules.nextSteps(
  {words, root: "../", facts, verdicts, deadlines, today: "2026-11-22", ask: async () => null, ...options}))"""


def test_elsewhere_nothing_is_to_be_handed_in_to_nobody_by_no_day_and_whom_to_ask_stands_on_top(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    bare.evaluate(SHOW, [judged.facts, judged.verdicts, deadlines(service), {"bound": False}])
    steps = bare.locator(".steps")
    expect(steps.locator("> :nth-child(2)")).to_contain_text("您那里的文件本站没有收录")
    expect(steps.locator("> :nth-child(2)")).to_contain_text("这样问：“我们这里有没有容错纠错的办法？")
    expect(steps.locator("[data-role=draft], [data-role=ics]")).to_have_count(0)
    for said in ("交给谁：", "最后一天是"):
        expect(steps).not_to_contain_text(said)


def test_whoever_is_in_the_place_of_a_draft_reads_what_he_can_do(
    bare: Page, service: Service, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    draw = SHOW.replace("...options", "rules: words.rules.filter(({document}) => document === options.document)")
    bare.evaluate(draw, [judged.facts, judged.verdicts, deadlines(service), {"document": "puyang"}])
    box = bare.locator("[data-draft=puyang]")
    expect(box).to_contain_text("不能作为申请的依据")
    expect(box).to_contain_text("应当主动考察是否具备容错情形")
    expect(box).to_contain_text("正式办法印发了没有")
    expect(box.get_by_role("link", name="第七条", exact=True)).to_have_attribute("href", "../read/puyang_draft/#a7")
    expect(bare.locator(".steps")).not_to_contain_text("这里没有可以列出的步骤")
    expect(bare.locator("[data-role=draft], [data-role=ics]")).to_have_count(0)


@pytest.mark.node
def test_the_stage_is_that_of_the_answers_and_else_unanswered(modules: Path) -> None:
    calls = [("results/offers.js", "stageOf", [facts]) for facts in ({}, {"procedure_stage": "decision_made"})]
    assert [answer["value"] for answer in call_all(modules, calls)] == ["unanswered", "decision_made"]
