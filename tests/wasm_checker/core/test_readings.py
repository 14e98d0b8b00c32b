"""Every reading is coded as another rule, or listed with the reason why no verdict hangs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from policies import Library, load
from policies.engine.schema.rule import OtherReading, Rule
from wasm_checker.core.service import Service

LIBRARY = load()
VARIANTS = [(rule, other) for rule in LIBRARY.rules for other in rule.other_readings]
NOT_SETTLED = "insufficient_information"


def test_every_reading_stands_in_exactly_one_of_the_two(library: Library) -> None:
    coded = {other.reading for _, other in VARIANTS}
    listed = [entry.reading for entry in library.vocabulary.without_variant]
    assert [reading for reading, number in Counter(listed).items() if number > 1] == []
    assert coded & set(listed) == set()
    assert coded | set(listed) == library.vocabulary.readings.keys()


@pytest.mark.parametrize(("rule", "other"), VARIANTS, ids=[f"{rule.id} {other.says}" for rule, other in VARIANTS])
def test_another_reading_changes_the_verdict_of_some_case(rule: Rule, other: OtherReading, service: Service) -> None:
    assert any(found not in {verdict, NOT_SETTLED} for verdict, found in _verdicts(rule, other, service))


def test_what_a_rule_rereads_it_also_names_where_it_is_read(library: Library) -> None:
    """The verdict can only say that there is another reading if the clause says by which one it is coded."""
    named = {(rule.id, reading) for rule in library.rules for reading in _named(rule)}
    assert {(rule.id, other.reading) for rule, other in VARIANTS} - named == set()


def _named(rule: Rule) -> Iterator[str]:
    data = rule.model_dump(mode="json", by_alias=True, exclude={"other_readings"})
    yield from _readings(data)


def _readings(data: object) -> Iterator[str]:
    if isinstance(data, list):
        for child in data:
            yield from _readings(child)
    elif isinstance(data, dict):
        yield from data.get("readings", ())
        for child in data.values():
            yield from _readings(child)


def _verdicts(rule: Rule, other: OtherReading, service: Service) -> Iterator[tuple[str, str]]:
    for instrument in LIBRARY.instruments:
        for case in instrument.cases:
            if rule.id not in case.expect:
                continue
            for found in service.core.other_readings(rule.id, service.core.read(case.facts)):
                if found["says"] == other.says:
                    yield case.expect[rule.id].verdict, found["verdict"]


SHOWN = [
    (rule, case)
    for each in LIBRARY.instruments
    for rule, cases in each.cases_of.items()
    for case in cases
    if case.shows
]


def test_the_adopted_sentence_of_every_reading_that_is_coded_is_shown_by_a_case_judged_by_hand(
    service: Service,
) -> None:
    """The case names the reading; the rule comes to the verdict judged by hand, and some other reading of it would not."""
    told = {
        found["reading"]
        for rule, case in SHOWN
        for found in service.core.other_readings(rule, service.core.read(case.facts))
        if found["reading"] in case.shows
    }
    assert told == {other.reading for _, other in VARIANTS}


def test_a_case_shows_only_readings_of_its_rule(library: Library) -> None:
    named = {(rule.id, reading) for rule in library.rules for reading in _named(rule)}
    assert {(rule, reading) for rule, case in SHOWN for reading in case.shows} <= named
