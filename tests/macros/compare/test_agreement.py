from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.compare import agreement, comparison
from macros.tables.table import Cell
from policies import Library


@pytest.fixture
def cell(library: Library) -> Cell:
    return comparison.table(library, "application").rows[0].cells[1]


def made(cell: Cell, **changes: Any) -> Cell:
    return replace(cell, **{"status": "stated", **changes})


def test_white_space_and_punctuation_make_no_difference(cell: Cell) -> None:
    one, other = made(cell, answer="书面提出，由单位负责。"), made(cell, answer="书面提出;由单位负责")
    assert agreement.agree(one, other)


def test_a_different_figure_is_a_different_rule(cell: Cell) -> None:
    said = "启动问责程序后{}个工作日内，由所在单位党委书面提出，逾期不再受理。"
    assert not agreement.agree(made(cell, answer=said.format(7)), made(cell, answer=said.format(5)))
    assert agreement.agree(made(cell, answer=said.format(7)), made(cell, answer=said.format("７")))


def test_a_different_status_is_no_agreement_even_in_the_same_words(cell: Cell) -> None:
    assert not agreement.agree(made(cell, answer="写了"), made(cell, answer="写了", status="partial"))


def test_silence_agrees_with_silence_however_it_is_described(cell: Cell) -> None:
    silent = [made(cell, status="silent", answer=answer) for answer in ("未规定。", "未规定；只写了原则。")]
    assert agreement.agree(*silent)


def test_cells_that_agree_bear_the_number_of_the_first(cell: Cell) -> None:
    answers = ["由县委负责解释", "由区委办公室解释并备案", "由县委负责解释。"]
    assert agreement.wording(tuple(made(cell, answer=answer) for answer in answers)) == (0, 1, 0)
