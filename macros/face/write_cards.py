"""Draws the cards and icons: `python -m macros.face.write_cards --out docs/assets/face`. What is there already is not drawn again."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

import macros
import policies
from macros.face import cards, faces, published
from policies import DataError

Draw = Callable[[], bytes]
MADE = ".made"  # beside the cards: the hash of all that they and their names come from
SHAPES: dict[str, Callable[[faces.Face, str], bytes]] = {published.WIDE: cards.wide, published.SQUARE: cards.square}


def write(out: Path, docs: Path, config: Path) -> int:
    """How many had to be drawn. Raises OSError, DataError."""
    made = published.digest(_sources(docs, config)) + published.drawing()
    if _whole(out, made):
        return 0
    with config.open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml_load(file)
    site = read["site_name"]
    found = faces.faces(policies.load(), docs, site=site, about=read["site_description"])
    wanted: dict[str, Draw] = {
        published.card(source, face, site, shape): partial(draw, face, site)
        for source, face in found.items()
        for shape, draw in SHAPES.items()
    }
    wanted |= {published.icon(kind): partial(cards.icon, side) for kind, side in published.SIDES.items()}
    drawn = _complete(out, wanted)
    (out / MADE).write_text(json.dumps({"made": made, "names": sorted(wanted)}), encoding="utf-8")
    return drawn


def _whole(out: Path, made: str) -> bool:
    """Told without reading the data, which takes longer than all the rest."""
    try:
        last = json.loads((out / MADE).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return False  # none, or half of one
    return last["made"] == made and all((out / name).is_file() for name in last["names"])


def _complete(out: Path, wanted: Mapping[str, Draw]) -> int:
    """Draws what is not there, and takes away what is not wanted any more."""
    out.mkdir(parents=True, exist_ok=True)
    there = {path.name for path in out.iterdir()}
    for name in there - wanted.keys():
        (out / name).unlink()
    missing = wanted.keys() - there
    for name in missing:
        aside = out / f".{name}"  # a build that is stopped here leaves no half of it
        aside.write_bytes(wanted[name]())
        aside.replace(out / name)
    return len(missing)


def _sources(docs: Path, config: Path) -> Iterator[Path]:
    yield config
    yield from faces.pages(docs)
    for room in (policies, macros):
        folder = Path(room.__file__ or "").parent
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".yaml"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    options = parser.parse_args()
    try:
        write(options.out, options.docs, options.config)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"write_cards: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
