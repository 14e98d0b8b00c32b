"""The glossary: words in groups, all in sight; what they mean unfolds where a word is asked for."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from macros.kit.links import Links
from macros.read import glossary_page
from policies import Library

OpenPage = Callable[..., Page]


def test_every_word_stands_in_one_group_and_leads_to_what_it_means(library: Library) -> None:
    page = BeautifulSoup(glossary_page.page(library, Links()), "html.parser")
    first, *jumps = page.select("nav.jump")
    groups = library.vocabulary.lexicon.groups
    assert [str(link["href"]) for link in first.select("a")] == [f"#group-{group.id}" for group in groups]
    assert [[str(link["href"])[1:] for link in jump.select("a")] for jump in jumps] == [group.terms for group in groups]
    folds = page.select("details.fold > dl.glossary")
    assert [[str(name["id"]) for name in fold.select("dt")] for fold in folds] == [group.terms for group in groups]


def test_the_page_is_short_on_a_phone_and_a_word_unfolds_its_group(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 375, "height": 812})
    page.goto("/glossary/")
    assert page.evaluate("document.documentElement.scrollHeight") < 5_000
    page.locator("nav.jump a[href='#beian']").click()
    expect(page.locator("dt#beian")).to_be_in_viewport()
    expect(page.locator("dt#dangzu")).to_be_hidden()
