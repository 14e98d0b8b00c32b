"""What the build cuts from the runtime: names nothing asks for, and functions nothing has called."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.folders import SUPPORT
from wasm_checker.build.assets import RUNTIME
from wasm_checker.runtime import FILES, STAND_INS, pinned, served
from wasm_checker.runtime.node import node


@pytest.fixture(scope="module")
def found() -> dict[str, object]:
    done = subprocess.run(
        [node(), str(SUPPORT / "cut.js"), str(RUNTIME)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, object] = json.loads(done.stdout)
    return said


@pytest.mark.node
def test_a_function_left_out_stops_and_leaves_a_mark_that_outlives_who_catches_it(found: dict[str, object]) -> None:
    assert found["before"] == 0
    assert found["kept"] == 3
    assert found["stopped"] == "RuntimeError: unreachable"
    assert found["mark"] == 2  # one more than the second function's place
    assert found["called"] == [0]
    assert found["twice"] == ["RuntimeError: unreachable", 1]


@pytest.mark.node
def test_a_module_awakes_with_the_memory_it_is_given_and_sets_up_only_what_is_not_memory(
    found: dict[str, object],
) -> None:
    assert found["slept"] is True
    assert found["setUp"] is True
    assert found["unknown"] == "Error: the module has no function nothing"


@pytest.mark.node
def test_names_nothing_asks_for_are_exported_no_more_and_what_is_no_name_of_functions_stays(
    found: dict[str, object],
) -> None:
    assert found["exports"] == ["add", "missing", "store"]


@pytest.mark.node
def test_the_glue_hands_out_what_is_asked_for_and_no_more(found: dict[str, object]) -> None:
    assert found["asked"] == {"malloc": True, "main": True, "PyRun_SimpleString": True, "PyDict_Copy": False}
    assert found["handed"] == {"malloc": True, "PyDict_Copy": False}
    assert "Pyodide's glue is not as it was" in str(found["strange"])


def test_the_site_says_what_of_the_runtime_is_modified_under_which_licences_and_where_its_source_is(
    site_dir: Path,
) -> None:
    checker = site_dir / "assets" / "checker"
    text = (site_dir / "assets" / "LICENSES.txt").read_text(encoding="utf-8")
    files = json.loads((checker / "manifest.json").read_text(encoding="utf-8"))["files"]
    for name in ("python.wasm", "glue.js"):
        assert f"{name.replace('.', '.*.')}" in text
        assert not files[name]["path"].startswith("pyodide-"), "it would not be modified"
    for path in STAND_INS.rglob("*.py"):
        named = ".".join(path.relative_to(STAND_INS).with_suffix("").parts).removesuffix(".__init__")
        assert named in text
    assert f"at the tag {pinned()}" in text
    assert "Mozilla Public License Version 2.0\n====" in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2\n----" in text
    about = BeautifulSoup((site_dir / "about" / "index.html").read_bytes(), "html.parser")
    assert about.select("a[href='../assets/LICENSES.txt']")


def test_what_is_said_to_be_as_published_is(site_dir: Path) -> None:
    folder = site_dir / "assets" / "checker" / f"pyodide-{pinned()}"
    shipped = [path for path in folder.iterdir() if path.suffix not in {".br", ".gz"}]
    published = {served(name): name for name in FILES}
    assert {path.name for path in shipped} == published.keys()
    for path in shipped:
        assert path.read_bytes() == (RUNTIME / published[path.name]).read_bytes(), path.name
