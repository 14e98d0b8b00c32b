"""`python -m wasm_checker assess` as a script calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = {"wuyang_tolerance", "shangzhou", "puyang_draft", "pingdingshan_list", "xuzhou"}


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wasm_checker", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_json_and_yaml_from_a_file_or_standard_input_give_the_same_answer(tmp_path: Path) -> None:
    as_json = '{"cases": [{"id": "a", "facts": {"private_gain": true, "public_spirit": "organ", "cpc_member": null}}]}'
    as_yaml = "cases:\n- id: a\n  facts: {private_gain: true, public_spirit: organ, cpc_member: null}\n"
    file = tmp_path / "cases.yaml"
    file.write_text(as_yaml, encoding="utf-8")
    from_file, from_input = run("assess", str(file)), run("assess", "-", given=as_json)
    assert (from_file.returncode, from_file.stderr) == (0, "")
    assert from_file.stdout == from_input.stdout
    (case,) = json.loads(from_file.stdout)["cases"]
    assert case["id"] == "a"
    assert case["verdicts"].keys() >= TOLERANCE
    assert case["verdicts"]["shangzhou"]["verdict"] == "ineligible"
    assert "shangzhou/a2" in case["verdicts"]["shangzhou"]["provisions"]


def test_dates_may_be_written_with_or_without_quotes() -> None:
    for dates in ('"2017-09-27", application_date: "2017-10-13"', "2017-09-27, application_date: 2017-10-13"):
        answer = run("assess", "-", given=f"cases: [{{id: a, facts: {{accountability_start_date: {dates}}}}}]")
        assert json.loads(answer.stdout)["cases"][0]["verdicts"]["xuzhou"]["verdict"] == "too_late"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('{"cases": [{"id": "a", "facts": {"privat_gain": true}}]}', "没有“privat_gain”这个事实"),
        ('{"cases": [{"id": "a", "facts": {"private_gain": "yes"}}]}', "private_gain"),
        ('{"cases": [{"id": "a", "facts": {"private_gain": 1}}]}', "private_gain"),
        ('{"cases": [{"id": "ok", "facts": {}}, {"id": "b", "facts": {"post_type": "king"}}]}', "案例 b"),
        ('{"cases": [{"id": "a", "facts": {"application_date": "soon"}}]}', "application_date"),
        ('{"cases": [{"id": "a", "facts": {}}, {"id": "a", "facts": {}}]}', "重复"),
        ('{"cases": [{"id": "a", "facts": {"private_gain": true, "private_gain": false}}]}', "重复"),
        ('{"cases": [{"id": "a", "fact": {}}]}', "不认识的字段 fact"),
        ('{"cases": [{"id": "a"}]}', "facts"),
        ('{"cases": [{"facts": {}}]}', "id"),
        ('{"cases": ["a"]}', "cases[0]"),
        ('{"cases": {}}', "cases"),
        ("[]", "cases"),
        ("", "cases"),
        ('{"cases": [', "YAML 写法有误"),
    ],
)
def test_bad_input_is_one_line_on_stderr_and_nothing_on_stdout(given: str, said: str) -> None:
    answer = run("assess", "-", given=given)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) == 1
    assert said in answer.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    answer = run("assess", str(tmp_path / "none.json"))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "none.json" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_no_cases_are_no_verdicts() -> None:
    assert json.loads(run("assess", "-", given='{"cases": []}').stdout) == {"cases": []}
