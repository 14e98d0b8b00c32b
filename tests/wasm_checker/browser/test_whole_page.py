"""The checker's own page, used whole: kept and opened again, led on to the next steps, beside itself, without storage, printed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cards import title
from tests.support.cases import TODAY, Judged
from tests.support.check_page import (
    ALL_BUT_THE_DAY,
    FILL,
    WUYANG,
    chosen,
    confirmed,
    draft_button,
    form_of,
    open_file,
    opened,
    said,
    saved_by,
    verdicts,
)
from tests.support.traffic import Traffic

UNCHANGED = "现有的回答没有变"
NO_STORAGE = """() => {
  const refuse = () => { throw new DOMException("forbidden", "SecurityError"); };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, { get: refuse });
  Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse });
  ServiceWorkerContainer.prototype.register = async () => refuse();
}"""
FULL_STORAGE = """() => {
  const refuse = () => { throw new DOMException("full", "QuotaExceededError"); };
  Storage.prototype.setItem = refuse;
  IDBFactory.prototype.open = refuse;
  CacheStorage.prototype.open = async () => refuse();
  ServiceWorkerContainer.prototype.register = async () => refuse();
}"""
# What the theme itself does to remember light or dark.
THEME_WANTS_STORAGE = r"SecurityError|forbidden|/assets/javascripts/bundle"


def test_a_saved_case_reopens_in_another_tab_with_the_same_answers_and_verdicts(
    filled: Page, facts: dict[str, Any], page_of: Callable[..., Page], site_url: str, tmp_path: Path
) -> None:
    filled.locator("input[data-document=wuyang]").check()
    before = verdicts(filled), chosen(filled)
    path = saved_by(filled, tmp_path)
    assert path.name == f"容错自查答卷-{TODAY}.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    assert len(content["facts"]) > 20
    assert content["facts"].items() <= facts.items()  # a few that are never asked follow from others
    assert content["place"] == "wuyang"
    other = opened(page_of(), site_url)
    assert chosen(other) != before[1]
    open_file(other, path)
    expect(said(other)).to_contain_text("已打开，原来的回答换成了文件里的")
    assert (verdicts(other), chosen(other)) == before


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (lambda text: text.replace('"private_gain": false', '"private_gain": true'), "文件可能被改过，或者坏了"),
        (lambda text: text[: len(text) // 2], "不是本站保存的答卷文件，或者文件不完整"),
        (lambda _: '{"name": "another program", "facts": {"private_gain": true}}', "不是本站保存的答卷文件"),
        (lambda _: "\x00\ufffd PK", "不是本站保存的答卷文件"),
        (lambda text: text + " " * 70_000, "文件太大"),
    ],
    ids=["tampered", "truncated", "foreign", "no text", "too large"],
)
def test_a_spoilt_file_is_told_clearly_and_changes_nothing(
    filled: Page, spoilt: Callable[[str], str], why: str, tmp_path: Path
) -> None:
    before = verdicts(filled), chosen(filled)
    path = saved_by(filled, tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(spoilt(text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    open_file(filled, path)
    expect(said(filled)).to_contain_text(why)
    expect(said(filled)).to_contain_text(UNCHANGED)
    assert (verdicts(filled), chosen(filled)) == before
    # And the whole file opens after all.
    path.write_text(text, encoding="utf-8")
    open_file(filled, path)
    expect(said(filled)).to_contain_text("文件里的回答和现有的一样，没有改动")


# The next steps -------------------------------------------------------------------------------------------------------


@pytest.mark.python
def test_the_page_leads_from_a_favourable_verdict_to_the_day_the_addressee_and_the_papers(
    filled: Page, traffic: Traffic
) -> None:
    confirmed(filled)
    before = len(traffic.requests)
    card = filled.locator("[data-steps=wuyang_tolerance]")
    limit = card.locator("[data-limit=wuyang_tolerance_apply]")
    # Who has named no place is bound by none of these texts: he is told so, and has nothing to hand in and no day to keep.
    for part in ("verdicts", "next-steps"):
        expect(filled.locator(f"[data-role={part}]")).to_contain_text("您没有选定地方")
    expect(filled.locator("[data-role=draft], [data-role=ics]")).to_have_count(0)
    filled.locator("input[data-document=wuyang]").check()
    expect(filled.locator("[data-role=next-steps]")).not_to_contain_text("您没有选定地方")
    expect(limit).to_contain_text("最后一天是2026年11月27日，还有 5 天，其中工作日 5 天")
    expect(card).to_contain_text("交给谁：所在单位党委（党组）")
    assert card.locator("[data-papers]").count() > 0
    with filled.expect_download() as calendar:
        limit.locator("[data-role=ics]").click()
    assert calendar.value.suggested_filename == "舞阳·容错免责-申请-2026-11-27.ics"
    with filled.expect_download() as draft:
        draft_button(card).click()
    assert draft.value.suggested_filename.endswith(".docx")
    assert Path(draft.value.path()).read_bytes().startswith(b"PK")
    assert all("/assets/checker/" in url or url.startswith("blob:") for url in traffic.requests[before:])


def test_the_next_steps_follow_the_answers_and_the_draft_gets_none(filled: Page) -> None:
    steps = filled.locator("[data-role=next-steps]")
    expect(steps).to_contain_text(
        "濮阳（征求意见稿）：征求意见稿，未施行，不能作为申请的依据：不列期限，也不写申请草稿"
    )
    expect(steps.locator("[data-steps=puyang_draft]")).to_have_count(0)
    filled.locator("input[name='f-private_gain'][value=yes]").check()
    expect(steps.locator("[data-steps=wuyang_tolerance]")).to_have_count(0)
    expect(steps).to_contain_text(re.compile("不列步骤，也不写申请草稿：.*舞阳·容错免责"))


# Two tabs -------------------------------------------------------------------------------------------------------------


@pytest.mark.python
def test_two_tabs_judge_each_its_own_answers_and_leaving_one_leaves_the_other(checker: Page, site_url: str) -> None:
    other = confirmed(opened(checker.context.new_page(), site_url))
    confirmed(checker)
    shangzhou = "article[data-rule=shangzhou]"
    checker.locator("input[name='f-private_gain'][value=yes]").check()
    expect(checker.locator(shangzhou)).to_have_attribute("data-verdict", "ineligible")
    expect(other.locator(shangzhou)).to_have_attribute("data-verdict", "insufficient_information")
    other.locator("input[name='f-public_spirit'][value=yes]").check()
    mine, theirs = (chosen(checker), verdicts(checker)), (chosen(other), verdicts(other))
    assert mine != theirs
    checker.bring_to_front()
    checker.wait_for_timeout(300)
    assert (chosen(checker), verdicts(checker)) == mine
    checker.locator("[data-role=clear-leave]").click()
    checker.wait_for_url(re.compile(r"^(?!.*/check/)"))
    assert (chosen(other), verdicts(other)) == theirs
    other.locator("input[name='f-private_gain'][value=yes]").check()
    expect(other.locator(shangzhou)).to_have_attribute("data-verdict", "ineligible")
    expect(other.locator("[data-checker]")).to_have_attribute("data-ready", "")


# Without storage ------------------------------------------------------------------------------------------------------


@pytest.mark.python
@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
def test_where_nothing_may_be_stored_the_checker_works_all_the_same(
    page: Page, site_url: str, script: str, traffic: Traffic, facts: dict[str, Any], tmp_path: Path
) -> None:
    if script == NO_STORAGE:
        traffic.allow(THEME_WANTS_STORAGE)
    page.add_init_script(f"({script})()")
    confirmed(opened(page, site_url))
    form_of(page).evaluate(FILL, facts)
    expect(page.locator(WUYANG)).to_contain_text(ALL_BUT_THE_DAY)
    page.locator("input[data-document=wuyang]").check()  # who has named no place is given no day
    expect(page.locator("[data-limit=wuyang_tolerance_apply]").first).to_contain_text("最后一天是2026年11月27日")
    before = chosen(page)
    path = saved_by(page, tmp_path)
    page.locator("button[type=reset]").click()
    assert chosen(page) != before
    open_file(page, path)
    expect(said(page)).to_contain_text("已打开")
    assert chosen(page) == before
    page.locator("[data-role=share-case]").click()
    expect(page.get_by_label("带有回答的链接")).to_have_value(re.compile("#case=1"))
    page.locator("[data-role=clear-leave]").click()
    page.wait_for_url(re.compile(r"^(?!.*/check/)"))
    # The checker's own scripts have nothing to complain of, whatever the theme says.
    assert not [error for error in traffic.errors if "/assets/checker/" in error]


def test_the_printed_page_shows_verdicts_and_quotes_and_no_buttons(filled: Page, library: Library) -> None:
    found = verdicts(filled)
    filled.emulate_media(media="print")
    for rule, verdict in found.items():
        card = filled.locator(f"article[data-rule={rule}]")
        expect(card.locator(".verdict__title")).to_be_visible()
        expect(card.locator(".verdict__title")).to_contain_text(title(library, rule, str(verdict)))
    quotes = filled.locator("[data-role=verdicts] blockquote")
    assert quotes.count() > 10
    assert [quote for quote in quotes.all() if not quote.is_visible() or not quote.inner_text().strip()] == []
    expect(filled.locator("article[data-rule=puyang_draft] .verdict__title")).to_contain_text("征求意见稿")
    for hidden in (".checker__bar", ".checker__actions", "[data-role=rest-no]"):
        expect(filled.locator(hidden).first).to_be_hidden()


def test_the_report_of_the_whole_page_holds_every_verdict_with_the_words_it_rests_on(
    filled: Page, library: Library, facts: dict[str, Any], judge: Callable[[Mapping[str, Any]], Judged]
) -> None:
    found = verdicts(filled)
    filled.evaluate("window.print = () => { window.printed = true; }")
    filled.locator("[data-role=print-report]").click()
    filled.emulate_media(media="print")
    report = filled.locator(".print-alone .report")
    expect(report).to_be_visible()
    expect(form_of(filled)).to_be_hidden()
    assert set(found) == {str(part.get_attribute("data-rule")) for part in report.locator("[data-rule]").all()}
    given = judge(facts).verdicts
    for rule in found:
        section = report.locator(f"[data-rule={rule}]")
        for provision in given[rule]["provisions"]:
            expect(section.locator("q", has_text=library.provision(provision).text[:40]).first).to_be_visible()
