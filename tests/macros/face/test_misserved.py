"""A server that calls files what they are not is named on the page, for whoever keeps the site; no reader's browser is blamed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.check_page import CONFIRMED, FILL, READY, form_of, judged
from tests.support.serving import Plain, served
from tests.support.traffic import Traffic

REFUSED = "Failed to load module script|Refused to (execute|apply)|MIME type|Failed to load resource"
BLAMED = "浏览器太旧"

Serve = Callable[..., str]


@pytest.fixture
def serve(site_dir: Path) -> Iterator[Serve]:
    """The site's address, from a server that has other types for some extensions, and may insist on them."""
    with ExitStack() as running:

        def start(*, nosniff: bool, **types: str) -> str:
            class Wrong(Plain):
                extensions_map = Plain.extensions_map | {f".{ending}": called for ending, called in types.items()}

                def end_headers(self) -> None:
                    if nosniff:
                        self.send_header("X-Content-Type-Options", "nosniff")
                    super().end_headers()

            return running.enter_context(served(site_dir, Wrong))

        yield start


@pytest.mark.parametrize(
    ("called", "nosniff"), [("application/octet-stream", False), ("text/plain", True)], ids=["unknown", "text"]
)
def test_the_check_page_names_the_server_where_its_modules_are_called_something_else(
    page_of: Callable[..., Page], serve: Serve, traffic: Traffic, called: str, nosniff: bool
) -> None:
    traffic.allow(REFUSED)
    page = page_of()
    page.goto(f"{serve(nosniff=nosniff, js=called)}/check/")
    expect(page.locator(".misserved")).to_contain_text(f"当作脚本发送（发成了 {called}）")
    expect(page.locator(".misserved")).to_contain_text("不是您的浏览器的问题，请告诉网站的维护者")
    expect(page.locator("[data-role=status]").first).to_contain_text("原因是服务器的设置，见最上面一行")
    assert BLAMED not in page.locator("main").inner_text()
    form_of(page).evaluate(FILL, {"private_gain": True})
    assert "ineligible" in judged(page), "the first verdicts stand in the page"


@pytest.mark.parametrize("path", ["", "read/xuzhou/", "compare/all/", "search/", "asked/", "nowhere"])
def test_every_page_names_it_where_the_server_insists(
    page_of: Callable[..., Page], serve: Serve, traffic: Traffic, path: str
) -> None:
    traffic.allow(REFUSED)
    page = page_of()
    host = serve(nosniff=True, js="text/plain", html="text/html")
    page.goto(f"{host}/{path or 'index.html'}" if path != "nowhere" else f"{host}/404.html")
    line = page.locator(".misserved")
    expect(line).to_contain_text("当作脚本发送（发成了 text/plain）")
    assert line.count() == 1, "one line, not one for each script"
    expect(line).to_have_attribute("role", "alert")


def test_a_style_sheet_that_is_called_something_else_is_named_too(
    page_of: Callable[..., Page], serve: Serve, traffic: Traffic
) -> None:
    traffic.allow(REFUSED)
    page = page_of()
    page.goto(f"{serve(nosniff=True, css='text/plain')}/read/xuzhou/")
    expect(page.locator(".misserved")).to_contain_text("当作样式发送（发成了 text/plain）")


def test_python_starts_from_wasm_that_is_called_something_else(page_of: Callable[..., Page], serve: Serve) -> None:
    page = page_of()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{serve(nosniff=True, wasm='application/octet-stream')}/check/")
    page.wait_for_selector(CONFIRMED, timeout=READY)
    assert [line for line in said if "the server sends .wasm as application/octet-stream" in line]
    expect(page.locator(".misserved")).to_have_count(0)


def test_a_worker_alone_that_is_called_something_else_is_named(
    page_of: Callable[..., Page], site_url: str, traffic: Traffic
) -> None:
    traffic.allow(REFUSED)
    page = page_of()
    text = Path("site/check").resolve()
    worker = next(text.glob("worker.*.js"))
    page.route(
        f"**/{worker.name}",
        lambda route: route.fulfill(body=worker.read_bytes(), headers={"Content-Type": "text/plain"}),
    )
    page.goto(f"{site_url}/check/")
    expect(page.locator(".misserved")).to_contain_text(f"{worker.name} 当作脚本发送（发成了 text/plain）")
    expect(page.locator("[data-role=status]").first).to_contain_text("没能再核对一遍，原因是服务器的设置")
    assert BLAMED not in page.locator("main").inner_text()


def test_a_page_in_a_scripts_place_is_not_laid_to_the_server(
    page_of: Callable[..., Page], site_url: str, traffic: Traffic
) -> None:
    """Of who wants a password before the network is used."""
    traffic.allow(REFUSED)
    page = page_of()
    page.route("**/checker.*.js", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{site_url}/check/")
    expect(page.locator("[data-role=status]").first).to_contain_text("网页没有载入完整（")
    expect(page.locator(".misserved")).to_have_count(0)
