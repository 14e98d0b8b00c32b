"""404.html in a browser, as a host sends it: for any address, at any depth, with the site at the top of the host or below it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.accessibility import COLOURS, violations
from tests.support.address import prefix
from tests.support.serving import Careful
from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]
NOT_FOUND = "status of 404"


class Below(Careful):
    """Has the site below `prefix`, and sends its 404.html for what is not there; beside it lies another site, which has not."""

    def __init__(self, *args: Any, prefix: str, **named: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **named)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{self.prefix}/")
        return super().translate_path(path[len(self.prefix) :]) if inside else f"{self.directory}/nothing"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(f"{self.prefix}/"):
            super().send_error(code, message, explain)
            return
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


@contextmanager
def hosted(site: Path, prefix: str) -> Iterator[str]:
    handler = partial(Below, directory=str(site), prefix=prefix)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


@pytest.fixture(scope="module", params=["", "/sub"], ids=["top", "below"])
def host(site_dir: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the site's root, without a slash at its end. A site that says where it stands does so there only."""
    said = prefix(site_dir)
    if said is not None and bool(said) != bool(request.param):
        pytest.skip(f"the site was built to stand at {said or '/'}")
    with hosted(site_dir, request.param if said is None else said) as address:
        yield address


@pytest.fixture(autouse=True)
def answered(traffic: Traffic) -> None:
    """That is what such a host answers."""
    traffic.allow(NOT_FOUND)


@pytest.mark.parametrize("path", ["shangzou", "read/a/b/shangzou.html"])
def test_the_page_is_styled_and_every_link_on_it_leads_somewhere(host: str, path: str, page: Page) -> None:
    answer = page.goto(f"{host}/{path}")
    assert answer
    assert answer.status == HTTPStatus.NOT_FOUND
    expect(page.locator("h1")).to_have_text("没有这一页")
    assert page.locator("h1").evaluate("one => getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"
    expect(page.locator(".find-button")).to_be_visible()
    addresses = page.locator("a[href], link[href]").evaluate_all("all => all.map((one) => one.href)")
    addresses += page.locator("script[src], img[src]").evaluate_all("all => all.map((one) => one.src)")
    assert len(addresses) > 30
    for address in {one.partition("#")[0] for one in addresses} - {page.url}:
        assert address.startswith(f"{host}/")
        assert page.request.get(address).status == HTTPStatus.OK, address


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("read/shangzou/", "read/shangzhou/"),
        ("read/商州/#a4", "read/shangzhou/#a4"),
        ("xuzhuo", "read/xuzhou/"),
        ("read/wuyang/", "read/wuyang_"),
        ("compare/conditionz/index.html", "compare/conditions/"),
        ("old/compare/Time.html", "compare/time/"),
        ("gloss", "glossary/"),
    ],
)
def test_the_nearest_page_is_offered_first(host: str, path: str, leads: str, page: Page) -> None:
    page.goto(f"{host}/{path}")
    nearest = page.locator(".nearest a").first
    expect(nearest).to_be_visible()
    assert nearest.evaluate("one => one.href").startswith(f"{host}/{leads}")


def test_a_draft_is_offered_as_one(host: str, page: Page) -> None:
    page.goto(f"{host}/read/puyang/")
    expect(page.locator(".nearest a").first).to_contain_text("未施行")


@pytest.mark.parametrize("path", ["qqqq/zzzz/", "%E4%A", "read/%3Cimg%20src=x%20onerror=alert(1)%3E"])
def test_what_is_like_nothing_is_offered_nothing_and_breaks_nothing(
    host: str, path: str, page: Page, traffic: Traffic
) -> None:
    traffic.allow("URI malformed")
    page.goto(f"{host}/{path}")
    expect(page.locator(".doors:not(.doors--small) a")).to_have_count(3)
    expect(page.locator(".nearest img")).to_have_count(0)


def test_the_search_box_and_the_keyboard_lead_on(host: str, page: Page) -> None:
    page.goto(f"{host}/a/b/c")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url == f"{host}/a/b/c#top"
    page.locator(".search-box input").fill("私利")
    page.locator(".search-box input").press("Enter")
    page.wait_for_url(f"{host}/search/?q=*")
    expect(page.locator(".found li").first).to_be_visible()


def test_without_a_script_it_still_leads_on(site_dir: Path, page_of: OpenPage) -> None:
    with hosted(site_dir, prefix(site_dir) or "") as host:
        page = page_of(java_script_enabled=False)
        page.goto(f"{host}/read/a/b/c")
        page.locator(".door").first.click()
        page.wait_for_load_state("networkidle")  # the host ends with this test
        assert page.url == f"{host}/read/"


@pytest.mark.parametrize("width", [375, 1366])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everybody(site_dir: Path, page_of: OpenPage, width: int, scheme: str) -> None:
    with hosted(site_dir, "/sub" if prefix(site_dir) is None else prefix(site_dir) or "") as host:
        page = page_of(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.goto(f"{host}/read/shangzou/")
        expect(page.locator(".nearest a").first).to_be_visible()
        assert violations(page, COLOURS if scheme == "dark" and width == 375 else None) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
