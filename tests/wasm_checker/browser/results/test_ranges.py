"""Items of one article that follow each other stand as a range."""

from __future__ import annotations

from pathlib import Path

import pytest

from policies import Library
from tests.support.modules import call

pytestmark = pytest.mark.node


def named(modules: Path, library: Library, ids: list[str]) -> list[str]:
    provisions = {
        provision.id: {"place": provision.place, "citation": provision.citation} for provision in library.provisions
    }
    runs = call(modules, "results/ranges.js", "runs", provisions, ids)
    return [call(modules, "results/ranges.js", "placeOf", provisions, run) for run in runs]


@pytest.mark.parametrize(
    ("ids", "places"),
    [
        ([f"shangzhou/a5/i{n}" for n in range(1, 14)], ["第五条第（一）至（十三）项"]),
        ([f"pingdingshan_list/neg/{n}" for n in (2, 3, 4)], ["负面清单第2至4项"]),
        (["shangzhou/a5/i1", "shangzhou/a5/i2"], ["第五条第（一）项", "第五条第（二）项"]),
        (
            ["shangzhou/a5/i1", "shangzhou/a5/i2", "shangzhou/a5/i4"],
            ["第五条第（一）项", "第五条第（二）项", "第五条第（四）项"],
        ),
        # The order is that of the text, whatever it was.
        (
            ["wuyang_tolerance/a6/i3", "wuyang_tolerance/a2", "wuyang_tolerance/a6/i1", "wuyang_tolerance/a6/i2"],
            ["第二条", "第六条第（一）至（三）项"],
        ),
        # Items of two paragraphs, or of two instruments, are no range.
        (
            ["wuyang_accountability/a6/p2/i2", "wuyang_accountability/a6/p2/i3", "wuyang_accountability/a6/p3/i1"],
            ["第六条第二款第（二）项", "第六条第二款第（三）项", "第六条第三款第（一）项"],
        ),
        (
            ["pingdingshan_measures/m7", "pingdingshan_measures/m8", "pingdingshan_measures/m6"],
            ["（六）", "（七）", "（八）"],
        ),
        (["shangzhou/a7/p1", "shangzhou/a7/p2"], ["第七条第一款", "第七条第二款"]),
    ],
)
def test_items_that_follow_each_other_are_a_range(
    modules: Path, library: Library, ids: list[str], places: list[str]
) -> None:
    assert named(modules, library, ids) == places


def test_every_list_of_grounds_and_exclusions_is_shorter_or_as_it_was(modules: Path, library: Library) -> None:
    for rule in library.rules:
        for clauses in (rule.grounds.clauses, rule.exclusions):
            ids = list(dict.fromkeys(clause.provision for clause in clauses))
            places = named(modules, library, ids) if ids else []
            assert len(places) <= len(ids)
            assert len(ids) < 3 or len({ident.rsplit("/", 1)[0] for ident in ids}) > 1 or len(places) < len(ids), (
                rule.id
            )
