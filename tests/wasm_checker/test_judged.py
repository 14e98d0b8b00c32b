"""One command says whether the data are sound and whether the rules say what was judged by hand."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from policies import DataError, Library, load
from policies.engine.schema.rule import AGGRAVATED_KINDS
from tests.support.independent import DATA
from wasm_checker.content.next_steps import steps
from wasm_checker.core.assess import STARTED
from wasm_checker.core.outcomes import OUTCOMES
from wasm_checker.core.service import Service
from wasm_checker.judged import judge

ROOT = Path(__file__).resolve().parents[2]
CASES = "wuyang/cases/wuyang_tolerance.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "policies", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "policies"


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ("{verdict: too_late,", "{verdict: may_qualify,", "expect.wuyang_tolerance.verdict", "应是 may_qualify，规则判为 too_late"),
        ("provisions: [wuyang_tolerance/a7/i1]", "provisions: [wuyang_tolerance/a12]", "expect.wuyang_tolerance", "结论没有用到 wuyang_tolerance/a12"),
        ("{private_gain: true, workdays", "{application_date: 2017-03-05, accountability_start_date: 2017-03-06, workdays", "facts", "比启动的日子（"),
        ("  expect:", "  contradictions: [[private_gain, public_spirit]]\n  expect:", "contradictions", "互相矛盾的回答与所写的不同，实际是：没有"),
    ],
)  # fmt: skip
def test_a_case_that_does_not_come_to_what_was_expected_is_told_with_file_and_line(
    copy: Path, service: Service, old: str, new: str, path: str, said: str
) -> None:
    file = copy / CASES
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        judge(load(copy), service.core, copy)
    (problem,) = caught.value.problems
    assert problem.file == f"policies/{CASES}"
    assert problem.line in {at := text[: text.index(old)].count("\n") + 1, at - 1}  # the value, or its name above it
    assert path in problem.path
    assert said in problem.message
    assert problem.message.startswith("案例“")


def test_the_command_judges_the_data_as_they_are() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wasm_checker", "check"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("数据无误，案例都判得与预期一致：5 份文件")


def test_only_kinds_that_have_a_word_for_it_may_be_aggravated() -> None:
    assert {kind for kind, outcomes in OUTCOMES.items() if outcomes.aggravated} == AGGRAVATED_KINDS


def test_days_are_counted_only_from_the_event_that_the_limit_names(library: Library) -> None:
    named = {limit.id for limit in library.limits if limit.start and limit.start.fact == STARTED}
    assert named == {"wuyang_tolerance_apply", "xuzhou_apply"}
    counted = {limit["id"] for step in steps(library).values() for limit in step["limits"] if "starts" in limit}
    assert counted == named
