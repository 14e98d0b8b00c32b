"""The locks, resolved anew."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from tools.setup.node_packages import node_env, node_tools
from tools.setup.shell import PIP, ROOT, run, say

MIN_PYTHON = (3, 11)
# Which Python each is resolved for, the oldest that installs it.
PYTHON_OF = {
    "requirements": "3.11",
    "requirements-test": "3.11",
    "requirements-bench": "3.11",
    "requirements-pyodide": "3.12",
}


def resolve_locks() -> None:
    """Both are made aside and moved into place together, so that a failure leaves the old ones."""
    with tempfile.TemporaryDirectory() as temporary:
        aside = Path(temporary)
        for name in (*(f"{name}.in" for name in PYTHON_OF), "package.json", ".npmrc"):
            shutil.copy(ROOT / name, aside)
        resolve_python(aside)
        resolve_npm(aside)
        for name in (*(f"{name}.lock" for name in PYTHON_OF), "package-lock.json"):
            shutil.copy(aside / name, ROOT / name)


def resolve_python(aside: Path) -> None:
    run([sys.executable, "-m", "venv", aside / "uv"], "creating a venv for uv")
    run([aside / "uv/bin/python", *PIP, "install", "uv"], "pip install uv")
    # Fewest: the same versions on every Python, or pages and tests would differ between machines.
    options = ["--universal", "--fork-strategy", "fewest", "--generate-hashes", "--no-header", "--quiet"]
    for name, python in PYTHON_OF.items():
        say(f"resolving {name}.in")
        command = ["uv/bin/uv", "pip", "compile", *options, "--python-version", python, f"{name}.in"]
        run([aside / command[0], *command[1:], "--output-file", f"{name}.lock"], "uv pip compile", cwd=aside)


def resolve_npm(aside: Path) -> None:
    say("resolving package.json")
    folder, npm = node_tools()
    run([*npm, "install", "--package-lock-only"], "npm install", env=node_env(folder), cwd=aside)
    lock = aside / "package-lock.json"
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)  # addresses that nothing here needs
    lock.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
