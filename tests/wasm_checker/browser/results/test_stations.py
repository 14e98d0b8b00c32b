"""The stations of every written case agree with its verdict: a picture never says more than the words above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.cases import Judged
from tests.support.modules import WORDS, call_all

pytestmark = pytest.mark.node

Judge = Callable[[Mapping[str, Any]], Judged]
ORDER = ["scope", "timing", "gates", "grounds", "exclusions", "finding"]
MET = {"true", "own", "none"}


@pytest.fixture(scope="module")
def drawn(modules: Path, library: Library, judge: Judge) -> list[tuple[dict[str, Any], dict[str, dict[str, Any]]]]:
    """For every case and rule the assessment, and its stations by id."""
    asked = list(judged_cases(library, judge))
    calls = [
        (
            "results/stations.js",
            "stations",
            [{"words": WORDS, "root": "", "facts": facts}, {"id": rule, "kind": kind}, found],
        )
        for facts, rule, kind, found in asked
    ]
    answers = call_all(modules, calls)
    return [
        (found, {station["id"]: station for station in answer["value"]})
        for (_, _, _, found), answer in zip(asked, answers, strict=True)
    ]


def judged_cases(library: Library, judge: Judge) -> Iterator[tuple[dict[str, Any], str, str, dict[str, Any]]]:
    kinds = {rule.id: rule.kind for rule in library.rules}
    cases = [case for item in library.instruments for case in item.cases][::3]
    for case in cases:
        judged = judge(case.facts)
        for rule in case.expect:
            yield judged.facts, rule, kinds[rule], judged.verdicts[rule]


Drawn = list[tuple[dict[str, Any], dict[str, dict[str, Any]]]]


def test_the_stations_stand_in_one_order_and_each_says_something(drawn: Drawn) -> None:
    assert len(drawn) > 50
    for _, stations in drawn:
        assert list(stations) == ORDER
        assert all(station["said"] for station in stations.values())


def test_where_a_verdict_holds_no_station_fails_or_is_open(drawn: Drawn) -> None:
    holding = [each for each in drawn if each[0]["verdict"] in {"may_qualify", "accountable", "follows"}]
    assert holding
    for _, stations in holding:
        assert {stations[name]["mark"] for name in ORDER[:-1]} <= MET


@pytest.mark.parametrize(("verdict", "failed"), [("out_of_scope", {"scope"}), ("too_late", {"timing"})])
def test_where_scope_or_time_decides_that_station_fails(drawn: Drawn, verdict: str, failed: set[str]) -> None:
    found = [stations for result, stations in drawn if result["verdict"] == verdict]
    assert found
    for stations in found:
        assert failed <= {name for name, station in stations.items() if station["mark"] == "false"}


def test_where_the_conditions_decide_one_of_their_stations_fails(drawn: Drawn) -> None:
    found = [stations for result, stations in drawn if result["verdict"] == "ineligible"]
    assert found
    for stations in found:
        failed = {name for name, station in stations.items() if station["mark"] == "false"}
        assert failed & {"gates", "grounds", "exclusions", "finding"}
        assert "finding" not in failed or len(failed) == 1
        assert not failed & {"scope", "timing"}


def test_as_many_parts_are_shown_as_met_as_there_are(drawn: Drawn) -> None:
    for result, stations in drawn:
        met = [part for part in stations["grounds"].get("parts", []) if part["mark"] in {"true", "own"}]
        assert len(met) <= len(result["path"]["grounds"]["met"])


def test_what_rests_on_ones_own_word_is_marked_where_the_headline_counts_it(drawn: Drawn) -> None:
    for result, stations in drawn:
        if result["on_own_word"] and result["verdict"] == "may_qualify":
            marks = {mark for name in ORDER for mark in marks_of(stations[name])}
            told = any("按您自己的说法算" in note for note in stations["finding"]["notes"])
            assert "own" in marks or told


def marks_of(station: dict[str, Any]) -> set[str]:
    return {station["mark"], *(part["mark"] for part in station.get("parts", []))}


def test_no_station_is_left_open_without_saying_what_the_organ_still_finds(drawn: Drawn) -> None:
    for result, stations in drawn:
        if result["verdict"] == "needs_judgement" and result["organ"]:
            named = {fact for station in stations.values() for fact in station["facts"]}
            assert set(result["organ"]) <= named


@pytest.mark.parametrize("name", ["grounds", "exclusions"])
def test_what_keeps_a_station_open_stands_there_in_its_words_where_it_is_little_and_is_named_where_it_is_much(
    drawn: Drawn, name: str
) -> None:
    quoted = 0
    for _, stations in drawn:
        station = stations[name]
        if station["mark"] == "open":
            open_parts = [part for part in station.get("parts", []) if part["mark"] == "open"]
            assert open_parts or station["places"]
            assert all(part["words"] and part["place"] not in station.get("places", []) for part in open_parts)
            quoted += bool(open_parts)
    assert quoted
