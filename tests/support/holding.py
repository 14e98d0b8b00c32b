"""Requests that are left without an answer until a test lets them through."""

from __future__ import annotations

import time

from playwright.sync_api import Page, Route

PATIENCE = 60  # seconds


class Held:
    """The requests for some addresses, in the order in which they came."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.routes: list[Route] = []
        self._page, self._pattern, self._open = page, pattern, False
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        self.routes.append(route)
        if self._open:
            route.continue_()

    def __len__(self) -> int:
        return len(self.routes)

    def wait(self, count: int = 1) -> None:
        """Until so many have come."""
        end = time.monotonic() + PATIENCE
        while len(self) < count:
            if time.monotonic() > end:
                raise TimeoutError(f"{self._pattern}: asked for {len(self)} times, not {count}")
            self._page.wait_for_timeout(50)

    def release(self) -> None:
        """Lets what has come go on, once something has, and whatever comes later."""
        self.wait()
        self._open = True
        for route in self.routes:
            route.continue_()


def holding(page: Page, pattern: str) -> Held:
    """The requests for such addresses, from now on left unanswered."""
    return Held(page, pattern)
