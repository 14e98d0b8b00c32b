"""The offline file looks like the site's page: paper, type, sign, dark where the system is, and light on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
LOOK = """
() => {
  const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return {
    paper: of("body", "backgroundColor"),
    ink: of("h1", "color"),
    title: of("h1", "fontSize"),
    text: of(".checker", "fontSize"),
    choice: of(".choice", "backgroundColor"),
    family: of("h1", "fontFamily"),
  };
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_offline_file_has_the_paper_the_type_and_the_sign_of_the_site(page_of: OpenPage, scheme: str) -> None:
    page = page_of(color_scheme=scheme)
    page.goto("/check/")
    site = page.evaluate(LOOK)
    page.goto("/check/offline.html")
    assert page.evaluate(LOOK) == site
    assert page.locator("header svg rect").count() == 1


def test_on_paper_the_offline_file_is_light(page_of: OpenPage) -> None:
    page = page_of(color_scheme="dark")
    page.goto("/check/offline.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
