"""The core runs in a browser with nothing installed: it imports itself and the standard library, no more."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from wasm_checker import core

FOLDER = Path(core.__file__).parent


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def allowed(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in sys.stdlib_module_names or name.startswith("wasm_checker.core")


def test_every_import_of_the_core_is_its_own_or_of_the_standard_library() -> None:
    found = {name for path in FOLDER.glob("*.py") for name in imported(path.read_text(encoding="utf-8"))}
    assert {name for name in found if not allowed(name)} == set()
    assert any(name.startswith("wasm_checker.core") for name in found)


def test_an_outside_import_would_be_noticed() -> None:
    assert [name for name in imported("import json\nfrom yaml import load\n") if not allowed(name)] == ["yaml"]
