"""The first verdict: it and what answers the form stand in the page itself, and nothing that comes later moves what is seen."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.holding import holding
from tests.support.until import until
from tools.build.after_build import LATE_STYLE, within
from tools.build.built import CHECKER, OfflineError

pytestmark = pytest.mark.python

READY = 120_000
SHANGZHOU = "article[data-rule='shangzhou']"
# In the very moment in which a verdict stands on the page, one question is answered.
AT_ONCE = """
new MutationObserver((_, watch) => {
  const card = document.querySelector("article[data-rule='shangzhou']");
  if (!card) return;
  watch.disconnect();
  const verdict = () => document.querySelector("article[data-rule='shangzhou']").dataset.verdict;
  const before = verdict();
  document.querySelector("input[name='f-private_gain'][value='yes']").click();
  window.seen = {at: performance.now(), before, after: verdict()};
}).observe(document, {subtree: true, childList: true});
"""
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const {value, sources} of list.getEntries()) {
    window.shifts.push([value, sources.map(({node}) => node?.outerHTML?.slice(0, 80) ?? "")]);
  }
}).observe({type: "layout-shift", buffered: true});
"""


def answered(page: Page) -> None:
    page.locator("input[name='f-private_gain'][value='yes']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    page.locator("input[name='f-private_gain'][value='no']").check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "insufficient_information")


def test_the_page_alone_answers_with_nothing_else_loaded(page: Page, site_url: str, traffic: Any) -> None:
    traffic.allow("Failed to load|ERR_FAILED")
    page.route("**/assets/**", lambda route: route.abort())
    page.goto(f"{site_url}/check/")
    answered(page)
    # Styled, too
    assert page.locator(SHANGZHOU).evaluate("node => getComputedStyle(node).borderTopWidth") != "0px"
    page.locator("input[data-document='xuzhou']").check()
    expect(page.locator("[data-role=summary]")).to_contain_text("徐州")
    page.locator("input[name=mode][value=one]").check()
    expect(page.locator("fieldset.question:visible")).to_have_count(1)


def test_whoever_clicks_as_soon_as_a_verdict_stands_is_answered_and_what_comes_later_keeps_it(
    page: Page, site_url: str
) -> None:
    page.add_init_script(AT_ONCE)
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    seen = page.evaluate("window.seen")
    assert (seen["before"], seen["after"]) == ("insufficient_information", "ineligible")
    assert page.locator("[data-checker]").get_attribute("data-mismatch") is None
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    expect(page.locator(f"{SHANGZHOU} li[data-provision]").first).to_be_attached()
    expect(page.locator("[data-role=changed]")).to_contain_text("商州：信息不足 → 不符合条件")


def test_what_is_painted_first_can_answer(page: Page, site_url: str) -> None:
    page.add_init_script(AT_ONCE)
    page.goto(f"{site_url}/check/")
    until(page, "performance.getEntriesByName('first-contentful-paint').length")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert page.evaluate("window.seen.at") <= painted


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 720}, {"width": 390, "height": 844}])
def test_nothing_moves_while_the_rest_loads(page_of: Any, site_url: str, viewport: dict[str, int]) -> None:
    page = page_of(view="ask", viewport=viewport)
    page.add_init_script(SHIFTS)
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    page.wait_for_timeout(300)
    # The theme's own header apart
    shifts = [[value, nodes] for value, nodes in page.evaluate("window.shifts") if "md-header" not in "".join(nodes)]
    assert shifts == []


def test_what_is_read_out_is_read_out_once_while_the_rest_loads(page: Page, site_url: str) -> None:
    page.add_init_script("""
    window.told = [];
    new MutationObserver((records) => {
      for (const {target} of records) {
        const role = target.dataset?.role;
        if (["summary", "left", "changed", "status"].includes(role)) window.told.push(role);
      }
    }).observe(document, {subtree: true, childList: true});
    """)
    page.goto(f"{site_url}/check/")
    page.wait_for_selector("[data-checker][data-confirmed]", timeout=READY)
    # The status: as it stands in the page, that the program loads, and that it is ready. How much has arrived is for the eye.
    assert sorted(page.evaluate("window.told")) == ["status", "status", "status", "summary"]


def test_how_much_has_arrived_is_seen_and_not_read_out(page: Page, site_url: str) -> None:
    glue = holding(page, "**/glue.*.js")
    page.goto(f"{site_url}/check/")
    bar = page.locator("[data-role=progress]")
    expect(bar).to_be_visible()
    expect(bar).not_to_have_js_property("value", 0)
    expect(bar).to_have_attribute("aria-hidden", "true")
    expect(page.locator("[data-role=status]")).to_have_text("边答边出结论，随后再核对一遍。")
    glue.release()
    page.wait_for_selector("[data-checker][data-ready]", timeout=READY)
    expect(bar).to_be_hidden()


def test_without_its_words_the_page_says_so_and_goes_on_answering(page: Page, site_url: str, traffic: Any) -> None:
    traffic.allow("Failed to load|ERR_FAILED")
    page.route("**/words.*.json", lambda route: route.abort())
    page.goto(f"{site_url}/check/")
    status = page.locator("[data-role=status]")
    expect(status).to_contain_text("现在只看得到结论；依据、提示、另一读法和下一步都看不到，先不要只照它办。")
    answered(page)
    expect(status).to_contain_text("网页没有载入完整")


def test_a_why_that_is_opened_before_python_runs_is_answered_as_soon_as_the_words_are_there(
    page: Page, site_url: str
) -> None:
    words = holding(page, "**/words.*.json")
    runtime = holding(page, "**/python.*.wasm")
    page.goto(f"{site_url}/check/", wait_until="commit")
    why = page.locator("[data-why='private_gain']")
    why.locator("summary").click()
    words.release()
    expect(why.locator("[data-role=why]")).to_contain_text("的结论还要看这一项")
    assert page.locator("[data-checker]").get_attribute("data-ready") is None
    runtime.release()


def test_a_why_of_a_verdict_that_is_opened_before_python_runs_is_answered_when_it_does(
    page: Page, site_url: str
) -> None:
    runtime = holding(page, "**/python.*.wasm")
    page.goto(f"{site_url}/check/")
    page.locator("input[name='f-private_gain'][value='yes']").check()
    why = page.locator(f"{SHANGZHOU} [data-role=explain]")
    why.locator("summary").first.click()
    expect(why).to_contain_text("正在查")
    runtime.release()
    expect(why).to_contain_text("就得出这个结论", timeout=READY)


def test_the_page_holds_the_script_that_was_built(site_dir: Path) -> None:
    html = (site_dir / "check" / "index.html").read_text(encoding="utf-8")
    files = json.loads((site_dir / CHECKER / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert (site_dir / CHECKER / files["first.js"]["path"]).read_text(encoding="utf-8") in html
    # What shows before the first verdict asks for nothing.
    before = html[: html.index(f"<script>{within(site_dir, CHECKER + files['first.js']['path'], 'script')}")]
    assert (
        html.index("</header>")
        < html.index("<script>document.body.offsetHeight</script>")
        < html.index("<main")
        < html.index('<div class="checker"')
    )
    (late,) = (site_dir / "check").glob("page.*.css")
    before = before.replace(LATE_STYLE % {"path": late.name}, "")  # for print, until the page has come to rest
    assert not re.findall(r"<script[^>]* src=|<link rel=\"stylesheet\"", before)
    assert ".checker__bar" in before.partition("</head>")[0]
    assert "<style" not in html.partition("</head>")[2]


@pytest.mark.parametrize("text", ["a{background:url(../x.png)}", "a{}</STYLE>", '@import "x.css";'])
def test_what_names_other_files_or_would_end_the_element_cannot_stand_in_the_page(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.css").write_text(text, encoding="utf-8")
    with pytest.raises(OfflineError, match=r"x\.css"):
        within(tmp_path, "x.css", "style")


def test_what_opens_a_comment_cannot_stand_in_a_script_and_means_nothing_in_a_style(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("/*<!--*/", encoding="utf-8")
    assert within(tmp_path, "x", "style") == "/*<!--*/"
    with pytest.raises(OfflineError):
        within(tmp_path, "x", "script")


def test_a_source_map_is_left_out_and_data_are_kept(tmp_path: Path) -> None:
    text = 'a{background:url("data:image/svg+xml;charset=utf-8,<svg/>");mask:url(#m)}'
    (tmp_path / "x.css").write_text(f"{text}\n/*# sourceMappingURL=x.css.map */", encoding="utf-8")
    assert within(tmp_path, "x.css", "style") == text
