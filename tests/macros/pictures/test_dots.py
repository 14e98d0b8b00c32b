"""一图看情形: a dot a marked cell and no other, and each dot leads to the cell with the words."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from macros.compare import circumstances, circumstances_page
from macros.kit.links import Links
from macros.pictures import dots
from policies import Instrument, Library
from policies.engine.schema.instrument import Quote

LINKS = Links()


@pytest.fixture(scope="module")
def page(library: Library) -> BeautifulSoup:
    return BeautifulSoup(circumstances_page.page(library, LINKS), "html.parser")


@pytest.fixture(scope="module")
def rows(page: BeautifulSoup) -> list[Tag]:
    return page.select(".dots tbody tr:not(.dots__part)")


def test_the_rows_are_the_clusters_and_the_columns_the_instruments_in_the_order_of_the_tables(
    page: BeautifulSoup, rows: list[Tag], library: Library
) -> None:
    tables = circumstances.tables(library)
    assert [row.select_one("th a") for row in rows].count(None) == 0
    named = [link.text for row in rows if (link := row.select_one("th a"))]
    assert named == [row.title for found in tables for row in found.rows]
    assert sorted(named) == sorted(cluster.title for cluster in library.vocabulary.clusters)
    heads = [link.text for link in page.select(".dots thead a")]
    assert heads == [instrument.about.short for instrument in circumstances.instruments(library)]


def stands_for(library: Library, mark: Quote, instrument: Instrument) -> bool:
    """Its own column, or that of 舞阳's text on tolerance, beside which two others of the same document have none."""
    named = mark.provision.split("/")[0]
    return named == instrument.id or (
        instrument.id == "wuyang_tolerance" and named in {"wuyang_prevention", "wuyang_accountability"}
    )


def test_a_dot_stands_exactly_where_a_cluster_marks_an_instrument_and_another_sign_where_it_speaks_of_it_elsewhere(
    rows: list[Tag], library: Library
) -> None:
    shown = circumstances.instruments(library)
    clusters = {cluster.title: cluster for cluster in library.vocabulary.clusters}
    for row in rows:
        name = row.select_one("th a")
        assert name
        cluster = clusters[name.text]
        holders = {mark.provision.split("/")[0] for mark in cluster.marks}
        for instrument, cell in zip(shown, row.select("td"), strict=True):
            number = sum(mark.provision.split("/")[0] == instrument.id for mark in cluster.marks)
            other = number or sum(stands_for(library, mark, instrument) for mark in cluster.elsewhere)
            dot = cell.select_one("a")
            assert (dot is not None) == (other > 0), (cluster.id, instrument.id)
            if dot is None:
                assert "没有写到" in cell.text
                continue
            sign = dot.select_one("[aria-hidden]")
            assert sign
            alone = len(holders) == 1 and not cluster.elsewhere
            expected = dots.SIGNS[instrument.about.in_force, alone] if number else dots.ELSEWHERE
            assert sign.text == expected + (str(other) if other > 1 else "")
            assert f"{'写到' if number else '别处说到'} {other} 处" in dot.text
            assert ("只有这一份" in dot.text) == alone


def test_every_dot_and_every_name_leads_to_its_place_among_the_quotes(page: BeautifulSoup) -> None:
    links = page.select(".dots tbody a")
    assert len(links) > 100
    start = f"{LINKS.page(dots.PAGE)}#"
    targets = [str(link["href"]) for link in links]
    assert all(target.startswith(start) for target in targets)
    assert [target for target in targets if page.find(id=target.removeprefix(start)) is None] == []
    for link in page.select(".dots td a"):
        quoted = page.find(id=str(link["href"]).removeprefix(start))
        assert isinstance(quoted, Tag)
        assert quoted.find("q")


def test_each_part_says_how_many_of_its_rows_each_text_names(page: BeautifulSoup) -> None:
    parts = page.select(".dots tbody")
    assert len(parts) == 3
    for part in parts:
        head, *body = part.select("tr")
        said = [int(cell.text.removesuffix(" 类")) for cell in head.select("td")]
        columns = zip(*(row.select("td") for row in body), strict=True)
        assert said == [sum("没有" not in cell.text for cell in column) for column in columns]


def test_the_matrix_is_the_first_thing_after_the_downloads_and_wants_no_script(page: BeautifulSoup) -> None:
    figure = page.select_one(".dots-figure")
    assert figure
    assert not figure.find_previous("table")
    assert not figure.select("script, button, [hidden]")


def test_another_page_can_show_the_dots_alone(library: Library) -> None:
    drawn = circumstances_page.figure(library, Links("../"))
    assert str(drawn).count("<table") == 1
    assert 'href="../compare/circumstances/#reform--shangzhou"' in drawn
