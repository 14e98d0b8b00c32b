"""The strip of briefs: which cells it calls alike, how many classes it counts, and that it comes first."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from macros.compare import comparison
from macros.tables import sheets, strip, to_xlsx
from macros.tables.origin import Origin
from macros.tables.table import Table
from policies import Library

# The codebook's common values, by their labels.
NONE: dict[tuple[str, ...], str] = {
    ("没有写",): "○",
    ("见同件另一文书",): "→",
    ("另见他文，未收录",): "↗",
    ("不办容错，不适用",): "—",
}


@pytest.fixture(scope="module")
def whole(library: Library) -> Table:
    return comparison.whole(library)


def test_cells_share_a_letter_if_and_only_if_they_share_their_values(whole: Table) -> None:
    compared = 0
    for row in whole.rows:
        lettered = [(sign, cell) for sign, cell in zip(strip.signs(row), row.cells, strict=True) if sign.isalpha()]
        for sign, one in lettered:
            for other_sign, other in lettered:
                assert (sign == other_sign) == (one.values == other.values)
                compared += one is not other
        assert sorted({sign for sign, _ in lettered}) == list("ABCDEFGH"[: len({sign for sign, _ in lettered})])
    assert compared > 1000


def test_where_nothing_is_provided_a_sign_says_why(whole: Table) -> None:
    for row in whole.rows:
        for sign, cell in zip(strip.signs(row), row.cells, strict=True):
            assert sign.isalpha() or sign == NONE[cell.values]
            assert sign.isalpha() != (cell.values in NONE)


def test_the_strip_is_the_first_sheet_with_every_brief_and_counts_as_numbers(whole: Table) -> None:
    book = sheets.book(whole)
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx.render(book, Origin("某网站")))).worksheets[0]
    assert page.title == "简答"
    rows = list(page.iter_rows(min_row=2, values_only=True))
    for row, cells in zip(whole.rows, rows, strict=True):
        assert cells[0] == row.title
        assert [str(one)[2:] for one in cells[1:-2]] == [cell.brief for cell in row.cells]
        classes = {frozenset(cell.values) for cell in row.cells if cell.values not in NONE}
        assert cells[-2] == len(classes)
        assert isinstance(cells[-2], int)
        assert cells[-1] == row.group[1]


def test_what_is_alike_on_a_row_has_one_colour_and_what_stands_alone_has_none(library: Library) -> None:
    table = comparison.table(library, "application")
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx.render(sheets.book(table), Origin("某网站")))).worksheets[0]
    coloured = 0
    for number, row in enumerate(table.rows, start=2):
        signs = strip.signs(row)
        fills = [page.cell(number, at).fill.fgColor.rgb for at in range(2, len(signs) + 2)]
        for sign, fill in zip(signs, fills, strict=True):
            shared = sign.isalpha() and signs.count(sign) > 1
            assert (fill != "00000000") == shared
            coloured += shared
            same = {other for other, its in zip(fills, signs, strict=True) if its == sign}
            assert same == {fill}
    assert coloured


def test_a_cell_that_nobody_coded_shows_its_status(whole: Table) -> None:
    row = whole.rows[0]
    bare = replace(row, cells=tuple(replace(cell, brief="", values=()) for cell in row.cells))
    (line,) = strip.sheet(replace(whole, rows=(bare,))).rows
    assert line[1] == f"A {row.cells[0].status_title}"
