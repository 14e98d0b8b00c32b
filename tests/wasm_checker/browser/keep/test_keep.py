"""The row of buttons that keep, hand on, print or drop what was answered, and a link opened at load."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.cases import Judged, favourable
from tests.support.modules import call
from tests.support.traffic import Traffic
from tests.support.until import until

# `held`: what the page has been answered. What it cannot place of a case is named in `held.unplaced`.
HOST = """([facts, verdicts]) => {
  window.held = { facts, choices: {}, place: "", further: [], verdicts, unplaced: [] };
  const apply = ({ facts, choices = {}, place, further = held.further }) => {
    Object.assign(held, { facts, choices, place, further });
    return held.unplaced;
  };
  const opened = document.createElement("div");
  opened.id = "opened";
  const links = new modules.Links(opened);
  window.links = links;
  window.addressAtOnce = location.href;
  place.replaceChildren(opened, modules.keepSection({ words, state: () => held, apply, forms: [document.forms[0]],
    drawn: [], away: "harness.html?left", before: () => { held.facts = {}; }, links, root: "../" }));
}"""
WITHOUT_WORDS = """() => {
  const opened = document.createElement("div");
  opened.id = "opened";
  place.replaceChildren(opened);
  window.links = new modules.Links(opened);
}"""


@pytest.fixture
def facts(library: Library) -> dict[str, Any]:
    return favourable(library)


@pytest.fixture
def host(bare: Page, facts: dict[str, Any], judge: Callable[[Mapping[str, Any]], Judged]) -> Page:
    bare.evaluate(HOST, [facts, judge(facts).verdicts])
    return bare


def held(page: Page) -> Any:
    return page.evaluate("held.facts")


def test_a_case_is_saved_and_opened_again(host: Page, facts: dict[str, Any], tmp_path: Path, traffic: Traffic) -> None:
    before = len(traffic.requests)
    with host.expect_download() as started:
        host.locator("[data-role=save-case]").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    host.evaluate("() => { held.facts = {}; }")
    host.locator("[data-role=case-file]").set_input_files(saved)
    expect(host.locator("[role=status]").first).to_contain_text("已打开")
    assert held(host) == facts
    assert [url for url in traffic.requests[before:] if not url.startswith("blob:")] == []


@pytest.mark.parametrize(
    "broken",
    [b"", b"\xff\xfe\x00", b'{"format": "rongcuo-case"}', b"{" * 70_000, json.dumps({"cases": []}).encode()],
    ids=["empty", "no text", "cut short", "too large", "another format"],
)
def test_a_file_that_is_not_ours_changes_nothing_and_is_told(
    host: Page, facts: dict[str, Any], broken: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(broken)
    host.locator("[data-role=case-file]").set_input_files(path)
    expect(host.locator("[role=status]").first).to_contain_text("现有的回答没有变")
    assert held(host) == facts


def test_the_link_warns_and_the_report_is_printed_alone(host: Page) -> None:
    host.locator("[data-role=share-case]").click()
    expect(host.locator("[data-role=share]")).to_contain_text("链接和二维码里有您的全部回答")
    host.evaluate(
        "() => { window.print = () => { window.printed = document.querySelectorAll('.print-alone .report').length; }; }"
    )
    host.locator("[data-role=print-report]").click()
    assert host.evaluate("printed") == 1


def test_one_press_clears_everything_and_leaves(host: Page) -> None:
    host.locator("[data-role=share-case]").click()
    expect(host.locator("[data-role=share]")).to_be_visible()
    host.locator("[data-role=clear-leave]").click()
    host.wait_for_url("**/harness.html?left")
    expect(host.locator("[data-role=share]")).to_have_count(0)


def test_a_link_that_was_made_goes_with_the_next_answer(host: Page) -> None:
    host.locator("[data-role=share-case]").click()
    expect(host.locator("[data-role=share]")).to_be_visible()
    host.locator("[name=chosen]").check()
    expect(host.locator("[data-role=share]")).to_have_count(0)


def test_answers_that_the_form_cannot_take_are_named(host: Page, tmp_path: Path) -> None:
    with host.expect_download() as started:
        host.locator("[data-role=save-case]").click()
    saved = tmp_path / "x.json"
    started.value.save_as(saved)
    host.evaluate("() => { held.facts = {}; held.unplaced = ['private_gain', 'public_spirit']; }")
    host.locator("[data-role=case-file]").set_input_files(saved)
    said = host.locator(".keep__said")
    expect(said).to_contain_text("有 2 项没能放回去，请重答：“谋取私利”、“主观出于公心”。")


# What another version has judged ---------------------------------------------------------------------------------------

OLDER = """([facts, judged]) => modules.saveCase({ data: { version: "0".repeat(64), rules: words.data.rules }, facts, judged,
  today: "2026-11-02" }).text"""
OLD_LINK = (
    """([facts, judged]) => modules.linkFor({ data: { version: "0".repeat(64) }, facts, judged }, location.href)"""
)


def test_a_file_of_another_version_says_what_of_it_is_judged_otherwise_now_and_where_that_is_told(
    host: Page, facts: dict[str, Any], judge: Callable[[Mapping[str, Any]], Judged], tmp_path: Path
) -> None:
    now = {rule: found["verdict"] for rule, found in judge(facts).verdicts.items()}
    saved = tmp_path / "x.json"
    told = host.locator(".keep__said")
    for judged, said in (
        ({**now, "xuzhou": "may_qualify"}, "徐州工院：当时“可能符合，须经认定”，现在“"),
        (now, "这份文件存于2026年11月2日，当时的结论和现在的都相同。"),
    ):
        saved.write_text(host.evaluate(OLDER, [facts, judged]), encoding="utf-8")
        host.locator("[data-role=case-file]").set_input_files(saved)
        expect(told).to_contain_text(said)
        expect(told.get_by_role("link", name="更正")).to_have_attribute("href", "../corrections/")
    expect(told).not_to_contain_text("现在不同的")


def test_a_file_keeps_what_the_page_has_judged(host: Page, facts: dict[str, Any]) -> None:
    host.evaluate("() => { held.rules = words.rules.slice(0, 2); }")
    with host.expect_download() as started:
        host.locator("[data-role=save-case]").click()
    kept = json.loads(started.value.path().read_text(encoding="utf-8"))["judged"]
    assert kept == host.evaluate("Object.fromEntries(held.rules.map(({ id }) => [id, held.verdicts[id].verdict]))")
    assert len(kept) == 2


def test_a_link_of_another_version_says_it_where_it_was_opened_and_beside_the_buttons(
    host: Page, facts: dict[str, Any], judge: Callable[[Mapping[str, Any]], Judged]
) -> None:
    now = {rule: found["verdict"] for rule, found in judge(facts).verdicts.items()}
    link = host.evaluate(OLD_LINK, [facts, {**now, "xuzhou": "may_qualify"}])
    for given in ("facts", "{}"):
        host.evaluate(f"facts => {{ held.facts = {given}; }}", facts)
        host.evaluate("link => location.assign(link)", link)
        expect(box(host)).to_contain_text("徐州工院：当时“可能符合，须经认定”，现在“")
        expect(box(host).get_by_role("link", name="更正")).to_be_visible()
        box(host).get_by_role("button", name="知道了").click()
    expect(host.locator(".keep__said").get_by_role("link", name="更正")).to_be_visible()


# Links ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def link(modules: Path, facts: dict[str, Any], modules_url: str) -> str:
    data = json.loads((modules / "words.json").read_text(encoding="utf-8"))["data"]
    case = {"facts": facts, "place": "wuyang", "further": ["track"], "data": data}
    return str(call(modules, "keep/share.js", "linkFor", case, f"{modules_url}/harness.html?link"))


def open_link(page: Page, link: str) -> None:
    page.goto(link)
    page.wait_for_selector("[data-ready]")


def box(page: Page) -> Locator:
    return page.get_by_role("dialog", name="链接里的回答")


def test_a_link_fills_in_the_answers_and_the_address_forgets_them_before_anything_is_waited_for(
    bare: Page, facts: dict[str, Any], link: str, modules_url: str
) -> None:
    open_link(bare, link)
    bare.evaluate(HOST, [{}, {}])
    assert bare.evaluate("addressAtOnce") == f"{modules_url}/harness.html?link"
    expect(bare.locator("#opened")).to_contain_text("已按链接填好回答")
    assert held(bare) == facts
    assert bare.evaluate("[held.place, held.further]") == ["wuyang", ["track"]]
    expect(box(bare)).to_have_count(0)


def test_a_link_at_load_asks_before_it_replaces_what_was_answered_meanwhile(
    bare: Page, facts: dict[str, Any], link: str
) -> None:
    open_link(bare, link)
    mine = {"private_gain": True}
    bare.evaluate(HOST, [mine, {}])
    expect(box(bare)).to_contain_text("和现有的 1 项不一样，现在还没有换")
    assert held(bare) == mine
    box(bare).get_by_role("button", name="保留现有的回答").click()
    assert held(bare) == mine
    open_link(bare, link.replace("?link", "?once-more"))
    bare.evaluate(HOST, [mine, {}])
    box(bare).get_by_role("button", name="换成链接里的回答").click()
    assert held(bare) == facts


def test_a_place_that_was_chosen_meanwhile_is_asked_for_as_well(bare: Page, link: str) -> None:
    open_link(bare, link)
    bare.evaluate(HOST.replace('place: ""', 'place: "xuzhou"'), [{}, {}])
    expect(box(bare)).to_contain_text("和现有的 1 项不一样")
    assert bare.evaluate("held.place") == "xuzhou"


def test_a_bad_link_changes_nothing_and_no_link_says_nothing(bare: Page, modules_url: str) -> None:
    open_link(bare, f"{modules_url}/harness.html?bad#case=1zAAAA")
    bare.evaluate(HOST, [{"private_gain": True}, {}])
    expect(bare.locator("#opened")).to_contain_text("读不出来")
    assert held(bare) == {"private_gain": True}
    open_link(bare, f"{modules_url}/harness.html?none#q-misconduct")
    bare.evaluate(HOST, [{}, {}])
    bare.wait_for_timeout(100)
    expect(bare.locator("#opened")).to_have_text("")
    assert bare.url.endswith("#q-misconduct")


def test_without_its_words_the_page_says_that_the_link_was_not_read_and_the_address_is_clean(
    bare: Page, link: str, modules_url: str
) -> None:
    open_link(bare, link)
    bare.evaluate(WITHOUT_WORDS)
    assert bare.url == f"{modules_url}/harness.html?link"
    expect(bare.locator("#opened")).to_have_text("")
    bare.evaluate("links.fail()")
    expect(bare.locator("#opened")).to_contain_text("没有读出来")
    # One that is pasted later is not left in the address either.
    bare.evaluate("() => document.querySelector('#opened').replaceChildren()")
    bare.evaluate("link => location.assign(link)", link)
    expect(bare.locator("#opened")).to_contain_text("没有读出来")
    assert bare.url == f"{modules_url}/harness.html?link"


def test_a_link_pasted_while_the_words_load_is_read_when_they_are_there(
    bare: Page, facts: dict[str, Any], link: str, modules_url: str
) -> None:
    open_link(bare, f"{modules_url}/harness.html?link")
    bare.evaluate(WITHOUT_WORDS)
    bare.evaluate("link => location.assign(link)", link)
    until(bare, "!location.hash")
    bare.evaluate(
        """() => links.use({ words, state: () => ({ facts: {}, choices: {}, place: "", further: [] }),
             restore: (read) => { window.restored = read.facts; return []; }, say: () => {}, tell: () => {} })"""
    )
    assert bare.evaluate("restored") == facts
