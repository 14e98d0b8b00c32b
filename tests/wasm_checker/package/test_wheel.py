"""The wheel by itself: installed in an empty Python, and loaded into Pyodide, it says what the repository's core says."""

from __future__ import annotations

import ast
import base64
import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from email.parser import Parser
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.folders import ROOT, SUPPORT
from tests.support.serving import Plain, served
from tests.wasm_checker.package.conftest import Installed
from wasm_checker.build.wheel import PACKAGE, build
from wasm_checker.content.page_texts import words
from wasm_checker.package.shapes import Assessed
from wasm_checker.runtime.node import node

JUDGE = """
import json, sys, rongcuo_core
print(json.dumps(rongcuo_core.version(), ensure_ascii=False))
for facts in json.load(sys.stdin):
    print(json.dumps(rongcuo_core.assess(facts), ensure_ascii=False))
"""
Answer = Callable[[int], Assessed]
SOME = pytest.mark.parametrize("step", [100, pytest.param(1, marks=pytest.mark.long)])


def inside(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def told(answer: Answer, cases: range) -> list[str]:
    return [json.dumps(answer(at), ensure_ascii=False) for at in cases]


def test_it_holds_the_package_alone_and_says_nothing_of_where_it_was_made(wheel: Path) -> None:
    files = inside(wheel)
    assert {name.split("/")[0].split("-")[0] for name in files} == {"rongcuo_core"}
    assert {"rongcuo_core/py.typed", "rongcuo_core/core/assess.py", "rongcuo_core/data/words.json"} <= files.keys()
    for name, content in files.items():
        text = content.decode()
        assert "wasm_checker" not in text, name
        assert not re.search(r"(?<![\w.:/])/(?:work|root|home|tmp|usr)\b", text), name
        assert str(ROOT) not in text, name
        if name.endswith(".py"):
            assert [*strangers(text)] == [], name
    assert wheel.stat().st_size < 200_000


def strangers(source: str) -> list[str]:
    """What a module imports that is neither its own nor of the standard library."""
    found = []
    for one in ast.walk(ast.parse(source)):
        if isinstance(one, ast.Import):
            found += [alias.name for alias in one.names]
        elif isinstance(one, ast.ImportFrom):
            found.append(one.module or "")
    return [name for name in found if name.split(".")[0] not in sys.stdlib_module_names | {"rongcuo_core"}]


def test_its_data_are_those_that_the_site_runs_on(wheel: Path, library: Library, pack_text: str) -> None:
    files = inside(wheel)
    assert json.loads(files["rongcuo_core/data/pack.json"]) == json.loads(pack_text)
    assert json.loads(files["rongcuo_core/data/words.json"]) == words(library)


def test_its_metadata_say_what_it_is_and_its_record_what_is_in_it(wheel: Path) -> None:
    files = inside(wheel)
    (name,) = (name for name in files if name.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(files[name].decode())
    index = json.loads((wheel.parent / "wheel.json").read_text(encoding="utf-8"))
    assert (metadata["Name"], metadata["Version"]) == (index["name"], index["version"])
    assert (metadata["Requires-Python"], metadata["License-Expression"]) == (">=3.11", "MIT")
    assert metadata["Requires-Dist"] is None
    assert {"Typing :: Typed", "Private :: Do Not Upload"} <= set(metadata.get_all("Classifier", []))
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert str(metadata.get_payload()).strip() == (PACKAGE / "README.md").read_text(encoding="utf-8").strip()
    folder = name.removesuffix("METADATA")
    assert "著作权法" in files[f"{folder}licenses/LICENSE"].decode()
    assert b"Root-Is-Purelib: true\nTag: py3-none-any" in files[f"{folder}WHEEL"]
    for path, digest, size in csv.reader(files[f"{folder}RECORD"].decode().splitlines()):
        if not path.endswith("RECORD"):
            assert (
                digest
                == f"sha256={base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).decode().rstrip('=')}"
            )
            assert int(size) == len(files[path])
    assert index["file"] == wheel.name
    assert (index["size"], index["sha256"]) == (
        wheel.stat().st_size,
        hashlib.sha256(wheel.read_bytes()).hexdigest(),
    )


def test_two_builds_are_the_same_bytes_and_the_old_wheel_is_gone(
    wheel: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rongcuo_core-0.1+aa-py3-none-any.whl").touch()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    mask = os.umask(0o077)
    try:
        again = build(library, tmp_path)
    finally:
        os.umask(mask)
    assert [path.name for path in tmp_path.glob("*.whl")] == [wheel.name]
    assert again.read_bytes() == wheel.read_bytes()


@SOME
def test_an_empty_python_judges_every_case_as_the_repository_does(
    installed: Installed, answer: Answer, wheel: Path, every: list[dict[str, Any]], step: int
) -> None:
    done = installed.run("-c", JUDGE, given=json.dumps(every[::step]))
    assert done.returncode == 0, done.stderr
    version, *lines = done.stdout.splitlines()
    assert json.loads(version)["package"] == wheel.name.split("-")[1]
    assert lines == told(answer, range(0, len(every), step))
    others = installed.run("-c", "from importlib.metadata import distributions as d; print(*(i.name for i in d()))")
    assert others.stdout.split() == ["rongcuo-core"]


@pytest.mark.node
@SOME
def test_pyodide_s_own_loader_takes_it_and_every_case_is_judged_the_same(
    answer: Answer, wheel: Path, every: list[dict[str, Any]], step: int
) -> None:
    with served(wheel.parent, Plain) as url:
        done = subprocess.run(
            [node(), str(SUPPORT / "wheel-cases.js"), f"{url}/{wheel.name}"],
            input=json.dumps(every[::step]),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    version, *lines = done.stdout.splitlines()
    assert json.loads(version)["package"] == wheel.name.split("-")[1]
    assert lines == told(answer, range(0, len(every), step))


@pytest.mark.parametrize("page", [PACKAGE / "README.md", ROOT / "docs" / "data.md"])
def test_the_examples_run_as_they_are_written(installed: Installed, page: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    done = installed.run("-c", example)
    assert (done.returncode, done.stderr) == (0, "")
    assert "征求意见稿，未施行" in done.stdout


def test_the_command_line_answers_in_json_and_refuses_in_one_line(installed: Installed) -> None:
    core = ("-m", "rongcuo_core")
    cases = {"cases": [{"id": "例", "facts": {"private_gain": False}}, {"id": 2, "facts": {}}]}
    judged = json.loads(installed.run(*core, "assess", given=json.dumps(cases)).stdout)["cases"]
    assert [case["id"] for case in judged] == ["例", "2"]
    assert judged[0]["verdicts"]["puyang_draft"]["headline"]
    for name in ("instruments", "facts", "questions", "version"):
        assert json.loads(installed.run(*core, name).stdout)
    assert json.loads(installed.run(*core, "deadlines", "2026-11-18", "2026-11-22").stdout)
    wrong = {
        '{"cases": [': "JSON 写法有误：第 1 行",
        '{"cases": [], "cases": []}': "重复",
        '{"other": []}': "应为",
        '{"cases": [{"id": "a", "facts": {"nobody": true}}]}': "案例 a：",
        '{"cases": [{"id": "a", "facts": {}}, {"id": "a", "facts": {}}]}': "重复",
        '{"cases": [{"id": "a", "facts": {"private_gain": NaN}}]}': "NaN",
        "[" * 100_000: "嵌套太深",
    }
    for given, said in wrong.items():
        done = installed.run(*core, "assess", given=given)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), given[:60]
        assert said in done.stderr
    assert installed.run(*core, "judge").returncode == 2


@pytest.mark.long
def test_who_uses_it_is_told_its_types(installed: Installed, tmp_path: Path) -> None:
    use = tmp_path / "use.py"
    use.write_text(
        'from rongcuo_core import assess\n\nfor verdict in assess({"private_gain": False})["verdicts"].values():\n'
        '    reveal_type(verdict["headline"])\n    verdict["no_such_field"]\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(installed.python), str(use)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert 'Revealed type is "str"' in done.stdout
    assert 'no key "no_such_field"' in done.stdout
