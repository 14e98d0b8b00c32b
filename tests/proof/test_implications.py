"""Every implication between facts decides some case that was judged by hand."""

from __future__ import annotations

from tests.proof.implications import run, written
from tests.proof.material import core, pack

TOLD = run(core(), written())


def test_the_absence_of_any_implication_is_told_by_some_case() -> None:
    assert len(TOLD) == len(pack()["implications"])
    assert [told.said for told in TOLD if not told.without] == []


def test_without_cases_nothing_is_told() -> None:
    assert {told.without for told in run(core(), ())} == {()}
