"""The data as it lies in the files, read by other means than the loader's, so that the two can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "policies"
CONTRACT = ROOT / "tests" / "contract"

Element = tuple[str, str, str]  # id, label, text


@dataclass(frozen=True)
class Folder:
    """A document's folder: its source, and the elements and defects as they are written."""

    slug: str
    source_name: str
    source: str
    elements: tuple[Element, ...]
    defects: tuple[dict[str, Any], ...]


def plain(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def folders() -> tuple[Folder, ...]:
    return tuple(_folder(path.parent) for path in sorted(DATA.glob("*/document.yaml")))


def _folder(path: Path) -> Folder:
    name = plain(path / "document.yaml")["source"]
    return Folder(
        slug=path.name,
        source_name=name,
        source=(path / name).read_bytes().decode("utf-8"),
        elements=tuple(
            (element["id"], element.get("label", ""), element.get("text", ""))
            for element in plain(path / "text.yaml")["elements"]
        ),
        defects=tuple(plain(path / "defects.yaml")["defects"]),
    )


@cache
def printed() -> dict[str, str]:
    """The printed words of every provision, labels apart, its pieces joined by line breaks."""
    pieces: dict[str, list[str]] = {}
    for folder in folders():
        for ident, _, text in folder.elements:
            pieces.setdefault(ident, []).extend([text] if text else [])
    return {ident: "\n".join(texts) for ident, texts in pieces.items()}


@cache
def labels() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in folders():
        for ident, label, _ in folder.elements:
            found.setdefault(ident, label)
    return found


@cache
def read() -> dict[str, str]:
    """The words as they are read: what is surely misprinted replaced, by the rule that the schema states in words."""
    words = dict(printed())
    for folder in folders():
        for defect in folder.defects:
            typography = defect["kind"] in {"layout", "punctuation", "brackets"}
            if defect["confidence"] == "高" and not typography and not defect.get("in_label"):
                ident = defect["provision"]
                words[ident] = words[ident].replace(defect["printed"], defect["reading"])
    return words


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def source_lines(source: str) -> list[tuple[int, str]]:
    """Lines that say something, numbered from 1, without white space and Markdown's leading `#`, leading `- ` and every `*`."""
    lines = ((number, re.sub(r"^\s*(#+|- )", "", line)) for number, line in enumerate(source.split("\n"), start=1))
    return [(number, words) for number, line in lines if (words := squeezed(line.replace("*", "")))]


@cache
def cells() -> dict[tuple[str, str], dict[str, Any]]:
    """Every cell that has an answer, by instrument and dimension."""
    return {
        (path.stem, dimension): cell
        for path in sorted(DATA.glob("*/cells/*.yaml"))
        for dimension, cell in plain(path).items()
        if cell["status"] not in {"pending", "not_obtained"}
    }
