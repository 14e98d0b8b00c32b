"""The readings: chosen by document and by confidence without a reload, kept in the address, and all there without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from macros.compare import readings_page
from macros.kit.links import Links
from policies import Library

OpenPage = Callable[..., Page]
READINGS = "/compare/readings/"


def test_every_reading_says_whose_words_it_reads_and_how_sure_we_are(library: Library) -> None:
    page = BeautifulSoup(readings_page.page(library, Links()), "html.parser")
    entries = page.select("dl.reading")
    documents = {document.slug for document in library.documents}
    assert len(entries) == len(library.vocabulary.readings)
    for entry, reading in zip(entries, library.vocabulary.readings.values(), strict=True):
        assert set(str(entry["data-doc"]).split()) <= documents
        assert entry["data-doc"]
        assert entry["data-sure"], reading.confidence
    assert readings_page.sure(library.vocabulary.readings["C01"]) == ["high"]


def shown(page: Page) -> int:
    return page.locator("dl.reading:visible").count()


def test_what_is_chosen_is_shown_alone_and_the_address_keeps_it(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    page.goto(READINGS)
    readings = library.vocabulary.readings.values()
    page.select_option("select[name=doc]", "xuzhou")
    of_xuzhou = [one for one in readings if "xuzhou" in readings_page.documents(library, one)]
    assert shown(page) == page.locator("h2:visible").count() == len(of_xuzhou)
    page.select_option("select[name=sure]", "low")
    low = [one for one in of_xuzhou if "low" in readings_page.sure(one)]
    assert shown(page) == len(low)
    expect(page.locator(".choose-readings output")).to_have_text(f"{len(low)} 处（共 {len(readings)} 处）")
    assert page.url.endswith("?doc=xuzhou&sure=low")
    page.reload()
    assert shown(page) == len(low)
    page.get_by_role("button", name="全部", exact=True).click()
    assert shown(page) == len(readings)
    assert page.url.endswith(READINGS)


def test_a_link_to_one_reading_shows_it_whatever_was_chosen(page_of: OpenPage) -> None:
    page = page_of()
    page.goto(f"{READINGS}?doc=xuzhou#c01")
    expect(page.locator("#c01")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_without_a_script_all_are_there_and_nothing_to_choose_with(
    browser: Browser, site_url: str, *, script: bool
) -> None:
    page = browser.new_page(java_script_enabled=script)
    page.goto(f"{site_url}{READINGS}")
    assert page.locator(".choose-readings").is_visible() == script
    assert shown(page) == page.locator("dl.reading").count() > 40
    page.close()


LOCKED = "history.replaceState = () => { throw new DOMException('no', 'SecurityError'); }"


def test_where_the_address_cannot_be_changed_a_link_to_one_reading_is_followed_all_the_same(page_of: OpenPage) -> None:
    page = page_of()
    page.add_init_script(LOCKED)
    page.goto(READINGS)
    page.select_option("select[name=doc]", "xuzhou")
    assert shown(page) < page.locator("dl.reading").count()
    page.evaluate("location.hash = document.querySelector('h2[hidden]').id")
    expect(page.locator(":target")).to_be_in_viewport()
    assert shown(page) == page.locator("dl.reading").count()
