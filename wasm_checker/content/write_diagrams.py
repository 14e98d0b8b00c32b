"""Writes the published form of the compiled rules: `python -m wasm_checker.content.write_diagrams --out docs/data`.

diagrams.json with its schema, and the scripts that walk it: walk.mjs, a module for the data beside it, and walk.js, which has
the data within. The other published data are written by macros.data.write_data into the same folder.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import policies
from policies import DataError, Library
from wasm_checker.content import diagram_json, diagram_schema
from wasm_checker.content.next_steps import data_version
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.assess import Core

JUDGE = Path(__file__).parent.parent / "browser" / "judge"


def diagrams(library: Library) -> dict[str, Any]:
    """What the checker's page walks, and which data it was made from."""
    made = diagram_json.diagrams(Core.from_pack(rule_pack(library)))
    return {"version": made.pop("version"), "data": data_version(library)["version"], **made}


def write(library: Library, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    data = diagrams(library)
    scripts = [(JUDGE / name).read_text(encoding="utf-8") for name in diagram_json.WALK]
    contents = {
        "diagrams.json": f"{diagram_json.text(data)}\n",
        "diagrams.schema.json": json.dumps(diagram_schema.schema(), ensure_ascii=False, indent=1) + "\n",
        "walk.mjs": diagram_json.module(scripts),
        "walk.js": diagram_json.classic(scripts, data),
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
