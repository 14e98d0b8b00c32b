"""Whether a page keeps the rules of accessibility, asked of axe-core in the page itself."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.folders import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


# Only what is wrong is gathered and handed over: of thousands of elements that are right the report takes longer than the tests.
ASKED = """([within, rules]) => axe.run(within ?? document, {runOnly: rules, resultTypes: ["violations"]})
  .then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""


# What is far from the window is not laid out until it comes near, and would seem to lie over its neighbours.
LAID_OUT = "*, *::before, *::after { content-visibility: visible !important; }"


# What a dark scheme can change: it is the same page in other colours.
COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page, rules: list[str] | None = None, *, within: str | None = None) -> list[str]:
    """`rules`: tags or rules of axe-core; without them, all of WCAG 2.2 up to AA. `within`: a selector, instead of the whole page."""
    page.add_style_tag(content=LAID_OUT)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(ASKED, [within, rules or RULES])
    return found
