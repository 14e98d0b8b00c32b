"""A fault of ours is logged, so that every test sees it, and told for what it is; a network that fails is told as that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from policies import Library
from tests.support.cases import Judged, favourable
from tests.support.folders import ROOT
from tests.support.traffic import Traffic

RULE = "wuyang_tolerance"
FAULT = "a fault of ours"
OURS, NETWORK = "这是网页的错", "网络断了"
STEPS = """([facts, verdicts]) => place.replaceChildren(
  modules.nextSteps({words, facts, verdicts, deadlines: {}, today: "2026-11-22", bound: true, ask: async () => null}))"""
SHARE = """() => place.replaceChildren(modules.shareSection("https://example.org/#x"))"""
KEEP = """([facts, verdicts]) => place.replaceChildren(modules.keepSection({
  words, state: () => ({facts, choices: {}, place: "", further: [], verdicts, contradictions: [], unwritten: [], rules: words.rules}),
  apply: () => [], forms: [], drawn: [], away: "/"}))"""
WRITTEN = re.compile(r"\bcatch\s*(\((?P<name>\w+)\))?\s*\{(?P<body>[^}]*\}?)")
LOGGED = re.compile(r"console\.(error|warn)|noted\(|because\(|throw |over\(|gaveUp\(|InputError|not logged:")


@pytest.fixture
def judged(library: Library, judge: Callable[[Mapping[str, Any]], Judged]) -> Judged:
    return judge(favourable(library))


def faulty(route: Route) -> None:
    route.fulfill(body=f'throw new TypeError("{FAULT}");', content_type="text/javascript")


@pytest.mark.parametrize(
    ("answer", "told"), [(faulty, OURS), (lambda route: route.abort(), NETWORK)], ids=["fault", "net"]
)
@pytest.mark.parametrize(
    ("drawn", "chunk", "button"),
    [(STEPS, "**/docx.js", "draft-file"), (SHARE, "**/qr.js", "draw-qr")],
    ids=["draft", "share"],
)
def test_a_chunk_that_is_broken_is_told_apart_from_one_that_does_not_come(
    bare: Page,
    judged: Judged,
    traffic: Traffic,
    drawn: str,
    chunk: str,
    button: str,
    answer: Callable[[Route], None],
    told: str,
) -> None:
    bare.route(chunk, answer)
    bare.evaluate(drawn, [judged.facts, judged.verdicts])
    if button == "draft-file":
        bare.locator("[data-role=draft]").first.click()  # its fields unfold first
    bare.locator(f"[data-role={button}]").first.click()
    expect(bare.locator("#place")).to_contain_text(told)
    expect(bare.locator("#place")).not_to_contain_text(OURS if told == NETWORK else NETWORK)
    assert bool([error for error in traffic.errors if FAULT in error]) is (told == OURS)
    traffic.allow(f"{FAULT}|ERR_FAILED|Failed to load")


def test_a_fault_while_saving_is_logged_and_told(bare: Page, judged: Judged, traffic: Traffic) -> None:
    bare.evaluate(f"() => {{ TextEncoder.prototype.encode = () => {{ throw new TypeError('{FAULT}'); }}; }}")
    bare.evaluate(KEEP, [judged.facts, judged.verdicts])
    bare.locator("[data-role=save-case]").click()
    expect(bare.locator(".keep__said")).to_contain_text(OURS)
    assert [error for error in traffic.errors if FAULT in error]
    traffic.allow(FAULT)


def scripts() -> Iterator[Path]:
    for room in ("wasm_checker/browser", "macros"):
        yield from sorted((ROOT / room).rglob("*.js"))


@pytest.mark.parametrize("path", [*scripts()], ids=lambda path: "/".join(path.parts[-2:]))
def test_no_script_swallows_an_error(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    silent = [found[0] for found in WRITTEN.finditer(text) if not LOGGED.search(found["body"])]
    silent += [
        line
        for line in text.splitlines()
        if re.search(r"\.catch\(\(\) =>", line) and "told by" not in line and "pack.catch" not in line
    ]
    assert silent == []
