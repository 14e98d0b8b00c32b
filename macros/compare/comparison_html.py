"""A neutral table as HTML: a table on wide screens, cards on phones, rows on paper; one DOM for all three.

The roles are written out because browsers drop a table's meaning once its display is changed.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from macros.compare import basket, tones
from macros.kit.html import classes, el, join
from macros.kit.identity import chip
from macros.kit.links import Links, cell_anchor
from macros.tables.table import Cell, Citation, Column, Row, Table
from policies import Library

Body = Callable[[Cell, Links], Markup]
SIGNS = {"stated": "●", "partial": "◐", "silent": "○", "external": "↗", "not_applicable": "—"} | {
    why: sign for why, (_, sign) in tones.LEFT.items()
}


def badge(status: str, title: str) -> Markup:
    """Told apart by words and sign; colour only helps."""
    sign = el("span", SIGNS[status], aria_hidden="true")
    return el("span", sign, " ", title, class_=f"badge badge--{status}")


def html(table: Table, links: Links, asked: str = "问什么", body: Body | None = None, *, picks: bool = False) -> Markup:
    """A table whose cells hold what `body` draws; without it, brief answers that unfold.

    `asked` heads the first column; with `picks` each row can be chosen. Of brief answers the columns beside those that lead are
    left away where a script can bring them back (`beside`).
    """
    head = el(
        "tr",
        el("th", asked, basket.hint() if picks else None, scope="col", role="columnheader"),
        *(_column(c, links, beside=c.instrument in table.beside) for c in table.columns),
        role="row",
    )
    several = len({row.group for row in table.rows}) > 1
    rows = (_row(row, table, links, body, grouped=several, picks=picks) for row in table.rows)
    return el(
        "table",
        el("caption", f"{table.title}：各份文书怎么规定", class_="sr-only"),
        el("thead", head, role="rowgroup"),
        el("tbody", *rows, role="rowgroup"),
        class_=classes("comparison", None if body else "comparison--brief"),
        role="table",
    )


def jump(library: Library, table: Table) -> Markup:
    """Links to the first row of each group."""
    firsts = {row.group: row.dimension for row in reversed(table.rows)}
    items = (
        el("li", el("a", group.title, href=f"#{firsts[group.id, group.title]}")) for group in library.vocabulary.groups
    )
    return el("nav", el("ul", *items), class_="jump jump--always", aria_label="本页各组")


def _column(column: Column, links: Links, *, beside: bool) -> Markup:
    name = el("a", column.short, href=links.instrument(column.instrument), title=column.title)
    return el(
        "th",
        name,
        " ",
        _marks(column),
        scope="col",
        role="columnheader",
        class_=_of(column, "is-beside" if beside else None) or None,
        data_column=column.instrument,
        data_document=column.document or None,
    )


def _of(column: Column, *more: str | None) -> str:
    return classes(*more, None if column.in_force else "is-draft")


def _marks(column: Column) -> Markup:
    return join((chip(mark, in_force=column.in_force) for mark in column.marks), " ")


def _row(row: Row, table: Table, links: Links, body: Body | None, *, grouped: bool, picks: bool) -> Markup:
    about = el("span", row.group[1], class_="row-group") if grouped else None
    asked = el("span", row.asks, class_="asks")
    head = el(
        "th",
        about,
        el("strong", row.title),
        " ",
        asked,
        basket.pick(row.title) if picks else None,
        scope="row",
        role="rowheader",
        id=row.dimension,
    )
    if body:
        cells = [_cell(row, cell, body(cell, links)) for cell in row.cells]
    else:
        toned = tones.tones(row.codes, [column.instrument not in table.beside for column in table.columns])
        cells = [
            _brief(row, cell, tone, links, beside=cell.column.instrument in table.beside)
            for cell, tone in zip(row.cells, toned, strict=True)
        ]
    return el(
        "tr",
        head,
        *cells,
        role="row",
        data_status=" ".join(cell.status for cell in row.cells),
        data_codes=" ".join(row.codes) or None,
    )


def _cell(row: Row, cell: Cell, drawn: Markup) -> Markup:
    return el(
        "td",
        el("p", *_who(cell.column), class_="who"),
        drawn,
        role="cell",
        id=cell_anchor(row.dimension, cell.column.instrument),
        class_=_of(cell.column, f"is-{cell.status}", "is-nearby" if cell.nearby and cell.citations else None),
    )


def _brief(row: Row, cell: Cell, tone: tuple[str, str], links: Links, *, beside: bool) -> Markup:
    """The answer in a word; a tap unfolds the whole row: the sentence, the places, the words."""
    name, sign = tone
    said = el(
        "summary",
        el("span", *_who(cell.column), class_="who"),
        el("span", sign, class_="sign", aria_hidden="true"),
        el("span", cell.brief, class_="brief"),
    )
    return el(
        "td",
        el("details", said, answer(cell, links), class_="cell"),
        role="cell",
        id=cell_anchor(row.dimension, cell.column.instrument),
        class_=_of(cell.column, f"is-{cell.status}", f"tone-{name}", "is-beside" if beside else None),
    )


def _who(column: Column) -> tuple[str | Markup, ...]:
    return column.short, " ", _marks(column)


def answer(cell: Cell, links: Links) -> Markup:
    return join(
        (
            badge(cell.status, cell.status_title),
            el("p", cell.answer, class_="answer"),
            None if cell.left else _citations(cell, links),
            el("p", el("b", "注"), " ", cell.note, class_="note") if cell.note else None,
            _readings(cell, links),
            _external(cell),
        )
    )


def _citations(cell: Cell, links: Links) -> Markup:
    """The places first; their words at a tap."""
    word = "相近条款" if cell.nearby else "依据"
    # Whose it is, the column says; a title on each of them would weigh more than all answers.
    places = join((link(citation, links, titled=False) for citation in _once(cell.citations)), "、")
    several = len(cell.citations) > 1  # of one, its place stands just above
    quotes = (_quote(citation, placed=several) for citation in cell.citations)
    listed = el("p", el("b", word), " ", places, class_="cites")
    return join((listed, el("details", el("summary", "原文"), *quotes, class_="quotes")))


def _once(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple({citation.full: citation for citation in citations}.values())


def link(citation: Citation, links: Links, *, titled: bool = True) -> Markup:
    address = links.page(f"read/{citation.instrument}", citation.anchor)
    return el("a", citation.place, href=address, title=citation.full if titled else None)


def _quote(citation: Citation, *, placed: bool) -> Markup:
    lines = (el("p", line) for line in citation.quote.split("\n"))
    return el("blockquote", *lines, el("footer", citation.place) if placed else None)


def _readings(cell: Cell, links: Links) -> Markup | None:
    if not cell.readings:
        return None
    named = (el("a", f"读法 {reading}", href=links.reading(reading)) for reading in cell.readings)
    return el("p", join(named, "、"), class_="readings")


def _external(cell: Cell) -> Markup | None:
    if not cell.external:
        return None
    return el("p", el("b", "另见本站没有收录的"), " ", "、".join(cell.external), class_="external")
