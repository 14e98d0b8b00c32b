"""The matrix of circumstances: clusters and instruments, each mark a link, silence said."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from macros.compare import circumstances, circumstances_page
from macros.kit.links import Links
from policies import Library
from policies.engine.schema.instrument import Quote


@pytest.fixture(scope="module")
def page(library: Library) -> BeautifulSoup:
    return BeautifulSoup(circumstances_page.page(library, Links()), "html.parser")


def cell(page: BeautifulSoup, ident: str) -> Tag:
    found = page.find(id=ident)
    assert isinstance(found, Tag)
    return found


def test_every_cluster_has_one_row_and_every_mark_one_link_to_its_item(page: BeautifulSoup, library: Library) -> None:
    for cluster in library.vocabulary.clusters:
        assert len(page.find_all("th", id=cluster.id)) == 1
        for instrument in circumstances.instruments(library):
            marks = [mark for mark in cluster.marks if mark.provision.startswith(f"{instrument.id}/")]
            if not marks and any(instrument.document == document_of(library, mark) for mark in cluster.elsewhere):
                continue  # see below
            links = cell(page, f"{cluster.id}--{instrument.id}").find_all("a")
            provisions = [library.provision(mark.provision) for mark in marks]
            assert [link["href"] for link in links] == [Links().provision(provision) for provision in provisions]
            assert [link["title"] for link in links] == [provision.citation for provision in provisions]


def test_the_columns_are_the_five_tolerance_texts_and_the_measures(library: Library) -> None:
    assert {instrument.id for instrument in circumstances.instruments(library)} == {
        "wuyang_tolerance",
        "shangzhou",
        "puyang_draft",
        "pingdingshan_measures",
        "pingdingshan_list",
        "xuzhou",
    }


def test_what_one_instrument_alone_names_is_marked_and_nothing_else_is(page: BeautifulSoup, library: Library) -> None:
    for cluster in library.vocabulary.clusters:
        holders = {mark.provision.split("/")[0] for mark in cluster.marks}
        row = cell(page, cluster.id).parent
        assert row
        assert len(row.select(".alone")) == (1 if len(holders) == 1 and not cluster.elsewhere else 0), cluster.id
    assert cell(page, "investment--pingdingshan_list").select_one(".alone")
    assert not cell(page, "force_majeure--shangzhou").select_one(".alone")


def document_of(library: Library, mark: Quote) -> str:
    return library.instrument(mark.provision.split("/")[0]).document


def test_what_a_text_says_elsewhere_stands_in_its_cell_with_its_place_and_no_other_is_alone(
    page: BeautifulSoup, library: Library
) -> None:
    """A row was read as if 平顶山 alone spoke of who offends again, and 商州 and 徐州 not at all."""
    again = cell(page, "again--shangzhou")
    assert "另见" in again.text
    assert [link.text for link in again.find_all("a")] == ["第八条第（三）项"]
    assert "拒不改错" in again.text
    assert "没有写到" not in again.text
    assert not cell(page, "again--pingdingshan_list").select_one(".alone")
    wuyang = cell(page, "again--wuyang_tolerance")
    assert [link.text for link in wuyang.find_all("a")] == [
        "舞阳·防错纠错第七条",
        "舞阳·问责第七条第（一）项",
        "舞阳·问责第七条第（四）项",
    ]
    number = sum(len(cluster.elsewhere) for cluster in library.vocabulary.clusters)
    assert sum(len(found.find_all("a")) for found in page.select("td.is-nearby")) == number > 40


def test_silence_is_a_dash_that_is_also_said(page: BeautifulSoup) -> None:
    silent = cell(page, "investment--xuzhou")
    dash = silent.select_one("[aria-hidden=true]")
    assert dash
    assert dash.text == "—"
    assert "没有写到" in silent.text
    assert not cell(page, "investment--pingdingshan_list").select_one("[aria-hidden=true]")


def test_a_new_policys_items_stand_unsorted_until_a_cluster_names_them(library: Library) -> None:
    assert circumstances.unsorted(library, "circumstances") == []
    vocabulary = library.vocabulary
    fewer = tuple(cluster for cluster in vocabulary.clusters if cluster.id != "investment")
    poorer = Library(library.documents, type(vocabulary)(**{**vars(vocabulary), "clusters": fewer}))
    assert [mark.provision for mark in circumstances.unsorted(poorer, "circumstances")] == []
    none = Library(library.documents, type(vocabulary)(**{**vars(vocabulary), "clusters": ()}))
    row = circumstances.table(none, "circumstances").rows[-1]
    assert row.title == "尚未归类"
    assert sum(len(one.citations) for one in row.cells) > 40


def test_the_book_to_take_away_says_what_the_page_says(library: Library) -> None:
    first, *_ = circumstances.book(library).sheets
    rows = {row[0].split("\n")[0]: row[1:] for row in first.lines}
    at = [instrument.id for instrument in circumstances.instruments(library)].index
    assert rows["招商引资"][at("xuzhou")] == "—"
    assert rows["招商引资"][at("pingdingshan_list")] == "【仅此一家】\n正面清单第7项：“在招商引资工作中”"
