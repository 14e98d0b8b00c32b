"""The first question: where the person stands leads to what the texts write for it, and to no answer that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.check_page import form_of, open_file, passed_over, replace_by, saved_by

STATE = "document.querySelector('[data-checker]').questionnaire.state"
AFTER_VERDICTS = """panel => {
  const verdicts = document.querySelector("[data-role=verdicts]");
  return Boolean(panel.compareDocumentPosition(verdicts) & Node.DOCUMENT_POSITION_PRECEDING);
}"""


def stand(page: Page, situation: str, place: str = "") -> Locator:
    """The panel that follows."""
    page.locator(f"input[name=situation][value={situation}]").check()
    if place:
        page.locator(f"input[data-document={place}]").check()
    return page.locator("[data-role=situation]")


def rules(page: Page) -> list[str | None]:
    cards = page.locator("[data-role=verdicts] article[data-rule]").all()
    return [card.get_attribute("data-rule") for card in cards]


@pytest.mark.parametrize(
    "situation",
    ["before", "accused", *(pytest.param(one, marks=pytest.mark.long) for one in ("in_procedure", "decided", "study"))],
)
def test_each_situation_leads_to_its_panel_and_each_place_to_its_own_words(
    checker: Page, library: Library, situation: str
) -> None:
    (found,) = [each for each in library.vocabulary.situations.situations if each.id == situation]
    panel = stand(checker, situation)
    expect(panel.get_by_role("heading", name=found.title)).to_be_visible()
    assert panel.evaluate(AFTER_VERDICTS) == found.verdicts_first
    if found.ask:
        expect(panel).to_contain_text(f"这样问：“{found.ask.words}”")
    documents = {document.slug for document in library.documents}
    drawn = {each.get_attribute("data-of") for each in panel.locator("[data-of]").all()}
    assert drawn == (documents if found.says else set())
    for document in drawn:
        checker.locator(f"input[data-document={document}]").check()
        expect(panel.locator("[data-of]")).to_have_count(1)
        own = panel.locator(f"[data-of={document}]")
        for quote in (each for each in found.says if each.quote and each.provision):
            if library.instrument(str(quote.provision).split("/")[0]).document == document:
                expect(own).to_contain_text(quote.text)
                expect(own.locator("blockquote", has_text=str(quote.quote))).not_to_have_count(0)


def test_the_question_stands_first_and_sends_away_who_reports_others(checker: Page) -> None:
    first = form_of(checker).locator("fieldset.question").first
    expect(first).to_have_attribute("id", "q-situation")
    expect(first).to_contain_text("想反映别人问题的，这里帮不上")
    expect(form_of(checker).locator("fieldset.question").nth(1)).to_have_attribute("id", "q-policy_area")
    expect(checker.locator("[data-role=situation]")).to_be_empty()


# Before the act --------------------------------------------------------------------------------------------------------


def test_before_the_act_no_verdict_stands_first_and_the_row_on_filing_is_linked(checker: Page) -> None:
    supposed = checker.locator("[data-role=supposed]")
    expect(supposed.locator("> summary")).to_be_hidden()
    panel = stand(checker, "before", "pingdingshan")
    expect(panel).to_contain_text("五份文件都没有写：还没出事的时候，能不能先申请容错、先报备。")
    expect(panel.get_by_role("link", name="备案（向谁报）")).to_have_attribute("href", "../compare/decision/#filing")
    expect(checker.locator("article[data-rule=pingdingshan_list]")).to_be_hidden()
    expect(checker.locator("[data-role=next-steps]")).to_be_hidden()
    expect(checker.locator("[data-role=summary]")).to_be_empty()
    supposed.get_by_text("假如已经出了失误，按现在填的会怎样").click()
    expect(checker.locator("article[data-rule=pingdingshan_list]")).to_be_visible()
    checker.locator("#q-applicant_kind").get_by_text("个人", exact=True).click()
    expect(checker.locator("article[data-rule=pingdingshan_list]")).to_be_visible()  # what was opened stays open
    stand(checker, "in_procedure")
    expect(supposed.locator("> summary")).to_be_hidden()
    expect(checker.locator("[data-role=summary]")).to_contain_text("平顶山")


def test_the_stage_is_not_asked_of_who_has_said_that_nothing_has_happened(checker: Page) -> None:
    stand(checker, "before", "xuzhou")
    assert checker.evaluate(f"{STATE}.facts") == {"procedure_stage": "not_started"}
    checker.locator("[data-role=supposed] > summary").click()  # nothing is asked for what is folded away
    checker.locator("input[name=mode][value=one]").check()
    seen = passed_over(checker)
    assert "q-private_gain" in seen
    assert "q-procedure_stage" not in seen


# Accused ---------------------------------------------------------------------------------------------------------------


def test_the_accused_is_judged_by_what_clears_him_and_by_tolerance_only_where_something_went_wrong(
    checker: Page,
) -> None:
    asked = checker.locator("#q-accused_beside")
    expect(asked).to_be_hidden()
    panel = stand(checker, "accused", "shangzhou")
    expect(panel).to_contain_text("有关机关查清不属实、也没有失误和结果的，谈不上容错")
    expect(panel).to_contain_text("五份文件都没有写：澄清由谁提出、怎样提出。")
    assert rules(checker) == ["shangzhou_clarification"]
    asked.get_by_label("有，一并看能不能容错").check()
    assert rules(checker) == ["shangzhou", "shangzhou_clarification"]
    asked.get_by_label("没有", exact=True).check()
    assert rules(checker) == ["shangzhou_clarification"]
    assert checker.evaluate(f"{STATE}.choices") == {"accused_beside": "没有", "situation": "有人反映我，我认为不属实"}
    stand(checker, "decided")
    expect(asked).to_be_hidden()
    stand(checker, "accused")
    expect(asked.locator("input:checked")).to_have_count(0)  # another situation's question is answered anew
    checker.locator("input[name=f-result_mistake][value=yes]").check()
    assert rules(checker) == ["shangzhou", "shangzhou_clarification"]
    expect(asked).to_be_hidden()  # it is said


def test_where_a_text_has_no_track_the_panel_is_all_and_no_application_is_spoken_of(checker: Page) -> None:
    panel = stand(checker, "accused", "wuyang")
    assert rules(checker) == []
    expect(panel).to_contain_text("反映不实的，应及时澄清事实")
    expect(checker.locator("[data-role=draft], [data-role=ics]")).to_have_count(0)
    expect(checker.locator("[data-role=next-steps]")).not_to_contain_text("申请")
    expect(checker.locator("[data-role=summary]")).to_be_empty()


# What fits -------------------------------------------------------------------------------------------------------------


def test_a_situation_takes_back_the_answers_that_do_not_fit_it_and_says_why_fewer_are_listed(checker: Page) -> None:
    stage = checker.locator("#q-procedure_stage")
    decided = stage.get_by_label("决定已经执行了")
    decided.check()
    stand(checker, "in_procedure")
    expect(decided).to_be_hidden()
    assert checker.evaluate(f"{STATE}.facts") == {}
    expect(stage).to_contain_text("您选了正在被调查、问责，这里只列合得上的；不合的，改第一题。")
    stage.get_by_label("已启动，正在调查").check()
    stand(checker, "before")
    assert checker.evaluate(f"{STATE}.facts") == {"procedure_stage": "not_started"}
    expect(checker.locator("[data-role=contradictions]")).to_be_empty()
    expect(stage).to_contain_text("您选了还没出事，想事先问清")
    expect(stage.get_by_label("还没启动")).to_be_checked()
    stand(checker, "study")
    expect(stage.locator("input:checked")).to_have_count(0)  # nobody has said so but the situation
    expect(decided).to_be_visible()
    expect(stage.locator("[data-role=fitted]")).to_have_count(0)


# Kept ------------------------------------------------------------------------------------------------------------------


def test_a_saved_case_brings_the_situation_back_and_one_without_is_given_none(checker: Page, tmp_path: Path) -> None:
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    without = saved_by(checker, tmp_path)
    stand(checker, "decided", "xuzhou")
    assert checker.evaluate(f"{STATE}.choices") == {"situation": "决定已经作出"}
    (tmp_path / "with").mkdir()
    kept = saved_by(checker, tmp_path / "with")
    replace_by(checker, without)
    expect(checker.locator("input[name=situation]:checked")).to_have_count(0)
    open_file(checker, kept)
    expect(checker.locator("input[name=situation][value=decided]")).to_be_checked()


def test_facts_alone_say_no_situation_and_win_over_one_that_does_not_fit_them(checker: Page) -> None:
    given = (
        """(read) => document.querySelector('[data-checker]').questionnaire.apply({place: "", choices: {}, ...read})"""
    )
    checker.evaluate(given, {"facts": {"procedure_stage": "not_started", "believes_report_untrue": True}})
    expect(checker.locator("input[name=situation]:checked")).to_have_count(0)
    read = {"facts": {"procedure_stage": "investigating"}, "choices": {"situation": "决定已经作出"}}
    assert checker.evaluate(given, read) == []
    expect(checker.locator("input[name=situation]:checked")).to_have_count(0)
    assert checker.evaluate(f"{STATE}.facts") == {"procedure_stage": "investigating"}


@pytest.mark.parametrize(
    "later", ["decided", *(pytest.param(one, marks=pytest.mark.long) for one in ("in_procedure", "study"))]
)
def test_what_a_situation_said_goes_with_it_be_it_after_a_reload(checker: Page, later: str) -> None:
    """Else whoever is under investigation would be told that no procedure has begun, while his days run."""
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    for again in (False, True):
        stand(checker, "before", "wuyang")
        assert checker.evaluate(f"{STATE}.facts") == {"procedure_stage": "not_started"}
        if again:
            checker.reload()
            expect(checker.locator("input[name=situation][value=before]")).to_be_checked()
        stand(checker, later)
        assert checker.evaluate(f"{STATE}.facts") == {}


def test_a_stage_that_is_taken_back_is_taken_back_beside_the_days_too(checker: Page) -> None:
    stage = checker.locator("#q-procedure_stage")
    stage.get_by_text("还没启动").click()
    assert checker.evaluate(f"{STATE}.facts") == {"procedure_stage": "not_started"}
    stage.get_by_text("不清楚", exact=True).click()
    assert checker.evaluate(f"{STATE}.facts") == {}


def test_what_changed_is_not_said_beside_another_place(checker: Page) -> None:
    stand(checker, "study", "shangzhou")
    checker.locator("input[name='f-private_gain'][value=yes]").check()
    expect(checker.locator("[data-role=changed]")).to_contain_text("商州")
    checker.locator("input[data-document=xuzhou]").check()
    expect(checker.locator("[data-role=changed]")).not_to_contain_text("商州")
