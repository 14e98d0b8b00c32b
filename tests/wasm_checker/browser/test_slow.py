"""A slow phone on a slow line: the form answers long before Python is there, and Python confirms in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.check_page import CONFIRMED
from tools.measure.shaping import Line, Server, slowed

pytestmark = pytest.mark.python

LINE = Line(1.6e6, 0.15)
SLOWER = 4
PATIENCE = 240_000
SHANGZHOU = "article[data-rule='shangzhou']"
FACTS = "document.querySelector('[data-checker]').questionnaire.facts"


@pytest.fixture
def shaped(site_dir: Path) -> Iterator[Server]:
    with Server(site_dir) as server:
        server.line = LINE
        yield server


@pytest.mark.shaped
def test_on_a_slow_line_the_form_answers_before_python_and_nothing_that_was_answered_is_lost(
    page: Page, shaped: Server
) -> None:
    page.set_default_timeout(PATIENCE)
    card = page.locator(SHANGZHOU)
    with slowed(SLOWER):
        page.goto(f"{shaped.url}/check/", wait_until="commit")
        page.locator("input[name='f-private_gain'][value='yes']").check()
        expect(card).to_have_attribute("data-verdict", "ineligible", timeout=PATIENCE)
        page.locator("input[name=application_date]").fill("2026-11-20")
        page.locator("input[data-document='shangzhou']").check()
        early, before = shaped.sent, page.evaluate(FACTS)
        assert page.locator("[data-checker]").get_attribute("data-ready") is None
        page.wait_for_selector(CONFIRMED)
    # It had answered when little of all that was sent was there.
    assert early < shaped.sent / 4
    assert {"private_gain", "application_date"} <= set(before)
    assert page.evaluate(FACTS) == before
    expect(page.locator("input[name=application_date]")).to_have_value("2026-11-20")
    expect(page.locator("article[data-rule]").first).to_have_attribute("data-rule", "shangzhou")
    expect(card).to_have_attribute("data-verdict", "ineligible")
    assert page.locator("[data-failed]").count() == 0
