"""Writes the checker's assets: `python -m wasm_checker.build --out FOLDER`.

pack.json (rules), words.json (what the page says about them), core.zip (the rule core), pyodide/ (the pinned runtime from
npm, unchanged) and the page's scripts. Everything is written to a fresh folder that replaces the old one at the end, so a
failure leaves what was there.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from policies import DataError, Library, load
from wasm_checker import export
from wasm_checker.bundle import BundleError, bundle
from wasm_checker.core.assess import Core
from wasm_checker.pack import rule_pack
from wasm_checker.words import words

HERE = Path(__file__).parent
RUNTIME = HERE.parent / "node_modules" / "pyodide"
RUNTIME_VERSION = "314.0.7"
RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
_EPOCH = (1980, 1, 1, 0, 0, 0)


class BuildError(Exception):
    """One line saying what is missing."""


def build(library: Library, out: Path, runtime: Path = RUNTIME) -> None:
    """Replaces `out` by a complete set of assets. Raises BuildError if the runtime is not the pinned one."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".") as scratch:
        fresh = Path(scratch) / "checker"
        fresh.mkdir()
        _write_json(fresh / "pack.json", rule_pack(library))
        _write_json(fresh / "words.json", words(library))
        _diagrams(library, fresh)
        _core_archive(fresh / "core.zip")
        for source in sorted((HERE / "browser").iterdir()):
            if source.suffix in {".mjs", ".css"}:
                shutil.copyfile(source, fresh / source.name)
        bundle(fresh)
        _runtime(runtime, fresh / "pyodide")
        _write_json(fresh / "sizes.json", _sizes(fresh))
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _diagrams(library: Library, folder: Path) -> None:
    """The compiled rules: diagrams.json for walk.mjs, and both in one classic script, walk.js."""
    data = export.diagrams(Core.from_pack(rule_pack(library)))
    _write_json(folder / "diagrams.json", data)
    scripts = [(HERE / "browser" / name).read_text(encoding="utf-8") for name in export.WALK]
    (folder / "walk.js").write_text(export.classic(scripts, data), encoding="utf-8")


def _core_archive(path: Path) -> None:
    """The core's modules, with fixed times, so that equal sources give equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in _core_sources():
            entry = zipfile.ZipInfo(source.relative_to(HERE.parent).as_posix(), _EPOCH)
            archive.writestr(entry, source.read_bytes(), zipfile.ZIP_DEFLATED)


def _core_sources() -> Iterable[Path]:
    return [HERE / "__init__.py", *sorted((HERE / "core").glob("*.py"))]


def _runtime(source: Path, target: Path) -> None:
    manifest = source / "package.json"
    version = json.loads(manifest.read_text(encoding="utf-8"))["version"] if manifest.exists() else "没有安装"
    if version != RUNTIME_VERSION:
        raise BuildError(f"需要 npm 包 pyodide {RUNTIME_VERSION}，现在是 {version}；请先运行 npm ci")
    target.mkdir()
    for name in RUNTIME_FILES:
        shutil.copyfile(source / name, target / name)


def _sizes(folder: Path) -> dict[str, int]:
    """The bytes of every file the worker fetches, for an honest progress bar."""
    fetched = [folder / "core.zip", folder / "pack.json", *sorted((folder / "pyodide").iterdir())]
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in fetched if path.suffix != ".mjs"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker.build", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    try:
        build(load(), parser.parse_args().out)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except (BuildError, BundleError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
