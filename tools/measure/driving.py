"""What the browsers of `make test-browsers` share: how one is driven, what is asked of the check page, and how long is waited."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

PATIENCE = 180  # seconds
PHONE, DESK = (390, 844), (1280, 900)

VERDICT = "document.querySelector(\"article[data-rule='shangzhou']\")?.dataset.verdict"
ANSWER = "document.querySelector(\"input[name='f-private_gain'][value='%s']\").click()"
# Browsers differ in what they do with a download, and drivers in what they tell of it: what the page offers is looked at.
WATCH_DOWNLOADS = """(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { blob.text().then((text) => { window.offered = text; }); return make(blob); };
  HTMLAnchorElement.prototype.click = function () { window.offeredAs = this.download; };
})()"""


class Browser(Protocol):
    """`evaluate` takes an expression and returns its value in the page."""

    @property
    def evaluate(self) -> Callable[[str], object]: ...
    @property
    def visit(self) -> Callable[[str], object]: ...
    @property
    def resize(self) -> Callable[[int, int], object]: ...


class Visitor(Browser, Protocol):
    """`print_pdf` returns the page as a PDF; None where the driver makes none."""

    @property
    def reload(self) -> Callable[[], object]: ...
    @property
    def back(self) -> Callable[[], object]: ...
    @property
    def print_pdf(self) -> Callable[[], bytes] | None: ...


class Failed(Exception):
    """One line saying what did not happen."""


def until(browser: Browser, expression: str, what: str) -> None:
    """Waits until the expression holds. Raises Failed, saying that there never was `what`."""
    end = time.monotonic() + PATIENCE
    while not browser.evaluate(f"Boolean({expression})"):
        if time.monotonic() > end:
            raise Failed(f"there never was {what}")
        time.sleep(0.1)


def press(browser: Browser, selector: str) -> None:
    browser.evaluate(f"document.querySelector({selector!r}).click()")
