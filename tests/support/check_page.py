"""The checker's own page as tests use it: filled in, read, kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from policies.engine.schema.case import CaseValue

# Many answers at once; that clicking them one by one does the same is in test_page.py.
FILL = """(form, facts) => {
  for (const field of form.elements) {
    if (field.name === "situation") continue; // facts do not say it
    const sets = Object.entries(JSON.parse(field.dataset.sets ?? "{}"));
    const row = {yes: true, no: false, organ: "organ"}[field.value];
    if (sets.length ? sets.every(([fact, value]) => facts[fact] === value) : facts[field.name.slice(2)] === row && row !== undefined) {
      field.checked = true;
    }
    if (["date", "number"].includes(field.type) && field.name in facts) field.value = facts[field.name];
  }
  form.dispatchEvent(new Event("change"));
}"""
# What most tests answer stands on one page; one question at a time is what form/test_interview.py is about. The choice is made as soon
# as the page can take it, before anything is painted.
ALL_ON_ONE_PAGE = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("[data-checker][data-view]")) return;
  watch.disconnect();
  document.querySelector("input[name=mode][value=all]").click();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-view"]});
"""
# A browser that keeps nothing for the tab.
NO_STORE = """Object.defineProperty(window, 'sessionStorage', {
  get() { throw new DOMException('forbidden', 'SecurityError'); } });"""


def opened(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/check/")
    page.wait_for_selector(DRAWN, timeout=READY)
    return page


def confirmed(page: Page) -> Page:
    """Python runs and has said the same as the diagrams."""
    page.wait_for_selector(CONFIRMED, timeout=READY)
    return page


def form_of(page: Page) -> Locator:
    return page.locator("form.checker__form")


def verdicts(page: Page) -> dict[str, str | None]:
    page.wait_for_selector(DRAWN)
    cards = page.locator("article[data-rule]").all()
    return {str(card.get_attribute("data-rule")): card.get_attribute("data-verdict") for card in cards}


def judged(page: Page) -> list[str]:
    """The verdicts that are drawn, seen or not: one question at a time shows them later."""
    found: list[str] = page.locator(DRAWN).evaluate_all("cards => cards.map((card) => card.dataset.verdict)")
    return found


def chosen(page: Page) -> Any:
    """Everything the form holds but 不清楚 and blanks, as the browser would send it."""
    return form_of(page).evaluate("form => [...new FormData(form)].filter(([, to]) => to && to !== 'unknown')")


def said(page: Page) -> Locator:
    return page.locator(".keep__said")


def saved_by(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator("[data-role=save-case]").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def draft_button(steps: Locator) -> Locator:
    """The button that downloads a draft, among the fields that open under its name; `steps`: what has one draft."""
    opener = steps.locator("[data-role=draft]")
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    return steps.locator("[data-role=draft-file]")


def open_file(page: Page, path: Path) -> None:
    page.locator("[data-role=case-file]").set_input_files(path)


def box(page: Page, of: str = "链接") -> Locator:
    """What asks before answers from a link, or from a file ("文件"), replace those that are there."""
    return page.get_by_role("dialog", name=f"{of}里的回答")


def replace_by(page: Page, path: Path) -> None:
    """Opens a file whose answers are others than those that are there, and takes them."""
    open_file(page, path)
    box(page, "文件").get_by_role("button", name="换成文件里的回答").click()
    expect(said(page)).to_contain_text("已打开")


def passed_over(page: Page) -> list[str]:
    """The questions that come one after another where none is answered, until none is left."""
    shown: list[str] = []
    while page.locator("[data-checker]").get_attribute("data-view") == "ask":
        shown.append(str(page.locator("fieldset.question:visible").get_attribute("id")))
        page.locator("[data-role=next]").click()
    return shown


READY = 120_000


DRAWN = "[data-checker] article[data-rule]"  # a verdict stands on the page


# Python runs and has said the same as what is drawn, for everything chosen: an answer takes the mark away until it has.
CONFIRMED = "[data-checker][data-ready][data-confirmed]:not([data-mismatch])"


def answer(form: Locator, facts: dict[str, CaseValue]) -> None:
    """Fills the questionnaire the way a person does: by clicking choices and typing numbers and days."""
    singles: dict[str, Locator] = {}
    for radio in form.locator("input[type=radio][data-sets]:not([name^=f-]):not([name=situation])").all():
        sets = json.loads(radio.get_attribute("data-sets") or "{}")
        if sets and all(facts.get(fact) == value for fact, value in sets.items()):
            singles[radio.get_attribute("name") or ""] = radio
    for radio in singles.values():
        radio.check()
    for fact, value in facts.items():
        choice = {True: "yes", False: "no", "organ": "organ"}.get(value) if isinstance(value, bool | str) else None
        row = form.locator(f"input[name='f-{fact}'][value='{choice}']")
        if choice and row.count():
            row.check()
        field = form.locator(f"input[name='{fact}']:not([type=radio])")
        if value is not None and field.count():
            field.fill(str(value))
            field.blur()


WUYANG = "article[data-rule=wuyang_tolerance]"
ALL_BUT_THE_DAY = "还须您回答（1）"  # what 舞阳 says of the case: only the day of the application is left
