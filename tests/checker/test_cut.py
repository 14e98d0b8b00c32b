"""What the build cuts from the runtime: names nothing asks for, and functions nothing has called."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from wasm_checker.build import RUNTIME
from wasm_checker.bundle import node

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def found() -> dict[str, object]:
    done = subprocess.run(
        [node(), str(HERE / "cut.mjs"), str(RUNTIME)], capture_output=True, encoding="utf-8", check=False
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
