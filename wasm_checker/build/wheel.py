"""Writes the rule core as a wheel: `python -m wasm_checker.build.wheel --out FOLDER`.

The package's own modules, the core and their data are laid out under one name and built by pip with the backend that
wasm_checker/package/pyproject.toml names; nothing is fetched. The name of the file has the project's version and the hash of all
that is in it, for pip leaves an installed package alone whose version is the same; wheel.json beside it tells name, size and hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from policies import DataError, Library, load
from wasm_checker import runtime
from wasm_checker.content.instruments import instruments
from wasm_checker.content.pack import rule_pack
from wasm_checker.content.page_texts import words
from wasm_checker.runtime import BuildError

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "wasm_checker" / "package"
NAME = "rongcuo_core"
INDEX = "wheel.json"
_OURS = re.compile(r"\bwasm_checker\.(?:package|core\b)")
_UNVERSIONED = 'version = "0"'
EPOCH = "315532800"  # 1980, the first year that a zip file knows: equal contents give equal bytes on any day
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "--isolated", "wheel")
_LOCAL = ("--no-deps", "--no-index", "--no-build-isolation", "--no-cache-dir")


def build(library: Library, out: Path) -> Path:
    """Replaces the wheel in `out`, and wheel.json beside it; returns the wheel. Raises BuildError if the backend will not."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        source, made = Path(scratch) / "source", Path(scratch) / "made"
        version = lay(library, source)
        command = [sys.executable, *_PIP, *_LOCAL, "--wheel-dir", str(made), str(source)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
        wheels = [*made.glob("*.whl")] if made.is_dir() else []
        if done.returncode or len(wheels) != 1:
            raise BuildError(f"没有做成规则包：{done.stderr[-2000:].strip() or '没有说明原因'}")
        for old in out.glob(f"{NAME}-*.whl"):
            old.unlink()
        wheel = out / wheels[0].name
        shutil.copyfile(wheels[0], wheel)
    content = wheel.read_bytes()
    index = {
        "name": "rongcuo-core",
        "version": version,
        "file": wheel.name,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    (out / INDEX).write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")
    return wheel


def lay(library: Library, folder: Path) -> str:
    """Lays out what the wheel is built from; returns its version."""
    files = sources(library)
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"\0{name}\0".encode() + hashlib.sha256(files[name]).digest())
    version = f"{_project_version()}+{digest.hexdigest()[:12]}"
    files["pyproject.toml"] = _once(files["pyproject.toml"], _UNVERSIONED, f'version = "{version}"')
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o644)
    return version


def sources(library: Library) -> dict[str, bytes]:
    """All that the wheel is made from, the version aside: name → content."""
    own = {path.name: path.read_bytes() for path in [*sorted(PACKAGE.glob("*.py")), PACKAGE / "py.typed"]}
    core = {name: content for name, content in runtime.core_sources().items() if name.startswith("wasm_checker/core/")}
    modules = own | {name.removeprefix("wasm_checker/"): content for name, content in core.items()}
    data = {"pack": rule_pack(library), "words": words(library), "instruments": instruments(library)}
    return {
        **{f"{NAME}/{name}": _renamed(content) for name, content in modules.items()},
        **{f"{NAME}/data/{name}.json": _json(content) for name, content in data.items()},
        "pyproject.toml": (PACKAGE / "pyproject.toml").read_bytes(),
        "README.md": (PACKAGE / "README.md").read_bytes(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
    }


def _renamed(content: bytes) -> bytes:
    """A module under the package's one name: nothing else of ours is put among what others have installed."""
    names = {"wasm_checker.package": NAME, "wasm_checker.core": f"{NAME}.core"}
    return _OURS.sub(lambda found: names[found[0]], content.decode()).encode()


def _project_version() -> str:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version: str = settings["project"]["version"]
    return version


def _once(content: bytes, old: str, new: str) -> bytes:
    text = content.decode()
    if text.count(old) != 1:
        raise BuildError(f"wasm_checker/package/pyproject.toml 里应当有一行 {old}")
    return text.replace(old, new).encode()


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker.build.wheel", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    options = parser.parse_args()
    try:
        build(load(), options.out)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
