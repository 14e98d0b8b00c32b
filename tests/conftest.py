"""The built site over HTTP, and a real browser that may ask nothing of any other host."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.support.folders import ROOT
from tests.support.serving import served
from tests.support.traffic import INTRANET, Traffic

# A busy machine is slow, not wrong; and a failure must come again when it is looked into.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

BROWSER_STAMP = ROOT / ".venv" / "browser.json"  # written by tools/setup/browsers.py
PATIENCE = 30_000  # milliseconds that a test waits for what must come; a machine that others use too is slow, not wrong
NO_BROWSER = "there is no browser: see what `python3 -m tools.setup.bootstrap browser` says"

# For a root without user namespaces, and against chromium's own calls home.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1",
]


# Without a browser ---------------------------------------------------------------------------------------------------


def excused() -> bool:
    """Whether the browser tests may be left out; never in CI, where nobody reads the summary."""
    return os.environ.get("ALLOW_NO_BROWSER") == "1" and os.environ.get("CI") != "true"


def wants_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks for the browser or the built site, so that `-m browser`, `make quick` and the count below miss none."""
    for item in items:
        wanted = set(getattr(item, "fixturenames", ()))
        if "browser" in wanted:
            item.add_marker("browser")
        if wanted & {"browser", "site_dir", "site_url"}:
            item.add_marker("site")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if wants_browser(item) and not BROWSER_STAMP.is_file():
        if excused():
            pytest.skip(NO_BROWSER)
        pytest.fail(NO_BROWSER, pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report
        for kind in ("skipped", "error", "failed")
        for report in terminalreporter.stats.get(kind, [])
        if NO_BROWSER in str(report.longrepr)
    ]
    if reports:
        verdict = "left out on request (ALLOW_NO_BROWSER=1)" if excused() else "this counts as a failure"
        line = f"NO BROWSER: {len(reports)} BROWSER TESTS DID NOT RUN; {verdict}"
        terminalreporter.section(line, sep="!", red=True, bold=True)


# The site ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site_dir() -> Path:
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site`, or `make test`, which does so first", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Without a slash at its end."""
    with served(site_dir) as url:
        yield url


# The browser ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    stamp = json.loads(BROWSER_STAMP.read_text(encoding="utf-8"))
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=stamp["executable"], env={**os.environ, **stamp["env"]}, args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def page_of(browser: Browser, site_url: str, traffic: Traffic) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a context of its own; takes Playwright's context options, such as viewport or color_scheme.

    Afterwards no request may have gone to another host, and no error may have been raised or logged that the test did
    not allow by `traffic.allow`.
    """
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", "base_url": site_url, **options})
        contexts.append(context)
        traffic.record(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    traffic.check()


@pytest.fixture
def page(page_of: Callable[..., Page]) -> Page:
    return page_of()
