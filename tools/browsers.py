"""The checker's main path in Firefox and in WebKitGTK: `make test-browsers`.

A verdict at once, the same confirmed by Python, and another when an answer changes it. As root on Debian the browsers are
installed; elsewhere they must be there. Apart from the other tests, since two more browsers are no small thing to ask for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright
from selenium import webdriver

from tools.bootstrap import Stop, apt_install, apt_usable
from tools.precompressed import Precompressed

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
MINI_BROWSERS = (
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
)
PATIENCE = 180  # seconds
Evaluate = Callable[[str], object]

CHECKER = "document.querySelector('[data-checker]')"
VERDICT = "document.querySelector(\"article[data-rule='shangzhou']\")?.dataset.verdict"
ANSWER = "document.querySelector(\"input[name='f-private_gain'][value='%s']\").click()"


class Quiet(Precompressed):
    def log_message(self, *_: object) -> None:
        """The terminal belongs to the outcomes."""


class Failed(Exception):
    """One line saying what did not happen."""


def main_path(evaluate: Evaluate) -> None:
    """`evaluate` takes an expression and returns its value in the page."""
    until(evaluate, f"{VERDICT} === 'insufficient_information'", "a first verdict")
    until(evaluate, f"'confirmed' in {CHECKER}.dataset", "Python's confirmation")
    evaluate(ANSWER % "yes")
    until(evaluate, f"{VERDICT} === 'ineligible'", "the verdict that follows the answer")
    evaluate(ANSWER % "no")
    until(evaluate, f"{VERDICT} === 'insufficient_information'", "the verdict that follows the other answer")
    for name in ("mismatch", "failed", "error"):
        if evaluate(f"'{name}' in {CHECKER}.dataset"):
            raise Failed(f"the page says: {name}")


def until(evaluate: Evaluate, expression: str, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not evaluate(expression):
        if time.monotonic() > end:
            raise Failed(f"there never was {what}")
        time.sleep(0.1)


def firefox(address: str) -> None:
    executable = shutil.which("firefox-esr")
    if executable is None:
        raise Failed("firefox-esr is not installed")
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(channel="moz-firefox", executable_path=executable)
        page = browser.new_page()
        page.goto(address)
        main_path(page.evaluate)
        browser.close()


def webkit(address: str) -> None:
    program = next((path for path in MINI_BROWSERS if Path(path).is_file()), None)
    if program is None or not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        raise Failed("webkit2gtk-driver and xvfb are not installed")
    with display():
        options = webdriver.WebKitGTKOptions()
        options.binary_location = program
        options.add_argument("--automation")
        driver = webdriver.WebKitGTK(options=options)
        try:
            driver.get(address)
            main_path(lambda expression: driver.execute_script(f"return {expression}"))
        finally:
            driver.quit()


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


def installed() -> None:
    wanted = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
    missing = [package for program, package in wanted.items() if not shutil.which(program)]
    if missing and apt_usable():
        apt_install(*missing, "fonts-noto-cjk")


def main() -> int:
    try:
        installed()
    except Stop as why:
        print(f"browsers: {why}", file=sys.stderr)
    bad = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, run in {"Firefox": firefox, "WebKitGTK": webkit}.items():
            try:
                run(f"http://127.0.0.1:{server.server_port}/check/")
                print(f"browsers: {name}: the main path works")
            except Exception as error:  # noqa: BLE001 - whatever it is, the other browser is still to be tried
                bad += 1
                print(f"browsers: {name}: {str(error).splitlines()[0] if str(error) else error!r}", file=sys.stderr)
        server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
