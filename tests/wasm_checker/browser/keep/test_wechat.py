"""A browser like WeChat's on a phone: it drops downloads, prints nothing, lends no clipboard. What it does instead is said first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from policies import Library
from tests.support.cases import TODAY, favourable
from tests.support.check_page import FILL, READY, form_of, opened

pytestmark = pytest.mark.python

AGENT = (
    "Mozilla/5.0 (Linux; Android 14; V2307A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 "
    "Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MMWEBID/4562 MicroMessenger/8.0.49.2600 WeChat/arm64 Weixin"
)
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/116.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781 WindowsWechat"
# A link to a blob does nothing; what was dropped is counted, for nothing else tells of it.
LIMITS = """
  window.dropped = 0;
  const click = HTMLElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.href.startsWith("blob:")) window.dropped += 1;
    else click.call(this);
  };
  window.print = undefined;
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = (name) => {
    window.copied = document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd);
    return name === "copy" && !window.refusing;
  };
"""


@pytest.fixture
def wechat(page_of: Callable[..., Page], site_url: str, library: Library) -> Page:
    page = page_of(user_agent=AGENT, viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+08:00")
    page.add_init_script(LIMITS)
    opened(page, site_url)
    page.wait_for_selector("[data-role=keep]", timeout=READY)
    page.locator("input[name=mode][value=all]").check()
    form_of(page).evaluate(FILL, favourable(library))
    page.locator("input[data-document=wuyang]").check()
    return page


def keep(page: Page) -> Locator:
    return page.locator("[data-role=keep]")


def test_what_it_cannot_do_is_said_above_the_buttons_and_no_button_promises_it(wechat: Page) -> None:
    said = keep(wechat).locator("[data-role=wechat]")
    expect(said).to_contain_text("微信里不能下载、打印。要文件、要打印：先点“生成带有回答的链接”")
    expect(said).to_contain_text("也能打开网页，但是不带回答")
    assert keep(wechat).evaluate("section => section.firstElementChild.dataset.role") == "wechat"
    expect(keep(wechat).locator("[data-role=save-case], [data-role=print-report]")).to_have_count(0)
    expect(keep(wechat).get_by_role("button", name="生成带有回答的链接")).to_be_visible()


def test_the_link_that_carries_the_answers_is_copied_by_selecting_it(wechat: Page) -> None:
    keep(wechat).locator("[data-role=share-case]").click()
    field = keep(wechat).locator(".share input")
    keep(wechat).locator("[data-role=copy-link]").click()
    expect(keep(wechat)).to_contain_text("已复制。剪贴板里留着这个链接。")
    assert wechat.evaluate("copied") == field.input_value()
    assert "#case=" in field.input_value()
    wechat.evaluate("() => { window.refusing = true; }")
    keep(wechat).locator("[data-role=copy-link]").click()
    expect(keep(wechat)).to_contain_text("这里不能替您复制：请长按上面已经选中的文字，点“复制”。")


def test_the_report_and_the_draft_are_there_as_text_to_copy(wechat: Page) -> None:
    keep(wechat).get_by_role("button", name="复制文字").click()
    report = keep(wechat).get_by_role("textbox", name="自查报告的文字")
    expect(report).to_have_value(re.compile("容错纠错自查报告\n+生成日期：.*\n+.*不是任何机关的认定", re.DOTALL))
    expect(report).to_have_value(re.compile("结论：.*第七条第（一）项提出申请", re.DOTALL))
    card = wechat.locator("[data-steps=wuyang_tolerance]")
    card.locator("[data-role=draft]").click()
    expect(card.locator("[data-role=draft-file]")).to_have_count(0)
    card.get_by_label("什么事").fill("城南片区征迁")
    card.get_by_role("button", name="看文字、复制").click()
    text = card.get_by_role("textbox", name="草稿的文字")
    expect(text).to_have_value(
        re.compile("关于城南片区征迁的容错免责申请\n.*本人没有为自己、他人或者单位谋取私利", re.DOTALL)
    )
    card.get_by_role("button", name="复制", exact=True).click()
    expect(card).to_contain_text("已复制。剪贴板里留着这些文字。")
    assert wechat.evaluate("copied") == text.input_value()


def test_nothing_is_dropped_in_silence(wechat: Page) -> None:
    """The calendar's button says what has become of the file."""
    wechat.wait_for_selector("[data-role=ics]", timeout=READY)
    wechat.locator("[data-limit=wuyang_tolerance_apply] [data-role=ics]").click()
    expect(wechat.locator("[data-limit=wuyang_tolerance_apply]")).to_contain_text("微信里下载不了，文件没有存下")
    wechat.locator("input[name=further][value=track]").check()
    form = wechat.get_by_text("《防错纠错通知》样本：可以填写、打印")
    form.click()
    wechat.get_by_label("姓名", exact=True).fill("张三")
    wechat.locator("[data-role=form]").get_by_role("button", name="看文字、复制").click()
    expect(wechat.get_by_role("textbox", name="防错纠错通知", exact=True)).to_have_value(re.compile("张三"))
    expect(wechat.locator("[data-role=form]").get_by_role("button", name="打印")).to_have_count(0)
    assert wechat.evaluate("dropped") == 0


def test_no_page_is_kept_alive_there_and_the_answers_come_back_all_the_same(wechat: Page, site_url: str) -> None:
    before = form_of(wechat).evaluate("form => JSON.stringify([...new FormData(form)])")
    wechat.goto(f"{site_url}/read/wuyang_tolerance/")
    wechat.go_back()
    wechat.wait_for_selector("[data-role=keep]", timeout=READY)
    assert form_of(wechat).evaluate("form => JSON.stringify([...new FormData(form)])") == before


def test_on_a_desk_wechat_is_a_browser_like_others(page_of: Callable[..., Page], site_url: str) -> None:
    page = opened(page_of(user_agent=DESK), site_url)
    page.wait_for_selector("[data-role=keep]", timeout=READY)
    expect(keep(page).locator("[data-role=save-case]")).to_be_visible()
    expect(keep(page).locator("[data-role=wechat]")).to_have_count(0)
