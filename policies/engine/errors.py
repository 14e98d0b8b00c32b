"""What is wrong with the data, said once, in Chinese, with file, line and field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policies.engine.characters import one_line


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; `path` is the field, as in `application_deadline.citations[0].quote`.

    `paste`: lines that mend it if they are put after that line.
    """

    file: str
    line: int
    path: str
    message: str
    paste: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return one_line(f"{where}: {self.path}: {self.message}" if self.path else f"{where}: {self.message}")


class DataError(Exception):
    """All problems found in one reading of the data; never raised with an empty list."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"数据有 {len(problems)} 处错误")
        self.problems = sorted(set(problems))

    def report(self) -> str:
        return "\n".join(
            [*map(str, self.problems), *self._pasted(), f"数据有 {len(self.problems)} 处错误，没有生成任何内容。"]
        )

    def _pasted(self) -> Iterator[str]:
        for problem in self.problems:
            if problem.paste:
                yield f"可以粘到 {problem.file} 第 {problem.line} 行那一格后面的："
                yield from problem.paste


def shown(path: Path, root: Path) -> str:
    """The path as a maintainer types it: relative to the project's root where it lies inside."""
    return path.relative_to(root.parent).as_posix() if path.is_relative_to(root.parent) else path.as_posix()
