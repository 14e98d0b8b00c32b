"""What a person writes for a draft: in no link, no store and no address, and in a file only where that was asked for."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import favourable
from tests.support.check_page import FILL, draft_button, form_of, opened


def test_what_is_written_for_a_draft_goes_nowhere_but_into_a_file_that_was_asked_to_take_it(
    page: Page, site_url: str, library: Library, tmp_path: Path
) -> None:
    course = "先施工后补手续"
    checker = opened(page, site_url)
    expect(checker.locator("[data-role=save-case]")).to_be_visible()
    checker.locator("input[name=mode][value=all]").check()
    form_of(checker).evaluate(FILL, favourable(library))
    checker.locator("input[data-document=wuyang]").check()
    card = checker.locator("[data-steps=wuyang_tolerance]")
    draft_button(card)
    card.get_by_label("经过和结果").fill(course)
    checker.locator("[data-role=share-case]").click()
    link = checker.locator(".share input").input_value()
    assert course not in checker.evaluate("JSON.stringify({...sessionStorage})") + checker.url + unpacked(link)
    assert "private_gain" in unpacked(link)
    assert course not in saved(checker, tmp_path).read_text(encoding="utf-8")
    asked = card.get_by_role("checkbox", name="存答卷文件时，连同这里写的一起存")
    asked.check()
    path = saved(checker, tmp_path)
    assert course in path.read_text(encoding="utf-8")
    empty = checker.locator("button[type=reset]")
    empty.click()
    checker.locator("[data-role=undo-clear]").click()
    expect(card.get_by_label("经过和结果")).to_have_value(course)
    empty.click()
    checker.locator("[data-role=case-file]").set_input_files(path)
    expect(checker.locator(".keep__said")).to_contain_text("文件里还有您写的经过")
    draft_button(card)
    expect(card.get_by_label("经过和结果")).to_have_value(course)
    checker.reload()
    draft_button(card)
    expect(card.get_by_label("经过和结果")).to_have_value("")


def unpacked(link: str) -> str:
    body = link.split("#case=1z")[1]
    return zlib.decompress(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), -15).decode()


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator("[data-role=save-case]").click()
    path = folder / "case.json"
    started.value.save_as(path)
    return path
