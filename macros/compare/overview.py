"""Every question × every text, drawn: what says the same, what says otherwise, what says nothing. The entrance of 比一比."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.compare import comparison, tones
from macros.kit import unfinished
from macros.kit.html import blocks, classes, el, void
from macros.kit.links import Links
from macros.tables.table import Column, Row, Table
from policies import Library
from policies.engine.schema.instrument import Titled

# The picture's measures, in units of its own: a mark, between two, between two groups.
WIDE, HIGH, GAP, BETWEEN = 8, 14, 2, 6


def figure(library: Library, links: Links) -> Markup:
    """A table of links: each square leads to its cell, and names question, text and brief answer."""
    table = comparison.whole(library)
    head = el("tr", el("td"), *(_head(column, links) for column in table.columns))
    bodies = (_body(group, table, links) for group in library.vocabulary.groups)
    caption = f"{len(table.rows)} 个问题 × {len(table.columns)} 份可比的文书：每格一个简答，点开是那一格"
    return blocks(
        styles(links),
        el(
            "div",
            el("table", el("caption", caption, class_="sr-only"), el("thead", head), *bodies, class_="overview"),
            el("p", "", class_="overview__said", aria_hidden="true"),
            class_="overview-area",
        ),
        el("script", src=links.file("assets/overview.js"), defer=True),
    )


def styles(links: Links) -> Markup:
    """What a page with the figure or the picture needs."""
    return void("link", rel="stylesheet", href=links.file("assets/overview.css"))


def _head(column: Column, links: Links) -> Markup:
    name = el("a", column.short, href=links.instrument(column.instrument))
    return el("th", name, scope="col", class_=_of(column))


def _of(column: Column, *more: str) -> str | None:
    return classes(*more, None if column.in_force else "is-draft") or None


def _body(group: Titled, table: Table, links: Links) -> Markup:
    page = f"compare/{group.id}"
    name = el("th", el("a", group.title, href=links.page(page)), colspan=len(table.columns) + 1, scope="rowgroup")
    rows = (_row(row, page, links) for row in table.rows if row.group[0] == group.id)
    return el("tbody", el("tr", name, class_="overview__group"), *rows)


def _row(row: Row, page: str, links: Links) -> Markup:
    squares = (
        el("td", _square(row, cell.column, cell.brief, tone, links))
        for cell, tone in zip(row.cells, _tones(row), strict=True)
    )
    return el("tr", el("th", el("a", row.title, href=links.page(page, row.dimension)), scope="row"), *squares)


def _tones(row: Row) -> tuple[tuple[str, str], ...]:
    return tones.tones(row.codes, [True] * len(row.codes))


def _square(row: Row, column: Column, brief: str, tone: tuple[str, str], links: Links) -> Markup:
    name, sign = tone
    return el(
        "a",
        sign,
        href=links.cell(row.group[0], row.dimension, column.instrument),
        class_=_of(column, "overview__square", f"tone-{name}"),
        aria_label=f"{row.title}，{column.short}：{brief}",
        title=f"{column.short}：{brief}",
    )


def picture(library: Library) -> Markup:
    """The same without words: a line a text, a mark a question. What it shows is said by its name."""
    table = comparison.whole(library)
    lefts = list(_lefts(table.rows))
    lines = (
        el(
            "span",
            el("span", column.short, class_="overview-picture__name"),
            _line(at, lefts, table),
            class_=_of(column, "overview-picture__line"),
        )
        for at, column in enumerate(table.columns)
    )
    open_ = "".join(f"点线{label.title}，" for label in unfinished.left(library).values())
    said = f"{len(table.rows)} 个问题 × {len(table.columns)} 份可比的文书的一览图：一竖一个问题，同色说法相同，空心没有写，{open_}斜纹未施行"
    return el("span", *lines, class_="overview-picture", role="img", aria_label=said)


def _line(at: int, lefts: list[int], table: Table) -> Markup:
    """A shape for each tone."""
    shapes: dict[str, list[str]] = {}
    for row, left in zip(table.rows, lefts, strict=True):
        shapes.setdefault(_tones(row)[at][0], []).append(f"M{left}.5 .5h{WIDE - 1}v{HIGH - 1}h-{WIDE - 1}z")
    return el(
        "svg",
        *(el("path", d="".join(found), class_=f"tone-{name}") for name, found in shapes.items()),
        viewBox=f"0 0 {lefts[-1] + WIDE} {HIGH}",
        preserveAspectRatio="none",
    )


def _lefts(rows: tuple[Row, ...]) -> Iterator[int]:
    """Where each row's mark begins; groups stand apart."""
    left = 0
    for row, before in zip(rows, (rows[0], *rows), strict=False):
        left += BETWEEN if row.group != before.group else 0
        yield left
        left += WIDE + GAP
