"""Builds the site twice, in copies of the repository in different surroundings, and compares every byte: `make reproduce`.

The two differ in what a build may not depend on: where it lies, the time zone (their days differ at every hour), the locale, the mask
of new files, the order of Python's sets, and when the files were changed. Nothing is taken from a cache. reproducible-builds.org
says what is met by it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tools.release import sums

ROOT = Path(__file__).resolve().parent.parent.parent
# As `make site` has them
STEPS = (
    ("tools.build.assets",),
    ("tools.build.steps", "site"),
    ("tools.build.compress", "site"),
    ("tools.release.sums", "site"),
)


class Differs(Exception):
    """Lines saying what is not the same."""


@dataclass(frozen=True)
class Surroundings:
    """Of one build. `changed` is when its sources are said to have been, in seconds since 1970."""

    folder: str
    umask: int
    changed: int
    env: dict[str, str]


HERE = Surroundings("plain", 0o022, 1_700_000_000, {"TZ": "A-14", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"})
THERE = Surroundings("另 处/又一层", 0o077, 1_000_000_000, {"TZ": "B12", "LC_ALL": "C", "PYTHONHASHSEED": "12345"})


def sources() -> list[str]:
    """The files of the repository, those too that are not committed yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.split("\0")
    return [name for name in listed if name and (ROOT / name).is_file()]


def copy(target: Path, changed: int) -> None:
    """The repository's files, and the installed packages of npm, as hard links where that goes."""
    for name in sources():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
        os.utime(target / name, (changed, changed))
    shutil.copytree((ROOT / "node_modules").resolve(), target / "node_modules", symlinks=True, copy_function=link)


def link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target)


def build(folder: Path, place: Surroundings) -> Path:
    """The site, from the copy in this folder. Raises CalledProcessError."""
    env = {**os.environ, **place.env, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    for module, *arguments in STEPS:
        command = [sys.executable, "-m", module, *arguments]
        subprocess.run(command, cwd=folder, env=env, umask=place.umask, check=True)
    return folder / "site"


def compare(one: Path, other: Path) -> tuple[int, int]:
    """How many files there are, and bytes. Raises Differs."""
    left, right = sums.sums(one), sums.sums(other)
    told = [f"{path}: only in one of the two" for path in sorted(left.keys() ^ right.keys())]
    for path in sorted(left.keys() & right.keys()):
        if left[path] != right[path]:
            a, b = (one / path).read_bytes(), (other / path).read_bytes()
            at = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
            told.append(f"{path}: {len(a)} and {len(b)} bytes, the first other one is at {at}")
    if told:
        raise Differs("\n".join(told))
    return len(left), sum((one / path).stat().st_size for path in left)


def main() -> int:
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            copies = {Path(scratch) / place.folder: place for place in (HERE, THERE)}
            for folder, place in copies.items():  # both at first: nobody may change a file between the two
                copy(folder, place.changed)
            sites = [build(folder, place) for folder, place in copies.items()]
            files, size = compare(*sites)
            digest = hashlib.sha256((sites[0] / sums.NAME).read_bytes()).hexdigest()
    except (OSError, subprocess.CalledProcessError, Differs) as error:
        for line in str(error).splitlines():
            print(f"twice: error: {line}", file=sys.stderr)
        return 1
    print(f"twice: {files} files, {size} bytes, none different; {time.monotonic() - began:.0f} s")
    print(f"twice: SHA-256 of {sums.NAME}: {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
