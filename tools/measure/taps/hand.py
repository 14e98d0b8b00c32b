"""A hand on a phone: it taps what is in sight, scrolls as far as it must, and everything is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

WIDTH, HEIGHT = 375, 812
TRIES = 4  # scrolls until a control is in sight
SETTLES = 50  # milliseconds until the page has drawn what a tap has changed

# Every control of the questions in sight, kept in window.taps so that a later call can point at it.
READ = Path(__file__).with_name("read.js").read_text(encoding="utf-8")
# How far a control is out of sight (pixels; below 0 upwards), what bars cover left aside, and where its middle is.
PLACE = """(at) => {
  const control = window.taps[at];
  const own = control.closest("label") || (control.labels && control.labels[0]) || control;
  const box = own.getBoundingClientRect();
  let [top, bottom] = [0, innerHeight];
  for (const bar of document.querySelectorAll(".md-header, .checker__bar, [data-bar]")) {
    if (!["fixed", "sticky"].includes(getComputedStyle(bar).position) || bar.contains(control)) continue;
    const {top: over, bottom: under, height} = bar.getBoundingClientRect();
    if (!height) continue;
    if (over <= top + 1 && under > top) top = under;
    else if (under >= bottom - 1 && over < bottom) bottom = over;
  }
  const off = box.bottom > bottom ? Math.min(box.bottom - bottom + 8, box.top - top) : box.top < top ? box.top - top - 8 : 0;
  const [x, y] = [box.left + Math.min(box.width / 2, 120), box.top + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  return {off, x, y, covered: !(hit && (own.contains(hit) || hit.contains(own)))};
}"""
OFFERED = """(at) => {
  const control = window.taps[at];
  return (control.closest("label") || control).getClientRects().length > 0 && !control.disabled;
}"""
SCROLL = "(by) => { const from = scrollY; scrollBy({top: by, behavior: 'instant'}); return Math.abs(scrollY - from); }"


class Stuck(Exception):
    """One line saying what could not be tapped."""


@dataclass
class Hand:
    """`taps` by what was tapped; `scrolled` in pixels; a picture of every step in `pictures`, if it names a folder."""

    page: Page
    pictures: Path | None = None
    taps: Counter[str] = field(default_factory=Counter)
    scrolled: float = 0
    steps: int = 0

    def read(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(READ)
        return found

    def offered(self, control: dict[str, Any]) -> bool:
        """Whether a control that was read is still there: an answer may have settled what it asks."""
        return bool(self.page.evaluate(OFFERED, control["at"]))

    def chosen(self, control: dict[str, Any]) -> bool:
        return bool(self.page.evaluate("(at) => window.taps[at].checked", control["at"]))

    def tap(self, control: dict[str, Any], what: str) -> None:
        place = self._in_sight(control)
        self._picture()
        self.page.touchscreen.tap(place["x"], place["y"])
        self.taps[what] += 1
        self.page.wait_for_timeout(SETTLES)

    def fill(self, control: dict[str, Any], text: str, what: str) -> None:
        """A day is two taps: one opens the phone's own calendar, one chooses."""
        self._in_sight(control)
        self._picture()
        field = self.page.evaluate_handle("(at) => window.taps[at]", control["at"]).as_element()
        assert field, "a control is an element"
        field.fill(text)
        self.taps[what] += 2
        self.page.wait_for_timeout(SETTLES)

    def _in_sight(self, control: dict[str, Any]) -> Any:
        place = self.page.evaluate(PLACE, control["at"])
        for _ in range(TRIES):  # a bar may come to stick while the page is scrolled
            if not place["off"]:
                break
            self.scrolled += self.page.evaluate(SCROLL, place["off"])
            place = self.page.evaluate(PLACE, control["at"])
        if place["covered"]:
            raise Stuck(f"{control}: something covers it")
        return place

    def _picture(self) -> None:
        if self.pictures:
            self.steps += 1
            self.page.screenshot(path=self.pictures / f"{self.steps:02}.png")
