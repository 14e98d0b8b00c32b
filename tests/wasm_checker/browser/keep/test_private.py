"""Nothing of a case leaves the machine, and nothing of it stays: watched in the browser, and forbidden by the pages themselves."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Error, Page, Request, expect

from macros.kit import contact
from policies import Library
from tests.support.cases import favourable
from tests.support.check_page import READY, answer
from tests.support.folders import ROOT
from tests.support.serving import Plain, served
from tests.support.traffic import Traffic

STORED = """async () => {
  const databases = await indexedDB.databases?.() ?? [];
  const kept = Object.entries({...localStorage, ...sessionStorage}).filter(([name]) => !name.endsWith("__palette"));
  return JSON.stringify([kept, document.cookie, databases]);
}"""


def placed(tag: str, address: str, more: str = "") -> str:
    """A script that puts an element into the page which names another site."""
    more = f"it.{more};" if more else ""
    return f"""(to) => new Promise((sent, refused) => {{
        const it = document.createElement('{tag}'); {more} it.onload = sent; it.onerror = refused; it.{address} = to;
        document.body.append(it); setTimeout(refused, 300); }})"""


# Each way a page has to send something away.
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
    "an image": placed("img", "src"),
    "a script": placed("script", "src"),
    "a module": "(to) => import(to)",
    "a style sheet": placed("link", "href", "rel = 'stylesheet'"),
    "a link to fetch ahead": placed("link", "href", "rel = 'prefetch'"),
    "a link to load ahead": placed("link", "href", "rel = 'preload'; it.as = 'image'"),
    "a module to load ahead": placed("link", "href", "rel = 'modulepreload'"),
    "a frame": placed("iframe", "src"),
    "an object": placed("object", "data"),
    "a sound": placed("audio", "src"),
    "a font": "(to) => new FontFace('x', `url(${to})`).load()",
    "a style": """(to) => new Promise((_, refused) => {
        document.body.style.backgroundImage = `url(${to})`; document.body.getBoundingClientRect(); setTimeout(refused, 300); })""",
    "a worker": """(to) => new Promise((_, refused) => {
        const text = `fetch('${to}', {mode: 'no-cors'})`; const it = new Worker(URL.createObjectURL(new Blob([text])));
        it.onerror = refused; setTimeout(refused, 500); })""",
    "a ping": """(to) => new Promise((_, refused) => {
        const it = document.body.appendChild(document.createElement('a')); it.href = '#'; it.ping = to; it.click();
        setTimeout(refused, 300); })""",
}


@pytest.fixture
def careless_host(site_dir: Path) -> Iterator[str]:
    with served(site_dir, Plain) as url:
        yield url


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


def tried(page: Page, name: str, to: str) -> None:
    """At an address of its own, since a browser does not ask twice for what it has; whether it arrived is heard there."""
    address = f"{to}{name.replace(' ', '-')}"
    with suppress(Error):
        page.evaluate(f"(to) => Promise.resolve(to).then({WAYS[name]}).then(() => null, () => null)", address)
    page.wait_for_timeout(200)


@pytest.mark.parametrize(
    "path", ["/check/", *(pytest.param(path, marks=pytest.mark.long) for path in ("/", "/compare/conditions/"))]
)
def test_the_pages_themselves_let_no_script_talk_to_another_site(
    page: Page, careless_host: str, elsewhere: tuple[str, list[str]], traffic: Traffic, path: str
) -> None:
    traffic.allow("Content Security Policy|net::|Failed to load|fetching the script")
    to, heard = elsewhere
    page.goto(f"{careless_host}{path}")
    for name in WAYS:
        tried(page, name, to)
        assert heard == [], name
    assert page.url == f"{careless_host}{path}" + "#"


@pytest.mark.long
def test_without_the_policy_each_of_these_ways_would_have_been_open(
    page: Page, careless_host: str, elsewhere: tuple[str, list[str]], traffic: Traffic
) -> None:
    """Else the test above proves nothing."""
    traffic.allow(".*")
    to, heard = elsewhere
    for name in WAYS:
        page.goto(f"{careless_host}/assets/checker/manifest.json")  # a form that is sent takes the page along
        before = len(heard)
        tried(page, name, to)
        assert len(heard) > before, name


def test_what_no_policy_can_forbid_no_page_does(site_dir: Path) -> None:
    """Leaving for another site by a link, and WebRTC, which finds its way by asking servers that a script names.

    One link may be there: to where errors are reported, if who runs the site has set it. Only a person follows it.
    """
    reported = contact.setting(ROOT / "mkdocs.yml")[1]
    texts = {
        path: path.read_text(encoding="utf-8") for kind in ("html", "js", "mjs") for path in site_dir.rglob(f"*.{kind}")
    }
    pages = {path: BeautifulSoup(text, "html.parser") for path, text in texts.items() if path.suffix == ".html"}
    assert len(pages) > 30
    assert [path for path, text in texts.items() if re.search("RTCPeerConnection|WebTransport", text)] == []
    links = [link for page in pages.values() for link in page.select("a[href^=http], a[href^='//'], area, [ping]")]
    assert [link for link in links if link.get("href") != reported] == []


def test_a_page_from_a_folder_keeps_its_looks_and_its_scripts(page: Page, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")  # modules, which no browser loads from there
    page.goto((site_dir / "compare" / "conditions" / "index.html").as_uri())
    assert page.locator(".md-header").evaluate("node => getComputedStyle(node).position") == "sticky"
    expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))  # the theme's script has run
    assert traffic.complaints() == []
    page.goto((site_dir / "check" / "index.html").as_uri())
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator("article[data-rule=shangzhou]")).to_have_attribute("data-verdict", "ineligible")
    assert page.locator(".md-header").evaluate("node => getComputedStyle(node).position") == "sticky"


def test_what_is_answered_is_never_submitted_even_where_no_script_runs(
    page_of: Callable[..., Page], careless_host: str, traffic: Traffic
) -> None:
    """Else the answers would stand in an address, and in the host's log."""
    traffic.allow("form-action|Content Security Policy")
    page = page_of(java_script_enabled=False)
    page.goto(f"{careless_host}/check/")
    page.locator("input[name='f-private_gain'][value='yes']").check()
    page.locator("form.checker__form").evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.wait_for_timeout(300)
    assert page.url == f"{careless_host}/check/"


@pytest.mark.python
@pytest.mark.long
def test_a_whole_case_sends_nothing_and_leaves_nothing(page: Page, site_url: str, library: Library) -> None:
    """Every request is for a file of the site, named without a question, and none carries anything.

    What the tab keeps is one text, and who clears and leaves has nothing of it.
    """
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
    (kept,), cookies, databases = json.loads(page.evaluate(STORED))
    assert (cookies, databases) == ("", [])
    assert kept[0] == "rongcuo-answers"
    assert page.evaluate("Object.keys(localStorage).filter(name => !name.endsWith('__palette'))") == []
    page.locator("[data-role=clear-leave]").click()
    page.wait_for_url(f"{site_url}/")
    assert page.evaluate(STORED) == '[[],"",[]]'
    page.go_back()
    assert page.url == "about:blank"
