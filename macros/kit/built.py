"""What the generators have left below docs/ for the pages to name: `python -m tools.build.assets` runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class AssetsMissing(Exception):
    """One line saying what to run first."""


def read(docs: Path, name: str) -> Any:
    """The JSON in a file below `docs`. Raises AssetsMissing if it has not been built."""
    path = docs / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AssetsMissing(f"没有 {path}：请先运行 python -m tools.build.assets") from None
