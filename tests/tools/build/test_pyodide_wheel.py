"""What is said of the wheel that pyodide-build makes; that it makes the same one needs a code host, and the weekly workflow tries it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.support.folders import ROOT
from tools.build import pyodide_wheel
from tools.setup.shell import Stop

NAME = "rongcuo_core-1-py3-none-any.whl"


def packed(folder: Path, content: str, method: int = zipfile.ZIP_DEFLATED, name: str = NAME) -> Path:
    folder.mkdir()
    with zipfile.ZipFile(folder / name, "w", method) as made:
        made.writestr(zipfile.ZipInfo("rongcuo_core/__init__.py"), content, method)
    return folder / name


def test_the_same_wheel_is_told_from_one_that_is_only_compressed_otherwise(tmp_path: Path) -> None:
    one = packed(tmp_path / "one", "a" * 99)
    assert pyodide_wheel.same(one, packed(tmp_path / "same", "a" * 99)) == "byte for byte"
    assert pyodide_wheel.same(one, packed(tmp_path / "stored", "a" * 99, zipfile.ZIP_STORED)).startswith(
        "file for file"
    )


def test_another_wheel_is_refused_with_the_first_difference(tmp_path: Path) -> None:
    one = packed(tmp_path / "one", "a")
    with pytest.raises(Stop, match=r"rongcuo_core/__init__\.py"):
        pyodide_wheel.same(one, packed(tmp_path / "other", "b"))
    with pytest.raises(Stop, match="rongcuo_core-2"):
        pyodide_wheel.same(one, packed(tmp_path / "newer", "a", name=NAME.replace("-1-", "-2-")))


def test_without_a_python_that_is_new_enough_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pyodide_wheel, "OLDEST", (99, 0))
    monkeypatch.setattr("sys.argv", ["pyodide_wheel"])
    assert pyodide_wheel.main() == 1
    said = capsys.readouterr().err
    assert "needs Python 3.12 or later" in said
    assert said.count("\n") == 1


def test_it_builds_with_the_backend_that_the_site_builds_with() -> None:
    locks = [(ROOT / f"{name}.lock").read_text(encoding="utf-8") for name in ("requirements", "requirements-pyodide")]
    backends = [re.findall(r"^flit-core==(\S+)", lock, re.MULTILINE) for lock in locks]
    assert backends[0] == backends[1] != []
