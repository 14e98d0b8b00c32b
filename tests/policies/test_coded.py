"""An instrument that says nothing sends its reader to the one of its document that does, unless each answers for itself alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.coding_breaks import TOLERANCE, VALUES
from tests.support.told import found

pytestmark = pytest.mark.usefixtures("parsed_once")
OTHERS = {f"policies/wuyang/cells/wuyang_{name}.yaml" for name in ("prevention", "accountability")}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_each_answers_for_itself_is_told_once_it_is_no_longer_apart(data: Path) -> None:
    """舞阳's 容错办法 has 备案 of its own results; the two other 办法 have none, and say so."""
    replace(data / VALUES, "  filing:\n    common: [silent]\n    apart: true\n", "  filing:\n    common: [silent]\n")
    problems = found(data)
    assert {problem.file for problem in problems} == OTHERS
    assert {problem.path for problem in problems} == {"filing.value"}
    assert all("《舞阳县党员干部容错免责办法（试行）》写了这一点" in problem.message for problem in problems)


def test_who_deals_with_no_tolerance_sends_on_once_the_other_answers(data: Path) -> None:
    replace(
        data / TOLERANCE,
        "late_consequence:\n  status: silent\n  value: silent\n  brief: 没有写\n  answer: 未规定",
        "late_consequence:\n  status: stated\n  value: refused\n  brief: 逾期的不受理\n  answer: 写了",
    )
    problems = found(data)
    assert {problem.file for problem in problems} == OTHERS
    assert {problem.path for problem in problems} == {"late_consequence.value"}
    assert all("value 应为 sibling" in problem.message for problem in problems)
