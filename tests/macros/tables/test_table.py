from __future__ import annotations

from macros.analysis import crossrefs
from macros.compare import comparison, comparison_html
from macros.kit import identity
from macros.kit.links import Links
from policies import Library


def test_the_tables_of_all_groups_hold_every_cell_once(library: Library) -> None:
    tables = [comparison.table(library, group.id) for group in library.vocabulary.groups]
    cells = [(row.dimension, cell.column.instrument) for table in tables for row in table.rows for cell in row.cells]
    expected = {(d.id, i.id) for d in library.vocabulary.dimensions for i in library.compared}
    assert len(cells) == len(expected)
    assert set(cells) == expected


def test_silence_shows_what_comes_closest_and_does_not_call_it_a_basis(library: Library) -> None:
    html = comparison_html.html(comparison.table(library, "application"), Links())
    silent = html.split('id="late_consequence--wuyang_tolerance"')[1].split("</td>")[0]
    stated = html.split('id="application_deadline--wuyang_tolerance"')[1].split("</td>")[0]
    assert "未规定" in silent
    assert "相近条款" in silent
    assert "依据" not in silent
    assert "依据" in stated


def test_a_draft_is_called_a_draft_in_its_column_and_in_each_of_its_cells(library: Library) -> None:
    table = comparison.table(library, "effects")
    html = comparison_html.html(table, Links())
    assert html.count("征求意见稿，未施行") == 1 + len(table.rows)


def test_a_citation_of_another_instrument_names_it(library: Library) -> None:
    cover = library.provision("wuyang_cover/head")
    assert identity.place(library, cover, "wuyang_tolerance") == "舞阳·印发通知标题"
    assert identity.place(library, cover, "wuyang_cover") == "标题"


def test_every_citation_of_a_cell_leads_back_from_its_provision(library: Library) -> None:
    for instrument in library.compared:
        for dimension, cell in instrument.cells.items():
            for quote in cell.citations:
                uses = crossrefs.uses(library, library.provision(quote.provision))
                assert (dimension, instrument.id) in {(use.dimension.id, use.instrument) for use in uses}
