"""Answers and what is said of them on the checker's own page: never a verdict, a step or a confirmation of other answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.cases import TODAY, favourable
from tests.support.check_page import (
    CONFIRMED,
    DRAWN,
    FILL,
    READY,
    box,
    confirmed,
    form_of,
    open_file,
    opened,
    passed_over,
    said,
    saved_by,
)
from tests.support.holding import holding
from tests.support.traffic import Traffic
from tests.support.until import until

STATE = "document.querySelector('[data-checker]').questionnaire.state"
# Python is asked for a method that there is not, as long as `window.breaking` is set.
BREAKABLE = """() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    const broken = window.breaking && message.method === "assess" ? { ...message, method: "nothing" } : message;
    return post.call(this, broken, ...more);
  };
}"""


@pytest.fixture
def checker(page: Page, site_url: str) -> Page:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+08:00")
    page.add_init_script("window.print = () => window.dispatchEvent(new Event('beforeprint'));")
    return opened(page, site_url)


@pytest.fixture
def filled(checker: Page, library: Library) -> Page:
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    form_of(checker).evaluate(FILL, favourable(library))
    expect(checker.locator("[data-steps=wuyang_tolerance]")).to_be_visible()
    return checker


def give(page: Page, name: str, value: str) -> Locator:
    """As someone might whose browser is less strict than Playwright."""
    field = page.locator(f"input[name={name}]")
    field.evaluate(
        "(field, value) => { field.value = value; field.dispatchEvent(new Event('change', {bubbles: true})); }", value
    )
    return field


def report(page: Page) -> Locator:
    page.locator("[data-role=print-report]").click()
    return page.locator(".print-alone .report")


# In error --------------------------------------------------------------------------------------------------------------


def test_answers_that_cannot_be_judged_stand_beside_no_verdict_and_no_steps_of_before(filled: Page) -> None:
    filled.locator("input[name=application_date]").fill("2098-01-05")
    expect(filled.locator("[data-role=summary]")).to_contain_text("超出本站的放假安排")
    expect(filled.locator("article[data-rule]")).to_have_count(0)
    expect(filled.locator("[data-role=next-steps]")).to_be_empty()
    expect(filled.locator("[data-role=draft]")).to_have_count(0)
    expect(filled.locator("[data-role=left]")).to_have_text("有一项填得不对，先改好它")
    assert filled.evaluate(f"{STATE}.verdicts") == {}
    printed = report(filled)
    expect(printed).to_contain_text("按现在的回答不能判断，没有结论：2098-01-05 超出本站的放假安排")
    expect(printed.locator("[data-rule]")).to_have_count(0)
    filled.locator("input[name=application_date]").fill("2026-11-20")
    expect(filled.locator("[data-steps=wuyang_tolerance]")).to_be_visible()
    expect(filled.locator("[data-role=left]")).to_contain_text("项")
    expect(report(filled)).not_to_contain_text("不能判断")


@pytest.mark.python
def test_a_case_in_a_year_not_announced_is_judged_and_what_waits_for_it_says_so(checker: Page) -> None:
    checker.locator("input[name=accountability_start_date]").fill("2034-12-23")
    checker.locator("input[name=application_date]").fill("2035-01-04")
    checker.wait_for_selector(CONFIRMED, timeout=READY)
    expect(checker.locator("[data-role=summary]")).not_to_contain_text("超出本站的放假安排")
    expect(checker.locator("article[data-rule=xuzhou] [data-role=unannounced]")).to_contain_text("还没有公布")
    expect(checker.locator("article[data-rule=xuzhou]")).to_contain_text("日历未公布")
    expect(checker.locator("article[data-rule=shangzhou] [data-role=unannounced]")).to_have_count(0)


def test_an_error_hides_no_question_from_whoever_answers_one_at_a_time(filled: Page) -> None:
    give(filled, "application_date", "2098-01-05")
    expect(filled.locator("[data-role=left]")).to_have_text("有一项填得不对，先改好它")
    filled.locator("input[name=mode][value=one]").check()
    shown = passed_over(filled)
    assert "q-key_dates" in shown
    assert len(set(shown)) == filled.locator("fieldset.question:not([data-answered])").count()


# Not to be taken -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("workdays_since_start", "-1", "这里要填 0 到 9999 的整数，先没算进去。"),
        ("workdays_since_start", "7.5", "这里要填 0 到 9999 的整数，先没算进去。"),
        ("workdays_since_start", "12000", "这里要填 0 到 9999 的整数，先没算进去。"),
        ("accountability_start_date", "12026-01-01", "日期没填全，或者年份不对，先没算进去。"),
    ],
)
def test_what_a_field_does_not_take_counts_for_nothing_and_is_told_beside_it(
    checker: Page, tmp_path: Path, name: str, value: str, why: str
) -> None:
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    field = give(checker, name, value)
    told = checker.locator(".dated", has=field).get_by_role("status")
    expect(told).to_have_text(why)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(why)
    assert checker.evaluate(f"{STATE}.facts") == {}
    path = saved_by(checker, tmp_path)
    assert json.loads(path.read_text(encoding="utf-8"))["facts"] == {}
    open_file(checker, path)
    expect(said(checker)).to_contain_text("和现有的一样")
    give(checker, name, "7" if name == "workdays_since_start" else "2026-01-05")
    expect(told).to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "false")
    assert list(checker.evaluate(f"{STATE}.facts")) == [name]


# Against each other ----------------------------------------------------------------------------------------------------


def test_a_cadre_who_says_not_to_be_one_is_told_so_and_judged_as_neither(filled: Page) -> None:
    xuzhou = filled.locator("article[data-rule=xuzhou]")
    filled.locator("#q-post_type").get_by_text("学院干部", exact=True).click()
    filled.locator("input[name='f-is_cadre'][value=no]").check()
    expect(filled.locator("[data-role=contradictions]")).to_contain_text("“岗位类别”与“是干部”")
    expect(xuzhou).to_have_attribute("data-verdict", "insufficient_information")
    expect(report(filled).locator(".report__contrary")).to_contain_text("“岗位类别”与“是干部”")
    filled.locator("input[name='f-is_cadre'][value=unknown]").check()
    expect(filled.locator("[data-role=contradictions]")).to_be_empty()


def test_what_one_question_has_answered_another_s_button_does_not_deny(checker: Page) -> None:
    checker.locator("#q-post_type").get_by_text("学院干部", exact=True).click()
    checker.locator("#q-person_status [data-role=rest-no]").click()
    expect(checker.locator("input[name='f-cpc_member'][value=no]")).to_be_checked()
    expect(checker.locator("input[name='f-is_cadre']:checked")).to_have_count(0)
    expect(checker.locator("[data-role=contradictions]")).to_be_empty()


@pytest.mark.long
def test_a_procedure_that_has_not_started_has_no_start_day(checker: Page) -> None:
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    checker.locator("#q-procedure_stage").get_by_text("还没启动").click()
    expect(checker.locator("[data-role=contradictions]")).to_be_empty()
    checker.locator("input[name=accountability_start_date]").fill("2019-03-06")
    expect(checker.locator("[data-role=contradictions]")).to_contain_text("“问责阶段”与“问责程序启动日”")
    expect(report(checker).locator(".report__contrary")).to_contain_text("“问责阶段”与“问责程序启动日”")


def test_what_else_is_judged_and_which_of_two_like_answers_was_given_come_back_from_a_file(
    checker: Page, page_of: Callable[..., Page], site_url: str, tmp_path: Path
) -> None:
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    checker.locator("input[name=further][value=accountability]").check()
    checker.locator("#q-prior_tolerance").get_by_text("没有", exact=True).click()
    rules = checker.locator("article[data-rule]").count()
    path = saved_by(checker, tmp_path)
    other = opened(page_of(), site_url)
    expect(other.locator("[data-role=save-case]")).to_be_visible()
    assert other.locator("article[data-rule]").count() < rules
    open_file(other, path)
    expect(other.locator("article[data-rule]")).to_have_count(rules)
    expect(other.locator("#q-prior_tolerance").get_by_label("没有", exact=True)).to_be_checked()


# A link at load --------------------------------------------------------------------------------------------------------


@pytest.fixture
def link(filled: Page) -> str:
    filled.locator("[data-role=share-case]").click()
    return filled.get_by_label("带有回答的链接").input_value()


def test_a_link_at_load_asks_whoever_has_answered_while_the_words_were_loading(
    link: str, page_of: Callable[..., Page]
) -> None:
    page = page_of()
    words = holding(page, "**/words.*.json")
    page.goto(link, wait_until="commit")
    page.locator("input[name='f-private_gain'][value=yes]").check()
    until(page, "!location.hash")
    words.release()
    expect(box(page)).to_contain_text("和现有的 1 项不一样，现在还没有换")
    expect(page.locator("input[name='f-private_gain'][value=yes]")).to_be_checked()
    box(page).get_by_role("button", name="换成链接里的回答").click()
    expect(page.locator("input[name='f-private_gain'][value=no]")).to_be_checked()


def test_a_link_that_cannot_be_read_for_want_of_the_words_is_told_and_leaves_the_address_clean(
    link: str, page_of: Callable[..., Page], traffic: Traffic
) -> None:
    traffic.allow("Failed to load|ERR_FAILED")
    page = page_of()
    page.route("**/words.*.json", lambda route: route.abort())
    page.goto(link)
    expect(page.locator("[data-role=opened]")).to_contain_text("链接里的回答没有读出来")
    assert page.url.endswith("/check/")


# Python ----------------------------------------------------------------------------------------------------------------


@pytest.mark.python
def test_a_new_answer_is_not_confirmed_by_what_was_said_of_the_one_before(checker: Page) -> None:
    confirmed(checker)
    before = checker.evaluate(
        """() => {
          document.querySelector("input[name='f-private_gain'][value=yes]").click();
          return "confirmed" in document.querySelector("[data-checker]").dataset;
        }"""
    )
    assert before is False
    confirmed(checker)


@pytest.mark.python
def test_an_answer_that_python_could_not_check_is_said_to_be_unchecked_until_one_is_checked(
    page: Page, site_url: str, traffic: Traffic
) -> None:
    traffic.allow("console: Error")  # and logged, as every fault is
    page.add_init_script(f"({BREAKABLE})()")
    confirmed(opened(page, site_url))
    page.evaluate("() => { window.breaking = true; }")
    page.locator("input[name='f-private_gain'][value=yes]").check()
    expect(page.locator("[data-role=status]")).to_contain_text("这一次没能再核对")
    assert page.locator("[data-checker]").get_attribute("data-confirmed") is None
    page.evaluate("() => { window.breaking = false; }")
    page.locator("input[name='f-private_gain'][value=no]").check()
    confirmed(page)
    expect(page.locator("[data-role=status]")).to_contain_text("结论都会再核对一遍")


@pytest.mark.python
@pytest.mark.long
def test_python_that_becomes_ready_leaves_alone_what_somebody_types_in_the_next_steps(
    page: Page, site_url: str, library: Library
) -> None:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+08:00")
    runtime = holding(page, "**/python.*.wasm")
    page.goto(f"{site_url}/check/")
    page.wait_for_selector(DRAWN)
    expect(page.locator("[data-role=save-case]")).to_be_visible()
    form_of(page).evaluate(FILL, favourable(library))
    page.locator("input[data-document=wuyang]").check()  # who has named no place is given no day
    page.locator("input[name=further][value=track]").check()
    page.get_by_text("《防错纠错通知》样本：可以填写、打印").click()
    name = page.locator("[data-role=form]").get_by_label("姓名", exact=True)
    name.fill("张")
    runtime.release()
    page.wait_for_selector(CONFIRMED, timeout=READY)
    limit = page.locator("[data-limit=wuyang_tolerance_apply]")
    expect(limit).to_contain_text("最后一天是2026年11月27日")
    expect(name).to_be_focused()
    page.keyboard.type("三")
    expect(name).to_have_value("张三")
