"""The package's checker over the library's data, the wheel, and a virtual environment that has the wheel and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from wasm_checker.build.wheel import build
from wasm_checker.content.instruments import instruments
from wasm_checker.content.page_texts import words
from wasm_checker.package import Checker
from wasm_checker.package.shapes import Assessed


@pytest.fixture(scope="session")
def checker(library: Library, pack_text: str) -> Checker:
    return Checker(pack_text, json.dumps(words(library)), json.dumps(instruments(library)))


@pytest.fixture(scope="session")
def every(library: Library) -> list[dict[str, Any]]:
    """The facts of every case."""
    return [case.facts for instrument in library.instruments for case in instrument.cases]


@pytest.fixture(scope="session")
def answer(checker: Checker, every: list[dict[str, Any]]) -> Callable[[int], Assessed]:
    """What the package in the repository says of the case of this number; each is judged once."""
    return cache(lambda at: checker.assess(every[at]))


@pytest.fixture(scope="session")
def wheel(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(library, tmp_path_factory.mktemp("wheel"))


@dataclass(frozen=True)
class Installed:
    """A Python with the package; it sees neither the project nor the environment of who calls it."""

    python: Path

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        command = [str(self.python), "-I", "-X", "utf8", *arguments]
        return subprocess.run(
            command, input=given, capture_output=True, encoding="utf-8", cwd=self.python.parent, check=False
        )


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "--no-index", str(wheel)], check=True, capture_output=True)
    return Installed(python)
