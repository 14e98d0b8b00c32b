"""Writes the published form of the compiled rules: `python -m wasm_checker.publish --out docs/data`.

diagrams.json with its schema, and the scripts that walk it: walk.mjs, a module for the data beside it, and walk.js, which has
the data within. The other published data are written by macros.publish into the same folder.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import policies
from policies import DataError, Library
from wasm_checker import export, published
from wasm_checker.core.assess import Core
from wasm_checker.pack import rule_pack
from wasm_checker.steps import data_version

BROWSER = Path(__file__).parent / "browser"


def diagrams(library: Library) -> dict[str, Any]:
    """What the checker's page walks, and which data it was made from."""
    made = export.diagrams(Core.from_pack(rule_pack(library)))
    return {"version": made.pop("version"), "data": data_version(library)["version"], **made}


def write(library: Library, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    data = diagrams(library)
    scripts = [(BROWSER / name).read_text(encoding="utf-8") for name in export.WALK]
    contents = {
        "diagrams.json": f"{export.text(data)}\n",
        "diagrams.schema.json": json.dumps(published.schema(), ensure_ascii=False, indent=1) + "\n",
        "walk.mjs": export.module(scripts),
        "walk.js": export.classic(scripts, data),
    }
    for name, content in contents.items():
        (out / name).write_text(content, encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description="Write the compiled rules, their schema and the scripts that walk them."
    )
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args(argv).out
    try:
        write(policies.load(), out)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
