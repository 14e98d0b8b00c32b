"""The Python runtime as the site ships it: the pinned Pyodide from npm, awake and cut to what runs the rule core.

Made by make.js with the runtime itself, and kept in a cache under the hash of all it is made from, so that a change of pages
makes nothing anew. The unmodified runtime is shipped beside it: it is what the page falls back to.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wasm_checker.runtime.node import node

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent
STAND_INS = HERE / "stand_ins"
LICENCES = HERE / "licences"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
MADE = ("python.wasm", "glue.js", "kept.json")
_TOOLS = (
    *(HERE / f"{name}.js" for name in ("make", "memory-image", "start-in-node", "wasm", "wasm-format", "glue")),
    HERE.parent / "browser" / "judge" / "start-pyodide.js",
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


class BuildError(Exception):
    """One line saying what is missing."""


def pinned() -> str:
    """The version of Pyodide: the one pin is that of package.json. README.md beside this file says how to move it."""
    manifest = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))
    version: str = manifest["dependencies"]["pyodide"]
    return version


def check(source: Path) -> None:
    """Raises BuildError if the runtime is not the pinned one."""
    manifest = source / "package.json"
    version = json.loads(manifest.read_text(encoding="utf-8"))["version"] if manifest.exists() else "没有安装"
    if version != pinned():
        raise BuildError(f"需要 npm 包 pyodide {pinned()}，现在是 {version}；请先运行 npm ci")


def served(name: str) -> str:
    """The name under which a published file lies on the site: common servers send .mjs with a type that browsers refuse."""
    return name.replace(".mjs", ".js")


def plain(source: Path, target: Path) -> None:
    """The runtime as it was published, but for names."""
    target.mkdir()
    for name in FILES:
        shutil.copyfile(source / name, target / served(name))


def licences() -> str:
    """What is shipped of other people's, what of it is modified, and under which licences."""
    names = ("NOTICE", "MPL-2.0", "CPython", "CPython-within", "Within")
    texts = [(LICENCES / f"{name}.txt").read_text(encoding="utf-8").strip() for name in names]
    return "\n\n\n".join(texts).replace("@VERSION@", pinned()) + "\n"


def core_archive() -> bytes:
    """The core's sources, for the runtime as it was published."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "core.zip"
        archive(path, core_sources(), zipfile.ZIP_DEFLATED)
        return path.read_bytes()


@dataclass(frozen=True)
class Use:
    """What the lean runtime is cut to: the rule pack and calls of the core's service, both as JSON."""

    pack: str
    calls: str


def made(source: Path, cache: Path, use: Use) -> bool:
    """Whether the lean runtime is in the cache."""
    return (cache / key(source, use)).is_dir()


def lean(source: Path, cache: Path, use: Use) -> Path:
    """The folder in the cache with python.wasm, glue.js and kept.json, made now if it is not there."""
    folder = cache / key(source, use)
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix=".") as scratch:
            library, out = Path(scratch) / "library.zip", Path(scratch) / "made"
            archive(library, library_sources(source), zipfile.ZIP_STORED)
            pack, calls = Path(scratch) / "pack.json", Path(scratch) / "calls.json"
            pack.write_text(use.pack, encoding="utf-8")
            calls.write_text(use.calls, encoding="utf-8")
            _make(source, library, pack, calls, out)
            if not folder.is_dir():  # another build may have been quicker
                out.rename(folder)
    return folder


def _make(source: Path, library: Path, pack: Path, calls: Path, out: Path) -> None:
    command = [node(), HERE / "make.js", source, library, pack, calls, out]
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**os.environ, "TZ": "UTC"},  # the memory holds the zone
    )
    if done.returncode or not all((out / name).is_file() for name in MADE):
        raise BuildError(f"没有做成精简的运行时：{done.stderr[-2000:].strip() or '没有说明原因'}")


def key(source: Path, use: Use) -> str:
    """The hash of everything the lean runtime is made from."""
    digest = hashlib.sha256(f"{pinned()}\0{use.pack}\0{use.calls}".encode())
    for name in FILES:
        digest.update(hashlib.sha256((source / name).read_bytes()).digest())
    own = {path.name: path.read_bytes() for path in _TOOLS} | core_sources() | _stand_ins()
    for name in sorted(own):
        digest.update(f"\0{name}\0".encode() + hashlib.sha256(own[name]).digest())
    return digest.hexdigest()[:20]


def core_sources() -> dict[str, bytes]:
    paths = [HERE.parent / "__init__.py", *sorted((HERE.parent / "core").rglob("*.py"))]
    return {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in paths}


def _stand_ins() -> dict[str, bytes]:
    return {path.relative_to(STAND_INS).as_posix(): path.read_bytes() for path in sorted(STAND_INS.rglob("*.py"))}


def library_sources(source: Path) -> dict[str, bytes]:
    """The runtime's standard library with the stand-ins in their places, and the core."""
    with zipfile.ZipFile(source / "python_stdlib.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    stand_ins = _stand_ins()
    whole = tuple(name.removesuffix("__init__.py") for name in stand_ins if name.endswith("__init__.py"))
    kept: Iterable[str] = (name for name in files if not name.startswith(whole))
    return {name: files[name] for name in kept} | stand_ins | core_sources()


def archive(path: Path, files: Mapping[str, bytes], method: int) -> None:
    """With fixed times, so that equal sources give equal bytes."""
    with zipfile.ZipFile(path, "w", method) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), files[name], method)
