"""Draws the reading test of the brief answers: from a question and a brief answer alone, which of four full answers is it short for?

`python -m tests.coding.quiz FOLDER` writes the questions, and the key where the reader does not look (FOLDER/key.yaml). Whoever reads
them has seen nothing else. What came of it stands in blind_reading.yaml.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from policies import Instrument, Library, load
from policies.engine.schema.instrument import Dimension
from tests.support.contracted import alone

SEED, OPTIONS, PARTS = 20261130, 4, 4
LETTERS = "ABCD"


def drawn(library: Library) -> Iterator[tuple[Dimension, Instrument, list[str]]]:
    """Every cell with its options in chance's order: its answer and three others of the row, of the row's group where it has too few."""
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrets
    cells = [(dimension, one) for dimension in library.vocabulary.dimensions for one in library.compared]
    chance.shuffle(cells)
    for dimension, instrument in cells:
        options = [instrument.cells[dimension.id].answer]
        for answer in _others(library, dimension, instrument, chance):
            if answer not in options and len(options) < OPTIONS:
                options.append(answer)
        chance.shuffle(options)
        yield dimension, instrument, options


def _others(library: Library, dimension: Dimension, own: Instrument, chance: random.Random) -> list[str]:
    """What is coded otherwise first; what has the same brief answer is never asked for."""
    brief = own.cells[dimension.id].brief
    row = [one.cells[dimension.id] for one in library.compared if one.cells[dimension.id].brief != brief]
    chance.shuffle(row)
    row.sort(key=lambda cell: set(cell.values) == set(own.cells[dimension.id].values))
    group = [one.id for one in library.vocabulary.dimensions if one.group == dimension.group and one != dimension]
    rest = [instrument.cells[each].answer for each in group for instrument in library.compared]
    chance.shuffle(rest)
    return [cell.answer for cell in row] + rest


def main(folder: Path) -> None:
    library = alone(load())
    questions, key = [], []
    for number, (dimension, instrument, options) in enumerate(drawn(library), 1):
        cell = instrument.cells[dimension.id]
        lines = [f"{letter}. {option}" for letter, option in zip(LETTERS, options, strict=True)]
        questions.append(
            f"## {number}\n问：{dimension.title}（{dimension.asks}）\n简答：{cell.brief}\n" + "\n".join(lines)
        )
        key.append([dimension.id, instrument.id, LETTERS[options.index(cell.answer)]])
    folder.mkdir(parents=True, exist_ok=True)
    size = -(-len(questions) // PARTS)
    for part in range(PARTS):
        text = "\n\n".join(questions[part * size : (part + 1) * size])
        (folder / f"part{part + 1}.md").write_text(f"{text}\n", encoding="utf-8")
    (folder / "key.yaml").write_text(yaml.safe_dump(key, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
