"""已选, as a reader handles it: rows put in, and the bar's buttons."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.comparing import ALL

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 375, "height": 812}
ROWS = ["appeal", "application_deadline", "filing"]  # not as the page has them
CHOSEN = f"{ALL}?rows={','.join(ROWS)}"


def pick(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"选：{title}", exact=True).click()


def act(page: Page, name: str) -> None:
    page.locator(f".basket [data-pick={name}]").click()


def said(page: Page) -> str:
    return page.locator(".basket__said").inner_text()
