"""The page on time: every limit in a figure and in a table, and what speaks of time without setting a limit."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from macros.analysis import limits
from macros.compare import timeline
from macros.kit import plain_table
from macros.kit.html import blocks, el, heading, join, void
from macros.kit.identity import place
from macros.kit.links import Links
from macros.tables.files import offer
from policies import Document, Library
from policies.engine.schema.timelimit import Limit

NAMES = ("条款", "期限", "谁做什么", "从什么时候起", "语气词", "过了怎样", "读法和注")
PROMPTLY = "及时"


def page(library: Library, links: Links) -> Markup:
    return blocks(
        heading(2, "画出来", "timelines"),
        _key(),
        _figures(library),
        heading(2, "逐条列表", "limits"),
        offer(limits.book(library), links),
        plain_table.table("各份文书的期限", NAMES, (_row(library, limit, links) for limit in library.limits)),
        heading(2, "没有天数的“及时”", "promptly"),
        _promptly(library, links),
        heading(2, "说到时间而不算期限的", "others"),
        *(_others(document) for document in library.documents),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
    )


def _key() -> Markup:
    signs = (
        ("bar", "实心：起算点条文写明"),
        ("bar bar--open", f"空心：{limits.UNWRITTEN}，按所取的读法画"),
        ("dash", "虚线：没有写天数或月数；右端有竖线的，到某件事或某一天为止"),
    )
    items = (el("li", el("span", class_=f"key-{style.replace(' ', ' key-')}"), said) for style, said in signs)
    said = "各图同一把尺子。每条都从自己的起算点画起，并不首尾相接；工作日按一周五天折算，一个月按三十天，只为画图，算日子不能照这个折算。"
    return join((el("p", said), el("ul", *items, class_="timeline-key")))


def _figures(library: Library) -> Markup:
    scale = timeline.longest(library)
    drawn = [(instrument, limits.of(library, instrument)) for instrument in library.instruments]
    figures = (timeline.figure(library, instrument, mine, scale) for instrument, mine in drawn if mine)
    none = "、".join(instrument.about.short for instrument, mine in drawn if not mine)
    rest = el("p", f"没有写期限的：{none}。") if none else None
    return join((el("div", *figures, class_="timelines"), rest))


def _row(library: Library, limit: Limit, links: Links) -> tuple[str, tuple[Markup, ...]]:
    provision = library.provision(limit.provision)
    cells = (
        el("a", place(library, provision, ""), href=links.provision(provision)),
        join(
            (
                el("p", limits.kind(library, limit), "：", el("strong", limits.length(limit))),
                el("blockquote", limit.quote),
            )
        ),
        join((el("p", limit.who), el("p", limit.does))),
        _start(limit),
        join((limits.modality(limit),)),
        _missed(library, limit, links),
        join((_readings(limit, links), el("p", limit.note) if limit.note else None)),
    )
    return limit.id, cells


def _start(limit: Limit) -> Markup:
    if limit.start is None or limit.start.written:
        return join((limits.start(limit),))
    return join((el("p", limits.UNWRITTEN, class_="chip"), el("p", f"按读法取“{limit.start.event}”")))


def _missed(library: Library, limit: Limit, links: Links) -> Markup:
    if limit.missed is None:
        return join((limits.missed(limit),))
    provision = library.provision(limit.missed.provision)
    return join((limits.missed(limit), "（", el("a", provision.place, href=links.provision(provision)), "）"))


def _readings(limit: Limit, links: Links) -> Markup | None:
    named = [el("a", f"读法 {reading}", href=links.reading(reading)) for reading in limit.readings]
    return join(named, "、") if named else None


def _promptly(library: Library, links: Links) -> Markup:
    """Counted and linked, so that nobody takes it for a limit."""
    counted = Counter(p.instrument for p in library.provisions for _ in range(p.text.count(PROMPTLY)))
    said = f"“{PROMPTLY}”共 {sum(counted.values())} 处，都没有写几天，不算期限："
    items = (
        el("li", el("a", library.instrument(ident).about.short, href=links.instrument(ident)), f" {number} 处")
        for ident, number in counted.items()
    )
    return join((el("p", said), el("ul", *items, class_="counts")))


def _others(document: Document) -> Markup | None:
    items = [el("li", f"“{words.strip()}”：{reason}") for words, reason in limits.words_of(document)]
    if not items:
        return None
    return el("details", el("summary", f"{document.title}，{len(items)} 处文字"), el("ul", *items), class_="others")
