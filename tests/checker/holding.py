"""Requests that are left without an answer until a test lets them through."""

from __future__ import annotations

from playwright.sync_api import Page, Route


def holding(page: Page, pattern: str) -> list[Route]:
    """The requests for such addresses, from now on left unanswered. (Playwright takes no built-in method as a handler.)"""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(pattern, hold)
    return held
