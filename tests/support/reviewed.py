"""What of the data is ours, item by item, each with a signature of all it says: cells, effects, reminders, limits, questions …

Not the official texts, which are compared with their sources, nor the cases, which are judged.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from policies.engine import yamlfile
from policies.engine.loader import HERE

# The words of the source; and how people type, of which the loader proves what it says of the texts.
OTHERS = frozenset({"text.yaml", "thesaurus.yaml"})
BY_KEY = frozenset({("vocabulary/values.yaml", "dimensions")})  # mappings of which each key is an item


class Item(NamedTuple):
    """`name`: the file and the item in it, whatever stands before it. `where`: file:line."""

    name: str
    signature: str
    where: str

    @property
    def line(self) -> str:
        return f"{self.signature} {self.name}"


def items(root: Path = HERE) -> Iterator[Item]:
    for path in sorted(root.glob("*/**/*.yaml")):
        if path.name not in OTHERS and path.parent.name != "cases":
            yield from _of_file(path.relative_to(root).as_posix(), path)


def _of_file(name: str, path: Path) -> Iterator[Item]:
    file = yamlfile.read(path, name)
    seen: Counter[str] = Counter()
    for key, value in file.data.items():
        if (name, key) in BY_KEY:
            yield from (
                Item(f"{name} {key} {each}", _signature(content), f"policies/{name}:{file.line((key, each))}")
                for each, content in value.items()
            )
            continue
        listed = isinstance(value, list)
        for index, content in enumerate(value) if listed else [(0, value)]:
            own = _name(content) if listed else ""
            full = f"{name} {key}{f' {own}' if own else ''}"
            seen[full] += 1
            loc: yamlfile.Loc = (key, index) if listed else (key,)
            numbered = f"{full} #{seen[full]}" if listed else full
            yield Item(numbered, _signature(content), f"policies/{name}:{file.line(loc)}")


def _name(content: Any) -> str:
    """By what it is called, so that what is put in before it changes no other's name."""
    if not isinstance(content, dict):
        return ""
    return str(next((content[key] for key in ("id", "reading", "term", "provision", "part") if key in content), ""))


def _signature(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
