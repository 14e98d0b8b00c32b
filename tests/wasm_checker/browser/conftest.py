"""The checker's page, opened and filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import TODAY, favourable
from tests.support.check_page import (
    ALL_BUT_THE_DAY,
    ALL_ON_ONE_PAGE,
    FILL,
    WUYANG,
    form_of,
    opened,
)

# Most tests are about what the diagrams say at once. There Python is held: to start it takes longer than the test.
PYTHON_HELD = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} };"


@pytest.fixture
def page_of(page_of: Callable[..., Page], request: pytest.FixtureRequest) -> Callable[..., Page]:
    """`view`: "ask" for the page as it opens. Python starts only in tests marked `python`."""

    def open_page(*, view: str = "all", **options: Any) -> Page:
        page = page_of(**options)
        if not request.node.get_closest_marker("python"):
            page.context.add_init_script(PYTHON_HELD)
        if view == "all":
            page.context.add_init_script(ALL_ON_ONE_PAGE)
        return page

    return open_page


@pytest.fixture
def checker(page: Page, site_url: str) -> Page:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+08:00")
    return opened(page, site_url)


@pytest.fixture
def facts(library: Library) -> dict[str, Any]:
    return favourable(library)


@pytest.fixture
def filled(checker: Page, facts: dict[str, Any]) -> Page:
    form_of(checker).evaluate(FILL, facts)
    expect(checker.locator(WUYANG)).to_contain_text(ALL_BUT_THE_DAY)
    return checker


# Saving and opening ---------------------------------------------------------------------------------------------------
