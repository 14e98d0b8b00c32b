"""One question at a time, as the page opens: a tap an answer, lists to tick, steps that Back undoes, and a count that is kept."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.asking import COUNT, FACTS, FIT, PHONE, at, choose_place, opened, visit
from tests.support.check_page import open_file, saved_by
from tests.support.traffic import Traffic


@pytest.mark.python
def test_the_first_question_is_seen_whole_and_no_verdict_before_an_answer(asked: Page) -> None:
    box = at(asked).locator(".choices").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]
    expect(asked.locator("article[data-rule]:visible")).to_have_count(0)
    expect(asked.locator("[data-role=status].checker__status")).to_be_hidden()
    assert asked.evaluate(FIT)


def test_one_tap_answers_and_goes_on_and_back_undoes_it(asked: Page) -> None:
    choose_place(asked, "xuzhou")
    first = opened(asked, "post_type")
    first.get_by_text("村（社区）干部").click()
    expect(first).to_be_hidden()
    second = str(at(asked).get_attribute("id"))
    expect(at(asked).locator("legend")).to_be_focused()
    asked.go_back()
    expect(at(asked)).to_have_id("q-post_type")
    expect(at(asked).get_by_label("村（社区）干部", exact=True)).to_be_checked()
    asked.go_forward()
    expect(at(asked)).to_have_id(second)
    asked.locator("[data-role=back]").click()
    expect(at(asked)).to_have_id("q-post_type")


def test_where_the_browser_keeps_no_steps_the_button_leads_back_all_the_same(
    page_of: Callable[..., Page], traffic: Traffic
) -> None:
    traffic.allow("SecurityError|forbidden")
    page = page_of(view="ask", viewport=PHONE)
    page.add_init_script("""
      const refuse = () => { throw new DOMException("forbidden", "SecurityError"); };
      History.prototype.pushState = refuse;
      History.prototype.replaceState = refuse;
    """)
    visit(page)
    first = str(at(page).get_attribute("id"))
    page.locator("[data-role=next]").click()
    second = str(at(page).get_attribute("id"))
    page.locator("[data-role=next]").click()
    for ident in (second, first):
        page.locator("[data-role=back]").click()
        expect(at(page)).to_have_id(ident)
    expect(page.locator("[data-role=back]")).to_be_hidden()


def test_keys_pass_over_the_choices_without_going_on(asked: Page) -> None:
    choose_place(asked, "xuzhou")
    first = opened(asked, "post_type")
    first.locator("input").first.focus()
    for _ in range(3):
        asked.keyboard.press("ArrowDown")
    asked.wait_for_timeout(600)
    expect(at(asked)).to_have_id("q-post_type")
    asked.keyboard.press("Enter")
    expect(first).to_be_hidden()


def test_who_does_not_know_is_not_asked_again_and_a_file_remembers_it(
    asked: Page, page_of: Callable[..., Page], tmp_path: Path
) -> None:
    choose_place(asked, "shangzhou")
    left = int(asked.evaluate(COUNT)[2])
    opened(asked, "private_gain").get_by_text("不清楚", exact=True).click()
    expect(asked.locator("#q-private_gain")).to_be_hidden()
    assert int(asked.evaluate(COUNT)[2]) == left - 1
    assert "private_gain" not in asked.evaluate(FACTS)
    asked.locator("a[data-role=results]:visible").click()
    path = saved_by(asked, tmp_path)
    other = visit(page_of(view="ask", viewport=PHONE))
    other.locator("a[data-role=results]:visible").click()
    open_file(other, path)
    expect(other.locator("input[name='f-private_gain'][value=unknown]")).to_be_checked()
    assert int(other.evaluate(COUNT)[2]) == left - 1


@pytest.mark.parametrize(
    ("place", "turn"),
    [
        *(("wuyang", 1), ("xuzhou", 1)),
        *(
            pytest.param(place, turn, marks=pytest.mark.long)
            for place in ("shangzhou", "puyang", "")
            for turn in (0, 1)
        ),
        *(
            pytest.param(place, turn, marks=pytest.mark.long)
            for place, turn in (("wuyang", 0), ("pingdingshan", 0), ("pingdingshan", 1), ("xuzhou", 0))
        ),
    ],
)
def test_no_more_answers_are_asked_for_than_was_said(asked: Page, place: str, turn: int) -> None:
    """Lists are answered all no or all unknown, choices by the first or the second; the days by the count."""
    opened(asked, "situation").locator("input[value=in_procedure]").focus()
    asked.keyboard.press("Space")
    choose_place(asked, place)
    said: list[int] = []
    for _ in range(60):
        count = asked.evaluate(COUNT)
        if not count or asked.locator("[data-checker]").get_attribute("data-view") != "ask":
            break
        said.append(int(count[2]))
        question = at(asked)
        ident = question.get_attribute("id")
        if question.locator("[data-rest]:visible").count():
            question.locator("[data-rest=no]" if turn else "[data-rest=unknown]").click()
        elif question.locator("input[name=workdays_since_start]").count():
            question.locator("input[name=workdays_since_start]").fill("3")
            asked.locator("[data-role=next]").click()
        else:
            question.locator(".choice:visible").nth(turn).click()
        expect(asked.locator(f"#{ident}")).to_be_hidden()
    assert asked.locator("[data-checker]").get_attribute("data-view") != "ask", "it comes to an end"
    count = asked.evaluate("document.querySelector('[data-role=left]').textContent")
    assert "该答的都答完了" in count
    # Each question that is asked takes at least one of those that were said to be left.
    assert all(len(said) - index <= left for index, left in enumerate(said)), said
    assert all(one > other for one, other in pairwise(said)), said


def test_the_words_are_those_of_the_place_and_its_options_alone(asked: Page) -> None:
    expect(asked.locator("#q-filing legend")).to_have_text("（平顶山）容错免责备案办到哪一步了？")
    choose_place(asked, "pingdingshan")
    expect(asked.locator("#q-filing legend")).to_have_text("容错免责备案办到哪一步了？")
    post = opened(asked, "post_type")
    expect(post.get_by_text("学院干部", exact=True)).to_be_hidden()
    choose_place(asked, "xuzhou")
    expect(asked.locator("#q-filing legend")).to_have_text("（平顶山）容错免责备案办到哪一步了？")
    expect(opened(asked, "post_type").get_by_text("学院干部", exact=True)).to_be_visible()


def test_the_results_are_always_within_reach_and_lead_back(asked: Page) -> None:
    asked.locator("a[data-role=results]:visible").click()
    expect(asked.locator("#verdicts")).to_be_focused()
    expect(asked.locator("article[data-rule]").first).to_be_visible()
    expect(at(asked)).to_have_count(0)
    asked.locator("[data-role=again]").click()
    expect(at(asked)).to_have_count(1)
    asked.locator("input[name=mode][value=all]").check()
    assert at(asked).count() > 20
    assert asked.evaluate(FIT)


def test_what_else_may_be_looked_at_stands_below_the_results_and_leads_on(asked: Page) -> None:
    at(asked).locator("label", has_text="有人反映我").click()
    at(asked).locator("label", has_text="舞阳县").click()
    at(asked).get_by_text("没有", exact=True).click()
    expect(asked.locator("[data-checker]")).to_have_attribute(
        "data-view", "result"
    )  # there is nothing to be read through
    more = asked.locator("[data-role=more]")
    expect(more.locator("[value=track]")).to_be_hidden()  # it is looked at
    more.get_by_text("这件事会不会被问责").click()
    expect(asked.locator("[data-checker]")).to_have_attribute("data-view", "ask")
    assert asked.evaluate("document.querySelector('[data-checker]').questionnaire.state.further") == ["accountability"]
