"""The wheel of the rule core as the page of data speaks of it: its name, version, size and hash."""

from __future__ import annotations

import json
import re
from pathlib import Path

from markupsafe import Markup

from macros.check.page import AssetsMissing

_PLAIN = re.compile(r"[\w.+-]+", re.ASCII)


def of(docs: Path, key: str) -> Markup:
    """A word of data/wheel.json: `file`, `version`, `sha256`; `size` in KB. Raises AssetsMissing if it has not been built."""
    path = docs / "data" / "wheel.json"
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AssetsMissing(f"没有 {path}：请先运行 python -m tools.build.assets") from None
    said = f"{index[key] / 1024:.0f}" if key == "size" else str(index[key])
    if not _PLAIN.fullmatch(said):
        raise AssetsMissing(f"{path} 的 {key} 不能放进页面：{said}")
    return Markup(said)  # noqa: S704 - just looked at; it stands in code too, where nothing is escaped
