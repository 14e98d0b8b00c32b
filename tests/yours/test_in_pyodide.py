"""In the browser's Python it answers what it answers here, and soon enough."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.folders import SUPPORT
from wasm_checker.runtime.node import node
from yours import archive, page
from yours.known import Known

SECONDS = 5.0  # of the processor, for about twenty articles; measured 2 on two shared cores


@pytest.fixture(scope="module")
def answered(library: Library, known: Known, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    packed = tmp_path_factory.mktemp("yours") / "yours.zip"
    archive.write(packed)
    text = next(one.text for one in library.documents if one.slug == "shangzhou")
    given = json.dumps({"text": text, "held": json.dumps(known)})
    command = [node(), str(SUPPORT / "yours-in-pyodide.js"), str(packed)]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer | {"text": text}


@pytest.mark.node
def test_it_answers_the_same(answered: dict[str, Any], known: Known) -> None:
    read = json.loads(page.read(answered["text"]))
    assert answered["read"] == read
    result = page.compare(json.dumps(read["elements"]), json.dumps(known), read["title"])
    assert answered["result"] == json.loads(result)
    assert answered["book"] == json.loads(page.table(result))


@pytest.mark.node
def test_it_answers_in_time(answered: dict[str, Any]) -> None:
    assert answered["seconds"] < SECONDS


def test_two_archives_are_the_same_bytes_and_hold_no_build(tmp_path: Path) -> None:
    for name in ("one.zip", "other.zip"):
        archive.write(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        names = packed.namelist()
    assert {"yours/page.py", "importer/__init__.py", "diff_match_patch/diff_match_patch.py"} <= set(names)
    assert not any("measure" in name or name.endswith(("held.py", "__main__.py")) for name in names)
    assert (tmp_path / "one.zip").stat().st_size < 116_000
