"""The way through a rule as a picture: six stations in one order, each told by words, by shape and by the article it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.accessibility import violations
from tests.support.cards import draw
from tests.support.cases import Judged, facts_of, favourable
from wasm_checker.core.service import Service

Judge = Callable[[Mapping[str, Any]], Judged]
ORDER = ["适用范围", "阶段与期限", "门槛", "情形", "排除", "认定"]
WUYANG = "article[data-rule=wuyang_tolerance]"


def test_a_favourable_verdict_shows_what_is_met_and_what_rests_on_ones_own_word(
    bare: Page, library: Library, judge: Judge
) -> None:
    facts = {**favourable(library), "application_date": "2026-11-20"}
    draw(bare, judge(facts), "wuyang")
    card = bare.locator(WUYANG)
    expect(card).to_have_attribute("data-verdict", "may_qualify")
    assert titles(bare) == ORDER
    assert states(bare) == ["true", "true", "own", "true", "own", "ahead"]
    gates = card.locator("[data-station=gates]")
    expect(gates).to_contain_text("3 项里合 3 项，有的按您自己的说法算")
    expect(gates.locator(".path__part").first).to_contain_text("合，按您自己的说法算：主观上出于公心 第二条")
    expect(card.locator("[data-station=exclusions]")).to_contain_text("第六条第（一）至（五）项")
    expect(card.locator("[data-station=finding]")).to_contain_text("由纪检监察机关或组织人事部门认定")
    expect(card.locator("[data-station=finding]")).to_contain_text("答复反馈：受理申请起 7 个工作日")


def test_an_exclusion_that_is_hit_fails_its_station_alone(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge({**favourable(library), "private_gain": True, "reform_pretext": True}), "wuyang")
    station = bare.locator(f"{WUYANG} [data-station=exclusions]")
    expect(station).to_have_attribute("data-state", "false")
    expect(station).to_contain_text("碰到 1 项")
    expect(station.locator(".path__part a")).to_have_text("第六条第（一）项")
    assert states(bare)[:1] == ["true"]


@pytest.mark.parametrize(
    ("rule", "case", "place", "station", "state"),
    [
        ("shangzhou", "责任追究已经实施，已过期限", "shangzhou", "timing", "false"),
        ("puyang_draft", "以单位名义申请，濮阳不在适用范围", "puyang", "scope", "false"),
        ("xuzhou", "有没有违纪没有回答，信息不足", "xuzhou", "gates", "open"),
        ("wuyang_tolerance", "紧急处置来不及开会，须由组织认定", "wuyang", "grounds", "open"),
    ],
)
def test_the_station_on_which_a_verdict_rests_has_its_state(
    bare: Page, library: Library, judge: Judge, rule: str, case: str, place: str, station: str, state: str
) -> None:
    draw(bare, judge(facts_of(library, rule, case)), place)
    found = bare.locator(f"article[data-rule={rule}] [data-station={station}]")
    expect(found).to_have_attribute("data-state", state)
    expect(found.locator("a").first).to_have_attribute("href", f"../{page_of(bare, rule, station)}")


def page_of(bare: Page, rule: str, station: str) -> str:
    first = bare.locator(f"article[data-rule={rule}] [data-station={station}] a").first.inner_text()
    found: str = bare.evaluate(
        """([rule, place]) => Object.entries(words.provisions).find(([id, { place: named }]) =>
             named === place && id.startsWith(words.rules.find((each) => each.id === rule).instrument + "/"))[1].page""",
        [rule, first],
    )
    return found


def test_what_a_text_does_not_have_is_a_station_that_says_so(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge(favourable(library)), "shangzhou", kinds=("tolerance", "track"))
    timing = bare.locator("[data-rule=shangzhou_clarification] [data-station=timing]")
    expect(timing).to_have_attribute("data-state", "none")
    expect(timing).to_contain_text("这份没有写期限第九条澄清由谁提出、多久办，条文没有写；只写“及时”。")
    exclusions = bare.locator("[data-rule=shangzhou] [data-station=exclusions]")
    expect(exclusions).to_have_attribute("data-state", "none")
    expect(exclusions).to_contain_text("没有单列排除情形")


def test_of_grounds_of_one_provision_none_is_shown_as_met_where_only_some_are(
    bare: Page, library: Library, judge: Judge
) -> None:
    judged = judge(favourable(library))
    grounds = judged.verdicts["pingdingshan_measures_8"]["path"]["grounds"]
    assert 0 < len(grounds["met"]) < grounds["of"]
    draw(bare, judged, "pingdingshan")
    station = bare.locator("[data-rule=pingdingshan_measures_8] [data-station=grounds]")
    expect(station).to_contain_text(f"{grounds['of']} 项都要合，合 {len(grounds['met'])} 项")
    expect(station.locator(".path__part")).to_have_count(0)


def test_marks_differ_in_shape_and_are_not_read_out(bare: Page, library: Library, judge: Judge) -> None:
    draw(bare, judge(favourable(library)), "")
    shapes = bare.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".path__stop")].map((stop) =>
             [stop.dataset.state, stop.querySelector("svg").innerHTML.replace(/ class="[^"]*"/g, "")]))"""
    )
    alike = {"open", "ahead"}  # of which the latter has a dotted ring
    assert len({shape for state, shape in shapes.items() if state not in alike}) == len(set(shapes) - alike)
    assert bare.locator(".path svg:not([aria-hidden=true])").count() == 0
    assert bare.locator(".path__stop .path__said:empty").count() == 0


def test_the_turn_is_marked_where_one_other_answer_would_make_another_verdict(
    bare: Page, library: Library, judge: Judge, service: Service
) -> None:
    facts = {**favourable(library), "application_date": "2026-11-20"}
    judged = judge(facts)
    draw(bare, judged, "wuyang", service=service)
    turn = bare.locator(f"{WUYANG} .path__turn")
    expect(turn).to_have_count(1)
    expect(turn).to_contain_text("这一项若不是这样，结论就不同。事情已经如此，如实回答。")
    (fact,) = (fact.id for fact in library.vocabulary.facts if f"“{fact.text}”" in turn.inner_text())
    assert isinstance(facts[fact], bool)
    other = judge({**facts, fact: not facts[fact]}).verdicts["wuyang_tolerance"]["verdict"]
    assert other != judged.verdicts["wuyang_tolerance"]["verdict"]


@pytest.mark.parametrize("width", [320, pytest.param(1366, marks=pytest.mark.long)])
def test_the_path_is_complete_for_a_screen_reader_and_nothing_scrolls_sideways(
    bare: Page, library: Library, judge: Judge, service: Service, width: int
) -> None:
    bare.set_viewport_size({"width": width, "height": 800})
    draw(bare, judge(favourable(library)), "", service=service, kinds=("tolerance", "track", "accountability"))
    bare.evaluate(
        "() => { for (const each of document.querySelectorAll('details')) each.open = true; document.forms[0].remove(); }"
    )
    assert bare.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(bare, ["wcag2a", "wcag2aa"], within="#place") == []


def titles(bare: Page) -> list[str]:
    return bare.locator(f"{WUYANG} .path__head strong").all_inner_texts()


def states(bare: Page) -> list[str | None]:
    return [stop.get_attribute("data-state") for stop in bare.locator(f"{WUYANG} .path__stop").all()]
