"""The stable names: outside checks and published links use them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from policies import Library
from tests.support.contracted import alone
from tests.support.independent import CONTRACT, plain

INSTRUMENTS: list[dict[str, Any]] = plain(CONTRACT / "instruments.yaml")["instruments"]
DIMENSIONS: dict[str, Any] = plain(CONTRACT / "dimensions.yaml")
FACTS: dict[str, Any] = plain(CONTRACT / "facts.yaml")
READINGS = (CONTRACT / "readings.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in READINGS.splitlines() if line.startswith("| C")
]
# A list that mixed what was done well with what was not is two now, so that nobody denies the one with the other. Links and files name
# facts, never the question that asks them.
MOVED = {
    "ctx_weak_performance": "outcome",
    "impact_none_or_minor": "impact",
    "adverse_impact": "impact",
    "circumstances_minor": "circumstances",
    "expressly_prohibited": "breach",
    "violated_discipline_or_law": "breach",
    "superior_express_limit": "breach",
    "arbitrary_decision": "misconduct",
    "refuses_rectification": "misconduct",
    "outside_grassroots_authority": "authority",
    "inspection_found_stopped_reported": "authority",
}


# Rows that were added since, each for one of several answers that a row of the contract holds, in the order of the pages.
ADDED = [
    "legal_status",
    "condition_logic",
    "condition_count",
    "condition_yield",
    "violation",
    "loss_limit",
    "serious_accident",
    "repeat_or_refusal",
    "organ_initiative",
    "collective_decision",
    "decision_paper",
    "reply_time",
    "refusal_reasons",
    "discipline_effect",
    "measures_effect",
    "influence_period",
    "archive",
]


def asked_in(fact: dict[str, Any]) -> str:
    return MOVED.get(fact["id"], str(fact["question"]))


def test_the_contract_itself_is_whole() -> None:
    assert len(INSTRUMENTS) == 14
    assert sum(instrument["compared"] for instrument in INSTRUMENTS) == 8
    assert len(DIMENSIONS["dimensions"]) == 49
    assert len(FACTS["facts"]) == 112
    assert [row[0] for row in ROWS] == [f"C{number:02}" for number in range(1, 49)]
    assert {len(row) for row in ROWS} == {7}


def test_the_instruments_are_those_of_the_contract_with_its_titles_sources_and_compared_flags(library: Library) -> None:
    sources = {instrument.id: document.source for document in library.documents for instrument in document.instruments}
    found = {
        instrument.id: (instrument.about.title, sources[instrument.id], instrument.about.compared)
        for instrument in alone(library).instruments
    }
    assert found == {i["id"]: (i["title"], i["source"], i["compared"]) for i in INSTRUMENTS}
    assert [instrument.id for instrument in alone(library).compared] == [
        instrument.id for instrument in alone(library).instruments if found[instrument.id][2]
    ]


def test_every_dimension_of_the_contract_exists_under_its_title_and_in_its_order(library: Library) -> None:
    named = {dimension["id"]: dimension["title"] for dimension in DIMENSIONS["dimensions"]}
    found = {dimension.id: dimension.title for dimension in library.vocabulary.dimensions}
    assert {ident: found.get(ident) for ident in named} == named
    assert [ident for ident in found if ident in named] == list(named)


def test_the_dimensions_that_the_contract_has_not_are_these_and_each_asks_a_part_of_one_of_its_own(
    library: Library,
) -> None:
    own = {dimension["id"] for dimension in DIMENSIONS["dimensions"]}
    added = [dimension for dimension in library.vocabulary.dimensions if dimension.id not in own]
    assert [dimension.id for dimension in added] == ADDED
    for dimension in added:
        assert dimension.splits
        assert set(dimension.splits) <= own
        assert dimension.asks.endswith("？")
    titles = [dimension.title for dimension in library.vocabulary.dimensions]
    assert len(titles) == len(set(titles))


def test_the_statuses_are_those_of_the_contract(library: Library) -> None:
    assert [status.id for status in library.vocabulary.statuses] == DIMENSIONS["statuses"]


@pytest.mark.parametrize("wanted", FACTS["facts"], ids=lambda fact: fact["id"])
def test_every_fact_of_the_contract_exists_with_its_type_members_and_knower(
    library: Library, wanted: dict[str, Any]
) -> None:
    (fact,) = [fact for fact in library.vocabulary.facts if fact.id == wanted["id"]]
    kind, _, members = wanted["type"].partition(":")
    assert (fact.type, fact.known_by, fact.question) == (kind, wanted["known_by"], asked_in(wanted))
    assert set(fact.values) == set(members.split("|") if members else [])


def test_every_question_of_the_contract_exists_and_fills_the_facts_that_belong_to_it(library: Library) -> None:
    fills = {
        question.id: set(question.facts).union(*(option.sets for option in question.options))
        for question in library.vocabulary.questions
    }
    assert {question["id"] for question in FACTS["questions"]} <= fills.keys()
    unfilled = {fact["id"] for fact in FACTS["facts"] if fact["id"] not in fills[asked_in(fact)]}
    assert unfilled == {"workdays_since_start"}  # counted from the two dates, so that nobody is asked for it


def test_the_verdicts_stand_in_the_order_of_precedence(library: Library) -> None:
    found = [verdict.id for verdict in library.vocabulary.verdicts]
    assert [ident for ident in found if ident in FACTS["verdicts"]] == FACTS["verdict_precedence"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_reading_is_taken_over_word_by_word(library: Library, row: list[str]) -> None:
    ident, question, provisions, alternatives, adopted, reason, confidence = row
    reading = library.vocabulary.readings[ident]
    assert (reading.question, reading.alternatives or "—", reading.adopted) == (question, alternatives, adopted)
    assert (reading.reason, reading.confidence) == (reason, confidence)
    assert reading.provisions == re.findall(r"[a-z_0-9]+(?:/[a-z_0-9]+)+", provisions)


def test_the_readings_that_the_contract_has_not_follow_its_own_in_the_same_form(library: Library) -> None:
    own = [reading for ident, reading in library.vocabulary.readings.items() if ident > ROWS[-1][0]]
    assert [reading.id for reading in own] == [f"C{len(ROWS) + 1 + index}" for index in range(len(own))]
    for reading in own:
        assert reading.provisions
        assert "／" in reading.alternatives
        assert reading.adopted
        assert reading.reason


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_provision_that_a_reading_names_exists_and_is_cited_as_the_reading_cites_it(
    library: Library, row: list[str]
) -> None:
    named = re.findall(r"([a-z_0-9]+(?:/[a-z_0-9]+)+)（(.*?)）(?:；|$)", row[2])
    assert len(named) == row[2].count("；") + 1
    places = {provision.id: provision.place for provision in library.provisions}
    for ident, place in named:
        assert ident in places
        if place.startswith("第"):  # the other forms of the contract are descriptions, not citations
            assert places[ident] == place
