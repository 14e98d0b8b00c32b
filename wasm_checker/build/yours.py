"""Writes what the page 比您那里的 loads: `python -m wasm_checker.build.yours --out docs/assets/yours --checker docs/assets/checker`.

Its Python runs in the runtime as it was published, which lies with the checker's assets already; the lean one is cut to the rule core.
Every file but the example is named by its content; manifest.json says which is which.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from policies import DataError, load
from wasm_checker.build.assets import fill_table, hashed, lay_scripts
from wasm_checker.build.bundle import BundleError, scripts
from wasm_checker.runtime import BuildError
from wasm_checker.runtime.node import NodeMissing
from yours import archive, held

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "browser" / "yours" / "sample.txt"


def write(out: Path, checker: Path) -> None:
    """Replaces `out`. Raises DataError, or BundleError if esbuild refuses."""
    library = load()
    manifest = json.loads((checker / "manifest.json").read_text(encoding="utf-8"))
    beside = os.path.relpath(checker, out)
    files = {
        name: {**file, "path": f"{beside}/{file['path']}"}
        for name, file in manifest["files"].items()
        if name.startswith("plain/")
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".") as scratch:
        fresh, aside = Path(scratch) / "yours", Path(scratch) / "aside"
        fresh.mkdir()
        archive.write(aside.with_suffix(".zip"))
        held.write(library, aside.with_suffix(".json"))
        files |= hashed(fresh, "modules.zip", aside.with_suffix(".zip").read_bytes())
        files |= hashed(fresh, "held.json", aside.with_suffix(".json").read_bytes())
        shutil.copyfile(SAMPLE, fresh / SAMPLE.name)
        lay_scripts(aside)
        for name in ("worker.js", "page.js"):  # the page knows the worker's name
            fill_table(aside, files, "plain", "./")
            made = scripts(aside / "yours" / name, aside / f"made-{name}")
            files |= hashed(fresh, name, (made / name).read_bytes())
        (fresh / "manifest.json").write_text(json.dumps(files), encoding="utf-8")
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker.build.yours", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--checker", type=Path, required=True, help="the checker's assets, made before")
    options = parser.parse_args()
    try:
        write(options.out, options.checker)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except (BuildError, BundleError, NodeMissing, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
