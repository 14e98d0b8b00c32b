"""The check page without a network, without scripts, and from a folder."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Handler
from tools.built import CHECKER
from tools.offline import CHECKER_SCRIPT, completed, write

READY = 120_000
NEWER = "[data-role=newer]"
SHANGZHOU = "article[data-rule='shangzhou']"


@dataclass
class Host:
    """The site under a sub-path, as on a host of project pages; it can be stopped."""

    folder: Path
    server: ThreadingHTTPServer

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/sub/path"

    def renew(self) -> None:
        """A new version, which shows in the page's heading."""
        check = self.folder / "check"
        for name in ("index.html", "sw.js", "offline.html"):
            for suffix in (".br", ".gz"):
                (check / f"{name}{suffix}").unlink(missing_ok=True)
        index = check / "index.html"
        index.write_text(index.read_text(encoding="utf-8").replace("<h1", "<h1 data-new", 1), encoding="utf-8")
        write(self.folder)

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Forgetful(Handler):
    """Lets no browser keep anything by itself: what is there without it, the service worker has kept."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture
def host(site_dir: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "sub" / "path"
    for part in ("check", "assets"):
        shutil.copytree(site_dir / part, folder / part)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Forgetful, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = Host(folder, server)
    yield host
    host.stop()


def answered(page: Page) -> None:
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")


def kept(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


def until(page: Page, expression: str) -> None:
    """Playwright's own waiting evaluates in the page, which the site's policy forbids."""
    for _ in range(READY // 200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never came true: {expression}")


def controlled(page: Page, url: str) -> None:
    """Visited, and from now on answered from the cache."""
    page.goto(f"{url}/check/")
    until(page, "navigator.serviceWorker.controller !== null")


def test_once_visited_the_checker_works_with_the_server_stopped(page_of: Callable[..., Page], host: Host) -> None:
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    host.stop()
    page.reload()
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    answered(page)


def test_a_new_version_replaces_the_old_cache_and_never_reloads_the_page(
    page_of: Callable[..., Page], host: Host
) -> None:
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    (old,) = kept(page)
    expect(page.locator(NEWER)).to_have_count(0)
    host.renew()
    visits: list[str] = []
    page.on("framenavigated", lambda frame: visits.append(frame.url))
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    until(page, "navigator.serviceWorker.getRegistration().then(found => found.waiting !== null)")
    assert not visits
    expect(page.locator(NEWER)).to_have_text("本站有新版本：关掉本站所有的标签页，再打开就换成新的。")
    # A page that is opened while the old one is still there is told as well.
    second = page.context.new_page()
    second.goto(f"{host.url}/check/")
    expect(second.locator(NEWER)).to_be_attached(timeout=READY)
    second.close()
    # The next visit has it.
    page.goto("about:blank")
    page.goto(f"{host.url}/check/")
    until(page, f"caches.keys().then(names => names.length === 1 && names[0] !== {json.dumps(old)})")
    page.reload()
    expect(page.locator("h1[data-new]")).to_have_count(1)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    expect(page.locator(NEWER)).to_have_count(0)


def test_a_file_of_another_version_is_not_installed_and_the_old_version_goes_on(
    page_of: Callable[..., Page], host: Host
) -> None:
    """Such as one that something between host and browser has kept."""
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    before = kept(page)
    host.renew()
    stale = host.folder / "check" / "offline.html"
    stale.write_text(f"{stale.read_text(encoding='utf-8')}<!-- older -->", encoding="utf-8")
    end = page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const found = new Promise((tell) => registration.addEventListener("updatefound", () => tell(registration.installing)));
          registration.update().catch(() => {});
          const worker = await found;
          await new Promise((tell) => worker.addEventListener("statechange", tell));
          return worker.state;
        }"""
    )
    assert end == "redundant"
    assert kept(page) == before
    expect(page.locator(NEWER)).to_have_count(0)
    page.reload()
    expect(page.locator("h1[data-new]")).to_have_count(0)
    answered(page)


def test_without_storage_for_a_service_worker_the_page_works_all_the_same(page: Page, site_url: str) -> None:
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'))"
    )
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    answered(page)


@pytest.fixture
def stick(browser: object, page_of: Callable[..., Page], site_dir: Path, tmp_path: Path) -> Page:
    """A page that has opened the single file from a folder with nothing beside it."""
    file = tmp_path / "自己查.html"
    shutil.copyfile(site_dir / "check" / "offline.html", file)
    page = page_of()
    page.goto(file.as_uri())
    return page


def test_the_single_file_judges_from_a_folder_and_asks_for_nothing_else(stick: Page, traffic: object) -> None:
    asked: list[str] = []
    stick.on("request", lambda request: asked.append(request.url))
    answered(stick)
    expect(stick.locator("[data-role=status]")).to_contain_text("离线版")
    expect(stick.locator("[data-role=summary]")).to_contain_text("商州")
    stick.locator("button[type=reset]").click()
    expect(stick.locator(SHANGZHOU)).to_have_attribute("data-verdict", "insufficient_information")
    assert not asked
    # Styled, and with no way out of the folder
    assert stick.locator(SHANGZHOU).evaluate("node => getComputedStyle(node).borderTopWidth") != "0px"
    assert stick.locator("a[href]:not([href^='#'])").count() == 0


def test_the_single_file_leads_on_explains_questions_keeps_and_writes_drafts(stick: Page, tmp_path: Path) -> None:
    stick.locator("input[data-document='shangzhou']").check()
    why = stick.locator("[data-why='private_gain']")
    why.locator("summary").click()
    expect(why).to_contain_text("商州变为“不符合条件”")
    steps = stick.locator("[data-steps=shangzhou]")
    expect(steps).to_contain_text("交给谁")
    stick.locator("input[data-document='wuyang']").check()
    expect(stick.locator("[data-steps=wuyang_tolerance]")).to_contain_text("这里推算不了最后一天")
    stick.locator("input[name='f-private_gain'][value='no']").check()
    with stick.expect_download() as draft:
        stick.locator("[data-steps=wuyang_tolerance] [data-role=draft]").click()
    assert Path(draft.value.path()).read_bytes()[:2] == b"PK"
    with stick.expect_download() as saved:
        stick.locator("[data-role=save-case]").click()
    kept = tmp_path / "kept.json"
    shutil.copyfile(saved.value.path(), kept)
    stick.locator("button[type=reset]").click()
    stick.locator("[data-role=case-file]").set_input_files(kept)
    expect(stick.locator("input[name='f-private_gain'][value='no']")).to_be_checked()
    assert stick.locator("[data-role=share-case], [data-role=explain]").count() == 0
    stick.locator("[data-role=clear-leave]").click()
    stick.wait_for_url("about:blank")


def test_the_check_page_offers_the_single_file(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/check/")
    with page.expect_download() as download:
        page.locator("a[href='offline.html']").click()
    assert "var Walk" in Path(download.value.path()).read_text(encoding="utf-8")


def test_with_scripts_off_the_page_says_what_can_still_be_done(page_of: Callable[..., Page], site_url: str) -> None:
    page = page_of(java_script_enabled=False)
    page.goto(f"{site_url}/check/")
    notice = page.locator(".checker noscript p")
    expect(notice).to_be_visible()
    assert "打印" in (notice.text_content() or "")
    expect(page.locator("input[name='f-private_gain'][value='yes']")).to_be_visible()
    # The sheets say how to judge by hand.
    notice.locator("a").click()
    sheet = page.locator("section#shangzhou")
    expect(sheet.locator("table").first).to_contain_text("□ 是")
    expect(sheet.locator(".sheets__steps")).to_contain_text("可能符合，须经认定")


def test_one_sheet_is_printed_alone(page_of: Callable[..., Page], site_url: str) -> None:
    page = page_of(java_script_enabled=False)
    page.goto(f"{site_url}/worksheet/#shangzhou")
    page.emulate_media(media="print")
    expect(page.locator("section#shangzhou")).to_be_visible()
    expect(page.locator("section#xuzhou")).to_be_hidden()
    page.goto(f"{site_url}/worksheet/")
    expect(page.locator("section#xuzhou")).to_be_visible()


def test_the_service_worker_lists_what_is_there_and_not_the_whole_standard_library(site_dir: Path) -> None:
    text = (site_dir / "check" / "sw.js").read_text(encoding="utf-8")
    listed = json.loads(re.search(r"const FILES = (\{.*?\});", text, flags=re.DOTALL).group(1))  # type: ignore[union-attr]
    assert len(listed) > 15
    for name, expected in listed.items():
        path = site_dir / "check" / name
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == expected, name
    assert not [name for name in listed if "python_stdlib" in name]
    assert any(CHECKER in name and ".wasm" in name for name in listed)


def test_a_page_that_was_completed_is_left_alone(site_dir: Path) -> None:
    checker = f'<div class="checker" data-checker>{CHECKER_SCRIPT}</script></div>'
    once = completed(f'<head><meta charset="utf-8"></head><body><main>{checker}</main></body>', site_dir)
    assert completed(once, site_dir) == once
    assert re.findall(r'src="\.\./assets/checker/([a-z]+)\.[0-9a-f]{12}\.mjs"', once) == ["checker", "register"]
    assert once.count('"outcomes"') > 1
    assert once.count('id="answerable"') == 1
