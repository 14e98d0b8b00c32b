"""The button that makes the draft: what it downloads, and what it says when it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import TODAY, Judged, favourable
from tests.support.check_page import draft_button
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
        draft_button(bare.locator(f"[data-steps={RULE}]")).click()
    asked = [url.rsplit("/", 1)[1] for url in traffic.requests[before:] if not url.startswith("blob:")]
    assert asked == ["docx.js"]
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    assert saved.name == "舞阳·容错免责-容错免责申请（草稿）.docx"
    draft = Document(str(saved))
    blanks = sum(paragraph.text.count("（请填写：") for paragraph in draft.paragraphs)
    expect(bare.locator(f"[data-steps={RULE}]")).to_contain_text(
        f"已下载，约 2 页（附件另计）。草稿里有 {blanks} 处“请填写”"
    )


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
    draft_button(bare.locator(f"[data-steps={RULE}]")).click()
    expect(bare.locator(f"[data-steps={RULE}]")).to_contain_text("没有做成")


STEPS = """([facts, verdicts]) => place.replaceChildren(
  modules.nextSteps({words, facts, verdicts, deadlines: {}, today: "2026-11-22", ask: async () => null}))"""


def test_what_is_written_goes_into_every_draft_and_outlasts_a_new_answer_but_no_emptied_form(
    bare: Page, judged: Judged
) -> None:
    bare.evaluate(STEPS, [judged.facts, judged.verdicts])
    card = bare.locator(f"[data-steps={RULE}]")
    expect(card.locator("[data-role=draft]")).to_have_attribute("aria-expanded", "false")
    draft_button(card)
    expect(card).to_contain_text("不进链接、二维码，不进地址")
    card.get_by_label("经过和结果").fill("先施工，后补手续")
    bare.evaluate(STEPS, [judged.facts, judged.verdicts])
    expect(card.get_by_label("经过和结果")).to_have_value("先施工，后补手续")
    card.locator("[data-role=draft-text]").click()
    expect(card.locator("textarea[data-role=text]")).to_have_value(re.compile("经过和结果：先施工，后补手续。"))
    other = bare.locator("[data-steps=shangzhou]")
    draft_button(other)
    expect(other.get_by_label("经过和结果")).to_have_value("先施工，后补手续")
    bare.evaluate("() => modules.rewrite()")
    expect(card.get_by_label("经过和结果")).to_have_value("")


def test_the_accused_is_offered_an_explanation_that_is_headed_as_no_application(
    bare: Page, judged: Judged, tmp_path: Path
) -> None:
    bare.evaluate(STEPS, [{**judged.facts, "believes_report_untrue": True}, judged.verdicts])
    card = bare.locator("[data-role=explanation]")
    expect(card.get_by_role("heading")).to_have_text("情况说明（条文没有写可以申请）")
    with bare.expect_download() as started:
        draft_button(card).click()
    expect(card.get_by_label("经过和结果")).to_be_visible()
    expect(card.get_by_label("怎样补救")).to_have_count(0)
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    assert saved.name == "情况说明（草稿）.docx"
    assert "这是情况说明，不是申请" in Document(str(saved)).sections[0].header.paragraphs[0].text
    bare.evaluate(STEPS, [judged.facts, judged.verdicts])
    expect(card).to_have_count(0)
