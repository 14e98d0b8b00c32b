"""The same core, CPython and Pyodide: every case comes to the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from policies import Library
from wasm_checker.build import RUNTIME_VERSION, BuildError, build
from wasm_checker.core.service import Service

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def assets(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("assets") / "checker"
    build(library, out)
    return out


def node() -> str:
    """Node from PATH, or the one that lies beside this interpreter."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    found = shutil.which("node", path=path)
    assert found, "node is missing: run `python3 tools/bootstrap.py base`"
    return found


@pytest.mark.node
def test_every_case_comes_to_the_same_bytes_in_pyodide(assets: Path, library: Library, service: Service) -> None:
    facts = [case.facts for instrument in library.instruments for case in instrument.cases]
    facts += [{}, {"nobody": True}, {"private_gain": "yes"}, {"application_date": "2099-01-01"}]
    ran = subprocess.run(
        [node(), str(HERE / "pyodide_cases.mjs"), str(assets)],
        input=json.dumps(facts),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [service.assess(json.dumps(case)) for case in facts]


def test_two_builds_are_byte_identical(library: Library, assets: Path, tmp_path: Path) -> None:
    build(library, tmp_path / "again")
    names = sorted(path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file())
    again = sorted(
        path.relative_to(tmp_path / "again").as_posix() for path in (tmp_path / "again").rglob("*") if path.is_file()
    )
    assert names == again
    assert {"pack.json", "words.json", "core.zip", "pyodide/pyodide.asm.wasm"} <= set(names)
    for name in names:
        assert (assets / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def test_a_runtime_of_another_version_is_refused_and_leaves_what_was_there(library: Library, tmp_path: Path) -> None:
    (tmp_path / "pyodide").mkdir()
    (tmp_path / "pyodide" / "package.json").write_text('{"version": "0.1"}', encoding="utf-8")
    out = tmp_path / "checker"
    out.mkdir()
    (out / "kept").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match=RUNTIME_VERSION):
        build(library, out, runtime=tmp_path / "pyodide")
    assert [path.name for path in out.iterdir()] == ["kept"]
