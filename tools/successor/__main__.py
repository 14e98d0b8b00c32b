"""Builds the site with a successor of mkdocs in an environment of its own, and says what works: `python -m tools.successor NAME`.

Needs the assets (`python -m tools.build.assets`). All of it lies under .cache/successor/. Ends with 1 if something breaks.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

import policies
from tools.successor.pages import read
from tools.successor.settings import SUCCESSORS, Successor, settings
from tools.successor.table import BREAKS, WORKS, Row, rows, told

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache" / "successor"
LATEST = ("install", "--quiet", "--upgrade")


class Failed(Exception):
    """One line saying what could not be tried."""


def environment(name: str, successor: Successor) -> Path:
    """Its interpreter's folder: anew each time, with what the site needs and the newest successor that can be had."""
    folder = CACHE / f"{name}.venv"
    venv.create(folder, clear=True, with_pip=True)
    steps = [[*LATEST, "-r", str(ROOT / "requirements.lock")], [*LATEST, *successor.packages]]
    if successor.instead:
        steps.insert(1, ["uninstall", "--quiet", "--yes", *successor.instead])
    for step in steps:
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", *step]
        done = subprocess.run(pip, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise Failed(f"pip {step[0]} {step[-1]}: {last(done.stderr)}")
    return folder / "bin"


def work(name: str, successor: Successor) -> Path:
    """A folder with the pages, the theme and the settings, in which the successor builds `site`."""
    folder = CACHE / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "macros" / "theme", folder / "theme")
    if not successor.told:
        (folder / "macros").symlink_to(ROOT / "macros")  # mkdocs' plugin looks for its module here alone
    given = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    made = settings(given, successor, policies.load(), ROOT / "docs")
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder


def built(command: list[str], folder: Path) -> Row:
    """Builds in the folder. The row says how it ended."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds = f"{time.monotonic() - began:.0f} s"
    if done.returncode:
        return Row("builds, strictly", BREAKS, f"{seconds}: {last(done.stderr or done.stdout)}")
    return Row("builds, strictly", WORKS, seconds)


def mkdocs_build() -> Path:
    """The site to compare with. Raises Failed."""
    site = CACHE / "mkdocs"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = built(command, ROOT)
    if done.outcome == BREAKS:
        raise Failed(f"mkdocs itself does not build the site: {done.detail}")
    return site


def completed(python: Path, site: Path) -> Row:
    """What `make site` does when the pages are there: hashes of scripts, styles within the check page, its service worker.

    `python`: the successor's, which knows the scripts of its theme.
    """
    command = [str(python), "-m", "tools.build.after_build", str(site)]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))  # where node may lie
    environ = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", check=False)
    return Row("completed by after_build", BREAKS if done.returncode else WORKS, last(done.stderr))


def last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def versions(bin_folder: Path, successor: Successor) -> str:
    listed = subprocess.run(
        [bin_folder / "python", "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = {one["name"]: one["version"] for one in json.loads(listed.stdout)}
    return " + ".join(f"{name} {found[name]}" for name in successor.packages)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=SUCCESSORS)
    name = parser.parse_args().name
    successor = SUCCESSORS[name]
    CACHE.mkdir(parents=True, exist_ok=True)
    try:
        folder, reference = work(name, successor), mkdocs_build()
        programs = environment(name, successor)
        found = [built([str(programs / successor.build[0]), *successor.build[1:], "mkdocs.yml"], folder)]
    except (Failed, OSError, policies.DataError) as error:
        print(f"successor: error: {error}", file=sys.stderr)
        return 1
    site = folder / "site"
    pages = read(site)
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    found += rows(read(reference), pages, files)
    found.append(completed(programs / "python", site))
    print(told(versions(programs, successor), found))
    return 1 if any(one.outcome == BREAKS for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
