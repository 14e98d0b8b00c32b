"""Equal values have one tone and one sign; what only one says, and where there is no answer, have others."""

from __future__ import annotations

import pytest

from macros.compare import comparison, tones
from policies import Library


def test_codes_are_equal_exactly_where_the_values_are(library: Library) -> None:
    for row in comparison.whole(library).rows:
        values = [
            frozenset(one.cells[row.dimension].values if row.dimension in one.cells else [one.left[row.dimension]])
            for one in library.compared
        ]
        for at, code in enumerate(row.codes):
            for other, beside in enumerate(row.codes):
                assert (code == beside) == (values[at] == values[other]), (row.dimension, at, other)


def test_several_values_are_the_same_in_any_order() -> None:
    assert tones.codes([("a", "b"), ("b", "a"), ("a",), ("silent",)]) == ("0", "0", "1", "s")


@pytest.mark.parametrize(
    ("shown", "drawn"),
    [
        ([True, True, True, True, True], ["●", "■", "■", "●", "○"]),
        ([True, True, False, True, True], ["●", "◇", "◇", "●", "○"]),
        ([True, False, False, False, True], ["◇", "◇", "◇", "◇", "○"]),
    ],
)
def test_what_is_shown_decides_what_is_shared(shown: list[bool], drawn: list[str]) -> None:
    found = tones.codes([("a",), ("b",), ("b",), ("a",), ("silent",)])
    assert [sign for _, sign in tones.tones(found, shown)] == drawn


def test_no_row_shares_more_answers_than_there_are_signs_and_signs_are_told_apart(library: Library) -> None:
    signs = [sign for _, sign in (*tones.SHARED, tones.ALONE)] + [sign for _, sign in tones.NONE.values()]
    assert len(signs) == len(set(signs))
    for row in comparison.whole(library).rows:
        shared = {code for code in row.codes if row.codes.count(code) > 1 and code not in tones.LETTERS}
        assert len(shared) <= len(tones.SHARED), row.dimension


def test_one_leads_in_each_document(library: Library) -> None:
    table = comparison.leading(comparison.whole(library))
    assert [column.document for column in table.columns] == list(
        dict.fromkeys(one.document for one in library.compared)
    )
    assert all(len(row.cells) == len(row.codes) == len(table.columns) for row in table.rows)
