"""Browsers of years ago: what gives the first verdict runs there, and where it does not, the page says so."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, Route, expect

from tests.support.folders import SUPPORT
from tests.support.inline import allowed_anew
from tools.build.built import CHECKER, manifest_path
from wasm_checker.runtime.node import node

pytestmark = pytest.mark.python

OLDEST = 2017  # of the language; CSS and what a browser offers besides are another matter
STATUS = "[data-role=status]"
SHANGZHOU = "article[data-rule='shangzhou']"
BROKEN = "let let;"  # no browser reads this
TOO_OLD = "这个浏览器太旧，不能自动判断；可以打印自查表，或者换一个浏览器。"
# What came into the language and into pages after 2017.
WITHOUT = """
const lacking = [
  [Array.prototype, "flat flatMap at findLast findLastIndex toSorted toReversed toSpliced with"],
  [Object, "fromEntries hasOwn groupBy"],
  [Map, "groupBy"],
  [String.prototype, "replaceAll matchAll trimStart trimEnd at isWellFormed"],
  [Promise, "allSettled any withResolvers try"],
  [Promise.prototype, "finally"],
  [Element.prototype, "replaceChildren toggleAttribute checkVisibility"],
  [Set.prototype, "union intersection difference isSubsetOf"],
  [window, "structuredClone queueMicrotask scheduler WeakRef Worker globalThis"],
];
for (const [owner, names] of lacking) {
  for (const name of names.split(" ")) if (owner && !delete owner[name]) throw new Error(`${name} stays`);
}
"""


def complaints(scripts: dict[str, tuple[str, int]]) -> dict[str, str | None]:
    done = subprocess.run(
        [node(), str(SUPPORT / "parses.js")],
        input=json.dumps(list(scripts.values())),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return dict(zip(scripts, json.loads(done.stdout), strict=True))


def within(html: str) -> list[str]:
    return [tag.get_text() for tag in BeautifulSoup(html, "html.parser").select(".checker script:not([src])")]


@pytest.mark.node
def test_what_gives_the_first_verdict_is_written_in_words_that_old_browsers_know(site_dir: Path) -> None:
    folder = site_dir / CHECKER
    first, single, walk = manifest_path(site_dir, "first.js"), "single.js", "walk.js"
    scripts = {name: ((folder / name).read_text(encoding="utf-8"), OLDEST) for name in (first, single)}
    scripts[walk] = (folder / walk).read_text(encoding="utf-8"), OLDEST + 1  # published as it was written
    found = within((site_dir / "check" / "index.html").read_text(encoding="utf-8"))
    assert len(found) == 2
    scripts["the watch"] = found[0], 5
    assert complaints(scripts) == dict.fromkeys(scripts)


@pytest.mark.node
def test_a_script_of_a_later_year_would_have_been_complained_of() -> None:
    later = {"2018": "({...a})", "2020": "a?.b", "2022": "class A { #b }", "5": "let a"}
    found = complaints({year: (text, 5 if year == "5" else OLDEST) for year, text in later.items()})
    assert all(found.values()), found


def test_a_browser_that_lacks_what_came_after_2017_answers_all_the_same(
    page: Page, site_url: str, traffic: Any
) -> None:
    traffic.allow("Failed to load|ERR_FAILED")
    page.route("**/assets/**", lambda route: route.abort())
    page.add_init_script(WITHOUT)
    page.goto(f"{site_url}/check/")
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    page.locator("input[data-document='xuzhou']").check()
    expect(page.locator("[data-role=summary]")).to_contain_text("徐州")
    page.locator("#q-misconduct [data-role=rest-no]").click()
    rows = page.locator("#q-misconduct [data-fact]").count()
    expect(page.locator("#q-misconduct input[value='no']:checked")).to_have_count(rows)
    page.locator(".dated button").first.click()
    page.locator("button[type=reset]").click()
    expect(page.locator("[data-role=verdicts] article").first).to_have_attribute(
        "data-verdict", "insufficient_information"
    )
    page.locator("input[name=mode][value=one]").check()
    first = page.locator("fieldset.question:visible").get_attribute("id")
    page.locator("[data-role=next]").click()
    expect(page.locator(f"#{first}")).to_be_hidden()
    expect(page.locator("fieldset.question:visible")).to_have_count(1)


@pytest.fixture
def broken(page: Page, site_url: str, site_dir: Path, traffic: Any) -> Callable[..., Page]:
    """Opens the page as a browser has it that cannot read the first script, or none but the first."""
    script = (site_dir / CHECKER / manifest_path(site_dir, "first.js")).read_text(encoding="utf-8")

    def opened(*, first: bool) -> Page:
        traffic.allow("Unexpected|let is disallowed")

        def page_with(route: Route) -> None:
            html = route.fetch().text()
            assert html.count(script) == 1
            body = allowed_anew(html.replace(script, BROKEN + script)) if first else html
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        page.route("**/check/", page_with)
        page.route("**/checker*.js", lambda route: route.fulfill(body=BROKEN, content_type="text/javascript"))
        page.goto(f"{site_url}/check/")
        return page

    return opened


def test_a_browser_that_cannot_read_the_first_script_is_told_so_and_led_to_the_sheets(
    broken: Callable[..., Page],
) -> None:
    page = broken(first=True)
    expect(page.locator(STATUS)).to_have_text(TOO_OLD)
    page.locator(f"{STATUS} a").click()
    expect(page.locator("section#shangzhou table").first).to_contain_text("□ 是")


def test_a_browser_that_can_read_the_first_script_only_answers_and_says_what_is_not_seen(
    broken: Callable[..., Page],
) -> None:
    page = broken(first=False)
    expect(page.locator(STATUS)).to_contain_text(
        "现在只看得到结论；依据、提示、另一读法和下一步都看不到，先不要只照它办"
    )
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")


@pytest.mark.long
def test_what_comes_late_takes_the_warning_back(page: Page, site_url: str) -> None:
    """Such as over a line that stalls: the page had been called too old, and was not."""
    page.add_init_script("""
      const [real, waiting] = [window.requestAnimationFrame, []];
      window.requestAnimationFrame = (work) => waiting.push(work);
      window.go = () => {
        window.requestAnimationFrame = real;
        waiting.splice(0).forEach((work) => real(work));
      };
    """)
    page.goto(f"{site_url}/check/")
    expect(page.locator(STATUS)).to_contain_text("先不要只照它办", timeout=30_000)
    page.evaluate("window.go()")
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=120_000)
    assert page.locator("[data-checker]").get_attribute("data-failed") is None
    expect(page.locator(STATUS)).not_to_contain_text("先不要只照它办")


@pytest.mark.long
def test_the_single_file_says_so_too_and_names_no_page_it_has_not(
    page_of: Callable[..., Page], site_dir: Path, tmp_path: Path, traffic: Any
) -> None:
    traffic.allow("Unexpected|let is disallowed|Walk is not defined")
    file = tmp_path / "自己查.html"
    html = (site_dir / "check" / "offline.html").read_text(encoding="utf-8")
    assert html.count("<script>") == 3
    file.write_text(allowed_anew(html.replace("<script>", f"<script>{BROKEN}")), encoding="utf-8")
    page = page_of()
    page.goto(file.as_uri())
    expect(page.locator(STATUS)).to_have_text(TOO_OLD)
    assert page.locator(f"{STATUS} a").count() == 0
    shutil.copyfile(site_dir / "check" / "offline.html", file)
    page.reload()
    page.wait_for_timeout(3500)
    expect(page.locator(STATUS)).to_contain_text("离线版")
    assert page.locator("#checker-watch").count() == 1
