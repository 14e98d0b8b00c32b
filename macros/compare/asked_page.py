"""干部常问: what officials ask, answered for each document in a line by the briefs of the comparison."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.compare import comparison
from macros.compare.comparison_html import link
from macros.kit.html import blocks, el, heading, join, void
from macros.kit.identity import chip, plain
from macros.kit.links import Links
from macros.tables.table import Cell, Row
from policies import Library
from policies.engine.schema.search import AskedQuestion

PLACES = 2  # citations named beside a brief; the cell has them all


def page(library: Library, links: Links) -> Markup:
    groups = library.vocabulary.asked.groups
    jump = (el("li", el("a", group.title, href=f"#{group.id}")) for group in groups)
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/asked.css")),
        el("nav", el("ul", *jump), class_="jump jump--always", aria_label="各组问题"),
        *(
            part
            for group in groups
            for part in (heading(2, group.title, group.id), _list(library, group.questions, links))
        ),
    )


def _list(library: Library, questions: list[AskedQuestion], links: Links) -> Markup:
    return el("div", *(_question(library, question, links) for question in questions), class_="asked")


def _question(library: Library, question: AskedQuestion, links: Links) -> Markup:
    rows = [_row(library, ident) for ident in question.rows]
    named = len(rows) > 1
    return el(
        "details",
        el("summary", question.ask),
        *(part for row in rows for part in _answers(library, row, links, named=named)),
        el("p", question.note, class_="asked__note") if question.note else None,
        el("p", join((_row_link(row, links) for row in rows), "　"), class_="asked__more"),
        id=question.id,
        class_="asked__question",
    )


def _row_link(row: Row, links: Links) -> Markup:
    return el("a", f"比一比：{row.title}", href=links.page(f"compare/{row.group[0]}", row.dimension))


def _row(library: Library, ident: str) -> Row:
    dimension = next(one for one in library.vocabulary.dimensions if one.id == ident)
    return comparison.row(library, dimension)


def _answers(library: Library, row: Row, links: Links, *, named: bool) -> Iterator[Markup]:
    if named:
        yield el("p", row.title, class_="asked__row")
    leading = {instrument.id for instrument in library.leading}
    lines = (_line(row, cell, links) for cell in row.cells if cell.column.instrument in leading)
    yield el("ul", *lines, class_="asked__answers")


def _line(row: Row, cell: Cell, links: Links) -> Markup:
    """Whose, in a word, and where it stands."""
    column = cell.column
    drafts = () if column.in_force else tuple(chip(mark, in_force=False) for mark in column.marks)
    name = join((el("b", plain(column.short, in_force=column.in_force)), *drafts), " ")
    brief = el("a", cell.brief, href=links.cell(row.group[0], row.dimension, column.instrument), class_="asked__brief")
    return el("li", el("span", name, class_="asked__who"), brief, _places(cell, links), class_=f"is-{cell.status}")


def _places(cell: Cell, links: Links) -> Markup | None:
    """Of an answer where it stands; of silence what is nearest, said as such."""
    places = tuple({citation.full: citation for citation in cell.citations}.values())
    if not places:
        return None
    listed = join((link(citation, links) for citation in places[:PLACES]), "、")
    rest = f" 等 {len(places)} 处" if len(places) > PLACES else ""
    return el("small", "相近：" if cell.nearby else "", listed, rest, class_="asked__cites")
