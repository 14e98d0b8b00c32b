"""Plain http at a name of an intranet: browsers lend it no clipboard, no hashing, no service worker. Everything works all the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.basket import act, pick
from tests.support.cases import sealed
from tests.support.check_page import (
    ALL_ON_ONE_PAGE,
    FILL,
    form_of,
    open_file,
    said,
    saved_by,
)
from tests.support.traffic import INTRANET

WECHAT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.44"


@pytest.fixture
def intranet(site_url: str) -> str:
    return site_url.replace("127.0.0.1", INTRANET)


@pytest.fixture
def opened(page_of: Callable[..., Page], intranet: str) -> Callable[..., Page]:
    def open_page(path: str, **options: object) -> Page:
        page = page_of(**options)
        page.add_init_script(ALL_ON_ONE_PAGE)
        page.goto(f"{intranet}/{path}")
        assert page.evaluate("[isSecureContext, navigator.clipboard, crypto.subtle]") == [False, None, None]
        return page

    return open_page


def pasted(page: Page) -> str:
    """What a person would find in the clipboard."""
    other = page.context.new_page()
    other.set_content("<textarea autofocus></textarea>")
    other.locator("textarea").click()
    other.keyboard.press("Control+V")
    text = other.locator("textarea").input_value()
    other.close()
    return text


def test_a_saved_file_carries_its_hash_and_opens_there_and_on_https(
    opened: Callable[..., Page], page_of: Callable[..., Page], site_url: str, tmp_path: Path
) -> None:
    page = opened("check/")
    form_of(page).evaluate(FILL, {"private_gain": True, "public_spirit": True})
    path = saved_by(page, tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content == json.loads(sealed(content)), "as computed without the page's code"
    assert content["facts"]["private_gain"] is True
    secure = page_of()
    secure.add_init_script(ALL_ON_ONE_PAGE)
    secure.goto(f"{site_url}/check/")
    for other in (opened("check/"), secure):
        other.locator("[data-role=save-case]").wait_for(state="attached")
        open_file(other, path)
        expect(said(other)).to_contain_text("已打开")
        expect(said(other)).not_to_contain_text("校验值")


def test_a_link_with_answers_is_copied(opened: Callable[..., Page], intranet: str) -> None:
    page = opened("check/")
    form_of(page).evaluate(FILL, {"private_gain": True})
    page.locator("[data-role=share-case]").click()
    page.locator("[data-role=copy-link]").click()
    expect(page.locator("section.share")).to_contain_text("已复制")
    assert pasted(page).startswith(f"{intranet}/check/#case=")


@pytest.mark.parametrize("button", ["text-report", "share-case"])
def test_in_wechat_over_plain_http_texts_are_copied(opened: Callable[..., Page], button: str) -> None:
    page = opened("check/", user_agent=WECHAT, viewport={"width": 375, "height": 812})
    form_of(page).evaluate(FILL, {"private_gain": True})
    page.locator(f"[data-role={button}]").click()
    copy = page.locator("[data-role=copy-text], [data-role=copy-link]").first
    copy.click()
    expect(page.locator("[data-role=shared]")).to_contain_text("已复制")
    assert len(pasted(page)) > 40


@pytest.mark.parametrize(
    ("name", "holds"),
    [("复制引用", "（徐工职院党发〔2018〕63号）第四条第（二）项"), ("连同原文", "第四条第（二）项：“"), ("复制网址", "/read/xuzhou/#a4-i2")],
)  # fmt: skip
def test_beside_a_provision_all_is_copied(opened: Callable[..., Page], name: str, holds: str) -> None:
    page = opened("read/xuzhou/")
    page.locator("#a4-i2 .p__more").click()
    page.locator(".beside").get_by_role("button", name=name).click()
    expect(page.locator(".copied")).to_contain_text("已复制")
    assert holds in pasted(page)


@pytest.mark.parametrize(("name", "holds"), [("复制引用", "第四条第（二）项"), ("复制网址", "#a4-i2")])
def test_above_an_opened_provision_all_is_copied(opened: Callable[..., Page], name: str, holds: str) -> None:
    page = opened("read/xuzhou/#a4-i2")
    page.locator(f".opened button:has-text('{name}'), [data-copy]:has-text('{name}')").first.click()
    expect(page.locator(".copied")).to_contain_text("已复制")
    assert holds in pasted(page)


def test_a_range_is_copied(opened: Callable[..., Page]) -> None:
    page = opened("read/wuyang_tolerance/")
    page.locator("#a5-i1 .p__more").click()
    page.get_by_role("button", name="从这里选到…").click()
    page.get_by_role("button", name="到这里：第五条第（三）项").click()
    page.get_by_role("region", name="选一段").get_by_role("button", name="复制引用").click()
    expect(page.locator(".copied")).to_contain_text("已复制")
    assert pasted(page).endswith("第五条第（一）至（三）项")


def test_chosen_rows_are_copied_as_a_link(opened: Callable[..., Page], intranet: str) -> None:
    page = opened("compare/all/", viewport={"width": 1366, "height": 768})
    pick(page, "申请期限")
    act(page, "link")
    expect(page.locator(".basket__said")).to_have_text("已复制链接")
    assert pasted(page) == f"{intranet}/compare/all/?rows=application_deadline"
