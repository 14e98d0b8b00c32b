from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.data import write_data
from policies import DataError, Library

NAMES = ["provisions", "comparison", "facts", "rules"]


@pytest.fixture(scope="module")
def out(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_data.write(library, folder)
    return folder


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_each_file_is_what_its_schema_says(out: Path, name: str) -> None:
    schema = read(out / f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    data = read(out / f"{name}.json")
    assert list(validator.iter_errors(data)) == []
    assert not validator.is_valid({**data, "unknown": 1})


def test_two_runs_write_the_same_bytes(library: Library, out: Path, tmp_path: Path) -> None:
    write_data.write(library, tmp_path)
    for path in sorted(one for one in out.rglob("*") if one.is_file()):
        assert path.read_bytes() == (tmp_path / path.relative_to(out)).read_bytes()
        assert path.suffix != ".json" or path.read_bytes().endswith(b"}\n")


def test_every_quote_stands_in_the_published_provision(out: Path) -> None:
    texts = {p["id"]: p.get("printed", p["text"]) for p in read(out / "provisions.json")["provisions"]}
    for cell in read(out / "comparison.json")["cells"]:
        for citation in cell["citations"]:
            assert citation["quote"] in texts[citation["provision"]]


def test_every_dimension_of_every_compared_instrument_has_a_cell(library: Library, out: Path) -> None:
    """But for those that have no answer yet."""
    data = read(out / "comparison.json")
    compared = [library.instrument(i["id"]) for i in read(out / "provisions.json")["instruments"] if i["compared"]]
    expected = [(d["id"], one.id) for d in data["dimensions"] for one in compared if d["id"] not in one.left]
    assert [(c["dimension"], c["instrument"]) for c in data["cells"]] == expected


def test_every_cell_has_a_brief_and_values_that_the_published_codebook_explains(out: Path) -> None:
    data = read(out / "comparison.json")
    common = {value["id"] for value in data["values"]["common"]}
    for cell in data["cells"]:
        of = data["values"]["dimensions"][cell["dimension"]]
        taken = cell["value"] if of.get("several") else [cell["value"]]
        assert 0 < len(cell["brief"]) <= 12
        assert set(taken) <= {value["id"] for value in of["values"]} | set(of.get("common", [])) & common


def test_what_is_printed_is_written_only_where_it_differs(library: Library, out: Path) -> None:
    records = {record["id"]: record for record in read(out / "provisions.json")["provisions"]}
    for provision in library.provisions:
        assert ("printed" in records[provision.id]) == (provision.printed != provision.text)


def test_bad_data_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Library:
        raise DataError([])

    monkeypatch.setattr("policies.load", broken)
    assert write_data.main(["--out", str(tmp_path)]) == 1
    assert "没有生成任何内容" in capsys.readouterr().err


def test_the_script_that_is_searched_holds_every_provision_with_words(library: Library, out: Path) -> None:
    script = (out / "search.js").read_text(encoding="utf-8")
    name, data = script.removesuffix(";\n").split(" = ", 1)
    assert name == "window.searchData"
    found = json.loads(data)
    held = {f"{found['instruments'][at]['id']}#{anchor}" for at, anchor, *_ in found["provisions"]}
    worded = {f"{one.instrument}#{one.anchor}" for one in library.provisions if one.held and one.label + one.text}
    assert held == worded
    assert len(held) > 200
