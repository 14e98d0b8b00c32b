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
OFFLINE = "[data-checker][data-ready]"
INTO = ("index.html", "read/xuzhou/index.html", "compare/conditions/index.html", *sorted(CHECKED), "404.html")
WATCH = """window.violated = [];
document.addEventListener("securitypolicyviolation", (event) => violated.push(`${event.violatedDirective} ${event.blockedURI}`));"""
# What words could bring along if nobody escaped them; each sets a mark of its own.
INJECTED = (
    "<script>window.owned0 = 1</script>",
    "<img src=x onerror='window.owned1 = 1'>",
    "<svg onload='window.owned2 = 1'></svg>",
    "<a id=lure href='javascript:window.owned3 = 1, 0'>a</a>",
    "<script src='data:text/javascript,window.owned4 = 1'></script>",
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


def keeps_its_colour(page: Page) -> None:
    """What was chosen is taken by a script that stands in the page, before it is painted."""
    page.locator("label[for=__palette_1]:visible").click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


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


# Page → what stands there, or can be done there, only where its scripts have run.
WORKS: dict[str, Callable[[Page], None]] = {
    "/": keeps_its_colour,
    "/check/": lambda page: answered(page, "[data-checker][data-ready][data-confirmed]"),
    "/read/xuzhou/": lambda page: appears(page, ".p__text a.term", ".meaning"),
    "/compare/all/": lambda page: appears(page, "[data-do=project]", ".stage"),
    "/compare/conditions/": lambda page: appears(page, "[data-do=project]", ".stage"),
    "/asked/#deadline": lambda page: expect(page.locator("#deadline")).to_have_attribute("open", ""),
    "/search/?q=提拔": lambda page: expect(page.locator(".found li").first).to_be_visible(),
    "/glossary/": lambda page: found(page, "提拔"),
    "/worksheet/": lambda page: found(page, "提拔"),
}


def violations(page: Page) -> list[str]:
    said: list[str] = page.evaluate("violated")
    return said


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path in {"/", "/check/"} else pytest.mark.long) for path in WORKS]
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
        answered(page, OFFLINE)
        assert violations(page) == []


@pytest.mark.long
@pytest.mark.parametrize("disk", [False, True], ids=["host", "disk"])
def test_no_page_is_refused_anything(page_of: OpenPage, site_dir: Path, traffic: Traffic, disk: bool) -> None:
    """From a host that says a policy too; and from a disk, where a page has no origin."""
    if disk:  # modules and words to fetch, which no browser loads from there
        traffic.allow("origin 'null'|Failed to load|Not allowed to load local resource")
    page = page_of(service_workers="block")
    page.add_init_script(WATCH)
    for path in sorted(site_dir.rglob("*.html")):
        page.goto(path.as_uri() if disk else f"/{path.relative_to(site_dir).as_posix()}", wait_until="load")
        page.wait_for_timeout(200)
        assert violations(page) == [], path


@pytest.mark.parametrize("name", [INTO[0], *(pytest.param(name, marks=pytest.mark.long) for name in INTO[1:])])
def test_a_script_that_words_bring_along_does_not_run(
    page: Page, site_dir: Path, tmp_path: Path, traffic: Traffic, name: str
) -> None:
    """Not even where the host says nothing; and each would have run under the policy of before."""
    traffic.allow("Content Security Policy|Failed to load|ERR_")
    beside = tmp_path / name
    beside.parent.mkdir(parents=True, exist_ok=True)
    strict = (site_dir / name).read_text(encoding="utf-8").replace("</main>", f"{''.join(INJECTED)}</main>")
    loose = re.sub(r"'sha256-.*?'(?=;)", "'unsafe-inline' data:", strict, count=1)
    ran: list[list[str]] = []
    with served(tmp_path, Plain) as host:
        for html in (strict, loose):
            beside.with_name(f"{len(ran)}.html").write_text(html, encoding="utf-8")
            page.goto(f"{host}/{name}/../{len(ran)}.html", wait_until="load")
            page.locator("#lure").evaluate("(link) => link.click()")
            page.wait_for_timeout(100)
            ran.append(page.evaluate("Object.keys(window).filter((name) => name.startsWith('owned')).sort()"))
    assert ran == [[], [f"owned{number}" for number in range(len(INJECTED))]]
