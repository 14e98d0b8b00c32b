"""Lengths of time as bars: working days on one measure, months as blocks on their own. Neither is converted into the other."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros.kit.html import el
from policies.engine.schema.timelimit import Limit

HEIGHT, BLOCK, GAP = 10, 13, 3  # of the drawing, in CSS pixels; a block is a month


def longest(limits: Iterable[Limit]) -> int:
    """How many working days the measure must hold; 0 where no limit counts any."""
    return max((limit.length for limit in limits if limit.unit == "workday" and limit.length), default=0)


def drawn(limit: Limit, measure: int) -> Markup | None:
    """The bar of a limit: a rectangle in working days on a line of `measure` of them, or a block a month.

    Hollow where the text does not write from when it runs. None where the limit is not counted in working days or months:
    days of the calendar and limits without a length are told in words alone.
    """
    if limit.unit == "workday" and limit.length:
        return _days(limit.length, measure, _style(limit))
    if limit.unit == "month" and limit.length:
        return _months(limit.length, _style(limit))
    return None


def _style(limit: Limit) -> str:
    return "span__bar" if limit.start and limit.start.written else "span__bar span__bar--open"


def _days(length: int, measure: int, style: str) -> Markup:
    """Drawn a day a unit and stretched to the width it is given, so that all bars of a page share one measure."""
    bar = el("rect", x="0", y="0", width=str(length), height=str(HEIGHT), class_=style)
    whole = el("rect", x="0", y="0", width=str(measure), height=str(HEIGHT), class_="span__whole")
    return _svg(whole, bar, viewBox=f"0 0 {measure} {HEIGHT}", preserveAspectRatio="none", class_="span span--days")


def _months(length: int, style: str) -> Markup:
    wide = length * BLOCK + (length - 1) * GAP
    blocks = (
        el("rect", x=str(at * (BLOCK + GAP)), y="0", width=str(BLOCK), height=str(HEIGHT), class_=style)
        for at in range(length)
    )
    return _svg(*blocks, viewBox=f"0 0 {wide} {HEIGHT}", width=str(wide), class_="span span--months")


def _svg(*children: Markup, **attrs: str) -> Markup:
    return el("svg", *children, height=str(HEIGHT), aria_hidden="true", focusable="false", **attrs)
