"""Chinese numerals, as they stand in citations and before a measure word."""

from __future__ import annotations

import pytest

from policies.engine.numeral import counted, numeral


@pytest.mark.parametrize(
    ("n", "written"),
    [
        (1, "一"),
        (2, "二"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (219, "二百一十九"),
        (1260, "一千二百六十"),
    ],
)
def test_a_number_is_written_as_it_is_in_a_citation(n: int, written: str) -> None:
    assert numeral(n) == written


def test_every_number_up_to_9999_has_its_own_numeral_and_no_other_has_one() -> None:
    assert len({numeral(n) for n in range(1, 10_000)}) == 9999
    for n in (0, 10_000, -1):
        with pytest.raises(ValueError, match="1 to 9999"):
            numeral(n)


def test_before_a_measure_word_two_is_another_word_and_large_numbers_are_figures() -> None:
    assert [counted(n) for n in (0, 1, 2, 10, 14)] == ["零", "一", "两", "十", " 14 "]
