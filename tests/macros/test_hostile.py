"""Whatever stands in the data is text on every page: hostile words in every field, the whole site built, every page opened."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.support import hostile, projects
from tests.support.check_page import draft_button
from tests.support.serving import served

# A site of its own is built. At every run kit/test_html.py asks of what draws every element that it escapes, and the build refuses a script
# it does not know.
pytestmark = pytest.mark.long

UNSHOWN = {
    # What people type: the search knows it, and draws none of it.
    "AskedQuestion.also",
    "DocumentFile.names",
    "Lead.typed",
    "ThesaurusFile.ignored",
    # For those who work on the data.
    "JudgedPair.why",
    "BodiesFile.bodies",
    "Case.id",
    "Case.story",
    "InstrumentFile.kind",
    "Offer.why",
    "Settled.reason",
    "Term.not_in",
    "WithoutVariant.reason",
}
READY = 60_000
OPENED = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
# All rows alike, and judged once.
ANSWERED = """(choice) => {
  const rows = [...document.querySelectorAll(`[data-checker] form input[type=radio][name^=f-][value=${choice}]`)];
  const last = rows.pop();
  for (const row of rows) row.checked = true;
  last.click();
}"""
# What a page may not have: a script that ran, an element or an address made of words, a template obeyed.
FOUND = """([owned, sum]) => [
  ...(window.__owned ? ["a script ran"] : []),
  ...[...document.querySelectorAll("img[src=x]")].map((img) => `an image in ${img.parentElement.outerHTML.slice(0, 300)}`),
  ...[...document.scripts].filter((one) => one.textContent === owned).map(() => "a script"),
  ...[...document.querySelectorAll("[href^='javascript:' i], [src^='javascript:' i]")].map((one) => `an address in ${one.outerHTML}`),
  ...(document.documentElement.outerHTML.includes(sum) ? ["what a template worked out"] : []),
  ...(/&amp;(lt|#60);img/.test(document.documentElement.outerHTML) ? ["words escaped twice"] : []),
  ...(document.querySelector("footer, #words") ? [] : ["a page that ends early"]),
]"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with hostile words in all its data."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.project(folder)
    return projects.build(folder)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as url:
        yield url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="zh-CN", service_workers="block")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Afterwards no page of the context may have opened a dialog or have raised an error."""
    wrong: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    context.on("dialog", dismiss)
    context.on("weberror", lambda error: wrong.append(f"an error: {error.error}"))
    yield context.new_page()
    assert wrong == []


def found(page: Page) -> list[str]:
    """What is wrong with the page as it stands, everything unfolded."""
    page.evaluate(OPENED)
    return [f"{page.url}: {one}" for one in page.evaluate(FOUND, [hostile.OWNED, hostile.SUM])]


def test_every_page_shows_hostile_words_as_words(built: Path, address: str, page: Page) -> None:
    paths = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    assert "read/sixth/index.html" in paths
    page.route("**/*.css", lambda route: route.abort())  # looks run no script, and cost time
    wrong: list[str] = []
    for path in paths:
        page.goto(f"{address}/{path}", wait_until="load")
        wrong += found(page)
    assert wrong == []


def test_every_hostile_field_stands_on_a_page_or_is_for_those_who_work_on_the_data(built: Path) -> None:
    """Else the pages above prove nothing."""
    fields = set()
    for path in (built.parent / "policies").rglob("*.yaml"):
        fields |= set(re.findall(r"&lt;(\w+\.\w+)<!--", "".join(hostile.leaves(path))))
    pages = "".join(path.read_text(encoding="utf-8") for path in built.rglob("*.html"))
    assert {
        field for field in fields if f"{field}&lt;!--" not in pages and f"{field}\\u003c!--" not in pages
    } == UNSHOWN


def test_a_page_is_named_by_hostile_words(address: str, page: Page) -> None:
    page.goto(f"{address}/read/sixth/")
    assert hostile.words("source") in page.title()
    expect(page.locator("h1")).to_contain_text(hostile.words("source"))


def test_what_scripts_draw_is_words_too(address: str, page: Page) -> None:
    """The search over provisions and over the site, a word's meaning, and a table shown to a room."""
    wrong: list[str] = []
    page.goto(f"{address}/search/?q=onerror")
    expect(page.locator(".found li").first).to_contain_text("<img src=x onerror=")
    wrong += found(page)
    page.locator(".find-button").click()
    page.locator(".search-dialog input").fill("onerror")
    expect(page.locator(".search-dialog mark").first).to_be_visible()
    wrong += found(page)
    page.goto(f"{address}/read/shangzhou/")
    page.locator(".p__text a.term").first.click()
    expect(page.locator(".meaning")).to_contain_text("<img src=x")
    wrong += found(page)
    page.goto(f"{address}/compare/application/")
    page.locator(".choose-box").evaluate("(box) => { box.open = true; }")
    page.locator("[data-do=project]").click()
    wrong += found(page)
    page.goto(f"{address}/compare/side-by-side/?cols=sixth,shangzhou")
    wrong += found(page)
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("check/", ("organ",)),
        ("check/", ("yes", "no")),
        ("check/offline.html", ("organ",)),
    ],
)
def test_the_checker_shows_hostile_words_as_words(
    address: str, page: Page, name: str, choices: tuple[str, ...]
) -> None:
    """Verdicts of every kind, their reasons, the next steps, the report and, of all that is downloaded, an application."""
    page.goto(f"{address}/{name}")
    page.wait_for_selector("[data-checker][data-ready]", timeout=READY)
    page.locator("input[name=mode][value=all]").check()
    wrong = found(page)
    page.locator("input[data-document=sixth]").check()
    for further in page.locator("input[name=further]").all():
        further.check()
    for choice in choices:
        page.evaluate(ANSWERED, choice)
        page.wait_for_timeout(500)
        expect(page.locator("article[data-rule=sixth]")).to_contain_text("<img src=x")
        for _ in range(2):  # what unfolds may hold what unfolds
            wrong += found(page)
            page.wait_for_timeout(500)
    page.evaluate("window.print = () => {}")
    page.locator("[data-role=print-report]").click()
    expect(page.locator("[data-role=report]")).to_contain_text("<img src=x")
    wrong += found(page)
    assert wrong == []
    page.locator("[data-checker] [type=reset]").click()
    page.locator("input[data-document=sixth]").check()
    page.locator("input[data-sets*='\"is_cadre\":true']").first.check()
    page.locator("input[name=f-pioneering][value=yes]").check()
    with page.expect_download() as download:
        draft_button(page.locator("[data-steps=sixth]")).click()
    with zipfile.ZipFile(download.value.path()) as draft:
        text = "".join(ET.fromstring(draft.read("word/document.xml")).itertext())  # noqa: S314 - made here
    assert hostile.words("source") in text
    assert found(page) == []
