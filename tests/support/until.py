"""Waiting until a page says so."""

from __future__ import annotations

import time

from playwright.sync_api import Page

PATIENCE = 60  # seconds


def until(page: Page, script: str) -> None:
    """Until the script's value is true.

    Playwright's own wait_for_function evaluates a string within the page, which the site's Content-Security-Policy forbids from
    its second try on.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(script):
        if time.monotonic() > end:
            raise TimeoutError(f"not so after {PATIENCE} s: {script}")
        page.wait_for_timeout(50)
