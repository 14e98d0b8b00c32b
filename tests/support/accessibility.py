"""Whether a page keeps the rules of accessibility, asked of axe-core in the page itself."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.support.folders import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]
