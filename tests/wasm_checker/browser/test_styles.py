"""The page's styles: within it lies what it uses of them, and it looks the same when all of them are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import favourable
from tests.support.check_page import FILL, READY, confirmed, form_of
from tests.support.holding import Held, holding
from tests.support.until import until
from tools.build.after_build import critical
from tools.build.built import OfflineError

pytestmark = pytest.mark.python

PHONE = {"width": 375, "height": 667}
DESK = {"width": 1280, "height": 720}
ALL_MEDIA = "document.getElementById('late-style').media === 'all'"
PAUSE, MOST = 1000, 20  # milliseconds; how often
ARRIVED = "document.getElementById('late-style').sheet"
# [before, after] of every element or pseudo-element whose computed style has changed since the first call, by its name.
LOOKS = """() => {
  const found = new Map();
  for (const element of document.querySelectorAll("body, body *:not(script, style, noscript, option)")) {
    if (!element.checkVisibility()) continue;
    for (const pseudo of ["", "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo || null);
      if (pseudo && style.content === "none") continue;
      found.set(`${found.size} ${element.tagName}.${element.className}${pseudo}`, style.cssText);
    }
  }
  const before = window.looked ?? found;
  window.looked = found;
  const changed = [...new Set([...before.keys(), ...found.keys()])].filter((key) => before.get(key) !== found.get(key));
  return { count: found.size, changed: changed.map((key) => [key, before.get(key), found.get(key)]) };
}"""


def fresh(page: Page, library: Library) -> None:
    """As it opens."""


def answered(page: Page, library: Library) -> None:
    """Everything there is of a result, unfolded."""
    form_of(page).evaluate(FILL, favourable(library))
    confirmed(page)
    page.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true; })")
    expect(page.locator("[data-role=next-steps]")).not_to_be_empty()
    expect(page.get_by_text("正在查")).to_have_count(0, timeout=READY)


def one_by_one(page: Page, library: Library) -> None:
    page.locator("input[name='f-private_gain'][value='no']").check()
    page.locator("input[data-document='xuzhou']").check()
    page.locator("input[name=mode][value=one]").check()
    while not page.locator(".tick:visible").count():
        page.locator("[data-role=next]").click()
    page.locator(".tick:visible").first.click()
    page.locator("#q-policy_area").evaluate(
        "() => document.querySelector('[data-checker]').questionnaire.interview.open('q-post_type')"
    )
    page.locator("[data-why] summary:visible").first.click()
    expect(page.locator("[data-role=why]:visible")).not_to_be_empty()


def printed(page: Page, library: Library) -> None:
    answered(page, library)
    page.emulate_media(media="print")


def opened(page: Page) -> Held:
    """The page with Python run, without the file that has all styles."""
    held = holding(page, "**/check/page.*.css")
    page.goto("/check/", wait_until="commit")
    confirmed(page)
    return held


@pytest.mark.parametrize(
    ("state", "viewport", "scheme"),
    [
        (one_by_one, DESK, "light"),
        *(pytest.param(state, DESK, "light", marks=pytest.mark.long) for state in (fresh, answered, printed)),
        *(
            pytest.param(state, PHONE, "dark", marks=pytest.mark.long)
            for state in (fresh, answered, one_by_one, printed)
        ),
    ],
)
def test_the_page_looks_as_it_does_with_all_its_styles(
    page_of: Callable[..., Page],
    library: Library,
    state: Callable[[Page, Library], None],
    viewport: dict[str, int],
    scheme: Any,
) -> None:
    page = page_of(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    held = opened(page)
    state(page, library)
    assert at_rest(page)["count"] > 100
    held.release()
    until(page, ARRIVED)
    until(page, ALL_MEDIA)
    assert looks(page)["changed"] == []


def looks(page: Page) -> Any:
    page.wait_for_timeout(400)
    return page.evaluate(LOOKS)


def at_rest(page: Page) -> Any:
    """How everything looks once nothing changes any more: where a verdict turns is found out after a pause."""
    found = looks(page)
    for _ in range(MOST):
        page.wait_for_timeout(PAUSE)
        found = looks(page)
        if not found["changed"]:
            return found
    pytest.fail(f"it still changes: {found['changed'][:5]}")


def test_all_styles_are_there_once_somebody_reaches_for_what_lies_around_the_form(page: Page) -> None:
    held = holding(page, "**/check/page.*.css")
    page.clock.install()
    page.goto("/check/", wait_until="commit")
    page.clock.pause_at("2099-01-01")  # and so never comes to rest
    page.reload(wait_until="commit")
    page.locator("input[name='f-private_gain'][value='yes']").check()
    assert not page.evaluate(ALL_MEDIA)
    page.locator("header a").first.focus()
    assert not page.evaluate(ALL_MEDIA), "some browsers would show nothing new while the file is on its way"
    held.release()
    until(page, ALL_MEDIA)


def test_a_page_without_scripts_has_all_styles(page_of: Callable[..., Page], site_dir: Path) -> None:
    page = page_of(java_script_enabled=False)
    with page.expect_response("**/check/page.*.css") as arrived:
        page.goto("/check/")
    html = (site_dir / "check" / "index.html").read_text(encoding="utf-8")
    (sheet,) = (site_dir / "check").glob("page.*.css")
    assert arrived.value.url.endswith(f"/check/{sheet.name}")
    assert BeautifulSoup(html, "html.parser").select(
        f"noscript > link[rel=stylesheet][href='{sheet.name}']:not([media])"
    )
    text = sheet.read_text(encoding="utf-8")
    assert text.index(".md-search__form") < text.index(".checker__form"), "the site's styles come after the theme's"


def test_rules_of_which_the_page_has_nothing_are_left_out() -> None:
    page = '<p class="kept" data-is="x"><script>add("made")</script>'
    styles = [".kept{top:0}.gone{top:0}", "p>.made:hover,.gone .kept{top:0}@media print{.gone{top:0}}", ""]
    first, second, third = critical(page, styles)
    assert ".kept" in first
    assert ".made:hover" in second
    assert "gone" not in first + second + third


def test_a_style_sheet_that_cannot_be_read_is_told() -> None:
    with pytest.raises(OfflineError, match="styles"):
        critical("<p>", ["p{"])
