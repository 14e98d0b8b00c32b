"""Many cases are judged one by one, over several processes, remembering what was judged before: and come to the same."""

from __future__ import annotations

import io
import itertools
import json
import os
from collections.abc import Iterator, Mapping

import pytest

from policies import Library
from wasm_checker.casefile import CaseFile
from wasm_checker.cases import assess_file
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.service import Service
from wasm_checker.remembered import Remembered
from wasm_checker.spread import spread


def facts(library: Library) -> Iterator[Mapping[str, object]]:
    for instrument in library.instruments:
        for case in instrument.cases:
            yield {fact: value for fact, value in case.facts.items() if value is not None}


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.long)])
def test_what_is_remembered_is_what_the_core_says(library: Library, service: Service, step: int) -> None:
    """Each case of the data, and the next with its answers over it: they share many, and contradict some."""
    remembered = Remembered(service.core)
    every = [*facts(library)][::step]
    for one, two in itertools.pairwise(every):
        for raw in (one, {**one, **two}, {**one, "is_cadre": "organ"}):
            try:
                said = service.core.assess_all(raw)
            except InputError:
                continue
            assert json.loads(remembered.told("𠮷", raw)) == {"id": "𠮷", **said}


def test_what_is_said_of_a_case_does_not_hang_on_the_cases_before_it(service: Service) -> None:
    """Where nothing is answered at all, nothing is said of other readings; one answer that a rule does not ask changes that."""
    cases: tuple[dict[str, object], ...] = ({}, {"puyang_draft_private_gain_tolerable": False})
    wanted = [service.core.assess_all(raw)["verdicts"] for raw in cases]
    others = [verdicts["pingdingshan_list"]["other_readings"] for verdicts in wanted]
    assert bool(others[0]) != bool(others[1])
    for order in (cases, cases[::-1]):
        remembered = Remembered(service.core)
        told = {str(raw): json.loads(remembered.told("a", raw))["verdicts"] for raw in order}
        assert [told[str(raw)] for raw in cases] == wanted


def test_what_is_remembered_is_bounded(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wasm_checker.remembered._MOST", 20)
    remembered = Remembered(service.core)
    for number in range(9):
        remembered.told("a", {"private_gain": bool(number % 2), "workdays_since_start": number})
    assert len(remembered._found) == 20


def test_answers_come_in_the_order_of_the_cases_however_many_processes_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert [*spread(lambda number: f"{number}", range(333))] == [f"{number}" for number in range(333)]
    assert [*spread(str, [])] == []


def test_a_file_is_read_case_by_case_and_never_held_whole() -> None:
    """The text that is held at any time is not longer than a few blocks."""
    text = json.dumps({"cases": [{"id": f"c{n}", "facts": {}} for n in range(20_000)]})
    file = CaseFile(io.BytesIO(text.encode()), "x.json")
    assert [case["id"] for case in file.cases()] == [f"c{n}" for n in range(20_000)]
    assert sum(1 for _ in file.cases()) == 20_000


@pytest.mark.parametrize("before", ["", "\ufeff", " " * 70_000, "\n" * 70_000])
@pytest.mark.parametrize("between", ["", "\n" * 65_536])
def test_white_space_of_any_length_does_no_harm(before: str, between: str) -> None:
    text = f'{before}{{{between}"cases"{between}:{between}[{{"id": "a", "facts": {{}}}}{between},{{"id": "b"}}{between}]{between}}}{between}'
    assert len([*CaseFile(io.BytesIO(text.encode()), "x").cases()]) == 2


def test_nothing_is_said_before_the_last_case_has_been_read(service: Service) -> None:
    good = [{"id": f"c{n}", "facts": {}} for n in range(300)]
    text = json.dumps({"cases": [*good, {"id": "last", "facts": {"nobody": True}}]})
    with pytest.raises(InputError, match="案例 last：没有“nobody”这个事实"):
        assess_file(service.core, CaseFile(io.BytesIO(text.encode()), "x"))
