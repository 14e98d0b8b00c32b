"""不清楚 is an answer: it is told apart from what was not answered, and where to find out is said. What a choice says, it says itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.modules import WORDS, call

MISSING = ["private_gain", "due_diligence", "workdays_since_start"]


def chosen(**choices: str) -> dict[str, Any]:
    return {"words": WORDS, "choices": choices}


@pytest.mark.node
@pytest.mark.parametrize(
    ("choices", "unknown", "unanswered"),
    [
        ({}, [], MISSING),
        ({"f-private_gain": "unknown"}, ["private_gain"], MISSING[1:]),
        ({"f-private_gain": ""}, [], MISSING),
        ({"started": "unknown"}, ["accountability_start_date"], MISSING[:2]),
        ({"f-private_gain": "unknown", "f-due_diligence": "unknown"}, MISSING[:2], MISSING[2:]),
    ],
)
def test_what_is_not_known_is_not_unanswered(
    modules: Path, choices: dict[str, str], unknown: list[str], unanswered: list[str]
) -> None:
    found = call(modules, "results/unsure.js", "unsure", chosen(**choices), MISSING)
    assert found == {"unknown": unknown, "open": unanswered}


@pytest.mark.node
def test_a_question_that_takes_one_answer_counts_too(modules: Path) -> None:
    found = call(modules, "results/unsure.js", "unsure", chosen(post_type="不清楚"), ["post_type", "applicant_kind"])
    assert found == {"unknown": ["post_type"], "open": ["applicant_kind"]}


@pytest.mark.node
def test_the_papers_that_show_it_come_first_then_whom_to_ask(modules: Path, library: Library) -> None:
    situations = library.vocabulary.situations.situations
    (standing,) = [each for each in situations if each.id == "in_procedure"]
    assert standing.ask
    asked = chosen(situation=standing.text)
    day = call(modules, "results/unsure.js", "howToKnow", asked, "accountability_start_date", "受理机关")
    assert day == f"看启动问责（调查）的通知；看不出的，问：{standing.ask.whom}。问清了，再改这一题。"
    # Where no paper shows it, and the situation names nobody.
    bare = call(modules, "results/unsure.js", "howToKnow", chosen(), "unintentional", "受理机关")
    assert bare == "选“请组织认定”，不要为这一题去问办案的人。"


@pytest.mark.node
def test_of_a_folded_panel_whole_statements_stand_first_and_as_many_as_have_room(
    modules: Path, library: Library
) -> None:
    texts = ["一" * 30 + "。", "二" * 5 + "。", "三" * 20 + "。"]
    assert call(modules, "results/situation.js", "leading", texts) == texts[0] + texts[1]
    for situation in library.vocabulary.situations.situations:
        whole = [said.text for said in situation.says]
        if whole:
            assert call(modules, "results/situation.js", "leading", whole).startswith(whole[0])


@pytest.mark.node
@pytest.mark.parametrize(
    ("dataset", "facts"),
    [
        ({"today": "application_date", "with": ""}, ["application_date"]),
        ({"sets": '{"workdays_since_start":0}'}, ["workdays_since_start"]),
        ({}, []),
    ],
)
def test_a_choice_says_itself_what_it_fills_so_that_today_is_not_listed_as_an_answer(
    modules: Path, dataset: dict[str, str], facts: list[str]
) -> None:
    assert call(modules, "results/review.js", "filledBy", dataset) == facts
