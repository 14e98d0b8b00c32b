"""Each page runs its own scripts and no other: what its head says, what a host says, and what a browser makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.support.check_page import READY
from tests.support.folders import ROOT
from tests.support.inline import directives, hash_of, inline, policy
from tests.support.serving import Plain, served
from tests.support.traffic import Traffic
from tools.build.policy import header_policy

OpenPage = Callable[..., Page]
CHECKED = {"check/index.html", "check/offline.html"}
# Page → what stands there, or can be done there, only where its scripts have run.
WORKS: dict[str, Callable[[Page], None]] = {
    "/": lambda page: found(page, "提拔"),
    "/read/xuzhou/": lambda page: appears(page, ".p__text a.term", ".meaning"),
    "/compare/conditions/": lambda page: appears(page, "[data-do=project]", ".stage"),
    "/check/": lambda page: answered(page, "[data-checker][data-ready][data-confirmed]"),
    "/check/offline.html": lambda page: answered(page, "[data-checker][data-ready]"),
}
WATCH = """window.violated = [];
document.addEventListener("securitypolicyviolation", (event) => violated.push(`${event.violatedDirective} ${event.blockedURI}`));"""
# What the words of a text could bring along if nobody escaped them.
INJECTED = (
    "<script>window.__owned = 1</script>",
    "<img src=x onerror='window.__owned = 1'>",
    "<svg onload='window.__owned = 1'></svg>",
    "<a id=lure href='javascript:window.__owned = 1'>a</a><script src='data:text/javascript,window.__owned = 1'></script>",
)


@pytest.fixture(scope="module")
def parsed(site_dir: Path) -> dict[str, BeautifulSoup]:
    pages = {path.relative_to(site_dir).as_posix(): path.read_bytes() for path in sorted(site_dir.rglob("*.html"))}
    assert {"404.html", "index.html", *CHECKED} < pages.keys()
    return {name: BeautifulSoup(page, "html.parser") for name, page in pages.items()}


# What the pages say ---------------------------------------------------------------------------------------------------


def test_every_page_names_the_scripts_that_stand_in_it_and_no_other(parsed: dict[str, BeautifulSoup]) -> None:
    for name, page in parsed.items():
        sources = policy(page)["script-src"]
        hashes = [source for source in sources if source.startswith("'sha256-")]
        assert sorted(hashes) == sorted({hash_of(script) for script in inline(page)}), name
        rest = {"'self'", "file:"} if name != "check/offline.html" else set()
        assert set(sources) - set(hashes) == rest | ({"'wasm-unsafe-eval'"} if name == "check/index.html" else set())
        assert policy(page)["form-action"] == (["'none'"] if name in CHECKED else ["'self'", "file:"]), name


def test_no_page_has_a_script_in_an_attribute(parsed: dict[str, BeautifulSoup]) -> None:
    wrong = [
        f"{name}: {attribute}={value!s:.60}"
        for name, page in parsed.items()
        for element in page.find_all(True)
        for attribute, value in element.attrs.items()
        if attribute.lower().startswith("on") or re.match(r"[\s\0]*javascript\s*:", str(value), re.IGNORECASE)
    ]
    assert wrong == []


def test_every_page_keeps_to_itself_where_its_reader_comes_from(parsed: dict[str, BeautifulSoup]) -> None:
    told = {name: [meta["content"] for meta in page.select("meta[name=referrer]")] for name, page in parsed.items()}
    assert {name for name, said in told.items() if said != ["no-referrer"]} == set()


def test_a_host_s_header_takes_from_no_page_what_its_own_head_allows(
    parsed: dict[str, BeautifulSoup], site_dir: Path
) -> None:
    header = directives(header_policy(site_dir))
    for name, page in parsed.items():
        for directive, sources in policy(page).items():
            wanted = {source for source in sources if source not in {"file:", "'none'"}}
            assert wanted <= {*header[directive]}, f"{name}: {directive}"


def test_the_theme_replaces_no_page_by_another_whose_scripts_its_head_does_not_name() -> None:
    assert "navigation.instant" not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


# What a browser makes of it -------------------------------------------------------------------------------------------


def found(page: Page, words: str) -> None:
    page.locator(".find-button").click()
    page.locator(".search-dialog input").fill(words)
    expect(page.locator(".search-dialog .found li").first).to_be_visible()


def appears(page: Page, pressed: str, shown: str) -> None:
    page.locator(pressed).first.click()
    expect(page.locator(shown).first).to_be_visible()


def answered(page: Page, ready: str) -> None:
    page.wait_for_selector(ready, timeout=READY)
    page.locator("input[name=mode][value=all]").check()
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator("article[data-rule=shangzhou]")).to_have_attribute("data-verdict", "ineligible")


def violations(page: Page) -> list[str]:
    said: list[str] = page.evaluate("violated")
    return said


@pytest.mark.parametrize(
    "path", ["/", "/check/", *(pytest.param(path, marks=pytest.mark.long) for path in (*WORKS,)[1:3])]
)
def test_a_page_works_under_its_own_policy_and_a_host_s(page: Page, path: str) -> None:
    page.add_init_script(WATCH)
    page.goto(path)
    WORKS[path](page)
    assert violations(page) == []


def test_the_single_file_works_from_a_disk_and_from_a_host(page: Page, site_dir: Path) -> None:
    page.add_init_script(WATCH)
    for address in ((site_dir / "check" / "offline.html").as_uri(), "/check/offline.html"):
        page.goto(address)
        WORKS["/check/offline.html"](page)
        assert violations(page) == []


@pytest.mark.long
def test_no_page_is_refused_anything(page_of: OpenPage, site_dir: Path) -> None:
    """From a host that says the policy too; and from a disk, where a page has no origin."""
    page = page_of(service_workers="block")
    page.add_init_script(WATCH)
    for path in sorted(site_dir.rglob("*.html")):
        page.goto(f"/{path.relative_to(site_dir).as_posix()}", wait_until="load")
        page.wait_for_timeout(300)
        assert violations(page) == [], path


@pytest.mark.parametrize(
    "path", ["/", *(pytest.param(path, marks=pytest.mark.long) for path in (*WORKS, "/404.html") if path != "/")]
)
def test_a_script_that_words_bring_along_does_not_run(
    page: Page, site_dir: Path, tmp_path: Path, traffic: Traffic, path: str
) -> None:
    """Not even from a host that says nothing; and each would have run under the policy of before."""
    traffic.allow("Content Security Policy|Failed to load|ERR_|status of 404")
    name = path.strip("/") or "index.html"
    file = tmp_path / (name if name.endswith(".html") else f"{name}/index.html")
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = (site_dir / file.relative_to(tmp_path)).read_text(encoding="utf-8")
    for owned in INJECTED:
        strict = whole.replace("</main>", f"{owned}</main>")
        assert strict != whole
        loose = re.sub(r"'sha256-.*?'(?=;)", "'unsafe-inline' data:", strict, count=1)
        for html, ran in ((strict, False), (loose, True)):
            file.write_text(html, encoding="utf-8")
            with served(tmp_path, Plain) as host:
                page.goto(f"{host}/{file.relative_to(tmp_path).as_posix()}", wait_until="load")
            page.evaluate("document.querySelector('#lure')?.click()")
            page.wait_for_timeout(50)
            assert page.evaluate("'__owned' in window") is ran, f"{owned} {ran}"
