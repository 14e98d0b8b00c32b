"""旁注: on demand, one panel, everything the site says of a provision; and without a script the same, at the foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from macros.analysis import crossrefs, rule_uses
from macros.kit.links import Links
from macros.read import beside
from macros.reuse import reuse
from policies import Library
from tests.support.accessibility import violations
from tests.support.pdf import Pdf
from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]


def test_every_row_limit_reading_rule_and_twin_of_a_provision_is_told(library: Library) -> None:
    links = Links()
    for instrument in library.instruments:
        html = BeautifulSoup(beside.listed(library, instrument, links), "html.parser")
        for provision in instrument.provisions:
            section = html.find(id=beside.anchor(provision))
            assert section
            leads = {str(link["href"]) for link in section.find_all("a")}
            text = section.get_text()
            for use in crossrefs.uses(library, provision):
                assert links.cell(use.dimension.group, use.dimension.id, use.instrument) in leads
                assert library.instrument(use.instrument).cells[use.dimension.id].brief in text
            assert {links.limit(one.id) for one in crossrefs.limits(library, provision)} <= leads
            assert {links.reading(one.id) for one in crossrefs.readings(library, provision)} <= leads
            assert {links.page("compare/logic", p.rule.id) for p in rule_uses.parts(library, provision)} <= leads
            for twin in reuse(library).by_provision.get(provision.id, ()):
                other = twin.other(provision.id)
                assert {links.twin(twin.key), links.provision(other.provision)} <= leads
                assert f"{library.instrument(other.instrument).about.short}{other.provision.place}" in text
            assert len(section.select(".fixes li")) == len(provision.defects)


def test_nothing_stands_forty_times_but_one_small_word(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    page.goto("/read/shangzhou/")
    assert page.locator(".p__more").count() == len(library.instrument("shangzhou").provisions)
    for words in ("复制引用", "连同原文"):
        expect(page.locator(".md-content").get_by_text(words).locator("visible=true")).to_have_count(0)
    expect(page.locator(".abouts")).to_be_hidden()


def test_the_panel_opens_beside_the_text_or_below_the_provision(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window)
    page.goto("/read/xuzhou/#a4-i2")
    page.wait_for_timeout(400)
    block, opener = page.locator("#a4-i2"), page.locator("#a4-i2 .p__more")
    before = block.bounding_box()
    opener.click()
    panel = page.get_by_role("region", name="第四条第（二）项")
    expect(panel).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    for words in (
        "比一比",
        "容错条件／情形及逻辑结构",
        "自己查",
        "9 项情形之一",
        "同文",
        "商州第五条第（二）项",
        "校勘",
    ):
        expect(panel).to_contain_text(words)
    box, after = panel.bounding_box(), block.bounding_box()
    assert before
    assert after
    assert box
    assert abs(before["y"] - after["y"]) <= 2  # the words stay where they are
    if window["viewport"]["width"] >= 1220:
        assert box["x"] >= after["x"] + after["width"]
        assert box["x"] + box["width"] <= window["viewport"]["width"]
    else:
        assert box["y"] >= after["y"] + after["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.locator("#a4-i3 .p__more").click()
    expect(page.locator(".beside")).to_have_count(1)
    expect(page.get_by_role("region", name="第四条第（三）项")).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_it_lead_into_it_and_back(page_of: OpenPage, window: dict[str, Any], key: str) -> None:
    page = page_of(**window)
    page.goto("/read/xuzhou/")
    opener = page.locator("[data-anchor=a5] .p__more").first
    expect(opener).to_have_attribute("aria-label", "旁注：第五条")
    opener.press(key)
    panel = page.get_by_role("region", name="第五条", exact=True)
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="关闭旁注")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_number_and_a_sign_in_the_text_open_it_too(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/xuzhou/")
    page.locator("#a4-i2 .p__label").click()
    expect(page.get_by_role("region", name="第四条第（二）项")).to_be_visible()
    assert page.url.endswith("/read/xuzhou/")
    note = page.locator("#a1-fix1")
    page.locator("[data-anchor=a1] .fix").click()
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("思想 and 党的")


def test_an_address_that_names_a_note_shows_it_beside_its_words(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window)
    page.goto("/read/xuzhou/#a7-i3-fix1")
    expect(page.locator("#a7-i3-fix1")).to_be_in_viewport()
    expect(page.locator("#a7-i3-fix1")).to_contain_text("照印")
    expect(page.locator(".opened")).to_contain_text("您打开的是 第七条第（三）项")
    page.goto("about:blank")
    page.goto("/read/xuzhou/#about-a4-i5")
    expect(page.get_by_role("region", name="第四条第（五）项")).to_be_visible()
    expect(page.locator("#a4-i5")).to_be_in_viewport()


def test_from_a_disk_it_works_and_asks_for_nothing(page_of: OpenPage, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")
    page = page_of()
    page.goto((site_dir / "read" / "shangzhou" / "index.html").as_uri() + "#a5-i1")
    page.wait_for_load_state("networkidle")
    asked = len(traffic.requests)
    page.locator("#a5-i1 .p__more").click()
    expect(page.get_by_role("region", name="第五条第（一）项")).to_contain_text("徐州工院第四条第（一）项")
    assert len(traffic.requests) == asked


def test_without_a_script_the_same_stands_at_the_foot_and_leads_back(page_of: OpenPage, window: dict[str, Any]) -> None:
    page = page_of(**window, java_script_enabled=False)
    page.goto("/read/xuzhou/")
    page.locator("#a4-i2 .p__more").click()
    section = page.locator("#about-a4-i2")
    expect(section).to_be_in_viewport()
    expect(section).to_contain_text("9 项情形之一")
    expect(section.locator("#a4-i2-fix1")).to_be_visible()
    section.get_by_role("link", name="第四条第（二）项", exact=True).click()
    expect(page.locator("#a4-i2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_has_the_words_alone(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/read/xuzhou/#a4-i2")
    page.locator("#a4-i2 .p__more").click()
    printed = "".join(Pdf(page.pdf(prefer_css_page_size=True)).pages)
    assert "在学校高水平建设中" in printed
    for words in ("旁注", "您打开的是", "复制引用", "字号", "自己查", "9项情形之一"):
        assert words not in printed
