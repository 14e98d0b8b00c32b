"""The time limits of one instrument as a figure: one bar a limit, all figures on one scale, in black and white.

A filled bar has its start written in the text, an outlined one has not; a dashed line has no length to draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from macros.analysis import limits
from macros.kit.html import el
from policies import Instrument, Library
from policies.engine.schema.timelimit import Limit

WIDTH = 360  # of the drawing, near that of a phone, so that its letters are about as large as they are drawn
LEFT, RIGHT, TOP, LANE = 8, 8, 26, 54
# Days of the calendar, for drawing only: five workdays are a week, a month is thirty days.
DAYS = {"workday": 7 / 5, "day": 1, "month": 30}


def days(limit: Limit) -> float:
    return limit.length * DAYS[limit.unit] if limit.length and limit.unit else 0


def longest(library: Library) -> float:
    """What the scale must hold."""
    return max((days(limit) for limit in library.limits), default=0)


def figure(library: Library, instrument: Instrument, mine: tuple[Limit, ...], scale: float) -> Markup:
    height = TOP + LANE * len(mine) + 4
    title = f"{instrument.about.short}的期限：" + "；".join(limits.said(library, limit) for limit in mine) + "。"
    lanes = (part for at, limit in enumerate(mine) for part in _lane(library, limit, TOP + LANE * at, scale))
    drawn = el(
        "svg",
        el("title", title),
        *_axis(height, scale),
        *lanes,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        class_="timeline",
        xmlns="http://www.w3.org/2000/svg",
    )
    return el("figure", drawn, el("figcaption", instrument.about.short), class_="timeline-box")


def _at(count: float, scale: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (count / scale if scale else 0)


def _axis(height: int, scale: float) -> Iterator[Markup]:
    """A line a month."""
    for month in range(int(scale // DAYS["month"]) + 1):
        x = _at(month * DAYS["month"], scale)
        anchor = "start" if month == 0 else "end" if x > WIDTH - 40 else "middle"
        yield _line(x, TOP - 8, x, height, "tick")
        yield _text(x, TOP - 13, f"{month} 个月" if month else "起算", "tick-text", anchor)


def _lane(library: Library, limit: Limit, y: int, scale: float) -> Iterable[Markup]:
    yield _text(LEFT + 3, y + 13, f"{limits.kind(library, limit)}：{_short(limits.length(limit))}", "what")
    if limit.start:
        yield _text(LEFT + 3, y + 28, _from(limit), "from")
        yield _bar(limit, y + 34, scale)
    else:
        yield _line(LEFT, y + 36, WIDTH - RIGHT, y + 36, "endless")
        yield from _stop(limit, y)


def _from(limit: Limit) -> str:
    assert limit.start
    return f"从“{limit.start.event}”起" + ("" if limit.start.written else f"（{limits.UNWRITTEN}）")


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"


def _bar(limit: Limit, y: int, scale: float) -> Markup:
    written = limit.start is not None and limit.start.written
    wide = _at(days(limit), scale) - LEFT
    style = "bar" if written else "bar bar--open"
    return el("rect", x=str(LEFT), y=str(y), width=f"{wide:.1f}", height="12", class_=style)


def _stop(limit: Limit, y: int) -> Iterator[Markup]:
    """Where an event or a day ends it, the line has an end."""
    if limit.until or limit.by:
        yield _line(WIDTH - RIGHT, y + 29, WIDTH - RIGHT, y + 43, "stop")


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> Markup:
    return el("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_=style)


def _text(x: float, y: float, text: str, style: str, anchor: str = "start") -> Markup:
    return el("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=style)
