"""The types that the lint of the scripts knows are those of the schemas, and the lint finds what does not fit them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.folders import ROOT
from wasm_checker.build import script_types
from wasm_checker.content import shapes
from wasm_checker.runtime.node import node

TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
OPTIONS = ("--noEmit", "--strict", "--allowJs", "--checkJs", "--target", "es2022", "--types", "")


@pytest.mark.node
def test_the_types_say_what_the_schemas_say() -> None:
    types = script_types.types()
    assert "contradictions: [string, string][]" in types
    assert "question: (string | null)" in types
    for word in ("unknown", "[k: string]: any", "__"):
        assert word not in types
    for model in shapes.MODELS.values():
        assert f"export interface {model.__name__} {{" in types


@pytest.mark.node
def test_a_word_that_the_data_does_not_have_is_found(tmp_path: Path) -> None:
    script_types.main(["--out", str(tmp_path)])
    assert json.loads((tmp_path / "words.schema.json").read_text(encoding="utf-8"))["$id"] == "words.schema.json"
    right = "/** @param {Data.Words} words */\nexport const title = (words) => words.rules[0].short.length;\n"
    (tmp_path / "right.js").write_text(right, encoding="utf-8")
    (tmp_path / "wrong.js").write_text(right.replace("short", "shorter"), encoding="utf-8")
    command = [node(), str(TSC), *OPTIONS, "data.d.ts", "right.js", "wrong.js"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    (error,) = done.stdout.splitlines()
    assert error.startswith("wrong.js(2,")
    assert "'shorter' does not exist on type 'RuleWords'" in error
