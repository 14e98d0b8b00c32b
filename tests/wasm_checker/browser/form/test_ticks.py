"""Lists to tick: what is ticked is so, and what is not is answered only by a button that says how."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.accessibility import violations
from tests.support.asking import FACTS, FIT, choose_place, opened, tick, visit


def test_a_list_that_nobody_touches_answers_nothing(asked: Page) -> None:
    listed = opened(asked, "misconduct")
    expect(listed.locator("[data-rest=no]")).to_have_text("都没有，下一题")
    expect(listed.locator("input:checked")).to_have_count(0)
    asked.get_by_role("button", name="先不答").click()
    assert asked.evaluate(FACTS) == {}


@pytest.mark.parametrize(("rest", "value"), [("no", False), ("organ", "organ")])
def test_what_is_ticked_is_so_and_the_rest_is_what_the_button_says(asked: Page, rest: str, value: object) -> None:
    listed = opened(asked, "misconduct")
    tick(listed, "dereliction").check()
    expect(listed.locator("[data-rest=no]")).to_have_text("其余都没有，下一题")
    assert asked.evaluate(FACTS) == {"dereliction": True}
    listed.locator(f"[data-rest={rest}]").click()
    expect(listed).to_be_hidden()
    facts = asked.evaluate(FACTS)
    assert facts.pop("dereliction") is True
    assert len(facts) > 3
    assert set(map(str, facts.values())) == {str(value)}


def test_a_list_says_when_it_is_enough_and_then_denies_nothing(asked: Page) -> None:
    choose_place(asked, "shangzhou")
    listed = opened(asked, "outcome")
    enough = listed.locator(".ticks__enough")
    expect(enough).to_have_text("")
    tick(listed, "result_mistake").check()
    expect(enough).to_have_text("够了：别的选不选，都不影响结论。")
    expect(listed.locator("[data-rest]:visible")).to_have_text(["下一题"])
    listed.locator("[data-rest]:visible").click()
    expect(listed).to_be_hidden()
    assert asked.evaluate(FACTS) == {"result_mistake": True}


def test_a_tick_taken_back_is_no_no(asked: Page) -> None:
    listed = opened(asked, "misconduct")
    tick(listed, "dereliction").check()
    tick(listed, "dereliction").uncheck()
    assert asked.evaluate(FACTS) == {}


def test_row_by_row_the_four_answers_are_there_and_the_list_shows_them(asked: Page) -> None:
    listed = opened(asked, "misconduct")
    expect(listed.locator("input[name='f-fraud_or_formalism']").first).to_be_hidden()
    listed.get_by_role("button", name="逐项回答").click()
    listed.locator("input[name='f-fraud_or_formalism'][value=organ]").check()
    listed.locator("input[name='f-dereliction'][value=yes]").check()
    listed.get_by_role("button", name="回到勾选").click()
    expect(tick(listed, "dereliction")).to_be_checked()
    expect(listed.locator("[data-fact=fraud_or_formalism] [data-role=said]")).to_have_text("请组织认定")


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_a_list_a_choice_and_an_only_row_break_no_rule_of_accessibility(
    page_of: Callable[..., Page], scheme: str
) -> None:
    page = visit(page_of(view="ask", viewport={"width": 320, "height": 640}, color_scheme=scheme))
    for question in ("policy_area", "misconduct", "private_gain"):
        shown = opened(page, question)
        shown.locator(".choice:visible").first.hover()
        assert violations(page) == []
        assert page.evaluate(FIT)


@pytest.mark.parametrize(
    ("question", "good", "denial"),
    [
        ("subjective", "due_diligence", "其余没有做到"),
        ("remedy", "admits_mistake", "其余没有做到，下一题"),
    ],
)
def test_what_was_done_well_is_denied_only_by_a_button_that_says_so(
    asked: Page, question: str, good: str, denial: str
) -> None:
    """In no list does it stand with what was done badly."""
    bad = {
        "arbitrary_decision",
        "refuses_rectification",
        "negligence",
        "violated_discipline_or_law",
        "serious_consequence",
    }
    well = {
        "democratic_procedure",
        "admits_mistake",
        "due_diligence",
        "complied_with_law_and_policy",
        "circumstances_minor",
    }
    listed = opened(asked, question)
    tick(listed, good).check()
    expect(listed.locator("[data-rest=no]")).to_have_text(denial)
    for other in asked.locator("fieldset.question").all():
        facts = set((other.get_attribute("data-facts") or "").split())
        assert not (facts & bad and facts & well)


def test_no_impact_and_an_adverse_one_are_one_choice(asked: Page) -> None:
    one = opened(asked, "impact")
    for text, adverse, minor in (("没有不良影响", False, True), ("但是较小", True, True), ("不算小", True, False)):
        one.get_by_label(text).focus()  # a tap would go on
        asked.keyboard.press("Space")
        assert asked.evaluate(FACTS) == {"adverse_impact": adverse, "impact_none_or_minor": minor}
