"""Nobody is judged by old rules while there is a network, and where there is none, the page and its papers say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.support.check_page import NO_STORE, draft_button
from tests.support.hosts import READY, Host, controlled, waits
from tests.support.traffic import Traffic
from tools.build.built import CHECKER, manifest_path

pytestmark = pytest.mark.python

OLD, NEW = "不符合条件", "不合条件"
CARD = "article[data-rule='wuyang_tolerance']"
AGE = "[data-role=age]"
AGE_ABOVE_VERDICTS = f".checker__results h2 + {AGE}"
OF_DEVICE = "没有连上本站，用的是这台设备上次存的规则%s，不一定是最新的。"
OF_FILE = "用的是离线版，规则存在文件里%s，不一定是最新的。"
OUTDATED = "本站更新了，这里用的规则%s可能不是最新的。"
RENEW = "刷新就换成新的。您的回答还在，除非两小时没有动过；写进草稿的字不留。"
LOSES = "刷新就换成新的；要留回答，先存下来。"
SLOW = 5.0  # seconds: longer than the service worker waits


@pytest.fixture
def page(host: Host, page_of: Callable[..., Page]) -> Page:
    """Has visited, and left again. In this order: the host outlives the page, which may still be asking."""
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    page.goto("about:blank")
    return page


@pytest.fixture
def version(site_dir: Path) -> str:
    words = json.loads((site_dir / CHECKER / manifest_path(site_dir, "words.json")).read_text(encoding="utf-8"))
    return f"（数据版本 {words['data']['version'][:12]}）"


def visit(page: Page, host: Host) -> None:
    page.goto(f"{host.url}/check/")
    assert page.evaluate("navigator.serviceWorker.controller !== null")


def verdict(page: Page) -> Locator:
    """Of answers that settle it, in the words of the page."""
    page.locator("input[name='f-private_gain'][value='yes']").check()
    return page.locator(f"{CARD} .verdict__title")


def complete(page: Page) -> None:
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)


def told(page: Page, text: str) -> None:
    """Where the page begins, read out, and again right above the verdicts; in sight, and printed with the page."""
    expect(page.locator(AGE)).to_have_text([text, text])
    assert [line.get_attribute("role") for line in page.locator(AGE).all()] == ["status", None]
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        for place in (f"[data-role=status] + {AGE}", AGE_ABOVE_VERDICTS):
            expect(page.locator(place)).to_be_visible()


def untold(page: Page) -> None:
    expect(page.locator(AGE)).to_have_text(["", ""])
    expect(page.locator(AGE).first).to_be_hidden()


def on_paper(page: Page, text: str) -> None:
    """In the draft, on every page of it, and in the report."""
    page.locator("input[data-document=wuyang]").check()  # who names no place gets no draft
    page.locator("input[name='f-private_gain'][value='no']").check()
    with page.expect_download() as draft:
        draft_button(page.locator("[data-steps=wuyang_tolerance]")).click()
    (section,) = Document(str(draft.value.path())).sections
    for header in (section.header, section.even_page_header):
        assert header.paragraphs[0].text.startswith(f"{text}草稿：" if text else "草稿：")
    page.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('.print-alone .report').textContent; }; }"
    )
    page.locator("[data-role=print-report]").click()
    printed = page.evaluate("window.printed")
    assert text in printed
    assert ("生成时" in printed) == bool(text)


def test_the_first_visit_after_a_new_version_is_judged_by_it(page: Page, host: Host) -> None:
    host.reword(OLD, NEW)
    visit(page, host)
    expect(verdict(page)).to_have_text(NEW)
    complete(page)
    expect(verdict(page)).to_have_text(NEW)
    expect(page.locator(f"{CARD} li[data-provision]").first).to_be_attached()  # all words are there, the new ones
    # The older worker gives way by and by; the page is new all the same, and says nothing.
    waits(page)
    page.wait_for_timeout(500)
    untold(page)
    on_paper(page, "")


@pytest.mark.long
def test_a_page_that_the_network_brings_too_slowly_says_so_and_when_there_is_a_newer_one(
    page: Page, host: Host, version: str
) -> None:
    host.reword(OLD, NEW)
    host.server.delay = SLOW
    visit(page, host)
    told(page, OF_DEVICE % "")
    expect(verdict(page)).to_have_text(OLD)
    expect(page.locator(AGE).first).to_have_text(OUTDATED % "" + RENEW, timeout=READY)
    told(page, OUTDATED % "" + RENEW)
    complete(page)
    # All words are there, of its own version, which the host has no more.
    expect(page.locator(f"{CARD} li[data-provision]").first).to_be_attached()
    on_paper(page, "生成时" + OUTDATED % version)
    # It does as it is told. (The browser asks for one address at a time, and the newer worker is fetching the page.)
    waits(page)
    host.server.delay = 0
    page.reload()
    expect(verdict(page)).to_have_text(NEW)
    untold(page)


@pytest.mark.long
def test_a_page_that_was_slow_and_is_the_newest_takes_it_back(page: Page, host: Host) -> None:
    host.server.delay = SLOW
    visit(page, host)
    told(page, OF_DEVICE % "")
    expect(page.locator(AGE).first).to_be_hidden(timeout=READY)
    untold(page)
    complete(page)
    on_paper(page, "")


@pytest.mark.parametrize("end", ["stopped", pytest.param("failing", marks=pytest.mark.long)])
def test_without_the_network_the_page_says_which_rules_it_has(
    page: Page, host: Host, version: str, traffic: Traffic, end: str
) -> None:
    traffic.allow("Failed to load")
    host.reword(OLD, NEW)
    host.server.fails = True
    if end == "stopped":
        host.stop()
    visit(page, host)
    expect(verdict(page)).to_have_text(OLD)
    told(page, OF_DEVICE % "")
    complete(page)
    on_paper(page, "生成时" + OF_DEVICE % version)
    if end == "failing":
        host.server.fails = False
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(AGE).first).to_have_text(OUTDATED % "" + RENEW)


@pytest.mark.long
def test_a_page_that_stands_open_is_told_above_the_verdicts_and_may_go_on(page: Page, host: Host, version: str) -> None:
    visit(page, host)
    complete(page)
    untold(page)
    host.reword(OLD, NEW)
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    waits(page)
    told(page, OUTDATED % "" + RENEW)
    expect(verdict(page)).to_have_text(OLD)
    on_paper(page, "生成时" + OUTDATED % version)


@pytest.mark.long
def test_where_the_tab_keeps_no_answers_nobody_is_told_that_a_reload_does(page: Page, host: Host) -> None:
    page.add_init_script(NO_STORE)
    visit(page, host)
    complete(page)
    host.reword(OLD, NEW)
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    waits(page)
    told(page, OUTDATED % "" + LOSES)


def test_the_newer_page_is_answered_whole_though_the_older_worker_answers(page: Page, host: Host) -> None:
    """What the older one has kept of a name is the same; what it does not know, the network has."""
    host.reword(OLD, NEW)
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    visit(page, host)
    complete(page)
    scripts = page.evaluate("Array.from(document.scripts, ({ src }) => src).filter(Boolean)")
    assert scripts
    for script in scripts:
        assert (host.folder / script.removeprefix(f"{host.url}/")).is_file(), script
    assert missing == []


def test_the_single_file_that_is_kept_is_handed_out_as_it_is(page: Page, host: Host, traffic: Traffic) -> None:
    traffic.allow("Failed to load")
    file = (host.folder / "check" / "offline.html").read_text(encoding="utf-8")
    host.stop()
    visit(page, host)
    assert page.evaluate("fetch('offline.html').then((answer) => answer.text())") == file


def test_a_host_that_leads_elsewhere_is_followed(page: Page, host: Host) -> None:
    """Else whoever has visited would stay with the old page for ever."""
    elsewhere = host.folder / "check" / "moved.html"
    elsewhere.write_text('<meta charset="utf-8"><link rel="icon" href="data:,"><h1>已搬到别处</h1>', encoding="utf-8")
    host.server.leads = "/sub/path/check/moved.html"
    page.goto(f"{host.url}/check/")
    expect(page.locator("h1")).to_have_text("已搬到别处")


def test_the_single_file_says_that_it_cannot_know(page_of: Callable[..., Page], site_dir: Path, version: str) -> None:
    page = page_of()
    page.goto((site_dir / "check" / "offline.html").as_uri())
    told(page, OF_FILE % "")
    on_paper(page, "生成时" + OF_FILE % version)


def test_a_page_that_no_service_worker_answers_asks_nobody_how_old_it_is(
    page_of: Callable[..., Page], site_url: str
) -> None:
    """It comes from the network."""
    page = page_of()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}/check/")
    complete(page)
    untold(page)
    assert asked.count(f"{site_url}/check/") == 1
