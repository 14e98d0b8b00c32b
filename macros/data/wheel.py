"""The wheel of the rule core as the page of data speaks of it: its name, version, size and hash."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from macros.kit import built
from macros.kit.built import AssetsMissing

NAME = "data/wheel.json"
_PLAIN = re.compile(r"[\w.+-]+", re.ASCII)


def of(docs: Path, key: str) -> Markup:
    """A word of data/wheel.json: `file`, `version`, `sha256`; `size` in KB. Raises AssetsMissing if it has not been built."""
    index = built.read(docs, NAME)
    said = f"{index[key] / 1024:.0f}" if key == "size" else str(index[key])
    if not _PLAIN.fullmatch(said):
        raise AssetsMissing(f"{NAME} 的 {key} 不能放进页面：{said}")
    return Markup(said)  # noqa: S704 - just looked at; it stands in code too, where nothing is escaped
