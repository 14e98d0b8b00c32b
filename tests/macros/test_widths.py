"""At every width a page fits the window: nothing scrolls sideways but boxes that are meant to, and on a phone a thumb hits a link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.support.sampling import sampled
from tests.support.traffic import Traffic
from tests.support.until import until

OpenPage = Callable[..., Page]
WIDTHS = (320, 375, 768, 1024, 1366, 1920)
PHONE: ViewportSize = {"width": 375, "height": 812}
# A page of every type
PAGES = (
    "/",
    "/read/",
    "/read/xuzhou/",
    "/compare/",
    "/compare/conditions/",
    "/compare/all-texts/",
    "/compare/side-by-side/",
    "/compare/circumstances/",
    "/compare/logic/",
    "/compare/effects-matrix/",
    "/compare/procedures/",
    "/compare/reuse/",
    "/compare/modality/",
    "/compare/time/",
    "/compare/codebook/",
    "/compare/notes/",
    "/compare/readings/",
    "/check/",
    "/check/offline.html",
    "/search/?q=备案",
    "/glossary/",
    "/asked/",
    "/data/",
    "/about/",
    "/worksheet/",
    "/corrections/",
    "/404.html",
)
# How far a page goes past the window, once what is folded is open too.
PAST = "(document.documentElement.scrollWidth || 0) - document.documentElement.clientWidth"
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"

# Links less than 24px high. One within a sentence is as high as its line (WCAG 2.5.8): its parent has words of its own.
SMALL = """
() => [...document.querySelectorAll("a[href], button, summary")].flatMap((link) => {
  const parent = link.parentElement;
  const sentence = [...parent.childNodes].some((node) => node.nodeType === 3 && /[\\p{L}\\p{N}]/u.test(node.data));
  const shown = link.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const heights = [...link.getClientRects()].filter(({ width }) => width > 1).map(({ height }) => height);
  if (!shown || !heights.length || Math.max(...heights) >= 24 || (sentence && link.matches("a"))) return [];
  return [`${parent.tagName}.${parent.className} > ${link.tagName}.${link.className}: ${Math.max(...heights)}`];
})
"""


QUICK = sampled(PAGES, 5)


@pytest.mark.parametrize("path", QUICK)
def test_no_page_scrolls_sideways_and_on_a_phone_every_link_of_a_list_is_24_pixels_high(
    page_of: OpenPage, traffic: Traffic, path: str
) -> None:
    traffic.allow("404 (File not found)")
    page = page_of(viewport=PHONE)
    page.goto(path)
    small = sorted(set(page.evaluate(SMALL)))
    past = {}
    for folded in (True, False):
        if not folded:
            page.evaluate(UNFOLD)
            small += sorted(set(page.evaluate(SMALL)) - set(small))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            past[width, folded] = page.evaluate(PAST)
        page.set_viewport_size(PHONE)
    assert {at: by for at, by in past.items() if by > 0} == {}
    assert small == []


@pytest.mark.parametrize("path", ["/compare/circumstances/", "/compare/logic/"])
def test_a_page_of_long_sections_is_folded_and_a_link_into_one_opens_it(page_of: OpenPage, path: str) -> None:
    page = page_of(viewport=PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollHeight") < 12_000
    fold = page.locator("details.fold:not([open])").last
    inside = fold.evaluate("fold => (fold.querySelector('td[id]') ?? fold.querySelector('[id]')).id")
    page.evaluate(f"location.hash = {inside!r}")
    page.locator(f"#{inside}").wait_for(state="visible")
    until(
        page,
        f"(({{top}}) => top >= 0 && top < innerHeight)(document.getElementById({inside!r}).getBoundingClientRect())",
    )


LEFT = "selector => Math.round(document.querySelector(selector).getBoundingClientRect().left)"


@pytest.mark.parametrize("width", [1366, 1920])
def test_sign_tabs_words_tables_and_foot_begin_at_one_edge(page_of: OpenPage, width: int) -> None:
    page = page_of(viewport={"width": width, "height": 900})
    edges = {}
    for path, more in {
        "/": ".doors",
        "/read/xuzhou/": ".idbar",
        "/compare/conditions/": "table.comparison",
        "/compare/circumstances/": ".dots",
        "/compare/notes/": "h2",
        "/check/": ".checker",
    }.items():
        page.goto(path)
        for selector in (".md-logo img", ".md-tabs__link", "article h1", ".md-copyright", more):
            edges[path, selector] = page.evaluate(LEFT, selector)
    assert max(edges.values()) - min(edges.values()) <= 1, edges


def test_the_home_page_uses_a_wide_screen_and_has_no_hole_on_a_tablet(page_of: OpenPage) -> None:
    page = page_of(viewport={"width": 1920, "height": 900})
    page.goto("/")
    for selector in (".doors", ".overview-picture", ".docs"):
        box = page.locator(selector).first.bounding_box()
        assert box
        assert box["width"] > 0.8 * 1920, selector
    page.set_viewport_size({"width": 768, "height": 900})
    tops = {
        round(box["y"]) for door in page.locator(".doors").first.locator(".door").all() if (box := door.bounding_box())
    }
    assert len(tops) == 1
