"""The page as it opens, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.asking import PHONE, visit


@pytest.fixture
def asked(page_of: Callable[..., Page]) -> Page:
    return visit(page_of(view="ask", viewport=PHONE))
