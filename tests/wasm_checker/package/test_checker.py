"""What the package says of a case: the site's words, and never a verdict without what belongs beside it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.folders import ROOT, SUPPORT
from wasm_checker.core.service import Service
from wasm_checker.package import Checker, InputError, said
from wasm_checker.package.shapes import Assessed, Verdict
from wasm_checker.runtime.node import node

Answer = Callable[[int], Assessed]
DRAFT = "征求意见稿，未施行"
STEP = 60  # in the everyday run every so many cases; all of them by `make prove`
SOME = pytest.mark.parametrize("step", [STEP, pytest.param(1, marks=pytest.mark.long)])


def assert_quoted(library: Library, verdict: Verdict) -> None:
    """Every quote is the whole provision, verbatim, under its own citation."""
    for quote in verdict["quotes"]:
        provision = library.provision(quote["provision"])
        assert (quote["text"], quote["citation"]) == (provision.text, provision.citation)


@SOME
def test_a_verdict_is_a_sentence_with_its_provisions_and_never_a_bare_truth_value(
    answer: Answer, library: Library, service: Service, every: list[dict[str, Any]], step: int
) -> None:
    titles = {verdict.title for verdict in library.vocabulary.verdicts} | {said.NOT_YET, said.UNUSED_TITLE}
    for at in range(0, len(every), step):
        told = answer(at)
        assert told["notices"][0] == said.NOTICE
        plain = json.loads(service.assess(json.dumps(every[at])))
        assert {rule: one["assessment"] for rule, one in told["verdicts"].items()} == plain["verdicts"]
        for verdict in told["verdicts"].values():
            assert [key for key, value in verdict.items() if isinstance(value, bool)] == ["in_force"]
            assert verdict["quotes"], verdict["rule"]
            assert_quoted(library, verdict)
            assert verdict["cautions"], verdict["rule"]
            assert verdict["headline"] in titles or not verdict["in_force"]


@SOME
def test_every_word_on_the_draft_s_verdict_says_that_it_is_not_in_force(
    answer: Answer, every: list[dict[str, Any]], step: int
) -> None:
    for at in range(0, len(every), step):
        drafts = [one for one in answer(at)["verdicts"].values() if not one["in_force"]]
        assert {one["document"] for one in drafts} == {"puyang"}
        for draft in drafts:
            assert draft["headline"].startswith(said.SUPPOSED)
            assert DRAFT in draft["headline"]
            assert any(DRAFT in caution for caution in draft["cautions"])
            assert all(DRAFT in other for other in draft["other_readings"])


@pytest.mark.node
@SOME
def test_the_headline_is_the_one_that_the_page_shows(
    answer: Answer, checker: Checker, library: Library, modules: Path, every: list[dict[str, Any]], step: int
) -> None:
    answers = [*map(answer, range(0, len(every), step)), checker.assess(contradicting(library)), checker.assess({})]
    asked = [
        {
            "verdicts": {rule: one["assessment"] for rule, one in told["verdicts"].items()},
            "contradictions": told["contradictions"],
        }
        for told in answers
    ]
    done = subprocess.run(
        [node(), str(SUPPORT / "headlines.js"), str(modules)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for told, page in zip(answers, json.loads(done.stdout), strict=True):
        for rule, one in told["verdicts"].items():
            framed = page[rule] if one["in_force"] else f"{said.SUPPOSED}{page[rule]}（{one['status'][0]}）"
            assert one["headline"] == framed, rule


def contradicting(library: Library) -> dict[str, Any]:
    """The facts of a case whose answers do not agree."""
    return next(case.facts for item in library.instruments for case in item.cases if case.contradictions)


def test_the_words_that_frame_a_verdict_are_the_site_s() -> None:
    cards = (ROOT / "wasm_checker/browser/results/cards.js").read_text(encoding="utf-8")
    assert f'"{said.SUPPOSED}"' in cards
    assert said.NOTICE in (ROOT / "docs/worksheet.md").read_text(encoding="utf-8")


def test_answers_that_contradict_each_other_are_named_before_any_verdict(checker: Checker, library: Library) -> None:
    answer = checker.assess(contradicting(library))
    assert any("互相矛盾" in notice for notice in answer["notices"])
    disputed = [one for one in answer["verdicts"].values() if one["headline"] == said.NOT_YET]
    assert disputed
    assert all("互相矛盾" in one["cautions"][0] for one in disputed)


@pytest.mark.parametrize(
    ("facts", "told"), [({"nobody": True}, "nobody"), ({"private_gain": "yes"}, "private_gain"), ({1: True}, "1")]
)
def test_what_cannot_be_judged_is_refused_in_one_line(checker: Checker, facts: Any, told: str) -> None:
    with pytest.raises(InputError) as refused:
        checker.assess(facts)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_lists_name_all_that_a_case_may_state_and_all_that_it_is_judged_by(
    checker: Checker, library: Library
) -> None:
    facts, questions = checker.facts(), checker.questions()
    assert [fact["id"] for fact in facts] == [fact.id for fact in library.vocabulary.facts]
    assert {one["id"] for one in questions} == {question.id for question in library.vocabulary.questions}
    assert sorted(fact for one in questions for fact in one["facts"]) == sorted(
        fact["id"] for fact in facts if fact["question"]
    )
    instruments = checker.instruments()
    assert [rule for one in instruments for rule in one["rules"]] == [rule.id for rule in library.rules]
    assert [one["id"] for one in instruments if not one["in_force"]] == ["puyang_draft"]
    assert all(one["issuer"] and one["title"] and one["validity"] for one in instruments)


def test_a_limit_is_told_with_its_quote_and_counted_from_the_day(checker: Checker, library: Library) -> None:
    limits = {limit["id"]: limit for limit in checker.deadlines("2026-11-18", "2026-11-22")}
    applies = limits["wuyang_tolerance_apply"]
    assert applies["counted"]["last_day"] == "2026-11-27"
    assert applies["quote"] in library.provision("wuyang_tolerance/a7/i1").text
    assert applies["citation"].endswith("第七条第（一）项")
    assert not any(limit["instrument"] == "puyang_draft" for limit in limits.values())
    with pytest.raises(InputError, match="应为日期"):
        checker.deadlines("2026-11-31", "2026-11-22")
