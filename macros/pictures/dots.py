"""一图看情形: a dot wherever a text names a circumstance, and each dot leads to the words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.kit.html import blocks, classes, el, void
from macros.kit.links import Links, cell_anchor
from macros.tables.table import Cell, Column, Row, Table

PAGE = "compare/circumstances"  # where the quoted cells are
# By whether the text is in force, and whether no other names it.
SIGNS = {(True, False): "●", (True, True): "◆", (False, False): "◎", (False, True): "◈"}
ELSEWHERE = "△"
KEY = (
    "●写到；◆只有这一份写到；◎◈写在征求意见稿里，未施行；△没有写成这一类，别的条款说到；"
    "·没有写到，不等于不允许，也不等于允许。右上角的数字是写到几处。点一下看原文。"
)


def figure(tables: Sequence[Table], links: Links) -> Markup:
    """One matrix for all tables, each of which has the same columns: a row for each of their rows, a part for each table.

    A cell names the circumstance, or speaks of it elsewhere (`nearby`), if it has citations; of how many, its number says.
    """
    if not tables:
        return Markup("")
    head = el(
        "tr",
        el("th", "情形", scope="col"),
        *(_column(column, links) for column in tables[0].columns),
    )
    table = el(
        "table",
        el("thead", head),
        *(el("tbody", _part(found), *(_row(row, links) for row in found.rows)) for found in tables),
        class_="dots",
        aria_label="各份文书写到哪些情形",  # a caption of its own is not wanted beside the figure's
    )
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/dots.css")),
        el("figure", el("figcaption", KEY), table, class_="picture dots-figure"),
    )


def _column(column: Column, links: Links) -> Markup:
    marks = "" if column.in_force else f"（{'，'.join(column.marks)}）"
    name = el("a", column.short, href=links.instrument(column.instrument), title=f"{column.title}{marks}")
    return el("th", el("span", name), scope="col", class_=_draft(column))


def _part(found: Table) -> Markup:
    """The name of a part, with how many of its rows each column names."""
    counts = [sum(_names(row.cells[at]) for row in found.rows) for at, _ in enumerate(found.columns)]
    numbers = (
        el("td", str(count), el("span", " 类", class_="sr-only"), class_=_draft(column))
        for count, column in zip(counts, found.columns, strict=True)
    )
    name = el("th", found.title, el("span", f" {len(found.rows)} 类"), scope="rowgroup")
    return el("tr", name, *numbers, class_="dots__part")


def _row(row: Row, links: Links) -> Markup:
    name = el("a", row.title, href=links.page(PAGE, row.dimension))
    alone = sum(bool(cell.citations) for cell in row.cells) == 1  # nor does another speak of it elsewhere
    return el("tr", el("th", name, scope="row"), *(_cell(row, cell, links, alone=alone) for cell in row.cells))


def _cell(row: Row, cell: Cell, links: Links, *, alone: bool) -> Markup:
    if not cell.citations:
        return el(
            "td",
            el("span", "·", aria_hidden="true"),
            el("span", "没有写到", class_="sr-only"),
            class_=_draft(cell.column),
        )
    number = len(cell.citations)
    verb = "写到" if _names(cell) else "没有写成这一类，别处说到"
    said = f"{verb} {number} 处" + ("，只有这一份" if alone else "")
    dot = el(
        "a",
        el(
            "span",
            SIGNS[cell.column.in_force, alone] if _names(cell) else ELSEWHERE,
            el("sup", str(number)) if number > 1 else None,
            aria_hidden="true",
        ),
        el("span", said, class_="sr-only"),
        href=links.page(PAGE, cell_anchor(row.dimension, cell.column.instrument)),
        title=f"{cell.column.short}，{said}：{row.title}",
    )
    return el("td", dot, class_=classes("is-named", _draft(cell.column)))


def _names(cell: Cell) -> bool:
    return bool(cell.citations) and not cell.nearby


def _draft(column: Column) -> str | None:
    return None if column.in_force else "is-draft"
