"""A neutral table as HTML: a table on wide screens, cards on phones, rows on paper; one DOM for all three.

The roles are written out because browsers drop a table's meaning once its display is changed.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.compare import choosing
from macros.kit.html import classes, el, join
from macros.kit.identity import chip
from macros.kit.links import Links, cell_anchor
from macros.tables.table import Cell, Citation, Column, Row, Table

Body = Callable[[Cell, Links], Markup]
SIGNS = {"stated": "●", "partial": "◐", "silent": "○", "external": "↗", "not_applicable": "—"}


def badge(status: str, title: str) -> Markup:
    """Told apart by words and sign; colour only helps."""
    sign = el("span", SIGNS[status], aria_hidden="true")
    return el("span", sign, " ", title, class_=f"badge badge--{status}")


def html(table: Table, links: Links, asked: str = "问什么", body: Body | None = None, *, pins: bool = False) -> Markup:
    """`asked` heads the first column; `body` draws what stands in a cell; with `pins` each row can be put on top."""
    head = el(
        "tr",
        el("th", asked, scope="col", role="columnheader"),
        *(_column(c, links) for c in table.columns),
        role="row",
    )
    several = len({row.group for row in table.rows}) > 1
    rows = (_row(row, links, body or answer, grouped=several, pins=pins) for row in table.rows)
    return el(
        "table",
        el("caption", f"{table.title}：各份文书怎么规定", class_="sr-only"),
        el("thead", head, role="rowgroup"),
        el("tbody", *rows, role="rowgroup"),
        class_="comparison",
        role="table",
    )


def _column(column: Column, links: Links) -> Markup:
    name = el("a", column.short, href=links.instrument(column.instrument), title=column.title)
    style = None if column.in_force else "is-draft"
    return el(
        "th",
        name,
        " ",
        _marks(column),
        scope="col",
        role="columnheader",
        class_=style,
        data_column=column.instrument,
    )


def _marks(column: Column) -> Markup:
    return join((chip(mark, in_force=column.in_force) for mark in column.marks), " ")


def _row(row: Row, links: Links, body: Body, *, grouped: bool, pins: bool) -> Markup:
    about = el("span", row.group[1], class_="row-group") if grouped else None
    asked = el("span", row.asks, class_="asks")
    head = el(
        "th",
        about,
        el("strong", row.title),
        " ",
        asked,
        choosing.pin(row.title) if pins else None,
        scope="row",
        role="rowheader",
        id=row.dimension,
    )
    return el(
        "tr",
        head,
        *(_cell(row, cell, links, body) for cell in row.cells),
        role="row",
        data_status=" ".join(cell.status for cell in row.cells),
        data_wording=" ".join(map(str, row.wording)),
    )


def _cell(row: Row, cell: Cell, links: Links, body: Body) -> Markup:
    return el(
        "td",
        el("p", el("span", cell.column.short), " ", _marks(cell.column), class_="who"),
        body(cell, links),
        role="cell",
        id=cell_anchor(row.dimension, cell.column.instrument),
        class_=classes(f"is-{cell.status}", None if cell.column.in_force else "is-draft"),
    )


def answer(cell: Cell, links: Links) -> Markup:
    return join(
        (
            badge(cell.status, cell.status_title),
            el("p", cell.answer, class_="answer"),
            _citations(cell, links),
            el("p", el("b", "注"), " ", cell.note, class_="note") if cell.note else None,
            _readings(cell, links),
            _external(cell),
        )
    )


def _citations(cell: Cell, links: Links) -> Markup:
    """The places first; their words at a tap."""
    word = "相近条款" if cell.nearby else "依据"
    places = join((link(citation, links) for citation in _once(cell.citations)), "、")
    quotes = (_quote(citation) for citation in cell.citations)
    listed = el("p", el("b", word), " ", places, class_="cites")
    return join((listed, el("details", el("summary", "原文"), *quotes, class_="quotes")))


def _once(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple({citation.full: citation for citation in citations}.values())


def link(citation: Citation, links: Links) -> Markup:
    return el("a", citation.place, href=links.page(f"read/{citation.instrument}", citation.anchor), title=citation.full)


def _quote(citation: Citation) -> Markup:
    lines = (el("p", line) for line in citation.quote.split("\n"))
    return el("blockquote", *lines, el("footer", citation.place))


def _readings(cell: Cell, links: Links) -> Markup | None:
    if not cell.readings:
        return None
    named = (el("a", f"读法 {reading}", href=links.reading(reading)) for reading in cell.readings)
    return el("p", join(named, "、"), class_="readings")


def _external(cell: Cell) -> Markup | None:
    if not cell.external:
        return None
    return el("p", el("b", "另见本站没有收录的"), " ", "、".join(cell.external), class_="external")
