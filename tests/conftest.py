"""The built site over HTTP, and a real browser that may ask nothing of any other host."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.serve.precompressed import Precompressed

# A busy machine is slow, not wrong; and a failure must come again when it is looked into.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

ROOT = Path(__file__).resolve().parent.parent
BROWSER_STAMP = ROOT / ".venv" / "browser.json"  # written by tools/setup/bootstrap.py
NO_BROWSER = "there is no browser: see what `python3 tools/setup/bootstrap.py browser` says"

# What a careful host would send; 'wasm-unsafe-eval' is what WebAssembly needs.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; form-action 'self'; "
    "base-uri 'self'"
)

# For a root without user namespaces, and against chromium's own calls home.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Without a browser ---------------------------------------------------------------------------------------------------


def excused() -> bool:
    """Whether the browser tests may be left out; never in CI, where nobody reads the summary."""
    return os.environ.get("ALLOW_NO_BROWSER") == "1" and os.environ.get("CI") != "true"


def wants_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks for the browser, so that `-m browser` and the count below miss none."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


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


class Handler(Precompressed):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Requests are recorded in the browser."""


@pytest.fixture(scope="session")
def site_dir() -> Path:
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site`, or `make test`, which does so first", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site_dir)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# The browser ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    stamp = json.loads(BROWSER_STAMP.read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=stamp["executable"], env={**os.environ, **stamp["env"]}, args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()


@dataclass
class Traffic:
    """What the pages of one test asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Errors that this test expects, as a regular expression."""
        self.allowed.append(pattern)

    def elsewhere(self) -> list[str]:
        networked = (url for url in self.requests if urlsplit(url).scheme in {"http", "https", "ws", "wss"})
        return [url for url in networked if urlsplit(url).hostname != "127.0.0.1"]

    def complaints(self) -> list[str]:
        return [error for error in self.errors if not any(re.search(pattern, error) for pattern in self.allowed)]

    def record(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)))
        context.on("weberror", lambda error: self.errors.append(f"page error: {error.error}"))
        context.on(
            "console",
            lambda message: (
                self.errors.append(f"console: {message.text} ({message.location.get('url', '')})")
                if message.type == "error"
                else None
            ),
        )


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
    assert traffic.elsewhere() == [], "requests to another host"
    assert traffic.complaints() == [], "errors in the browser"


@pytest.fixture
def page(page_of: Callable[..., Page]) -> Page:
    return page_of()
