"""SHA256SUMS of all files in a folder, as `sha256sum` writes and reads it: `python3 -m tools.release.sums [--check] FOLDER`.

Only the standard library: a site is checked where nothing is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

NAME = "SHA256SUMS"


def sums(folder: Path) -> dict[str, str]:
    """Path in the folder → SHA-256 in hex, of every file but SHA256SUMS itself, in the order of the paths."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in paths if path != NAME}


def text(found: dict[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in found.items())


def write(folder: Path) -> None:
    (folder / NAME).write_text(text(sums(folder)), encoding="utf-8", newline="\n")


def differences(folder: Path) -> list[str]:
    """A line for each file that is missing, new or another than SHA256SUMS says. Raises OSError if there is none."""
    lines = (folder / NAME).read_text(encoding="utf-8").splitlines()
    said = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    found = sums(folder)
    told = []
    for path in sorted(said.keys() | found.keys()):
        if path not in found:
            told.append(f"{path}: missing")
        elif path not in said:
            told.append(f"{path}: not in {NAME}")
        elif said[path] != found[path]:
            told.append(f"{path}: changed")
    return told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m tools.release.sums", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    try:
        if not options.check:
            write(options.folder)
            return 0
        told = differences(options.folder)
    except OSError as error:
        print(f"sums: error: {error}", file=sys.stderr)
        return 1
    for line in told:
        print(f"sums: error: {line}", file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
