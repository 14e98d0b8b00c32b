"""The comparison as a reader has it before him: which rows and columns are seen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

OpenPage = Callable[..., Page]
ALL, TEXTS, GROUP = "/compare/all/", "/compare/all-texts/", "/compare/application/"
DESK = {"width": 1280, "height": 800}


def shown(page: Page) -> list[str]:
    """The dimensions whose rows are seen, from the top."""
    rows: list[str] = page.evaluate(
        "[...document.querySelectorAll('table.comparison tbody tr')]"
        ".filter(row => row.getClientRects().length).map(row => row.cells[0].id)"
    )
    return rows


def more(page: Page) -> None:
    page.locator(".choose-box > summary").click()


def shown_columns(page: Page) -> list[str]:
    columns: list[str] = page.evaluate(
        "[...document.querySelectorAll('table.comparison thead th')].slice(1)"
        ".filter(head => head.getClientRects().length).map(head => head.dataset.column)"
    )
    return columns
