"""什么时候的文件: the documents in time, a line a document, with what kind of date each shows, or that it shows none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from macros.kit import identity
from macros.kit.html import blocks, classes, el, join, void
from macros.kit.links import Links
from policies import Document, Library
from policies.engine.schema.document import Dated

ROW = "entry_into_force"  # the dimension that says from when a text is in force
UNDATED = "没有印出日期"
BASES = {"printed": "文件上印的", "web": "没有印出成文日期", "number": "月、日没有印出"}
SIGNS = (
    ("printed", "实心：文件上印有日期"),
    ("web", "空心：只有网页的发布日期"),
    ("number", "长条：只知道年份"),
    ("none", "虚线：没有印出日期"),
)


def figure(library: Library, links: Links) -> Markup:
    """A list with a line a document, the oldest first, those without a date last; all lines share one scale of years."""
    years = span(library)
    documents = sorted(library.documents, key=_first)
    items = (el("li", *_row(library, document, years, links), class_=_style(document)) for document in documents)
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/documents.css")),
        el("figure", _key(), _scale(years), el("ol", *items, class_="times"), class_="picture times-figure"),
    )


def span(library: Library) -> range:
    """The years of the scale: from the first date of a document to the last."""
    years = [dated.year for document in library.documents for dated in document.dates]
    return range(min(years), max(years) + 1) if years else range(0)


def place(dated: Dated, years: Sequence[int]) -> tuple[float, float]:
    """Where on the scale a date begins, and how wide it is, in hundredths: a day is a point, a year without a day the whole year."""
    whole = 100 / len(years)
    begin = whole * (dated.year - years[0])
    if not (dated.month and dated.day):
        return begin, whole
    start, end = date(dated.year, 1, 1), date(dated.year + 1, 1, 1)
    return begin + whole * (date(dated.year, dated.month, dated.day) - start).days / (end - start).days, 0


def _first(document: Document) -> tuple[int, int, int]:
    return min(((one.year, one.month or 0, one.day or 0) for one in document.dates), default=(9999, 0, 0))


def _style(document: Document) -> str | None:
    return classes(None if any(one.about.in_force for one in document.instruments) else "is-draft") or None


def _key() -> Markup:
    items = (
        el("li", el("span", class_=f"times-sign times-mark--{sign}", aria_hidden="true"), said) for sign, said in SIGNS
    )
    return el("figcaption", el("ul", *items, class_="picture-key"))


def _scale(years: Sequence[int]) -> Markup:
    """The years above the lines; each line says its own dates in words."""
    marks = (
        el("span", str(year), style=f"inset-inline-start:{100 / len(years) * at:.2f}%") for at, year in enumerate(years)
    )
    return el("div", *marks, class_="times__scale", aria_hidden="true")


def _row(library: Library, document: Document, years: Sequence[int], links: Links) -> Iterator[Markup]:
    compared = [one for one in document.instruments if one.about.compared]
    shown = compared or list(document.instruments)
    name = el("a", document.area, href=links.instrument(shown[0].id))
    statuses = dict.fromkeys((status, one.about.in_force) for one in shown for status in one.about.status)
    chips = join((identity.chip(status, in_force=force) for status, force in statuses), " ")
    yield el("p", name, " ", chips, class_="times__name")
    yield el("div", *_marks(document, years), class_="times__line", aria_hidden="true")
    dates = [_said(library, dated, links) for dated in document.dates]
    yield el("p", join(dates, "；") if dates else UNDATED, class_="times__dates")
    if force := _force(library, document, links):
        yield el("p", "施行：", force, class_="times__force")


def _marks(document: Document, years: Sequence[int]) -> Iterator[Markup]:
    for at in range(len(years) + 1):
        yield el("span", class_="times__tick", style=f"inset-inline-start:{100 / max(len(years), 1) * at:.2f}%")
    if not document.dates:
        yield el("span", class_="times-mark times-mark--none")
    for dated in document.dates:
        begin, wide = place(dated, years)
        width = f";width:{wide:.2f}%" if wide else ""
        yield el(
            "span", class_=f"times-mark times-mark--{dated.basis}", style=f"inset-inline-start:{begin:.2f}%{width}"
        )


def _said(library: Library, dated: Dated, links: Links) -> Markup:
    day = el("a", dated.said, href=links.provision(library.provision(dated.provision)))
    return join((day, f"，{dated.what}（{BASES[dated.basis]}）"))


def _force(library: Library, document: Document, links: Links) -> Markup | None:
    """What each different cell says of when its text is in force."""
    group = next(dimension.group for dimension in library.vocabulary.dimensions if dimension.id == ROW)
    firsts: dict[str, str] = {}
    for one in document.instruments:
        if ROW in one.cells:
            firsts.setdefault(one.cells[ROW].brief, one.id)
    return join((el("a", brief, href=links.cell(group, ROW, ident)) for brief, ident in firsts.items()), "；") or None
