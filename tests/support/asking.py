"""One question at a time, as the page opens: opened, answered, looked at."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.until import until

PHONE = {"width": 375, "height": 812}
FACTS = "document.querySelector('[data-checker]').questionnaire.facts"
OPEN = "question => document.querySelector('[data-checker]').questionnaire.interview.open(question)"
COUNT = "document.querySelector('[data-role=left]').textContent.match(/已答 (\\d+) 项，最多还有 (\\d+) 项/)"
FIT = "document.documentElement.scrollWidth <= innerWidth"


def visit(page: Page) -> Page:
    page.goto("/check/")
    until(page, "document.querySelector('[data-checker]').questionnaire")
    return page


def at(page: Page) -> Locator:
    return page.locator("fieldset.question:visible")


def opened(page: Page, question: str) -> Locator:
    page.evaluate(OPEN, f"q-{question}")
    expect(at(page)).to_have_id(f"q-{question}")
    return page.locator(f"#q-{question}")


def tick(listed: Locator, fact: str) -> Locator:
    return listed.locator(f"[data-tick={fact}]")


def choose_place(page: Page, place: str) -> None:
    """With keys, so that nothing goes on by itself."""
    opened(page, "policy_area").locator(f"input[data-document='{place}']").focus()
    page.keyboard.press("Space")
    page.locator("[data-role=next]").click()
