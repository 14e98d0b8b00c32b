"""The check page without a network, without scripts, and from a folder."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.check_page import draft_button
from tests.support.hosts import READY, Host, controlled, until, waits
from tests.support.traffic import Traffic
from tools.build.after_build import write
from tools.build.built import CHECKER

pytestmark = pytest.mark.python

NEWER = "[data-newer] .checker__results [data-role=age]"
GONE = "ERR_CONNECTION_REFUSED"  # the page asks in vain whether there is a newer one
SHANGZHOU = "article[data-rule='shangzhou']"


def answered(page: Page) -> None:
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")


def kept(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_once_visited_the_checker_works_with_the_server_stopped(
    host: Host, page_of: Callable[..., Page], traffic: Traffic
) -> None:
    traffic.allow(GONE)
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    host.stop()
    page.reload()
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    answered(page)


def test_a_new_version_never_reloads_the_page_and_replaces_the_old_cache_once_no_page_uses_it(
    host: Host, page_of: Callable[..., Page], traffic: Traffic
) -> None:
    traffic.allow(GONE)
    page = page_of(service_workers="allow")
    controlled(page, host.url)
    (old,) = kept(page)
    host.renew()
    visits: list[str] = []
    page.on("framenavigated", lambda frame: visits.append(frame.url))
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    waits(page)
    assert not visits
    expect(page.locator(NEWER)).to_contain_text("本站更新了")
    # A page that is opened while the old one is still there has it already.
    second = page.context.new_page()
    second.goto(f"{host.url}/check/")
    expect(second.locator("h1[data-new]")).to_have_count(1)
    second.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    second.wait_for_timeout(500)
    expect(second.locator(NEWER)).to_have_count(0)
    second.close()
    assert old in kept(page)
    # Nobody uses the old one any longer.
    page.goto("about:blank")
    page.goto(f"{host.url}/check/")
    until(page, f"caches.keys().then(names => names.length === 1 && names[0] !== {json.dumps(old)})")
    host.stop()
    page.reload()
    expect(page.locator("h1[data-new]")).to_have_count(1)
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)


@pytest.mark.long
def test_a_file_of_another_version_is_not_installed_and_the_old_version_is_kept_whole(
    host: Host, page_of: Callable[..., Page], traffic: Traffic
) -> None:
    """Such as one that something between host and browser has kept."""
    traffic.allow(GONE)
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
    host.stop()
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
    expect(why).to_contain_text("商州的结论还要看这一项")
    steps = stick.locator("[data-steps=shangzhou]")
    expect(steps).to_contain_text("交给谁")
    stick.locator("input[data-document='wuyang']").check()
    expect(stick.locator("[data-steps=wuyang_tolerance]")).to_contain_text("这里算不出最后一天")
    stick.locator("input[name='f-private_gain'][value='no']").check()
    with stick.expect_download() as draft:
        draft_button(stick.locator("[data-steps=wuyang_tolerance]")).click()
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
        page.locator("a[href='../check/offline.html']").click()
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
    # A page that the network brings can get none of another version: all names but these have the hash of the content.
    unnamed = {name for name in listed if not re.search(r"\.([0-9a-f]{8,}|[0-9A-Z]{8})\.", name)}
    assert {name for name in unnamed if not name.endswith(".svg")} == {"./", "../check/offline.html"}
    assert any(CHECKER in name and ".wasm" in name for name in listed)


def test_a_page_that_the_last_step_has_completed_is_left_alone(site_dir: Path, host: Host) -> None:
    """And has within what it needs, each once."""
    made = {path.name: path.read_bytes() for path in (host.folder / "check").iterdir()}
    write(host.folder)
    assert {path.name: path.read_bytes() for path in (host.folder / "check").iterdir()} == made
    html = (site_dir / "check" / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'src="\.\./assets/checker/([a-z]+)\.[0-9a-f]{12}\.js"', html)
    assert named == ["checker", "register"]
    assert html.count('"outcomes"') > 1
    assert html.count('id="answerable"') == 1
