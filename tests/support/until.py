"""Waiting until a page says so."""

from __future__ import annotations

import time

from playwright.sync_api import Page

PATIENCE = 60  # seconds


def until(page: Page, expression: str) -> None:
    """Until the expression's value is true.

    Playwright's own wait_for_function evaluates a string within the page, which the site's Content-Security-Policy forbids from
    its second try on.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(f"Boolean({expression})"):
        if time.monotonic() > end:
            raise TimeoutError(f"not so after {PATIENCE} s: {expression}")
        page.wait_for_timeout(50)
