"""Every implication between facts decides some case that was judged by hand."""

from __future__ import annotations

from tests.proof.implications import run, written
from tests.proof.material import core

TOLD = run(core(), written())
# What the words do not quite contain: a contrary answer stands, and some case says so.
DOUBTED = {
    "adverse_impact",
    "arbitrary_decision",
    "expressly_prohibited",
    "extortion_or_rudeness",
    "public_for_private",
}


def test_the_absence_of_any_implication_is_told_by_some_case() -> None:
    assert len(TOLD) == len(core().implications)
    assert [told.said for told in TOLD if not told.without] == []


def test_a_forced_implication_that_gave_way_is_told_by_some_case() -> None:
    assert [told.said for told in TOLD if told.forced and not told.otherwise] == []


def test_a_doubted_implication_that_were_forced_is_told_by_some_case() -> None:
    doubted = [told for told in TOLD if told.said.partition("：")[0] in DOUBTED]
    assert {told.forced for told in doubted} == {False}
    assert [told.said for told in doubted if not told.otherwise] == []


def test_without_cases_nothing_is_told() -> None:
    assert {told.without + told.otherwise for told in run(core(), ())} == {()}
