"""How the checker starts: the first verdict without Python, confirmed by it; and what remains when something fails."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

from macros.kit import policy
from tests.support.folders import SUPPORT
from tests.support.holding import holding
from wasm_checker.runtime.node import node

pytestmark = pytest.mark.python

READY = 120_000
PATIENCE = 31_000  # a little more than the page has with a worker that does not answer
STATUS = "[data-role=status]"
SHANGZHOU = "article[data-rule='shangzhou']"


def opened(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/check/")
    return page


def answered(page: Page) -> None:
    """The verdicts follow the answers."""
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    page.locator("input[name='f-private_gain'][value='no']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "insufficient_information")


def break_runtime(page: Page) -> None:
    """The lean runtime arrives and does not start."""
    broken = "export default async () => { throw new Error('broken'); };"
    page.route("**/glue.*.js", lambda route: route.fulfill(body=broken, content_type="text/javascript"))


def test_verdicts_are_given_at_once_and_python_says_the_same(page: Page, site_url: str) -> None:
    held = holding(page, "**/python.*.wasm")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site_url)
    answered(page)
    assert page.locator("[data-checker]").get_attribute("data-ready") is None
    expect(page.locator(STATUS)).to_contain_text("边答边出结论，随后再核对一遍")
    held.release()
    page.wait_for_selector("[data-checker][data-ready][data-confirmed]", timeout=READY)
    assert page.locator("[data-checker]").get_attribute("data-mismatch") is None
    answered(page)
    assert not [url for url in asked if "pyodide.asm.wasm" in url], "the lean runtime was given up"


def test_a_verdict_that_python_does_not_confirm_is_replaced_told_and_counted(page: Page, site_url: str) -> None:
    def doctored(route: Route) -> None:
        html = route.fetch().text()
        rule = html.index('"id":"shangzhou","outcomes"')
        assert html[rule:].index('"fails":"ineligible"') < 200
        start, end = html.rindex("<script>", 0, rule) + len("<script>"), html.index("</script>", rule)
        script = html[start:rule] + html[rule:end].replace('"fails":"ineligible"', '"fails":"out_of_scope"', 1)
        known = policy.hashed(html[start:end])
        assert known in html
        html = (html[:start] + script + html[end:]).replace(known, policy.hashed(script))
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/check/", doctored)
    opened(page, site_url)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator("[data-checker]")).to_have_attribute("data-mismatch", "1")
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    expect(page.locator("[role=alert]")).to_contain_text("两次算出来不一样，是本站出了错")
    expect(page.locator("[role=alert]")).to_contain_text("商州")


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ("delete globalThis.WebAssembly", "太旧，或者设了限制，不能再核对一遍"),
        ("delete WebAssembly.compileStreaming", "太旧，或者设了限制，不能再核对一遍"),
        ("globalThis.Worker = class {}", "太旧"),
    ],
)
def test_without_webassembly_or_module_workers_the_page_judges_by_the_diagrams_and_says_so(
    page: Page, site_url: str, without: str, words: str
) -> None:
    asked: list[str] = []

    def noted(request: Request) -> None:
        if request.resource_type != "fetch":  # what a file is sent as is asked of the server; that starts nothing
            asked.append(request.url)

    page.on("request", noted)
    page.add_init_script(f"navigator.serviceWorker.register = async () => {{ window.registered = true; }}; {without}")
    opened(page, site_url)
    answered(page)
    expect(page.locator(STATUS)).to_contain_text(words)
    expect(page.locator(STATUS)).to_contain_text("结论照样给出，用的是同一套规则")
    assert not [url for url in asked if "pyodide." in url or "worker." in url]
    # Nor does it keep for later what it cannot run.
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.registered") is None


def test_a_module_that_the_browser_cannot_compile_is_not_followed_by_the_other(
    page: Page, site_url: str, traffic: Any
) -> None:
    traffic.allow("CompileError|WebAssembly")
    newer = b"\0asm\1\0\0\0" + bytes([99, 1, 0])  # a section that no engine knows yet
    page.route("**/python.*.wasm", lambda route: route.fulfill(body=newer, content_type="application/wasm"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site_url)
    expect(page.locator(STATUS)).to_contain_text("这个浏览器太旧", timeout=READY)
    expect(page.locator(STATUS)).to_contain_text("结论照样给出，用的是同一套规则")
    answered(page)
    assert not [url for url in asked if "/pyodide-" in url]


def test_a_download_that_fails_is_told_once_and_the_diagrams_go_on(page: Page, site_url: str, traffic: Any) -> None:
    traffic.allow(r"pyodide\.|ERR_FAILED|net::|page error")
    page.route("**/python.*.wasm", lambda route: route.abort())
    opened(page, site_url)
    page.wait_for_selector("[data-failed]", timeout=READY)
    expect(page.locator(STATUS)).to_contain_text("没能再核对一遍（网络断了，或者浏览器太旧）")
    answered(page)
    why = page.locator(f"{SHANGZHOU} [data-role=explain]")
    why.locator("summary").first.click()
    expect(why).to_contain_text("核对用的程序没有运行")
    page.locator("input[data-document=wuyang]").check()  # who has named no place is given no day
    expect(page.locator("[data-limit=wuyang_tolerance_apply]")).to_contain_text("这里算不出最后一天")


@pytest.mark.long
def test_what_the_build_has_left_out_is_fetched_when_it_is_wanted_and_the_question_answered(
    page: Page, site_url: str, site_dir: Path, tmp_path: Path, traffic: Any
) -> None:
    """The module is one that can start and judge, and has nothing of what an explanation needs."""
    traffic.allow(r"unreachable|RuntimeError|[Pp]yodide|glue\.")
    more = tmp_path / "more.wasm"
    script = SUPPORT / "prune-more.js"
    subprocess.run([node(), str(script), str(site_dir / "assets" / "checker"), str(more)], check=True)
    page.route("**/python.*.wasm", lambda route: route.fulfill(path=more, content_type="application/wasm"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site_url)
    page.wait_for_selector("[data-checker][data-ready]", timeout=READY)
    page.locator("input[name='f-private_gain'][value='yes']").check()
    page.locator(f"{SHANGZHOU} [data-role=explain] > summary").click()
    expect(page.locator(f"{SHANGZHOU} .tree").first).to_be_visible(timeout=READY)
    assert any("pyodide.asm.wasm" in url for url in asked)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    assert page.locator("[data-checker]").get_attribute("data-mismatch") is None


def test_a_download_that_stalls_is_tried_once_more_and_then_told(page: Page, site_url: str) -> None:
    held = holding(page, "**/python.*.wasm")
    page.clock.install()
    opened(page, site_url)
    answered(page)
    for tried in (1, 2):
        held.wait(tried)
        page.wait_for_timeout(500)
        assert len(held) == tried
        assert page.locator("[data-failed]").count() == 0
        page.clock.run_for(PATIENCE)
    expect(page.locator(STATUS)).to_contain_text("没能再核对一遍（网络断了，或者浏览器太旧）")
    answered(page)


@pytest.mark.long
def test_a_device_that_slept_does_not_take_its_worker_for_dead(page: Page, site_url: str) -> None:
    held = holding(page, "**/python.*.wasm")
    page.clock.install()
    opened(page, site_url)
    answered(page)
    held.wait()
    page.clock.fast_forward("10:00")
    page.wait_for_timeout(1500)
    assert len(held) == 1
    held.release()
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)


@pytest.mark.long
def test_the_runtime_as_published_may_come_slowly_as_long_as_it_comes(page: Page, site_url: str, traffic: Any) -> None:
    traffic.allow(".*")
    break_runtime(page)
    files = ("pyodide.asm.js", "python_stdlib.zip", "pyodide.asm.wasm")
    held = {name: holding(page, f"**/pyodide-*/{name}") for name in files}
    page.clock.install()
    opened(page, site_url)
    # One file after another, each with a pause that the worker would be given up after if the one before had not counted.
    for one in held.values():
        one.wait()
        page.clock.run_for(PATIENCE - 10_000)
        assert page.locator("[data-failed]").count() == 0
        one.release()
        page.wait_for_timeout(2000)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    answered(page)


def test_a_worker_that_is_killed_is_restarted_once_and_then_reported(page: Page, site_url: str) -> None:
    page.clock.install()
    opened(page, site_url)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    first = page.workers[0]
    first.evaluate("self.close()")
    with page.expect_worker() as started:
        page.locator("input[name='f-private_gain'][value='yes']").check()
        page.clock.run_for(PATIENCE)
    assert started.value != first
    page.wait_for_selector("[data-checker][data-ready]", timeout=READY)
    started.value.evaluate("self.close()")
    page.locator("input[name='f-private_gain'][value='no']").check()
    page.clock.run_for(PATIENCE)
    expect(page.locator(STATUS)).to_contain_text("没能再核对一遍（网络断了，或者浏览器太旧）")
    answered(page)


def test_a_runtime_that_breaks_is_followed_by_the_one_as_published(page: Page, site_url: str, traffic: Any) -> None:
    traffic.allow(".*")
    break_runtime(page)
    with page.expect_request("**/pyodide-*/python_stdlib.zip", timeout=READY):
        opened(page, site_url)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    answered(page)


def test_pages_without_the_checker_load_none_of_it(page_of: Callable[..., Page], site_url: str, site_dir: Path) -> None:
    page = page_of()
    asked: list[str] = []

    def record(request: Request) -> None:
        asked.append(request.url)

    page.on("request", record)
    for name in ("", "read/", "compare/", "about/"):
        page.goto(f"{site_url}/{name}")
    page.wait_for_timeout(300)
    assert asked
    assert not [url for url in asked if "/assets/checker/" in url or url.endswith("sw.js")]


def test_every_name_in_the_manifest_carries_the_version_of_the_runtime_or_the_hash_of_its_content(
    site_dir: Path,
) -> None:
    folder = site_dir / "assets" / "checker"
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    for name, about in files.items():
        if name == "plain/":
            continue
        content = (folder / about["path"]).read_bytes()
        assert len(content) == about["size"]
        assert (
            about["path"].startswith(files["plain/"]["path"])
            or hashlib.sha256(content).hexdigest()[:12] in about["path"]
        )
