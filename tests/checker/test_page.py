"""The checker's page in a real browser: answered as a person would, the verdicts read off the page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from policies.schema import Case, CaseValue

READY = 120_000
DRAWN = "[data-checker]:not([data-pending])"  # the page has drawn an answer that knows of everything chosen

# One case whose verdict is favourable, one that is not, one that is open, and one of each remaining kind.
CASES = [
    ("wuyang_tolerance", "改革中缺乏经验先行先试出现失误，条件齐备、第3个工作日申请，可能符合"),
    ("wuyang_tolerance", "紧急处置来不及开会，须由组织认定"),
    ("shangzhou", "责任追究已经实施，已过期限"),
    ("puyang_draft", "以单位名义申请，濮阳不在适用范围"),
    ("pingdingshan_list", "招商接待违反明令禁止的规定、情节轻微，正负面相冲，须由组织认定"),
    ("xuzhou", "有没有违纪没有回答，信息不足"),
]


def answer(form: Locator, facts: dict[str, CaseValue]) -> None:
    """Fills the questionnaire the way a person does: by clicking choices and typing numbers and days."""
    singles: dict[str, Locator] = {}
    for radio in form.locator("input[type=radio][data-sets]:not([name^=f-])").all():
        sets = json.loads(radio.get_attribute("data-sets") or "{}")
        if sets and all(facts.get(fact) == value for fact, value in sets.items()):
            singles[radio.get_attribute("name") or ""] = radio
    for radio in singles.values():
        radio.check()
    for fact, value in facts.items():
        choice = {True: "yes", False: "no", "organ": "organ"}.get(value) if isinstance(value, bool | str) else None
        row = form.locator(f"input[name='f-{fact}'][value='{choice}']")
        if choice and row.count():
            row.check()
        field = form.locator(f"input[name='{fact}']:not([type=radio])")
        if value is not None and field.count():
            field.fill(str(value))
            field.blur()


@pytest.fixture
def checker(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/check/")
    page.wait_for_selector(f"[data-ready]{DRAWN}", timeout=READY)
    return page


def find(library: Library, instrument: str, ident: str) -> Case:
    return next(case for case in library.instrument(instrument).cases if case.id == ident)


def test_a_person_answers_the_form_and_reads_the_verdicts(checker: Page, library: Library) -> None:
    titles = {verdict.id: verdict.title for verdict in library.vocabulary.verdicts}
    for instrument, ident in CASES:
        case = find(library, instrument, ident)
        checker.locator("button[type=reset]").click()
        answer(checker.locator("form.checker__form"), case.facts)
        checker.wait_for_selector(DRAWN)
        for expected_instrument, expected in case.expect.items():
            card = checker.locator(f"article[data-instrument='{expected_instrument}']")
            expect(card.locator(".verdict__title strong")).to_have_text(titles[expected.verdict])
            for provision in expected.provisions:
                link = card.locator(f"li[data-provision='{provision}'] a").first
                page, anchor = provision.split("/", 1)
                expect(link).to_have_attribute("href", f"../read/{page}/#{anchor.replace('/', '-')}")


def test_the_draft_says_so_beside_every_verdict(checker: Page) -> None:
    card = checker.locator("article[data-instrument='puyang_draft']")
    expect(card).to_contain_text("征求意见稿，未施行")
    expect(checker.locator("article[data-instrument='shangzhou']")).not_to_contain_text("未施行")


def test_the_place_decides_only_what_is_shown_first(checker: Page) -> None:
    verdicts = checker.locator("article[data-instrument]")
    before = {card.get_attribute("data-instrument"): card.get_attribute("data-verdict") for card in verdicts.all()}
    checker.locator("input[data-document='xuzhou']").check()
    checker.wait_for_selector(DRAWN)
    assert verdicts.first.get_attribute("data-instrument") == "xuzhou"
    assert {
        card.get_attribute("data-instrument"): card.get_attribute("data-verdict") for card in verdicts.all()
    } == before


def test_one_button_answers_no_to_the_rest_of_a_question_and_keeps_what_was_said(checker: Page) -> None:
    question = checker.locator("#q-misconduct")
    question.locator("input[name='f-dereliction'][value='yes']").check()
    question.locator("[data-role=rest-no]").click()
    checker.wait_for_selector(DRAWN)
    expect(question.locator("input[name='f-dereliction'][value='yes']")).to_be_checked()
    expect(question.locator("input[value='unknown']:checked")).to_have_count(0)
    expect(checker.locator("article[data-instrument='wuyang_tolerance'] .verdict__title")).to_have_text("不符合条件")


def test_a_date_past_the_calendar_is_refused_in_words(checker: Page) -> None:
    checker.locator("input[name=accountability_start_date]").fill("2098-01-01")
    checker.locator("input[name=application_date]").fill("2098-01-05")
    checker.wait_for_selector(DRAWN)
    expect(checker.locator("[data-role=summary]")).to_contain_text("超出工作日历")
    expect(checker.locator("article[data-instrument]")).to_have_count(0)


def test_the_page_stays_usable_when_the_runtime_cannot_be_loaded(page: Page, site_url: str, traffic: Any) -> None:
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    traffic.allow(".*")
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-failed]", timeout=READY)
    expect(page.locator("[data-role=status]")).to_contain_text("没有载入成功")
    page.locator("input[name='f-private_gain'][value='no']").check()
    expect(page.locator("input[name='f-private_gain'][value='no']")).to_be_checked()


def test_reset_takes_back_every_answer(checker: Page) -> None:
    checker.locator("input[name='f-private_gain'][value='yes']").check()
    checker.wait_for_selector(DRAWN)
    shangzhou = checker.locator("article[data-instrument='shangzhou']")
    expect(shangzhou).to_have_attribute("data-verdict", "ineligible")
    checker.locator("button[type=reset]").click()
    checker.wait_for_selector(DRAWN)
    expect(shangzhou).to_have_attribute("data-verdict", "insufficient_information")
