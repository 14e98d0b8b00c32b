"""From a file of cells: the answers, and what has none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from policies.engine import locations, messages
from policies.engine.errors import Problem
from policies.engine.schema.cell import Cell
from policies.engine.schema.unfinished import LEFT, Left, LeftCell
from policies.engine.yamlfile import YamlFile


@dataclass
class Read:
    """The cells of an instrument by dimension, and what was found wrong on the way."""

    cells: dict[str, Cell] = field(default_factory=dict)
    left: dict[str, Left] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def none_yet(dimensions: Sequence[str]) -> Read:
    """Of an instrument whose file of cells nobody has begun."""
    return Read(left=dict.fromkeys(dimensions, "pending"))


def read(file: YamlFile) -> Read:
    """A cell that is badly written is in neither list."""
    found = Read()
    if not isinstance(file.data, dict):
        if not file.problems:
            found.problems.append(file.problem((), "应为“维度: 单元格”的映射"))
        return found
    for dimension, data in file.data.items():
        status = data.get("status") if isinstance(data, dict) else None
        try:
            if isinstance(status, str) and status in LEFT:
                found.left[dimension] = LeftCell.model_validate(data).status
            else:
                found.cells[dimension] = Cell.model_validate(data)
        except ValidationError as error:
            found.problems += [
                file.problem((dimension, *locations.written(each["loc"])), messages.chinese(each))
                for each in error.errors(include_url=False)
            ]
    return found
