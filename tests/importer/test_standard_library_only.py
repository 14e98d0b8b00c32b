"""The importer runs in the browser's Python, which has little else than the light part of the standard library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOM = Path(__file__).resolve().parents[2] / "importer"
LIGHT = {
    "__future__",
    "codecs",
    "collections",
    "dataclasses",
    "datetime",
    "functools",
    "hashlib",
    "html",
    "io",
    "itertools",
    "re",
    "typing",
    "xml",
    "zipfile",
    "importer",
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".", maxsplit=1)[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".", maxsplit=1)[0]


def test_nothing_heavy_is_imported() -> None:
    assert {name for path in ROOM.rglob("*.py") for name in imported(path)} <= LIGHT
