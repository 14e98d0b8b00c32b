"""What is told of data that are not sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policies import DataError, Problem, load

ENGLISH = re.compile(r"[A-Za-z]{2,}[,.]? +[A-Za-z]{2,}")


def found(root: Path) -> list[Problem]:
    """The problems, each said once and in Chinese."""
    with pytest.raises(DataError) as caught:
        load(root)
    problems = caught.value.problems
    assert problems
    assert problems == sorted(set(problems))
    report = caught.value.report().splitlines()
    pasted = sum(1 + len(problem.paste) for problem in problems if problem.paste)
    assert len(report) == len(problems) + pasted + 1
    assert len(set(report[: len(problems)])) == len(problems)
    assert report[-1].startswith(f"数据有 {len(problems)} 处错误")
    for problem in problems:
        assert re.search(r"[\u4e00-\u9fff]", problem.message), problem
        assert not ENGLISH.search(str(problem)), problem
        assert problem.line >= 1
    return problems
