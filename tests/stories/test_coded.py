"""The coded stories: each story is coded, and what is coded is something that the form can be told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policies import Library, load
from policies.engine.schema.instrument import Fact
from tests.support.contracted import documents
from tools.measure.taps import stories
from tools.measure.taps.stories import Coded, Written
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.assess import Core

WRITTEN = stories.written()
CODED = stories.coded()
ALL = [pytest.param(place, story, id=story.id) for place, found in CODED.items() for story in found]


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def facts(library: Library) -> dict[str, Fact]:
    return {fact.id: fact for fact in library.vocabulary.facts}


def by_id(place: str) -> dict[str, Written]:
    return {story.id: story for story in WRITTEN[place]}


def test_there_are_twelve_stories_of_each_document_s_place(library: Library) -> None:
    assert {place: len(found) for place, found in WRITTEN.items()} == dict.fromkeys(
        sorted(document.slug for document in documents(library)), 12
    )


def test_every_story_is_coded_once_and_in_its_order() -> None:
    assert {place: [story.id for story in found] for place, found in CODED.items()} == {
        place: [story.id for story in found] for place, found in WRITTEN.items()
    }


@pytest.mark.parametrize(("place", "story"), ALL)
def test_the_situation_is_the_one_that_the_story_names(place: str, story: Coded) -> None:
    assert stories.STAGES[by_id(place)[story.id].stage] == story.situation


@pytest.mark.parametrize(("place", "story"), ALL)
def test_what_is_coded_is_a_fact_and_an_answer_that_it_takes(place: str, story: Coded, facts: dict[str, Fact]) -> None:
    asked = {*story.facts, *story.unknown, *story.organ}
    assert asked <= {ident for ident, fact in facts.items() if fact.question}
    assert not {ident: value for ident, value in story.facts.items() if not stories.fits(facts[ident], value)}
    assert all(facts[ident].type in ("bool", "enum") for ident in story.organ)


@pytest.mark.parametrize(("place", "story"), ALL)
def test_nobody_answers_a_fact_in_two_ways(place: str, story: Coded) -> None:
    named = [*story.facts, *story.unknown, *story.organ]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(("place", "story"), ALL)
def test_who_has_not_handed_in_has_no_day_on_which_he_did(place: str, story: Coded) -> None:
    assert not (story.application and {"application_date", "workdays_since_start"} & story.facts.keys())


@pytest.mark.parametrize(("place", "story"), ALL)
def test_the_stage_is_one_of_the_situation_s(place: str, story: Coded) -> None:
    stages: dict[str, set[object]] = {
        "before": {"not_started"},
        "accused": {"not_started", "organ"},
        "in_procedure": {"investigating", "investigation_ended", None},
        "decided": {"decision_made", "implemented"},
        "study": {"not_started", None},
    }
    assert story.facts.get("procedure_stage") in stages[story.situation]


def test_who_teaches_has_no_case_and_who_has_a_case_says_so() -> None:
    taught = [story for found in CODED.values() for story in found if not story.case]
    assert len(taught) == len(CODED)
    assert all(not story.facts and story.rest == "unknown" and story.situation == "study" for story in taught)
    assert all(story.facts for found in CODED.values() for story in found if story.case)


@pytest.fixture(scope="module")
def core(library: Library) -> Core:
    return Core.from_pack(rule_pack(library))


@pytest.mark.parametrize(("place", "story"), ALL)
def test_nobody_contradicts_himself(place: str, story: Coded, core: Core, library: Library) -> None:
    asked = [fact for fact in library.vocabulary.facts if fact.question]
    assert core.read(story.told(asked)).contradictions == ()


def test_the_stories_come_to_every_kind_of_verdict(core: Core, library: Library) -> None:
    """What is measured is not the short way alone: some are out at once, and some get to the end."""
    asked = [fact for fact in library.vocabulary.facts if fact.question]
    found = {
        verdict
        for place, stories_ in CODED.items()
        for story in stories_
        for rule, verdict in core.verdicts(core.read(story.told(asked))).items()
        if rule.startswith(place)
    }
    assert found >= {
        "out_of_scope",
        "too_late",
        "ineligible",
        "insufficient_information",
        "needs_judgement",
        "may_qualify",
        "follows",
    }


def coded(text: str, folder: Path) -> list[Coded]:
    (folder / "wuyang.yaml").write_text(text, encoding="utf-8")
    return stories.coded(folder)["wuyang"]


HEAD = "place: wuyang\nbase: {private_gain: false, is_cadre: true}\nstories:\n"


def test_what_a_story_leaves_open_is_not_taken_from_the_base(tmp_path: Path) -> None:
    text = "  - {id: a, situation: before, facts: {pioneering: true}, unknown: [private_gain]}\n"
    [story] = coded(HEAD + text, tmp_path)
    assert [story.answer(fact) for fact in ("private_gain", "is_cadre", "pioneering", "result_loss")] == [
        "unknown",
        True,
        True,
        False,
    ]


def test_who_teaches_answers_nothing(tmp_path: Path) -> None:
    text = "  - {id: a, situation: study, case: false, rest: unknown, facts: {}}\n"
    [story] = coded(HEAD + text, tmp_path)
    assert [story.answer(fact) for fact in ("private_gain", "result_loss")] == ["unknown", "unknown"]


@pytest.mark.parametrize("wrong", ["situation: later", "rest: maybe", "applied: true", "further: [gossip]"])
def test_a_word_that_the_shape_does_not_know_is_refused(tmp_path: Path, wrong: str) -> None:
    said = wrong if wrong.startswith("situation") else f"situation: before, {wrong}"
    with pytest.raises(stories.Unreadable, match=wrong.partition(":")[0]):
        coded(HEAD + f"  - {{id: a, facts: {{}}, {said}}}\n", tmp_path)


@pytest.mark.parametrize(
    ("fact", "value", "taken"),
    [
        ("private_gain", True, True),
        ("private_gain", "yes", False),
        ("private_gain", "organ", True),
        ("post_type", "village", True),
        ("post_type", "mayor", False),
        ("accountability_start_date", "2026-11-24", True),
        ("accountability_start_date", str(date(2026, 12, 1)), False),
        ("workdays_since_start", 3, True),
        ("workdays_since_start", True, False),
    ],
)
def test_an_answer_is_one_that_the_form_takes(
    facts: dict[str, Fact], fact: str, value: bool | str | int, taken: bool
) -> None:
    assert stories.fits(facts[fact], value) is taken


def test_a_file_is_called_after_its_place(tmp_path: Path) -> None:
    (tmp_path / "puyang.yaml").write_text("place: wuyang\nbase: {}\nstories: []\n", encoding="utf-8")
    with pytest.raises(stories.Unreadable, match="puyang"):
        stories.coded(tmp_path)
