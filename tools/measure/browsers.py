"""The checker in Firefox and in WebKitGTK, and the pages in Chromium of years ago: `make test-browsers`.

A verdict at once, confirmed by Python, and another when an answer changes it; what 为什么问 says, a file to save, the sheets, the
width of a phone, and the pages opened from a folder; what holds from one visit to the next (visits.py): reload, Back, paper, a
newer version while the page is open, no server. As root on Debian the browsers are installed; elsewhere they must be there.
Apart from the other tests, since four more browsers are no small thing to ask for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright
from selenium import webdriver

from tools.measure.driving import ANSWER, DESK, PHONE, VERDICT, WATCH_DOWNLOADS, Failed, press, until
from tools.measure.old_chromium import PINNED, tab
from tools.measure.old_path import old_path
from tools.measure.visits import visits
from tools.serve.precompressed import Precompressed

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "site"
MINI_BROWSERS = (
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
)

CHECKER = "document.querySelector('[data-checker]')"
WHY = "document.querySelector(\"[data-why='private_gain']\")"
SHOWN = "[...document.querySelectorAll('fieldset.question')].filter((one) => one.offsetParent).length"
STYLED = "getComputedStyle(document.querySelector('.md-header')).position === 'sticky'"


@dataclass(frozen=True)
class Driver:
    """A browser as driving.Visitor."""

    evaluate: Callable[[str], object]
    visit: Callable[[str], object]
    resize: Callable[[int, int], object]
    reload: Callable[[], object]
    back: Callable[[], object]
    print_pdf: Callable[[], bytes] | None = None


class Quiet(Precompressed):
    def log_message(self, *_: object) -> None:
        """The terminal belongs to the outcomes."""


def main_path(browser: Driver, site: str) -> None:
    browser.resize(*DESK)
    browser.visit(f"{site}/check/")
    first_verdicts(browser)
    until(browser, f"{WHY}.querySelector('summary')", "a 为什么问")
    browser.evaluate(f"{WHY}.querySelector('summary').click()")
    until(browser, f"{WHY}.textContent.includes('的结论还要看这一项')", "an answer to 为什么问")
    until(browser, "document.querySelector('[data-role=save-case]')", "a button that saves")
    browser.evaluate(WATCH_DOWNLOADS)
    press(browser, "[data-role=save-case]")
    until(browser, "window.offeredAs?.endsWith('.json') && window.offered?.includes('private_gain')", "a file to save")
    browser.visit(f"{site}/worksheet/")
    until(browser, "document.querySelector('section#shangzhou table')?.offsetHeight > 100", "a sheet to print")
    phone(browser, site)
    folder(browser)


def first_verdicts(browser: Driver) -> None:
    """Given at once, confirmed by Python, and others when an answer changes them."""
    until(browser, f"{VERDICT} === 'insufficient_information'", "a first verdict")
    confirmed(browser, "the first verdict")
    for answer, verdict in {"yes": "ineligible", "no": "insufficient_information"}.items():
        browser.evaluate(ANSWER % answer)
        until(browser, f"{VERDICT} === '{verdict}'", f"the verdict that follows {answer}")
        confirmed(browser, f"the verdict that follows {answer}")


def confirmed(browser: Driver, what: str) -> None:
    """An answer takes the mark away until Python has said the same."""
    until(
        browser, f"['confirmed', 'mismatch', 'failed'].some((name) => name in {CHECKER}.dataset)", f"a word on {what}"
    )
    for name in ("mismatch", "failed", "error"):
        if browser.evaluate(f"'{name}' in {CHECKER}.dataset"):
            raise Failed(f"the page says of {what}: {name}")


def phone(browser: Driver, site: str) -> None:
    browser.resize(*PHONE)
    browser.visit(f"{site}/check/")
    until(browser, f"{SHOWN} === 1", "one question at a time on a phone")
    until(browser, "document.documentElement.scrollWidth <= innerWidth", "a page no wider than a phone")
    browser.evaluate("window.first = document.querySelector('fieldset.question:not([hidden])')")
    browser.evaluate("document.querySelector('[data-role=next]').click()")
    until(browser, "window.first.hidden", "the next question")
    browser.resize(*DESK)


def folder(browser: Driver) -> None:
    """Opened from a folder, a page keeps its looks and the checker its first verdict: its policy must not forbid them."""
    browser.visit((SITE / "check" / "index.html").as_uri())
    until(browser, STYLED, "the looks of a page from a folder")
    browser.evaluate(ANSWER % "yes")
    until(browser, f"{VERDICT} === 'ineligible'", "a verdict on a page from a folder")
    browser.visit((SITE / "read" / "xuzhou" / "index.html").as_uri())
    until(browser, STYLED, "the looks of another page from a folder")
    until(browser, "document.documentElement.classList.contains('js')", "the theme's script on a page from a folder")


def firefox(site: str) -> list[str]:
    executable = shutil.which("firefox-esr")
    if executable is None:
        raise Failed("firefox-esr is not installed")
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(channel="moz-firefox", executable_path=executable)
        page = browser.new_page()
        driver = Driver(
            page.evaluate,
            page.goto,
            lambda width, height: page.set_viewport_size({"width": width, "height": height}),
            page.reload,
            lambda: page.evaluate(
                "history.back()"
            ),  # its own waits for a load, and there is none where the page was kept
            page.pdf,
        )
        main_path(driver, site)
        undriven = visits(driver, SITE)
        browser.close()
    return undriven


def webkit(site: str) -> list[str]:
    program = next((path for path in MINI_BROWSERS if Path(path).is_file()), None)
    if program is None or not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        raise Failed("webkit2gtk-driver and xvfb are not installed")
    with display():
        options = webdriver.WebKitGTKOptions()
        options.binary_location = program
        options.add_argument("--automation")
        driver = webdriver.WebKitGTK(options=options)
        try:
            engine = Driver(
                lambda expression: driver.execute_script(f"return {expression}"),
                driver.get,
                driver.set_window_size,
                driver.refresh,
                driver.back,
            )
            main_path(engine, site)
            return visits(engine, SITE)
        finally:
            driver.quit()


def chromium(version: int, site: str) -> list[str]:
    with tab(version) as old:
        old_path(old, site)
    return []


@contextmanager
def display() -> Iterator[None]:
    """A screen of its own; without one WebKit hangs."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24"], pass_fds=[writing])
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        yield
    finally:
        screen.terminate()
        screen.wait()


def main() -> int:
    bad = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browsers: dict[str, Callable[[str], list[str]]] = {"Firefox": firefox, "WebKitGTK": webkit}
        browsers |= {f"Chromium {version}": partial(chromium, version) for version in PINNED}
        for name, run in browsers.items():
            try:
                undriven = run(f"http://127.0.0.1:{server.server_port}")
                print(f"browsers: {name}: what is tried works")
                for line in undriven:
                    print(f"browsers: {name}: not driven: {line}")
            except Exception as error:  # noqa: BLE001 - whatever it is, the other browser is still to be tried
                bad += 1
                print(f"browsers: {name}: {str(error).splitlines()[0] if str(error) else error!r}", file=sys.stderr)
        server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
