"""Writes the checker's assets: `python -m wasm_checker.build --out FOLDER`.

The style sheets keep their names, for tools.build.after_build puts them into the page; whatever else it loads has the hash of its content in
its name, so that no cache can mix two versions, and manifest.json says which is which. checker.js itself only names the script.
pyodide-…/ is the runtime as it was published. Everything is written to a fresh folder that replaces the old one at the end, so a
failure leaves what was there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from policies import DataError, Library, load
from wasm_checker import runtime
from wasm_checker.build.bundle import BundleError, bundle, classic_script, scripts
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


def build(library: Library, out: Path, source: Path = RUNTIME, cache: Path = CACHE, *, plain: bool = False) -> None:
    """Replaces `out` by a complete set of assets; `plain` runs the unmodified runtime and makes no other.

    Raises BuildError if the runtime in `source` is not the pinned one.
    """
    runtime.check(source)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".") as scratch:
        fresh, aside = Path(scratch) / "checker", Path(scratch) / "aside"
        fresh.mkdir()
        aside.mkdir()
        files = (
            _runtime(source, fresh) | _hashed(fresh, "core.zip", runtime.core_archive()) | _data(library, fresh, aside)
        )
        if not plain:
            made = runtime.lean(source, cache, use(library))
            for name in ("python.wasm", "glue.js"):
                files |= _hashed(fresh, name, (made / name).read_bytes())
        _scripts(fresh, aside, files, "plain" if plain else "lean")
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)


def use(library: Library) -> runtime.Use:
    """What the lean runtime shall be able to do."""
    return runtime.Use(_json(rule_pack(library)), _json(list(calls(library))))


def _runtime(source: Path, fresh: Path) -> Files:
    """As it was published, in a folder named by its version; the worker knows the files, so that it can count what arrives."""
    folder = f"pyodide-{runtime.VERSION}/"
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
        files |= _hashed(fresh, name, _json(content).encode())
    return files


def _scripts(fresh: Path, aside: Path, files: Files, kind: str) -> None:
    """The worker knows its own files, the page those and the worker."""
    lay_scripts(aside)
    for path in sorted(BROWSER.rglob("*.css")):
        shutil.copyfile(path, fresh / path.name)
    bundled = (aside / "LICENSES.txt").read_text(encoding="utf-8")
    (fresh / "LICENSES.txt").write_text(f"{runtime.licences()}\n\n{bundled}", encoding="utf-8")
    _table(aside / TABLE, files, kind)
    made = scripts(aside / "judge" / "worker.js", aside / "made")
    files |= _hashed(fresh, "worker.js", (made / "worker.js").read_bytes())
    classic_script(aside / "arrive" / "first-verdict.js", aside / "first.js")
    files |= _hashed(fresh, "first.js", (aside / "first.js").read_bytes())
    _table(aside / TABLE, files, kind)
    classic_script(aside / "arrive" / "offline-file.js", fresh / "single.js")
    page = scripts(aside / "arrive" / "checker.js", aside / "page")
    for path in sorted(page.iterdir()):
        if path.name != "checker.js":
            shutil.copyfile(path, fresh / path.name)
    register = scripts(aside / "arrive" / "register.js", aside / "register")
    for script in (page / "checker.js", register / "register.js"):
        files |= _hashed(fresh, script.name, script.read_bytes())
    # The name that a page has before tools.build.after_build has completed it.
    (fresh / "checker.js").write_text(f'import "./{files["checker.js"]["path"]}";\n', encoding="utf-8")
    version = hashlib.sha256(_json(files).encode()).hexdigest()[:16]
    (fresh / "manifest.json").write_text(_json({"version": version, "runtime": kind, "files": files}), encoding="utf-8")


def lay_scripts(folder: Path) -> None:
    """The page's modules in their rooms, and beside these what is bundled of other people's libraries."""
    shutil.copytree(BROWSER, folder, ignore=shutil.ignore_patterns("*.css"), dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")  # node asks for it outside the project
    bundle(folder)


def _table(path: Path, files: Files, kind: str) -> None:
    """Fills in the empty table of asset-table.js."""
    text = (BROWSER / TABLE).read_text(encoding="utf-8")
    for empty, filled in {
        "const files = {};": f"const files = {_json(files)};",
        'const runtime = "lean";': f'const runtime = "{kind}";',
    }.items():
        if text.count(empty) != 1:
            raise BuildError(f"asset-table.js 里应当有一行 {empty}")
        text = text.replace(empty, filled)
    path.write_text(text, encoding="utf-8")


def _hashed(fresh: Path, name: str, content: bytes) -> Files:
    stem, _, suffix = name.rpartition(".")
    path = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    (fresh / path).write_bytes(content)
    return {name: {"path": path, "size": len(content)}}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker.build", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--plain", action="store_true", help="run the runtime as it was published, uncut")
    options = parser.parse_args()
    try:
        build(load(), options.out, plain=options.plain)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except (BuildError, BundleError, NodeMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
