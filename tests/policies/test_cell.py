"""The cells of the comparison: complete, and each resting on words that stand where it says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from policies import Library
from tests.support.independent import CONTRACT, DATA, cells, plain, printed, read

COMPARED = [i["id"] for i in plain(CONTRACT / "instruments.yaml")["instruments"] if i["compared"]]
DIMENSIONS = [dimension["id"] for dimension in plain(CONTRACT / "dimensions.yaml")["dimensions"]]
WITHOUT_TOLERANCE = {"wuyang_prevention", "wuyang_accountability"}


def named(status: str) -> list[tuple[tuple[str, str], dict[str, Any]]]:
    found = [(key, cell) for key, cell in cells().items() if cell["status"] == status]
    assert found
    return found


def test_every_compared_instrument_answers_every_dimension(library: Library) -> None:
    """Those of the contract, and those that were added to them."""
    rows = [dimension.id for dimension in library.vocabulary.dimensions]
    assert {(instrument, dimension) for instrument in COMPARED for dimension in rows} == {
        key for key in cells() if key[0] in COMPARED
    }
    assert set(DIMENSIONS) < set(rows)


def test_the_library_has_the_cells_as_they_are_written(library: Library) -> None:
    found = {
        (instrument.id, dimension): (cell.status, cell.answer, [(c.provision, c.quote) for c in cell.citations])
        for instrument in library.compared
        for dimension, cell in instrument.cells.items()
    }
    assert found == {
        key: (cell["status"], cell["answer"], [(c["provision"], c["quote"]) for c in cell["citations"]])
        for key, cell in cells().items()
    }


@pytest.mark.parametrize("instrument", COMPARED)
def test_every_quote_stands_in_its_provision_as_printed_and_as_read(instrument: str) -> None:
    """So that a quote never runs across a misprint or a page; the silent cells quote too, for the reader to check."""
    for (owner, dimension), cell in cells().items():
        if owner != instrument:
            continue
        assert cell["citations"], dimension
        for citation in cell["citations"]:
            quote, provision = citation["quote"], citation["provision"]
            assert len(quote) >= 2, dimension
            assert quote in printed()[provision], (dimension, quote)
            assert quote in read()[provision], (dimension, quote)


def test_a_cell_is_silent_exactly_where_it_answers_that_nothing_is_stated() -> None:
    silent = {key for key, _ in named("silent")}
    assert silent == {key for key, cell in cells().items() if cell["answer"].startswith("未规定")}
    assert len(silent) < len(cells())


def test_the_documents_without_tolerance_are_not_applicable_in_the_same_rows() -> None:
    """The codebook's rule: not_applicable is left for what only tolerance has, so it cannot depend on the document."""
    rows = {
        instrument: {dimension for (owner, dimension), _ in named("not_applicable") if owner == instrument}
        for instrument in COMPARED
    }
    assert rows["wuyang_prevention"] == rows["wuyang_accountability"] != set()
    assert not any(rows[instrument] for instrument in COMPARED if instrument not in WITHOUT_TOLERANCE)


def test_no_status_is_named_by_its_id_where_readers_of_chinese_look() -> None:
    book = plain(DATA / "vocabulary" / "dimensions.yaml")
    texts = [status["meaning"] for status in book["statuses"]]
    texts += [dimension[key] for dimension in book["dimensions"] for key in ("asks", "coding")]
    texts += [text for cell in cells().values() for text in (cell["answer"], cell.get("note", ""))]
    ids = re.compile("|".join(status["id"] for status in book["statuses"]))
    assert len(texts) > 800
    assert [text for text in texts if ids.search(text)] == []


def test_a_cell_that_refers_elsewhere_names_texts_that_are_not_in_the_library(library: Library) -> None:
    titles = {instrument.about.title for instrument in library.instruments}
    for key, cell in named("external"):
        assert cell["external"], key
    for key, cell in cells().items():
        for text in cell.get("external", []):
            assert "《" in text, key
            assert text.strip("《》") not in titles, key


def test_every_cell_cites_its_own_document(library: Library) -> None:
    document = {instrument.id: instrument.document for instrument in library.instruments}
    for (instrument, dimension), cell in cells().items():
        for citation in cell["citations"]:
            assert document[citation["provision"].split("/")[0]] == document[instrument], (instrument, dimension)


def test_every_reading_that_a_cell_names_exists() -> None:
    exist = {reading["id"] for reading in plain(DATA / "vocabulary" / "readings.yaml")["readings"]}
    named = {reading for cell in cells().values() for reading in cell.get("readings", [])}
    assert len(named) > 20
    assert named <= exist
