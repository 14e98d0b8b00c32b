"""The checker's page in a real browser: answered as a person would, the verdicts read off the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from policies.engine.schema.case import Case
from tests.support.cards import title
from tests.support.check_page import CONFIRMED, READY, answer
from wasm_checker.content.page_texts import words

pytestmark = pytest.mark.python

# One case whose verdict is favourable, one that is not, one that is open, and one of each remaining kind.
CASES = [
    ("wuyang_tolerance", "改革中缺乏经验先行先试出现失误，条件齐备、第3个工作日申请，可能符合"),
    ("wuyang_tolerance", "紧急处置来不及开会，须由组织认定"),
    ("shangzhou", "责任追究已经实施，已过期限"),
    ("puyang_draft", "以单位名义申请，濮阳不在适用范围"),
    ("pingdingshan_list", "招商接待违反明令禁止的规定、情节轻微，正负面相冲，须由组织认定"),
    ("xuzhou", "有没有违纪没有回答，信息不足"),
]


@pytest.fixture
def checker(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/check/")
    page.wait_for_selector(CONFIRMED, timeout=READY)
    return page


def find(library: Library, instrument: str, ident: str) -> Case:
    return next(case for case in library.instrument(instrument).cases if case.id == ident)


@pytest.mark.long
@pytest.mark.parametrize(("instrument", "ident"), CASES)
def test_a_person_answers_the_form_and_reads_the_verdicts(
    checker: Page, library: Library, instrument: str, ident: str
) -> None:
    case = find(library, instrument, ident)
    checker.locator("button[type=reset]").click()
    answer(checker.locator("form.checker__form"), case.facts)
    checker.wait_for_selector(CONFIRMED)
    for expected_instrument, expected in case.expect.items():
        card = checker.locator(f"article[data-rule='{expected_instrument}']")
        said = title(library, expected_instrument, expected.verdict)
        expect(card.locator(".verdict__title strong")).to_have_text(said)
        for provision in expected.provisions:
            link = card.locator(f"li[data-provision='{provision}'] a").first
            page, anchor = provision.split("/", 1)
            expect(link).to_have_attribute("href", f"../read/{page}/#{anchor.replace('/', '-')}")


def test_the_draft_says_so_beside_every_verdict(checker: Page) -> None:
    card = checker.locator("article[data-rule='puyang_draft']")
    expect(card).to_contain_text("征求意见稿，未施行")
    expect(checker.locator("article[data-rule='shangzhou']")).not_to_contain_text("未施行")


def test_the_place_decides_only_what_is_shown_first(checker: Page) -> None:
    verdicts = checker.locator("article[data-rule]")
    before = {card.get_attribute("data-rule"): card.get_attribute("data-verdict") for card in verdicts.all()}
    checker.locator("input[data-document='xuzhou']").check()
    checker.wait_for_selector(CONFIRMED)
    assert verdicts.first.get_attribute("data-rule") == "xuzhou"
    assert {card.get_attribute("data-rule"): card.get_attribute("data-verdict") for card in verdicts.all()} == before


def test_one_button_answers_no_to_the_rest_of_a_question_and_keeps_what_was_said(checker: Page) -> None:
    question = checker.locator("#q-misconduct")
    question.locator("input[name='f-dereliction'][value='yes']").check()
    question.locator("[data-role=rest-no]").click()
    checker.wait_for_selector(CONFIRMED)
    expect(question.locator("input[name='f-dereliction'][value='yes']")).to_be_checked()
    expect(question.locator(".fact:not(:has(input[type=radio]:checked))")).to_have_count(0)
    expect(checker.locator("article[data-rule='wuyang_tolerance'] .verdict__title")).to_have_text("不符合条件")


REST = """async () => {
  const form = document.querySelector("form.checker__form");
  const told = document.querySelector("[data-role=contradictions]");
  const wrong = [];
  for (const rest of form.querySelectorAll("[data-role=rest-no]")) {
    const facts = [...rest.closest("fieldset").querySelectorAll("[data-fact]")].map((row) => row.dataset.fact);
    for (const fact of ["", ...facts]) {
      form.reset();
      await new Promise((resolve) => setTimeout(resolve));
      const yes = fact && form.querySelector(`input[name='f-${fact}'][value=yes]`);
      if (yes) yes.click();
      rest.click();
      if (told.querySelector("li") || (yes && !yes.checked)) wrong.push(fact || rest.closest("fieldset").id);
    }
  }
  return wrong;
}"""


@pytest.mark.long
def test_the_rest_answered_no_agrees_with_what_was_answered_whatever_that_was(checker: Page) -> None:
    """For every question of rows, with nothing answered and with each row answered 是."""
    assert checker.evaluate(REST) == []


def test_what_was_ticked_goes_with_the_answers_it_stood_beside(checker: Page) -> None:
    checker.locator("input[data-document='shangzhou']").check()
    checker.locator("input[name='f-democratic_procedure'][value=yes]").check()
    box = checker.locator("[data-steps=shangzhou] [data-papers=democratic_procedure] input").first
    box.check()
    checker.locator("input[name='f-private_gain'][value=no]").check()
    expect(box).to_be_checked()
    checker.locator("button[type=reset]").click()
    checker.locator("input[data-document='shangzhou']").check()
    checker.locator("input[name='f-democratic_procedure'][value=yes]").check()
    expect(box).not_to_be_checked()


def test_a_date_past_the_calendar_is_refused_in_words(checker: Page) -> None:
    checker.locator("input[name=accountability_start_date]").fill("2098-01-01")
    checker.locator("input[name=application_date]").fill("2098-01-05")
    checker.wait_for_selector(CONFIRMED)
    expect(checker.locator("[data-role=summary]")).to_contain_text("超出本站的放假安排")
    expect(checker.locator("article[data-rule]")).to_have_count(0)


def test_reset_takes_back_every_answer(checker: Page) -> None:
    checker.locator("input[name='f-private_gain'][value='yes']").check()
    checker.wait_for_selector(CONFIRMED)
    shangzhou = checker.locator("article[data-rule='shangzhou']")
    expect(shangzhou).to_have_attribute("data-verdict", "ineligible")
    checker.locator("button[type=reset]").click()
    checker.wait_for_selector(CONFIRMED)
    expect(shangzhou).to_have_attribute("data-verdict", "insufficient_information")


def test_what_is_left_to_the_organ_is_not_counted_as_left_to_the_person(checker: Page) -> None:
    checker.locator("input[data-document='xuzhou']").check()
    left = checker.locator("[data-role=left]")
    expect(left).to_contain_text("最多还有")
    checker.evaluate(
        """() => {
          for (const field of document.querySelectorAll("input[value=organ]")) field.checked = true;
          for (const group of document.querySelectorAll("fieldset.question")) {
            const last = [...group.querySelectorAll("input[data-sets*=organ]")].at(-1);
            if (last) last.checked = true;
          }
          document.querySelector("input[name=workdays_since_start]").value = 3;
          document.querySelector("form.checker__form").dispatchEvent(new Event("change"));
        }"""
    )
    expect(checker.locator("article[data-rule=xuzhou]")).to_have_attribute("data-verdict", "needs_judgement")
    expect(left).to_have_text("该答的都答完了")


def test_what_only_the_organ_finds_is_said_apart_and_may_still_be_answered(checker: Page) -> None:
    checker.locator("input[data-document='wuyang']").check()
    expect(checker.locator("[data-role=left] small")).to_contain_text("项由组织认定，可以不答")
    checker.get_by_text("“主观出于公心”").or_(checker.locator("[data-fact=public_spirit]")).first.wait_for(
        state="attached"
    )
    expect(checker.locator("[data-fact=public_spirit]")).not_to_have_class("fact is-settled")


def test_a_settled_verdict_says_why_in_one_sentence_and_what_would_change_it(checker: Page) -> None:
    checker.locator("input[name='f-private_gain'][value='yes']").check()
    checker.wait_for_selector(CONFIRMED)
    card = checker.locator("article[data-rule='shangzhou']")
    card.locator("[data-role=explain] > summary").click()
    expect(card).to_contain_text("只凭这 1 项回答，就得出这个结论：“谋取私利”：是。")
    expect(card.locator(".tree")).to_contain_text("未谋取私利")
    expect(checker.locator("[data-role=changed]")).to_contain_text("商州：信息不足 → 不符合条件")


def test_a_question_tells_who_asks_it_and_whose_verdict_hangs_on_it_and_not_what_to_answer(
    checker: Page, library: Library
) -> None:
    why = checker.locator("[data-why='private_gain']")
    why.locator("summary").click()
    hangs = why.locator("[data-role=why] > p")
    expect(hangs).to_contain_text(re.compile("商州.*的结论还要看这一项。事情是怎样的，就怎样答。"))
    expect(why.locator("a", has_text="第二条").first).to_be_visible()
    said = why.inner_text()
    assert not [verdict for verdict in words(library)["verdicts"].values() if verdict["title"] in said]
    assert "答“" not in said
    # Opened, it follows what is answered elsewhere.
    checker.locator("#q-post_type").get_by_text("都不是").click()
    expect(hangs).not_to_contain_text("商州")


def test_a_why_speaks_of_the_chosen_place(checker: Page) -> None:
    checker.locator("input[data-document='xuzhou']").check()
    why = checker.locator("#q-post_type [data-why]")
    why.locator("summary").click()
    expect(why).to_contain_text("这几条要看这一项：")
    expect(why).not_to_contain_text("商州")
    expect(why).to_contain_text("徐州工院的结论还要看这一项。")
    checker.locator("input[data-document='wuyang']").check()
    context = checker.locator("[data-why='ctx_overall_interest']")
    context.locator("summary").click()
    expect(context).to_contain_text("现在看的文件用不到这一项，可以不答")


def test_a_number_that_is_wanted_is_named_by_its_bound(checker: Page) -> None:
    checker.locator("input[data-document='xuzhou']").check()
    days = checker.locator("input[name='workdays_since_start']")
    days.fill("30")
    days.blur()
    card = checker.locator("article[data-rule='xuzhou']")
    expect(card).to_have_attribute("data-verdict", "too_late")
    card.locator("[data-role=explain] > summary").click()
    expect(card).to_contain_text("不超过 7")
    expect(card).not_to_contain_text("不超过 6")


def test_today_is_one_tap_away(checker: Page) -> None:
    dated = checker.locator(".dated", has=checker.locator("input[name=application_date]"))
    dated.get_by_role("button", name="书面申请提出的日期").click()
    today = checker.evaluate("new Date().toLocaleDateString('sv')")
    expect(dated.locator("input[type=date]")).to_have_value(today)
    assert checker.evaluate("document.querySelector('[data-checker]').questionnaire.facts.application_date") == today


def test_contradicting_answers_are_pointed_out_and_lead_back_to_their_questions(checker: Page) -> None:
    checker.locator("input[data-document=wuyang]").check()
    checker.locator("input[name='f-dereliction'][value='yes']").check()
    checker.locator("input[name='f-due_diligence'][value='yes']").check()
    checker.wait_for_selector(CONFIRMED)
    told = checker.locator("[data-role=contradictions]")
    expect(told).to_contain_text("“失职渎职”与“勤勉尽责、达到尽责要求”")
    expect(told).to_contain_text("结论先不要看，请按事实改一项")
    drafts = checker.locator("[data-role=next-steps] [data-role=draft]")
    expect(drafts).to_have_count(0)
    expect(checker.locator("[data-role=next-steps]")).to_contain_text("改正以前不写申请草稿")
    told.get_by_text("“失职渎职”").click()
    expect(checker.locator("#q-misconduct legend")).to_be_focused()
    expect(checker.locator("#q-misconduct")).to_be_in_viewport()


def test_a_case_that_is_accountable_says_which_aggravating_circumstances_nobody_has_answered(
    checker: Page, library: Library
) -> None:
    """Else 可能应当问责 would read as if nothing worse could follow."""
    rule = "wuyang_accountability"
    cases = (case for item in library.instruments for case in item.cases_of.get(rule, ()))
    case = next(case for case in cases if case.expect[rule].verdict == "accountable")
    known = {fact: value for fact, value in case.facts.items() if not fact.startswith("agg_")}
    answer(checker.locator("form.checker__form"), known)
    checker.locator("input[name=further][value=accountability]").check()
    card = checker.locator(f"article[data-rule='{rule}']")
    expect(card).to_have_attribute("data-verdict", "accountable")
    asked = card.locator("details details", has_text="还没有回答的从重情节").locator("[data-fact-named]")
    expect(asked).to_have_count(4)
    expect(checker.locator("#q-aggravating")).not_to_have_class("question is-settled")
    checker.locator("input[name^='f-agg_'][value='no']").first.check()
    expect(asked).to_have_count(3)
