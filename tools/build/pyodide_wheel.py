"""Builds and checks the wheel of the rule core with pyodide-build: `python -m tools.build.pyodide_wheel`.

pyodide-build needs Python 3.12 or later, so it gets a virtual environment of its own under .cache/, from this interpreter or from one in
PATH. Three of its commands run: `lockfile add-wheels` enters the wheel into the lock file of the pinned runtime, `py-compile` compiles
its modules, `build` builds it anew from the same sources. `build` fetches a cross-build environment from a code host, of which a
package without compiled code uses nothing; `--registries-only` leaves it out where only the package registries can be reached.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from policies import DataError, load
from tools.setup.shell import PIP, ROOT, Stop, digest, matches, run
from wasm_checker.build import wheel
from wasm_checker.runtime import BuildError

OLDEST = (3, 12)
NAMES = ("python3", "python3.14", "python3.13", "python3.12")
LOCK = ROOT / "requirements-pyodide.lock"
CACHE = ROOT / ".cache" / "pyodide-build"
RUNTIME_LOCK = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"
# Pure Python: no compiler is looked for.
BUILDING = {"SOURCE_DATE_EPOCH": wheel.EPOCH, "SKIP_EMSCRIPTEN_VERSION_CHECK": "1"}
Command = list[str | Path]
_ASK = "import sys; print(*sys.version_info[:2])"


def interpreter() -> tuple[Path, str]:
    """A Python that is new enough, and its version. Raises Stop if there is none."""
    for path in filter(None, (sys.executable, *map(shutil.which, NAMES))):
        asked = subprocess.run([path, "-c", _ASK], capture_output=True, encoding="utf-8", check=False)
        version = tuple(map(int, asked.stdout.split())) if asked.returncode == 0 else ()
        if version >= OLDEST:
            return Path(path), ".".join(map(str, version))
    raise Stop("pyodide-build needs Python 3.12 or later, and there is none in PATH")


def installed() -> Path:
    """The folder of the commands of an environment with what the lock names, made now if it is not there."""
    python, version = interpreter()
    value, stamp = digest(LOCK.read_bytes(), version.encode()), CACHE / ".made-for"
    if not matches(stamp, value):
        run([python, "-m", "venv", "--clear", CACHE], "creating an environment for pyodide-build")
        # -I: what this process can import is not there for that one.
        command: Command = [CACHE / "bin" / "python", "-I", *PIP, "install", "--no-deps", "--only-binary", ":all:"]
        run([*command, "--require-hashes", "-r", LOCK], "pip install (is the package index within reach?)")
        stamp.write_text(value, encoding="utf-8")
    print(f"pyodide-build on Python {version}", flush=True)
    return CACHE / "bin"


def entered(commands: Path, made: Path, aside: Path) -> None:
    """Raises Stop unless the lock file that comes out names the wheel rightly: hash, import, nothing that it depends on."""
    out = aside / "pyodide-lock.json"
    command: Command = [commands / "pyodide", "lockfile", "add-wheels", "--input", RUNTIME_LOCK, "--output", out]
    run([*command, "--base-path", made.parent, made], "pyodide lockfile")
    entry = json.loads(out.read_text(encoding="utf-8"))["packages"].get("rongcuo-core", {})
    wanted = {
        "version": made.name.split("-")[1],
        "file_name": made.name,
        "sha256": hashlib.sha256(made.read_bytes()).hexdigest(),
        "imports": [wheel.NAME],
        "depends": [],
    }
    wrong = [key for key, value in wanted.items() if entry.get(key) != value]
    if wrong:
        raise Stop(f"pyodide lockfile: {wrong[0]} is {entry.get(wrong[0])!r}, not {wanted[wrong[0]]!r}")
    print("lockfile add-wheels: entered into the runtime's lock file", flush=True)


def compiled(commands: Path, made: Path, aside: Path) -> None:
    """Raises Stop unless every module is compiled, and all that is no module stays."""
    copy = aside / made.name
    shutil.copyfile(made, copy)
    run([commands / "pyodide", "py-compile", "--silent", copy], "pyodide py-compile")
    (out,) = aside.glob("*.whl")
    left = set(contents(out))
    modules = {name for name in contents(made) if name.endswith(".py")}
    missing = [name for name in sorted(modules) if f"{name}c" not in left or name in left]
    if missing:
        raise Stop(f"pyodide py-compile: {missing[0]} is not compiled")
    print(f"py-compile: {len(modules)} modules", flush=True)


def built(commands: Path, made: Path, source: Path, aside: Path) -> None:
    """Raises Stop unless `pyodide build` makes the same wheel of the same sources."""
    command: Command = [commands / "pyodide", "build", "--no-isolation", "--outdir", aside, source]
    run(command, "pyodide build (is the code host of its cross-build environment within reach?)", env=BUILDING)
    (again,) = aside.glob("*.whl")
    print(f"build: the same wheel, {same(made, again)}", flush=True)


def same(one: Path, other: Path) -> str:
    """In what they are the same. Raises Stop with the first difference."""
    if one.name != other.name:
        raise Stop(f"pyodide build made {other.name}, not {one.name}")
    mine, theirs = contents(one), contents(other)
    for name in sorted(mine.keys() | theirs.keys()):
        if mine.get(name) != theirs.get(name):
            raise Stop(f"pyodide build made another {name}")
    alike = one.read_bytes() == other.read_bytes()
    return "byte for byte" if alike else "file for file (this Python compresses otherwise)"


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--registries-only", action="store_true", help="leave out what a code host is needed for")
    options = parser.parse_args()
    try:
        commands = installed()
        with tempfile.TemporaryDirectory() as scratch:
            source, *aside = (Path(scratch) / name for name in ("source", "made", "lock", "compiled", "built"))
            for folder in aside:
                folder.mkdir()
            library = load()
            wheel.lay(library, source)
            made = wheel.build(library, aside[0])
            entered(commands, made, aside[1])
            compiled(commands, made, aside[2])
            if not options.registries_only:
                built(commands, made, source, aside[3])
    except (Stop, DataError, BuildError, OSError) as error:
        print(f"pyodide_wheel: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
