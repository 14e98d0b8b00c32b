"""The button that makes the draft: what it downloads, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import TODAY, Judged, favourable
from tests.support.traffic import Traffic

Judge = Callable[[Mapping[str, Any]], Judged]
RULE = "wuyang_tolerance"


@pytest.fixture(scope="module")
def judged(library: Library, judge: Judge) -> Judged:
    return judge(favourable(library))


def test_a_click_downloads_the_draft_and_nothing_else_is_asked_of_the_network(
    bare: Page, judged: Judged, traffic: Traffic, tmp_path: Path
) -> None:
    bare.evaluate(
        """([facts, verdicts, today]) => place.replaceChildren(
             modules.nextSteps({words, facts, verdicts, deadlines: {}, today, ask: async () => null}))""",
        [judged.facts, judged.verdicts, TODAY],
    )
    before = len(traffic.requests)
    with bare.expect_download() as started:
        bare.locator(f"[data-steps={RULE}] [data-role=draft]").click()
    asked = [url.rsplit("/", 1)[1] for url in traffic.requests[before:] if not url.startswith("blob:")]
    assert asked == ["docx.js"]
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    assert saved.name == "舞阳·容错免责-容错免责申请（草稿）.docx"
    draft = Document(str(saved))
    blanks = sum(paragraph.text.count("（请填写：") for paragraph in draft.paragraphs)
    expect(bare.locator(f"[data-steps={RULE}]")).to_contain_text(f"草稿里有 {blanks} 处“请填写”")


def test_a_library_that_does_not_arrive_is_told_and_nothing_is_lost(
    bare: Page, judged: Judged, traffic: Traffic
) -> None:
    traffic.allow(".*")
    bare.route("**/docx.js", lambda route: route.abort())
    bare.evaluate(
        """([facts, verdicts]) => place.replaceChildren(
             modules.nextSteps({words, facts, verdicts, deadlines: {}, today: "2026-11-22", ask: async () => null}))""",
        [judged.facts, judged.verdicts],
    )
    bare.locator(f"[data-steps={RULE}] [data-role=draft]").click()
    expect(bare.locator(f"[data-steps={RULE}]")).to_contain_text("没有生成成功")
