"""干部常问: every question is answered for every document, by its brief, with where it stands."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from macros.compare import asked_page, comparison
from macros.kit.links import Links
from policies import Library
from tests.support.accessibility import violations

OpenPage = Callable[..., Page]
LEAST = 40


def drawn(library: Library) -> list[Tag]:
    return BeautifulSoup(asked_page.page(library, Links()), "html.parser").select("details.asked__question")


def test_at_least_forty_questions_are_asked_and_hardly_a_row_answers_two(library: Library) -> None:
    asked = [one for group in library.vocabulary.asked.groups for one in group.questions]
    assert len(asked) >= LEAST
    assert len({row for one in asked for row in one.rows}) >= LEAST
    assert len(drawn(library)) == len(asked)


def test_each_has_a_line_for_every_document_with_its_brief_its_cell_and_where_it_stands(library: Library) -> None:
    asked = [one for group in library.vocabulary.asked.groups for one in group.questions]
    for question, found in zip(asked, drawn(library), strict=True):
        lines = found.select("li")
        cells = [(text, comparison.cell(library, text, row), row) for row in question.rows for text in library.leading]
        assert len(lines) == len(cells), question.id
        for line, (text, cell, row) in zip(lines, cells, strict=True):
            brief = line.select_one(".asked__brief")
            assert brief is not None
            assert brief.get_text() == cell.brief
            assert str(brief["href"]).endswith(f"#{row}--{text.id}")
            assert bool(line.select(".asked__cites a")) is bool(cell.citations), (question.id, text.id)
            assert ("未施行" in line.get_text()) is not text.about.in_force


def test_what_only_is_nearest_to_an_answer_is_said_to_be(library: Library) -> None:
    for found in drawn(library):
        for line in found.select("li.is-silent"):
            cites = line.select_one(".asked__cites")
            assert cites is None or cites.get_text().startswith("相近：")


def test_an_address_opens_its_question_and_the_answer_leads_to_the_cell(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 740})
    page.goto("/asked/#deadline")
    question = page.locator("#deadline")
    expect(question).to_have_attribute("open", "")
    expect(question).to_be_in_viewport()
    assert violations(page) == []
    question.locator(".asked__brief").first.click()
    expect(page.locator("td:target")).to_be_in_viewport()


def test_the_front_page_leads_to_some_of_them(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    page.goto("/")
    for one in (one for group in library.vocabulary.asked.groups for one in group.questions if one.front):
        expect(page.get_by_role("link", name=one.ask, exact=True)).to_have_attribute("href", f"asked/#{one.id}")
