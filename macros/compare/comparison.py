"""From the library to the neutral table of one group of dimensions."""

from __future__ import annotations

from dataclasses import replace

from macros.compare import tones
from macros.kit.identity import place
from macros.tables.table import Cell, Citation, Column, Row, Table
from policies import Instrument, Library
from policies.engine.schema.instrument import Dimension, Quote, Titled

WHOLE = "all"  # the id of the table of all dimensions


def group(library: Library, ident: str) -> Titled:
    return next(group for group in library.vocabulary.groups if group.id == ident)


def dimensions(library: Library, group_id: str) -> tuple[Dimension, ...]:
    return tuple(dimension for dimension in library.vocabulary.dimensions if dimension.group == group_id)


def table(library: Library, group_id: str) -> Table:
    """Rows: the group's dimensions. Columns: every compared instrument, in the library's order."""
    rows = tuple(row(library, dimension) for dimension in dimensions(library, group_id))
    beside = tuple(column.instrument for column in columns(library) if not column.leads)
    return Table(group_id, group(library, group_id).title, columns(library), rows, beside)


def whole(library: Library) -> Table:
    """Every dimension, in the order of the groups."""
    rows = tuple(one for group in library.vocabulary.groups for one in table(library, group.id).rows)
    return Table(WHOLE, "全部问题", columns(library), rows)


def columns(library: Library) -> tuple[Column, ...]:
    return tuple(column(library, instrument) for instrument in library.compared)


def column(library: Library, instrument: Instrument) -> Column:
    about = instrument.about
    leads = instrument in library.leading
    return Column(about.id, about.short, about.title, tuple(about.status), about.in_force, instrument.document, leads)


def leading(table: Table) -> Table:
    """One column for each document."""
    at = [place for place, column in enumerate(table.columns) if column.leads]
    rows = tuple(
        replace(row, cells=tuple(row.cells[place] for place in at), codes=tuple(row.codes[place] for place in at))
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[place] for place in at), rows=rows)


def row(library: Library, dimension: Dimension) -> Row:
    """A dimension with the cells of every compared instrument."""
    cells = tuple(cell(library, instrument, dimension.id) for instrument in library.compared)
    about = group(library, dimension.group)
    codes = tones.codes([_values(instrument, dimension.id) for instrument in library.compared])
    return Row(dimension.id, dimension.title, dimension.asks, cells, (about.id, about.title), codes)


def _values(instrument: Instrument, dimension: str) -> tuple[str, ...]:
    """Of a cell without an answer, why it has none."""
    cell = instrument.cells.get(dimension)
    return cell.values if cell else (instrument.left[dimension],)


def _left(library: Library, instrument: Instrument, dimension: str) -> Cell:
    why = instrument.left[dimension]
    said = library.vocabulary.labels.unfinished[why]
    return Cell(column(library, instrument), why, said.title, said.meaning, (), None, (), (), brief=said.title)


def cell(library: Library, instrument: Instrument, dimension: str) -> Cell:
    """What an instrument answers to a dimension, or why it does not."""
    found = instrument.cells.get(dimension)
    if found is None:
        return _left(library, instrument, dimension)
    listed = library.vocabulary.values.allowed(dimension)
    title = next(status.title for status in library.vocabulary.statuses if status.id == found.status)
    return Cell(
        column=column(library, instrument),
        status=found.status,
        status_title=title,
        values=tuple(listed[value].label for value in found.values),
        brief=found.brief,
        answer=found.answer,
        citations=tuple(citation(library, quote, instrument.id) for quote in found.citations),
        note=found.note,
        readings=tuple(found.readings),
        external=tuple(found.external),
    )


def citation(library: Library, quote: Quote, column: str) -> Citation:
    provision = library.provision(quote.provision)
    return Citation(
        provision.instrument, provision.anchor, place(library, provision, column), provision.citation, quote.quote
    )
