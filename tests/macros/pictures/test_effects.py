"""一图看效果: every effect and every text that could have it, each cell with the words and the status of the comparison's."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from macros.compare import comparison
from macros.kit.links import Links
from macros.pictures import effects
from policies import Library

LINKS = Links()


@pytest.fixture(scope="module")
def page(library: Library) -> BeautifulSoup:
    return BeautifulSoup(effects.page(library, LINKS), "html.parser")


def test_rows_and_columns_are_those_of_the_data(page: BeautifulSoup, library: Library) -> None:
    names = [name.text for name in page.select(".effects tbody th strong")]
    assert names == [one.title for one in library.vocabulary.dimensions if one.group == "effects"]
    heads = [link.text for link in page.select(".effects thead a")]
    left = [link.text for link in page.select("p a")]
    assert sorted([*heads, *left]) == sorted(one.about.short for one in library.compared)
    for one in library.compared:
        applies = any(
            row.id not in one.cells or one.cells[row.id].status != "not_applicable" for row in effects.rows(library)
        )
        assert (one.about.short in heads) == applies


def test_every_cell_says_the_brief_of_its_cell_shows_its_status_and_leads_there(
    page: BeautifulSoup, library: Library
) -> None:
    titles = {status.id: status.title for status in library.vocabulary.statuses}
    for row, drawn in zip(effects.rows(library), page.select(".effects tbody tr"), strict=True):
        for one, cell in zip(effects.columns(library), drawn.select("td"), strict=True):
            coded = comparison.cell(library, one, row.id)
            (link,) = cell.select("a")
            said = "" if coded.status == "stated" or coded.left else f"（{titles[coded.status]}）"
            assert link.text == f"{coded.brief}{said}"
            assert link["href"] == LINKS.cell("effects", row.id, one.id)
            assert f"is-{coded.status}" in cell["class"]
            assert ("is-draft" in cell["class"]) == (not one.about.in_force)
            who = cell.select_one(".effects__who")
            assert who
            assert who.text.startswith(one.about.short)


def test_each_row_counts_who_writes_of_it(page: BeautifulSoup, library: Library) -> None:
    counts = [count.text for count in page.select(".effects__count")]
    for row, count in zip(effects.rows(library), counts, strict=True):
        statuses = [one.cells[row.id].status for one in effects.columns(library) if row.id in one.cells]
        assert count.startswith(effects.counted(statuses))
        assert (f"{statuses.count('stated')} 份写明" in count) == ("stated" in statuses)
        assert (f"{statuses.count('partial')} 份只写了一部分" in count) == ("partial" in statuses)


def test_nothing_of_it_wants_a_script(page: BeautifulSoup) -> None:
    assert page.select("script, [hidden], button") == []
