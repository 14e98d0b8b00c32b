"""什么时候的文件: every document with every date that it shows, each as sure as it is, on one scale of years."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from macros.kit.links import Links
from macros.pictures import documents
from policies import Document, Library
from policies.engine.schema.document import Dated

LINKS = Links()


@pytest.fixture(scope="module")
def rows(library: Library) -> dict[str, Tag]:
    """The lines by the document's area."""
    page = BeautifulSoup(documents.figure(library, LINKS), "html.parser")
    found = {}
    for row in page.select(".times > li"):
        name = row.select_one(".times__name a")
        assert name
        found[name.text] = row
    return found


def test_every_document_has_a_line_the_oldest_first_and_those_without_a_date_last(
    rows: dict[str, Tag], library: Library
) -> None:
    assert sorted(rows) == sorted(document.area for document in library.documents)
    by_area = {document.area: document for document in library.documents}
    years = [[one.year for one in by_area[area].dates] for area in rows]
    firsts = [min(found) if found else 9999 for found in years]
    assert firsts == sorted(firsts)


def test_each_date_has_one_mark_of_its_kind_at_its_place_and_its_words_with_their_provision(
    rows: dict[str, Tag], library: Library
) -> None:
    years = documents.span(library)
    for document in library.documents:
        row = rows[document.area]
        marks = [(str(mark["class"][-1]), str(mark.get("style", ""))) for mark in row.select(".times-mark")]
        words = row.select_one(".times__dates")
        assert words
        if not document.dates:
            assert marks == [("times-mark--none", "")]
            assert words.text == "没有印出日期"
            continue
        assert [kind for kind, _ in marks] == [f"times-mark--{one.basis}" for one in document.dates]
        for dated, (_, style) in zip(document.dates, marks, strict=True):
            begin, wide = documents.place(dated, years)
            assert f"inset-inline-start:{begin:.2f}%" in style
            assert ("width" in style) == (wide > 0) == (dated.basis == "number")
            assert f"{dated.said}，{dated.what}（{documents.BASES[dated.basis]}）" in words.text
        links = [str(link["href"]) for link in words.select("a")]
        assert links == [LINKS.provision(library.provision(one.provision)) for one in document.dates]


def test_a_day_stands_where_it_falls_in_its_year_and_a_year_without_a_day_is_the_whole_year() -> None:
    def dated(year: int, month: int | None, day: int | None) -> Dated:
        basis = "printed" if month else "number"
        said = f"{year}年{month}月{day}日" if month else f"{year}年"
        return Dated.model_validate(
            {
                "provision": "a/b",
                "quote": said,
                "what": "落款",
                "basis": basis,
                "year": year,
                "month": month,
                "day": day,
            }
        )

    years = range(2016, 2020)
    assert documents.place(dated(2016, 1, 1), years) == (0, 0)
    assert documents.place(dated(2017, 7, 2), years)[0] == pytest.approx(25 + 25 * 182 / 365)
    assert documents.place(dated(2018, None, None), years) == (50, 25)


def test_what_is_said_on_the_instruments_pages_of_dates_and_what_is_drawn_agree(library: Library) -> None:
    """Where the instruments of a document say that a date is printed, so does the picture, and the other way round."""

    def printed(document: Document) -> bool:
        return any(one.basis == "printed" for one in document.dates)

    for document in library.documents:
        cells = [one.cells["dates_status"] for one in document.instruments if "dates_status" in one.cells]
        if not cells:
            continue
        assert printed(document) == any("dated" in cell.values for cell in cells), document.slug
        web = any("trial-web-date" in cell.values for cell in cells)
        assert web == any(one.basis == "web" for one in document.dates), document.slug


def test_status_and_start_of_force_are_said_and_the_draft_is_hatched(rows: dict[str, Tag], library: Library) -> None:
    for document in library.documents:
        row = rows[document.area]
        compared = [one for one in document.instruments if one.about.compared]
        assert all(status in row.text for one in compared for status in one.about.status)
        force = {link.text for link in row.select(".times__force a")}
        assert force == {one.cells["entry_into_force"].brief for one in compared if "entry_into_force" in one.cells}
        assert ("is-draft" in (row.get("class") or [])) == (not any(one.about.in_force for one in compared))
