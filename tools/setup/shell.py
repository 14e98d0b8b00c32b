"""What every installer stands on: where things lie, commands and their failures, stamps, apt. Only the standard library."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]


class Stop(Exception):
    """An ordinary failure, told in one line."""


def say(line: str) -> None:
    print(f"bootstrap: {line}", flush=True)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Says what begins, and how many seconds it took."""
    say(f"{what} …")
    began = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - began:.0f} s")


def run(
    command: list[str | Path], what: str, *, stdin: str = "", env: dict[str, str] | None = None, cwd: Path = ROOT
) -> str:
    """Returns what the command printed; raises Stop with the line of it that tells most."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            input=stdin,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Stop(f"{what}: {error}") from error
    if done.returncode:
        reason = telling_line(done.stderr) or telling_line(done.stdout) or f"exit code {done.returncode}"
        raise Stop(f"{what} failed: {reason}")
    return done.stdout


def telling_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    aside = re.compile(r"npm (error|ERR!)( code | errno | syscall | path |.*complete log|\s*$)")
    errors = [line for line in lines if re.match(r"ERROR:|E:|error:|npm (error|ERR!)", line) and not aside.match(line)]
    return (errors or lines[-1:] or [""])[0]


def digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def matches(stamp: Path, value: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def apt_usable() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    say(f"apt-get install {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    # Debian's images come without package lists; an old list names files that are gone.
    run(["apt-get", "update", "-qq"], "apt-get update", env=env)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], "apt-get install", env=env)
