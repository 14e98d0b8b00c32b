"""Writes the checker's assets: `python -m wasm_checker.build --out FOLDER --page FOLDER`.

The style sheets keep their names, for the build puts them into the page; whatever else it loads has the hash of its content in
its name, so that no cache can mix two versions, and manifest.json says which is which.
pyodide-…/ is the runtime as it was published. Everything is written to a fresh folder that replaces the old one at the end, so a
failure leaves what was there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policies import DataError, Library, load
from wasm_checker import runtime
from wasm_checker.build.bundle import BundleError, bundle, classic_script, scripts, styles
from wasm_checker.build.workload import calls
from wasm_checker.content import diagram_json, law
from wasm_checker.content.pack import rule_pack
from wasm_checker.content.page_texts import first, words
from wasm_checker.core.assess import Core
from wasm_checker.runtime import BuildError
from wasm_checker.runtime.node import NodeMissing

CHECKER = Path(__file__).parent.parent
BROWSER = CHECKER / "browser"
RUNTIME = CHECKER.parent / "node_modules" / "pyodide"
CACHE = CHECKER.parent / ".cache" / "runtime"
TABLE = "kit/asset-table.js"
Files = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Folders:
    """`fresh` becomes `out`; `aside` is scratch; `page` is where the page lies."""

    fresh: Path
    aside: Path
    out: Path
    page: Path


def build(
    library: Library, out: Path, page: Path, source: Path = RUNTIME, cache: Path = CACHE, *, plain: bool = False
) -> None:
    """Replaces `out` by a complete set of assets; `plain` runs the unmodified runtime and makes no other.

    The worker goes into `page`, the folder of the page, since a service worker answers a worker only within its own scope.

    Raises BuildError if the runtime in `source` is not the pinned one.
    """
    runtime.check(source)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".") as scratch:
        fresh, aside = Path(scratch) / "checker", Path(scratch) / "aside"
        fresh.mkdir()
        aside.mkdir()
        files = (
            _runtime(source, fresh) | hashed(fresh, "core.zip", runtime.core_archive()) | _data(library, fresh, aside)
        )
        if not plain:
            made = runtime.lean(source, cache, use(library))
            for name in ("python.wasm", "glue.js"):
                files |= hashed(fresh, name, (made / name).read_bytes())
        worker = _scripts(Folders(fresh, aside, out, page), files, "plain" if plain else "lean")
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)
        page.mkdir(parents=True, exist_ok=True)
        for old in page.glob("worker.*.js"):
            old.unlink()
        (page / worker[0]).write_bytes(worker[1])


def use(library: Library) -> runtime.Use:
    """What the lean runtime shall be able to do."""
    return runtime.Use(_json(rule_pack(library)), _json(list(calls(library))))


def _runtime(source: Path, fresh: Path) -> Files:
    """As it was published, in a folder named by its version; the worker knows the files, so that it can count what arrives."""
    folder = f"pyodide-{runtime.pinned()}/"
    runtime.plain(source, fresh / folder)
    # The last lies within the worker.
    names = {f"plain/{file}": file for file in map(runtime.served, runtime.FILES) if file != "pyodide.js"}
    names |= {"python.wasm": "pyodide.asm.wasm", "glue.js": "pyodide.asm.js"}
    sizes = {name: (fresh / folder / file).stat().st_size for name, file in names.items()}
    files: Files = {"plain/": {"path": folder}}
    return files | {name: {"path": folder + file, "size": sizes[name]} for name, file in names.items()}


def _data(library: Library, fresh: Path, aside: Path) -> Files:
    """The rules as a pack and the words; the walk with its diagrams as one classic script, walk.js; and what first.js has within."""
    pack = rule_pack(library)
    core = Core.from_pack(pack)
    if broken := list(law.broken(core)):
        raise BuildError(f"可能符合的结论旁边会有“不要打算”的提示：{'；'.join(broken)}")
    diagrams = diagram_json.diagrams(core)
    walk = [(BROWSER / "judge" / name).read_text(encoding="utf-8") for name in diagram_json.WALK]
    (fresh / "walk.js").write_text(diagram_json.classic(walk, diagrams), encoding="utf-8")
    contents = {"pack.json": pack, "words.json": words(library)}
    version = contents["words.json"]["data"]["version"]
    first_verdict = {"diagrams": diagrams, "words": first(library), "version": version}
    (aside / "first.json").write_text(diagram_json.in_script(first_verdict), encoding="utf-8")
    files: Files = {}
    for name, content in contents.items():
        files |= hashed(fresh, name, _json(content).encode())
    return files


def _scripts(folders: Folders, files: Files, kind: str) -> tuple[str, bytes]:
    """The worker knows its own files, the page those and the worker, whose name and content are returned."""
    fresh, aside = folders.fresh, folders.aside
    lay_scripts(aside)
    styles(sorted(BROWSER.rglob("*.css")), fresh)
    fill_table(aside, files, kind, f"{os.path.relpath(folders.out, folders.page)}/")
    made = scripts(aside / "judge" / "worker.js", aside / "made")
    worker = (made / "worker.js").read_bytes()
    worker_name = _hashed_name("worker.js", worker)
    files["worker.js"] = {"path": os.path.relpath(folders.page / worker_name, folders.out), "size": len(worker)}
    classic_script(aside / "arrive" / "first-verdict.js", aside / "first.js")
    files |= hashed(fresh, "first.js", (aside / "first.js").read_bytes())
    fill_table(aside, files, kind, "./")
    classic_script(aside / "arrive" / "offline-file.js", fresh / "single.js")
    page = scripts(aside / "arrive" / "checker.js", aside / "page")
    for path in sorted(page.iterdir()):
        if path.name != "checker.js":
            shutil.copyfile(path, fresh / path.name)
    register = scripts(aside / "arrive" / "register.js", aside / "register")
    for script in (page / "checker.js", register / "register.js"):
        files |= hashed(fresh, script.name, script.read_bytes())
    version = hashlib.sha256(_json(files).encode()).hexdigest()[:16]
    imported = re.findall(r'(?:from|import)"\./([^"]+\.js)"', (page / "checker.js").read_text(encoding="utf-8"))
    manifest = {
        "version": version,
        "runtime": kind,
        "files": files,
        "preload": [files["checker.js"]["path"], *imported],
    }
    (fresh / "manifest.json").write_text(_json(manifest), encoding="utf-8")
    return worker_name, worker


def lay_scripts(folder: Path) -> None:
    """The page's modules in their rooms, and beside these what is bundled of other people's libraries."""
    shutil.copytree(BROWSER, folder, ignore=shutil.ignore_patterns("*.css", "*.d.ts"), dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")  # node asks for it outside the project
    bundle(folder)


def fill_table(aside: Path, files: Files, kind: str, base: str) -> None:
    """Fills in the empty table of asset-table.js among the scripts laid in `aside`; `base` leads from the script to the assets."""
    text = (BROWSER / TABLE).read_text(encoding="utf-8")
    for empty, filled in {
        "const files = {};": f"const files = {_json(files)};",
        'const runtime = "lean";': f'const runtime = "{kind}";',
        'new URL("./", import.meta.url)': f'new URL("{base}", import.meta.url)',
    }.items():
        if text.count(empty) != 1:
            raise BuildError(f"asset-table.js 里应当有一行 {empty}")
        text = text.replace(empty, filled)
    (aside / TABLE).write_text(text, encoding="utf-8")


def hashed(fresh: Path, name: str, content: bytes) -> Files:
    """Writes the content under a name with its hash, and says which."""
    path = _hashed_name(name, content)
    (fresh / path).write_bytes(content)
    return {name: {"path": path, "size": len(content)}}


def _hashed_name(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker.build", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--page", type=Path, required=True, help="the folder of the page, for its worker")
    parser.add_argument("--plain", action="store_true", help="run the runtime as it was published, uncut")
    parser.add_argument("--made", action="store_true", help="the same, unless the cut one is in the cache already")
    options = parser.parse_args()
    try:
        library = load()
        plain = options.plain or (options.made and not runtime.made(RUNTIME, CACHE, use(library)))
        build(library, options.out, options.page, plain=plain)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except (BuildError, BundleError, NodeMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
