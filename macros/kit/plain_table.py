"""A plain table: rows on wide screens and on paper, cards on phones. The roles are written out, as for the comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.kit.html import classes, el

Cells = Sequence[str | None]


def table(
    label: str, names: Sequence[str], rows: Iterable[tuple[str | None, Cells]], *, headed: bool = False
) -> Markup:
    """Rows are an id, which may be None, and one text or Markup a column.

    `headed`: the first cell names its row, and the others are short, so that a card holds several on a line.
    """
    head = el("tr", *(el("th", name, scope="col", role="columnheader") for name in names), role="row")
    body = (_row(ident, names, cells, headed) for ident, cells in rows)
    drawn = el(
        "table",
        el("thead", head, role="rowgroup"),
        el("tbody", *body, role="rowgroup"),
        class_=classes("plain", "plain--numbers" if headed else None),
        role="table",
    )
    return el("div", drawn, class_="scroller scroller--plain", role="region", aria_label=label, tabindex="0")


def _row(ident: str | None, names: Sequence[str], cells: Cells, headed: bool) -> Markup:
    drawn = (_cell(name, cell, headed and not at) for at, (name, cell) in enumerate(zip(names, cells, strict=True)))
    return el("tr", *drawn, role="row", id=ident)


def _cell(name: str, cell: str | None, heads: bool) -> Markup:
    if heads:
        return el("th", cell, role="rowheader", scope="row", data_name=name)
    return el("td", cell, role="cell", data_name=name)
