"""The codebook: what every row asks, how it is answered, and how often each status was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from macros.compare.comparison import dimensions
from macros.compare.comparison_html import badge
from macros.kit.html import blocks, el, heading
from macros.kit.links import Links
from macros.kit.unfinished import left
from macros.tables.book import Book, Entry, Field, Sheet
from policies import Instrument, Library
from policies.engine.schema.instrument import Dimension
from policies.engine.schema.values import CommonValue, Value

ASKED = (
    Field("类别", 16),
    Field("问题", 20),
    Field("问什么", 36),
    Field("怎样答", 44),
    Field("结果", 24),
    Field("代号", 22),
)
VALUED = (
    Field("问题", 20),
    Field("取值", 24),
    Field("什么时候取", 60),
    Field("格数", 6),
    Field("问题代号", 22),
    Field("取值代号", 30),
)
VALUES = "每一格归入一类回答，叫取值：取值相同的文书，这一点上相同。下面几个哪一行都可能用到，其余的写在各个问题下面。"
MEANT = (Field("状态", 12), Field("意思", 80), Field("代号", 16))


def page(library: Library, links: Links) -> Markup:
    parts: list[Markup] = [heading(2, "状态", "statuses"), statuses(library)]
    parts += [heading(2, "取值", "values"), el("p", VALUES), _meant(library.vocabulary.values.common)]
    for group in library.vocabulary.groups:
        parts += [heading(2, group.title, f"group-{group.id}"), _group(library, group.id, links)]
    return blocks(*parts)


def statuses(library: Library) -> Markup:
    rows = (
        el("div", el("dt", badge(status.id, status.title)), el("dd", status.meaning))
        for status in library.vocabulary.statuses
    )
    open_ = (
        el("div", el("dt", badge(why, label.title)), el("dd", label.meaning)) for why, label in left(library).items()
    )
    return el("dl", *rows, *open_, class_="statuses")


def _group(library: Library, group: str, links: Links) -> Markup:
    return el(
        "div", *(_entry(library, dimension, links) for dimension in dimensions(library, group)), class_="codebook"
    )


def _entry(library: Library, dimension: Dimension, links: Links) -> Markup:
    name = el("a", dimension.title, href=links.page(f"compare/{dimension.group}", dimension.id))
    return el(
        "div",
        el("h3", name, " ", el("code", dimension.id), id=dimension.id),
        el("p", el("b", "问"), " ", dimension.asks),
        el("p", el("b", "怎样答"), " ", dimension.coding),
        el("p", el("b", "结果"), " ", tally(library, dimension.id), class_="tally"),
        _values(library, dimension.id),
        class_="entry",
    )


def _values(library: Library, dimension: str) -> Markup:
    of = library.vocabulary.values.dimensions[dimension]
    how = "；可以取几个" if of.several else ""
    return el("details", el("summary", f"取值 {len(of.values)} 个{how}"), _meant(of.values))


def _meant(values: Iterable[Value | CommonValue]) -> Markup:
    return el("dl", *(el("div", el("dt", value.label), el("dd", value.when)) for value in values), class_="fields")


def book(library: Library) -> Book:
    groups = {group.id: group.title for group in library.vocabulary.groups}
    rows = tuple(
        (groups[one.group], one.title, one.asks, one.coding, tally(library, one.id), one.id)
        for one in library.vocabulary.dimensions
    )
    statuses = tuple((status.title, status.meaning, status.id) for status in library.vocabulary.statuses)
    sheets = (
        Sheet("", "问题", ASKED, rows),
        Sheet("values", "取值", VALUED, tuple(_valued(library))),
        Sheet("statuses", "状态", MEANT, statuses),
    )
    return Book("codebook", "编码手册", sheets, "compare/codebook")


def _valued(library: Library) -> Iterator[tuple[Entry, ...]]:
    """A row for every value that a dimension may take, with how many cells take it."""
    for dimension in library.vocabulary.dimensions:
        taken = Counter(value for each in library.compared for value in coded(each, dimension.id))
        for ident, value in library.vocabulary.values.allowed(dimension.id).items():
            yield dimension.title, value.label, value.when, taken[ident], dimension.id, ident


def coded(instrument: Instrument, dimension: str) -> tuple[str, ...]:
    cell = instrument.cells.get(dimension)
    return cell.values if cell else ()


def tally(library: Library, dimension: str) -> str:
    """'有规定 5，未规定 3', in the order of the vocabulary, without zeros; cells without an answer are not counted."""
    counted = Counter(one.cells[dimension].status for one in library.compared if dimension in one.cells)
    titles = {status.id: status.title for status in library.vocabulary.statuses}
    return "，".join(f"{title} {counted[ident]}" for ident, title in titles.items() if counted[ident])  # type: ignore[index]
