"""Writes what the lint of the scripts knows of the data: `python -m wasm_checker.build.script_types --out FOLDER`.

A schema for each shape of `wasm_checker.content.shapes`, and data.d.ts: the namespace `Data`, drawn from the same models by
json-schema-to-typescript. Nothing of it is shipped or kept.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from wasm_checker.build.bundle import MODULES
from wasm_checker.content import shapes, sparse
from wasm_checker.runtime.node import node

JSON2TS = MODULES / "json-schema-to-typescript" / "dist" / "src" / "cli.js"


class TypesError(Exception):
    """One line saying what went wrong."""


def types() -> str:
    """All of them as one script of types. Raises TypesError if the converter does not run."""
    options = ["--unreachableDefinitions", "--no-format", "--bannerComment", ""]
    given = json.dumps(_bare(sparse.definitions(shapes.MODELS.values())), ensure_ascii=False)
    done = subprocess.run([node(), JSON2TS, *options], input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise TypesError(f"json-schema-to-typescript：{done.stderr.strip()}")
    return f"declare namespace Data {{\n{done.stdout.strip()}\n}}\n"


def _bare(schema: Any) -> Any:
    """What types can say, as the converter reads it: a field's title would make a type of it; a tuple is written as before 2020."""
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in {"title", "minItems", "maxItems"}}
    if "prefixItems" in kept:
        count = len(kept["prefixItems"])
        kept |= {"items": kept.pop("prefixItems"), "additionalItems": False, "minItems": count, "maxItems": count}
    if "patternProperties" in kept:
        kept["additionalProperties"] = next(iter(kept.pop("patternProperties").values()))
    named = {"properties", "$defs"}
    return {
        key: {name: _bare(each) for name, each in value.items()} if key in named else _bare(value)
        for key, value in kept.items()
    }


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the shapes of the page's data as schemas and as types.")
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args(argv).out
    out.mkdir(parents=True, exist_ok=True)
    for name, schema in shapes.schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1)
        (out / f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")
    try:
        (out / "data.d.ts").write_text(types(), encoding="utf-8")
    except TypesError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
