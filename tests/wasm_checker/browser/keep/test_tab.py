"""Answers live as long as the tab: a reload, going back and a clause keep them; clearing, two hours and another tab do not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.check_page import NO_STORE, READY, form_of, opened
from tests.support.holding import holding
from tests.support.traffic import Traffic
from tests.support.until import until

SHANGZHOU = "article[data-rule=shangzhou]"
GAIN = "input[name='f-private_gain'][value='yes']"
PLACE = "input[data-document=shangzhou]"
STORE = "JSON.stringify({...sessionStorage})"
SHOWN = "() => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def answered(page: Page) -> Page:
    page.locator("input[name=mode][value=all]").check()
    page.locator(PLACE).check()
    page.locator(GAIN).check()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")
    return page


def told(page: Page) -> Page:
    """All words are there."""
    page.wait_for_selector("[data-role=keep]", state="attached", timeout=READY)
    return page


def has_answers(page: Page) -> None:
    expect(page.locator(GAIN)).to_be_checked()
    expect(page.locator(PLACE)).to_be_checked()
    expect(page.locator(SHANGZHOU)).to_have_attribute("data-verdict", "ineligible")


def has_none(page: Page) -> None:
    told(page)
    expect(page.locator(GAIN)).not_to_be_checked()
    expect(page.locator(PLACE)).not_to_be_checked()


@pytest.fixture
def checker(page: Page, site_url: str) -> Page:
    return answered(told(opened(page, site_url)))


def test_a_reload_a_clause_and_back_and_a_second_visit_in_the_tab_keep_the_answers(
    checker: Page, site_url: str
) -> None:
    checker.reload()
    has_answers(checker)
    checker.goto(f"{site_url}/read/shangzhou/")
    checker.go_back()
    has_answers(checker)
    checker.goto(f"{site_url}/read/shangzhou/")
    checker.goto(f"{site_url}/check/")
    has_answers(checker)
    expect(checker.locator("[data-role=kept]")).to_contain_text("刷新、后退，看了条文再回来，都还在")


def test_a_tap_before_the_script_has_come_is_kept_beside_what_was_answered_before(
    page_of: Callable[..., Page], site_url: str
) -> None:
    page = answered(
        told(opened(page_of(service_workers="block"), site_url))
    )  # a worker would answer in place of the site
    script = holding(page, "**/checker.*.js")
    page.goto(f"{site_url}/check/", wait_until="commit")
    page.locator("input[name=mode][value=all]").check()
    early = page.locator("input[name='f-public_spirit'][value='yes']")
    early.check()
    expect(page.locator(GAIN)).not_to_be_checked()
    script.release()
    has_answers(page)
    expect(early).to_be_checked()
    page.reload()
    has_answers(page)
    expect(early).to_be_checked()


def test_another_tab_sees_nothing_of_it(checker: Page, site_url: str) -> None:
    second = checker.context.new_page()
    has_none(opened(second, site_url))
    assert second.evaluate(STORE) == "{}"


def test_the_question_that_was_open_is_open_again(page_of: Callable[..., Page], site_url: str) -> None:
    page = page_of(view="ask", viewport={"width": 375, "height": 812})
    page.goto(f"{site_url}/check/")
    told(page)
    page.locator("[data-role=next]").click()
    page.locator(PLACE).check()
    for _ in range(2):
        page.locator("[data-role=next]").click()
    shown = "document.querySelector('fieldset.question:not([hidden])').id"
    before = page.evaluate(shown)
    assert before != page.evaluate("document.querySelector('fieldset.question').id")
    page.reload()
    told(page)
    assert page.evaluate(shown) == before


def test_after_two_hours_without_an_answer_nothing_comes_back(page: Page, site_url: str) -> None:
    """A reload is none: else a page that is only looked at would never let go of them."""
    start = datetime(2026, 11, 22, 10, tzinfo=UTC)
    page.clock.set_fixed_time(start)
    checker = answered(told(opened(page, site_url)))
    for minutes, here in ((60, True), (119, True), (121, False)):
        page.clock.set_fixed_time(start + timedelta(minutes=minutes))
        checker.reload()
        told(checker)
        (has_answers if here else has_none)(checker)
    assert checker.evaluate(STORE) == "{}"


def test_a_page_kept_alive_for_two_hours_lets_go_as_well(page: Page, site_url: str) -> None:
    start = datetime(2026, 11, 22, 10, tzinfo=UTC)
    page.clock.set_fixed_time(start)
    checker = answered(told(opened(page, site_url)))
    page.clock.set_fixed_time(start + timedelta(minutes=119))
    checker.evaluate(SHOWN)
    has_answers(checker)
    page.clock.set_fixed_time(start + timedelta(minutes=121))
    checker.evaluate(SHOWN)
    has_none(checker)


def test_one_press_leaves_nothing_and_back_does_not_return(checker: Page, site_url: str) -> None:
    assert "private_gain" in checker.evaluate(STORE)
    # An entry of the history from before, which the browser may have kept alive.
    checker.goto(f"{site_url}/read/shangzhou/")
    checker.goto(f"{site_url}/check/")
    has_answers(checker)
    told(checker).locator("[data-role=clear-leave]").click()
    checker.wait_for_url(f"{site_url}/")
    assert "private_gain" not in checker.evaluate(STORE)
    checker.go_back()
    checker.go_back()
    expect(checker).to_have_url(f"{site_url}/check/")
    has_none(checker)
    assert checker.evaluate(STORE) == "{}"


def test_a_page_that_was_kept_alive_follows_what_has_become_of_the_answers(checker: Page) -> None:
    """The browser of the tests keeps no page alive, so that the event is made."""
    other = json.loads(checker.evaluate("sessionStorage['rongcuo-answers']"))
    other["facts"] = {"private_gain": False}
    checker.evaluate("text => { sessionStorage['rongcuo-answers'] = text; }", json.dumps(other))
    checker.evaluate(SHOWN)
    expect(checker.locator("input[name='f-private_gain'][value='no']")).to_be_checked()
    checker.evaluate("() => sessionStorage.clear()")
    checker.evaluate(SHOWN)
    has_none(checker)


def test_a_page_that_was_kept_alive_gets_back_the_fields_that_the_browser_has_emptied(checker: Page) -> None:
    """As WebKit does, without a word, and after it has said that the page is shown. A day is no radio: it is looked for as well."""
    day = checker.locator("input[type=date][name=accountability_start_date]")
    day.evaluate("field => { field.value = '2026-11-02'; field.dispatchEvent(new Event('change', {bubbles: true})); }")
    empty = """() => { for (const field of document.querySelectorAll('[data-checker] input')) {
      if (field.type === 'date') field.value = ''; else field.checked = field.defaultChecked;
    } }"""
    before = checker.evaluate("JSON.parse(sessionStorage['rongcuo-answers']).facts")
    assert before["accountability_start_date"] == "2026-11-02"
    checker.evaluate(f"() => {{ ({SHOWN})(); ({empty})(); }}")
    has_answers(checker)
    expect(day).to_have_value("2026-11-02")
    checker.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
    assert checker.evaluate("JSON.parse(sessionStorage['rongcuo-answers']).facts") == before
    day.evaluate("field => { field.value = ''; }")
    checker.evaluate(SHOWN)
    expect(day).to_have_value("2026-11-02")


def test_emptying_can_be_undone_until_the_next_answer(checker: Page) -> None:
    empty = checker.locator("button[type=reset]")
    undo = checker.locator("[data-role=undo-clear]")
    before = form_of(checker).evaluate("form => JSON.stringify([...new FormData(form)])")
    empty.click()
    expect(undo).to_be_visible()
    has_none(checker)
    until(checker, "sessionStorage.length === 0")
    undo.click()
    has_answers(checker)
    assert form_of(checker).evaluate("form => JSON.stringify([...new FormData(form)])") == before
    expect(undo).to_have_count(0)
    empty.click()
    checker.locator("input[data-document=wuyang]").check()
    expect(undo).to_have_count(0)
    checker.locator("input[data-document=wuyang]").evaluate("field => field.form.reset()")
    expect(undo).to_have_count(0)  # it was not the person who emptied it


def test_where_the_browser_forbids_it_the_page_works_and_says_so(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORE)
    checker = answered(told(opened(page, site_url)))
    expect(checker.locator("[data-role=kept]")).to_contain_text("这个浏览器不让网页暂存回答")
    checker.reload()
    has_none(checker)


@pytest.mark.parametrize("text", ["", "{", "null", '{"at": 1}', '{"facts": {"private_gain": true}, "at": "x"}', "7"])
def test_what_another_page_wrote_under_the_name_is_not_taken(
    page: Page, site_url: str, text: str, traffic: Traffic
) -> None:
    page.goto(f"{site_url}/about/")
    page.evaluate("text => { sessionStorage['rongcuo-answers'] = text; }", text)
    has_none(opened(page, site_url))


# The single file ------------------------------------------------------------------------------------------------------


def test_the_single_file_keeps_them_where_no_other_file_can_read_them(
    page_of: Callable[..., Page], site_dir: Path, tmp_path: Path
) -> None:
    file, other = tmp_path / "自己查.html", tmp_path / "other.html"
    shutil.copyfile(site_dir / "check" / "offline.html", file)
    other.write_text("<!doctype html><title>x</title>", encoding="utf-8")
    page = page_of()
    page.goto(file.as_uri())
    answered(page)
    page.reload()
    has_answers(page)
    page.goto(other.as_uri())
    assert "private_gain" not in page.evaluate(STORE)
    assert page.evaluate("history.state") is None
    page.go_back()
    has_answers(page)
    page.locator("a[href='#verdicts']").first.click()  # a second entry of the history
    page.locator("[data-role=clear-leave]").click()
    page.wait_for_url("about:blank")
    page.go_back()
    has_none(page)


def test_in_the_single_file_back_leads_to_the_question_before_and_a_reload_there_keeps_the_answers(
    page_of: Callable[..., Page], site_dir: Path, tmp_path: Path
) -> None:
    file = tmp_path / "自己查.html"
    shutil.copyfile(site_dir / "check" / "offline.html", file)
    page = page_of(view="ask", viewport={"width": 375, "height": 812})
    page.goto(file.as_uri())
    shown = page.locator("fieldset.question:visible")
    passed = [shown.get_attribute("id")]
    page.locator("input[name=situation]").nth(2).check()
    for _ in range(2):
        expect(shown).not_to_have_id(passed[-1] or "")
        passed.append(shown.get_attribute("id"))
        page.locator("[data-role=next]").click()
    expect(shown).not_to_have_id(passed[-1] or "")
    for before in reversed(passed):
        page.go_back()
        expect(shown).to_have_id(before or "")
        assert page.evaluate("history.state.noise.length") > 50
        noise, pad = page.evaluate("[history.state.noise, JSON.parse(sessionStorage.getItem('rongcuo-answers'))]")
        assert "situation" in "".join(map(chr, (one ^ other for one, other in zip(noise, pad, strict=True))))
        assert "situation" not in "".join(map(chr, noise)) + "".join(map(chr, pad))
    expect(page.locator("input[name=situation]").nth(2)).to_be_checked()
    page.reload()
    expect(page.locator("input[name=situation]").nth(2)).to_be_checked()


# A file that is opened -------------------------------------------------------------------------------------------------


def test_a_file_asks_before_it_replaces_what_is_there(checker: Page, tmp_path: Path) -> None:
    with checker.expect_download() as started:
        checker.locator("[data-role=save-case]").click()
    path = tmp_path / "case.json"
    started.value.save_as(path)
    chooser = checker.locator("[data-role=case-file]")
    chooser.set_input_files(path)
    expect(checker.locator(".keep__said")).to_contain_text("文件里的回答和现有的一样")
    checker.locator("input[name='f-private_gain'][value='no']").check()
    asking = checker.get_by_role("dialog", name="文件里的回答")
    chooser.set_input_files(path)
    expect(asking).to_contain_text("和现有的 2 项不一样，现在还没有换")
    asking.get_by_role("button", name="保留现有的回答").click()
    expect(checker.locator("input[name='f-private_gain'][value='no']")).to_be_checked()
    chooser.set_input_files(path)
    asking.get_by_role("button", name="换成文件里的回答").click()
    has_answers(checker)
