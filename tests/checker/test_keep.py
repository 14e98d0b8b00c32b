"""The row of buttons that keep, hand on, print or drop what was answered, and a link opened at load."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.checker.cases import favourable
from tests.checker.conftest import Judged
from tests.checker.modules import call
from tests.conftest import Traffic

HOST = """([facts, verdicts]) => {
  window.held = { facts, place: "", verdicts };
  const apply = ({ facts, place }) => Object.assign(held, { facts, place });
  place.replaceChildren(modules.keepSection({ words, state: () => held, apply, forms: [document.forms[0]],
    drawn: [], away: "harness.html?left", before: () => { held.facts = {}; } }));
}"""
OPEN = """async () => {
  window.held = { facts: { private_gain: true } };
  const said = await modules.openLink({ words, apply: (read) => Object.assign(held, read) });
  return { said: said?.textContent ?? null, facts: held.facts, address: location.href };
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


def test_a_link_fills_in_the_answers_and_the_address_forgets_them(
    bare: Page, modules: Path, facts: dict[str, Any], modules_url: str
) -> None:
    data = json.loads((modules / "words.json").read_text(encoding="utf-8"))["data"]
    link = call(modules, "share.mjs", "linkFor", {"facts": facts, "data": data}, f"{modules_url}/harness.html?link")
    bare.goto(link)
    bare.wait_for_selector("[data-ready]")
    opened = bare.evaluate(OPEN)
    assert opened["facts"] == facts
    assert opened["address"] == f"{modules_url}/harness.html?link"
    assert opened["said"].startswith("已按链接填好回答")


def test_a_bad_link_changes_nothing_and_no_link_says_nothing(bare: Page, modules_url: str) -> None:
    bare.goto(f"{modules_url}/harness.html?bad#case=1zAAAA")
    bare.wait_for_selector("[data-ready]")
    opened = bare.evaluate(OPEN)
    assert opened["facts"] == {"private_gain": True}
    assert "读不出来" in opened["said"]
    bare.goto(f"{modules_url}/harness.html?none#q-misconduct")
    bare.wait_for_selector("[data-ready]")
    assert bare.evaluate(OPEN)["said"] is None
    assert bare.url.endswith("#q-misconduct")
