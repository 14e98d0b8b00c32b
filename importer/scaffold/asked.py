"""What the house asks of every policy, handed in as data: the questions of the comparison, and the words that bind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from importer.scaffold.found import Word


@dataclass(frozen=True)
class Dimension:
    """A question. `coding`: how it is answered. `values`: id → label and meaning of each class of answers."""

    id: str
    title: str
    asks: str
    coding: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    dimensions: tuple[Dimension, ...]
    words: tuple[Word, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Asked:
        """What `to_json` gave, after a way through JSON."""
        words = (Word(one["id"], one["kind"], tuple(one["forms"]), tuple(one["not_in"])) for one in data["words"])
        return cls(tuple(Dimension(**one) for one in data["dimensions"]), tuple(words))
