"""Nobody is warned of another reading only by chance: what an interview never asks is named where a reading hangs on it."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from wasm_checker.core.answers.facts import Answers, Fact
from wasm_checker.core.assess import Core
from wasm_checker.core.judge import LEFT_TO_ORGAN, OPEN
from wasm_checker.core.readings import AGAINST
from wasm_checker.core.service import Service
from wasm_checker.core.under_answers import Look

Raw = dict[str, Any]
RULES = ("wuyang_tolerance", "shangzhou", "puyang_draft", "pingdingshan_list", "xuzhou")
DUTIFUL = {  # what a man answers who did his duty, and failed in a reform
    **dict.fromkeys(
        ("public_spirit", "due_diligence", "conforms_superior_policy", "complied_with_law_and_policy"), True
    ),
    **dict.fromkeys(("result_mistake", "is_cadre", "performs_public_duty", "can_correct_in_time"), True),
    "democratic_procedure": True,
    "procedure_stage": "investigating",
    "workdays_since_start": 3,
}


@pytest.fixture(scope="module")
def core(service: Service) -> Core:
    return service.core


def answered(core: Core, rule: str) -> Answers:
    """The rule's own interview: nothing that it does not ask is answered."""
    raw: Raw = {}
    while missing := core.outcome(rule, core.read(raw)).missing:
        fact = core.facts[missing[0]]
        raw[fact.id] = DUTIFUL.get(fact.id, fact.values[0])
    return core.read(raw)


@pytest.mark.parametrize(("rule", "reading"), [("wuyang_tolerance", "C04"), ("pingdingshan_list", "C12")])
def test_who_is_never_asked_for_a_breach_of_discipline_is_told_of_the_reading_by_which_it_excludes(
    core: Core, rule: str, reading: str
) -> None:
    answers = answered(core, rule)
    assert "violated_discipline_or_law" not in answers.known
    named = {found["reading"]: found["fact"] for found in core.verdict(rule, answers)["open_readings"]}
    assert named[reading] == "violated_discipline_or_law"


def test_no_accident_of_any_grade_is_no_major_one_and_who_can_correct_in_time_does_not_refuse_to(core: Core) -> None:
    known = core.read({"work_safety_liability_accident": False, "can_correct_in_time": True}).known
    assert (known["major_safety_accident_liability"], known["refuses_rectification"]) == (0, 0)
    accidents = ("work_safety_liability_accident", "severe_pollution_or_ecological", "food_drug_accident")
    said = core.verdict("pingdingshan_list", core.read({**dict.fromkeys(accidents, False), "private_gain": False}))
    assert "C15" not in {found["reading"] for found in (*said["other_readings"], *said["open_readings"])}


def test_no_answer_to_what_was_not_asked_turns_another_reading_against_the_person_or_for_him_unless_it_is_named(
    core: Core,
) -> None:
    chance, tried = Random(20170927), 0  # noqa: S311 - chance, not secrets
    for rule in RULES:
        for _ in range(2):
            answers = wandered(core, rule, chance)
            said = core.verdict(rule, answers)
            named = {found["reading"] for found in (*said["other_readings"], *said["open_readings"])}
            for fact, position in unasked(core, rule, answers):
                other = core.otherwise(answers, {fact: position})
                tried += 1
                turned = turning(core, rule, other, named) if other.contradictions == answers.contradictions else []
                assert turned == [], (rule, answers.known, fact, position)
    assert tried > 300


def wandered(core: Core, rule: str, chance: Random) -> Answers:
    """An interview with random answers, seldom one that ends it."""
    raw: Raw = {}
    while missing := core.outcome(rule, core.read(raw)).missing:
        fact = core.facts[missing[0]]
        values = chance.sample(choices(fact), k=len(choices(fact)))
        open_ = [value for value in values if core.outcome(rule, core.read({**raw, fact.id: value})).missing]
        raw[fact.id] = (open_ or values)[0]
    return core.read(raw)


def choices(fact: Fact) -> list[Any]:
    return [3, 30] if fact.kind == "int" else list(fact.values)


def unasked(core: Core, rule: str, answers: Answers) -> list[tuple[str, int]]:
    """What nobody has answered, each with its values; who has left something to the organ, or not stated it, was asked."""
    given = {*answers.known, *answers.left_to_organ, *core.rules[rule].stated}
    facts = [core.facts[fact] for fact in core.rules[rule].diagrams.order if fact not in given]
    return [(fact.id, at) for fact in facts if fact.known_by != "organ" for at in range(fact.size)]


def turning(core: Core, ident: str, answers: Answers, named: set[str]) -> list[str]:
    """The readings, not named, by which the verdict would be against the person and is not, or is and would not be."""
    rule = core.rules[ident]
    others = [other for other in core.rereadings[ident] if other.reading not in named]
    with rule.diagrams.scratch():
        verdict = core.verdict_of(Look(rule, answers))
        found = {other.reading: core.verdict_of(Look(other.rule, answers)) for other in others}

    def against(said: str) -> bool:
        return rule.outcomes.class_of(said) in AGAINST

    return [
        reading
        for reading, said in found.items()
        if OPEN not in {said, verdict} and LEFT_TO_ORGAN not in {said, verdict} and against(said) != against(verdict)
    ]
