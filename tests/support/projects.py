"""A copy of the project whose data a test may change, and the site built of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.folders import ROOT
from tools.build.assets import GENERATORS
from tools.build.steps import after_assets

# As `make site`; the runtime as it was published, for it is not cut anew for a library of a minute.
STEPS = (
    *(f"{' '.join(one)} --plain" if one[0] == "wasm_checker.build" else " ".join(one) for one in GENERATORS),
    "macros.stubs",
    *(" ".join(one) for one in after_assets("site")),
)


def copy(folder: Path) -> None:
    """The code, the data and the pages, without what is built."""
    for room in ("importer", "macros", "policies", "wasm_checker", "docs"):
        built = ("assets", "check", "data") if room == "docs" else ()
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", *built))
    for name in ("node_modules", "tools"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("LICENSE", "mkdocs.yml", "package.json", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)


def build(folder: Path) -> Path:
    """The folder of the site."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    for step in STEPS:
        command = [sys.executable, "-m", *step.split()]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{step}: {done.stdout}{done.stderr}"
    return folder / "site"
