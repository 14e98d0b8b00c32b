"""Writes the published data: `python -m macros.data.write_data --out docs/data`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import policies
from macros.data import all_tables
from macros.data.data_schema import (
    CellRecord,
    ComparisonFile,
    DefectRecord,
    FactsFile,
    InstrumentRecord,
    ProvisionRecord,
    ProvisionsFile,
    RulesFile,
)
from macros.kit.links import Links
from macros.search import search_data
from policies import DataError, Instrument, Library, Provision
from policies.engine.schema.cell import Cell
from policies.engine.schema.instrument import Defect

ROOT = Links()


def files(library: Library) -> dict[str, BaseModel]:
    """Name (without .json) → the object it holds."""
    return {
        "provisions": provisions(library),
        "comparison": comparison(library),
        "facts": facts(library),
        "rules": RulesFile(rules=list(library.rules), readings=list(library.vocabulary.readings.values())),
    }


def provisions(library: Library) -> ProvisionsFile:
    records = [
        _instrument(instrument, document.source)
        for document in library.documents
        for instrument in document.instruments
    ]
    return ProvisionsFile(instruments=records, provisions=[_provision(provision) for provision in library.provisions])


def _instrument(instrument: Instrument, source: str) -> InstrumentRecord:
    about = instrument.about.model_dump(exclude={"notes"})
    return InstrumentRecord(**about, document=instrument.document, source=source, url=ROOT.instrument(instrument.id))


def _provision(provision: Provision) -> ProvisionRecord:
    return ProvisionRecord(
        id=provision.id,
        instrument=provision.instrument,
        label=provision.label,
        text=provision.text,
        printed=_if_other(provision.printed, provision.text),
        printed_label=_if_other(provision.printed_label, provision.label),
        missing=provision.missing,
        lines=list(provision.lines),
        citation=provision.citation,
        url=ROOT.provision(provision),
        defects=[_defect(defect) for defect in provision.defects],
    )


def _if_other(printed: str, shown: str) -> str | None:
    return printed if printed != shown else None


def _defect(defect: Defect) -> DefectRecord:
    return DefectRecord(**defect.model_dump(exclude={"provision"}), applied=defect.applied)


def comparison(library: Library) -> ComparisonFile:
    vocabulary = library.vocabulary
    cells = [
        _cell(instrument.id, dimension.id, cell)
        for dimension in vocabulary.dimensions
        for instrument in library.compared
        if (cell := instrument.cells.get(dimension.id))
    ]
    return ComparisonFile(
        groups=list(vocabulary.groups),
        dimensions=list(vocabulary.dimensions),
        statuses=list(vocabulary.statuses),
        values=vocabulary.values,
        cells=cells,
    )


def _cell(instrument: str, dimension: str, cell: Cell) -> CellRecord:
    return CellRecord(
        instrument=instrument,
        dimension=dimension,
        status=cell.status,
        value=cell.value,
        brief=cell.brief,
        answer=cell.answer,
        citations=cell.citations,
        note=cell.note,
        readings=list(cell.readings) or None,
        external=cell.external or None,
    )


def facts(library: Library) -> FactsFile:
    vocabulary = library.vocabulary
    return FactsFile(
        questions=list(vocabulary.questions),
        facts=list(vocabulary.facts),
        implications=list(vocabulary.implications),
        verdicts=list(vocabulary.verdicts),
    )


def data(model: BaseModel) -> dict[str, Any]:
    """What was left out in the data is left out here."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def schema(name: str, model: type[BaseModel]) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json"}
    return {**head, **model.model_json_schema(by_alias=True)}


def text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def write(library: Library, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, model in files(library).items():
        (out / f"{name}.json").write_text(text(data(model)), encoding="utf-8")
        (out / f"{name}.schema.json").write_text(text(schema(name, type(model))), encoding="utf-8")
    (out / "search.js").write_text(search_data.script(library), encoding="utf-8")
    all_tables.write(library, out / "tables")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the published data and its schemas.")
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args(argv).out
    try:
        write(policies.load(), out)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
