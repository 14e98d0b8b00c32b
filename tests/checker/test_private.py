"""Nothing of a case leaves the machine, and nothing of it stays: watched in the browser, and forbidden by the pages themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Page, Request, expect

from policies import Library
from tests.checker.cases import favourable
from tests.checker.test_page import READY, answer
from tests.conftest import Traffic
from tools.precompressed import Precompressed

STORED = """async () => {
  const databases = await indexedDB.databases?.() ?? [];
  const kept = Object.entries({...localStorage, ...sessionStorage}).filter(([name]) => !name.endsWith("__palette"));
  return JSON.stringify([kept, document.cookie, databases]);
}"""
# Each way a script has to send something away, and whether it got there.
WAYS = {
    "fetch": "async (to) => { await fetch(to, {method: 'POST', body: 'x', mode: 'no-cors'}); }",
    "XMLHttpRequest": """(to) => new Promise((sent, refused) => {
        const asking = new XMLHttpRequest(); asking.open('POST', to); asking.onload = sent; asking.onerror = refused; asking.send('x'); })""",
    "sendBeacon": "(to) => { if (navigator.sendBeacon(to, 'x')) return new Promise((_, no) => setTimeout(no, 500)); throw 0; }",
    "EventSource": "(to) => new Promise((sent, refused) => { const ear = new EventSource(to); ear.onopen = sent; ear.onerror = refused; })",
    "WebSocket": """(to) => new Promise((sent, refused) => {
        const line = new WebSocket(to.replace('http', 'ws')); line.onopen = sent; line.onerror = refused; })""",
    "a form": """(to) => new Promise((_, refused) => {
        const form = document.body.appendChild(document.createElement('form')); form.action = to; form.method = 'post';
        form.submit(); setTimeout(refused, 500); })""",
}


class Plain(Precompressed):
    """A host that sends no policy of its own."""

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def careless_host(site_dir: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(site_dir))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another site, and what it was asked for."""
    heard: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_OPTIONS = do_GET  # noqa: N815 - the base class names them so

        def log_message(self, *_: object) -> None:
            """It is in `heard`."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", heard
        server.shutdown()


@pytest.mark.parametrize("path", ["/check/", "/", "/compare/conditions/"])
def test_the_pages_themselves_let_no_script_talk_to_another_site(
    page: Page, careless_host: str, elsewhere: tuple[str, list[str]], traffic: Traffic, path: str
) -> None:
    traffic.allow("Content Security Policy|net::|Failed to load|fetching the script")
    to, heard = elsewhere
    page.goto(f"{careless_host}{path}")
    for name, way in WAYS.items():
        outcome = page.evaluate(f"(to) => Promise.resolve(to).then({way}).then(() => 'sent', () => 'refused')", to)
        assert outcome == "refused", name
    assert heard == []


def test_without_the_policy_each_of_these_ways_would_have_been_open(
    page: Page, careless_host: str, elsewhere: tuple[str, list[str]], traffic: Traffic
) -> None:
    """Else the test above proves nothing."""
    traffic.allow(".*")
    to, heard = elsewhere
    page.goto(f"{careless_host}/data/documents.json")
    for name, way in WAYS.items():
        before = len(heard)
        with suppress(Error):  # a form that is sent takes the page along
            page.evaluate(f"(to) => Promise.resolve(to).then({way}).then(() => 'sent', () => 'refused')", to)
        page.wait_for_timeout(200)
        assert len(heard) > before, name


def test_a_whole_case_sends_nothing_and_leaves_nothing(page: Page, site_url: str, library: Library) -> None:
    """Every request is for a file of the site, named without a question, and none carries anything."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it takes no built-in method
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-checker][data-ready][data-confirmed]", timeout=READY)
    before = len(asked)
    answer(page.locator("form.checker__form"), favourable(library))
    expect(page.locator("article[data-rule=wuyang_tolerance]")).to_contain_text("还须您回答")
    page.locator("article[data-rule=wuyang_tolerance] [data-role=explain] > summary").click()
    expect(page.locator("article[data-rule=wuyang_tolerance] .tree")).to_be_visible()
    page.wait_for_timeout(1000)
    for request in asked:
        address = urlsplit(request.url)
        assert (request.method, request.post_data) == ("GET", None), request.url
        assert f"{address.scheme}://{address.netloc}" in {site_url, "://"} or address.scheme in {"blob", "data"}
        assert not address.query, request.url
    assert [request.url for request in asked[before:]] == [], "answers made the page ask for something"
    assert page.evaluate(STORED) == '[[],"",[]]'
