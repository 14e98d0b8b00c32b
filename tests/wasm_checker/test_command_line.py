"""`python -m wasm_checker assess` as a script calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sampling import sampled

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


BAD = [
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
    ('{"cases": [', "JSON 写法有误：第 1 行第 12 个字"),
    ('{"cases": [\n{"id": "a", "facts": {}}\n{"id": "b"}]}', "第 3 行第 1 个字，应为逗号或 ]"),
    ('{"cases": [{"id": 017, "facts": {}}]}', "JSON 写法有误"),
    ('{"cases": [{"id": "a", "facts": {}}], "x": 1}', "不认识的字段 x，最外层只有 cases"),
    ("cases: []\nx: 1", "不认识的字段 x"),
    ('{"cases": [], "cases": []}', "键“cases”重复"),
    ('{"cases": []} {}', "多余的字"),
    ('{"cases": [{"id": "a", "facts": {"x": ' + "[" * 5000, "嵌套太深"),
    ('{"cases": [{"id": "' + "9" * 3_000_000 + '", "facts": 1}]}', "一个案例太长"),
    ('{"cases": [{"id": ' + "9" * 5000 + ', "facts": {}}]}', "数字太长"),
    ('{"cases": [{"id": "a\\u202eb", "facts": {}}]}', "U+202E"),
    ('{"cases": [{"id": "a\u200bb", "facts": {}}]}', "U+200B"),
    ('{"cases": [{"id": "\\ud842", "facts": {}}]}', "半个字符（U+D842）"),
    ("cases: [{id: a\u2066, facts: {}}]", "U+2066"),
    ("cases: [{id: 017, facts: {}}]", "“017”有几种读法"),
    ("cases: [{id: a, facts: {workdays_since_start: 010}}]", "“010”有几种读法"),
    ("cases: [{id: a, facts: {workdays_since_start: 1:30}}]", "“1:30”有几种读法"),
    ("cases: [{id: a, facts: {private_gain: yes}}]", "“yes”有几种读法"),
    ("cases: [{id: a, facts: {private_gain: !!bool yes}}]", "不能用标签"),
    ('{"cases": [{"id": "a", "facts": {"private\\ngain": true}}]}', "没有“private\\ngain”这个事实"),
    (f'{{"cases": [{{"id": "a", "facts": {{"{"x" * 100_000}": true}}}}]}}', "这个事实"),
]


# Each starts a Python of its own.
@pytest.mark.parametrize(("given", "said"), sampled(BAD, 6))
def test_bad_input_is_one_line_on_stderr_and_nothing_on_stdout(given: str, said: str) -> None:
    answer = run("assess", "-", given=given)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) == 1
    assert len(answer.stderr) < 400
    assert said in answer.stderr


def test_what_is_explained_says_of_each_question_left_why_it_is_asked_and_what_each_answer_does() -> None:
    given = '{"cases": [{"id": "a", "facts": {"private_gain": false}}]}'
    (case,) = json.loads(run("explain", "-", given=given).stdout)["cases"]
    asked = {question["fact"]: question for question in case["questions"]}
    assert "private_gain" not in asked
    assert asked["expressly_prohibited"]["asked_by"]["wuyang_tolerance"] == ["wuyang_tolerance/a5/i1"]
    yes = next(answer for answer in asked["expressly_prohibited"]["answers"] if answer["value"] is True)
    assert yes["changes"]["wuyang_tolerance"] == "ineligible"
    missing = {fact for rule in case["rules"].values() for fact in rule["missing"]}
    assert set(asked) == missing


def test_two_rules_are_contrasted_and_what_is_assumed_is_said() -> None:
    found = json.loads(run("contrast", "shangzhou", "xuzhou").stdout)
    assert found["relation"] == "crossing"
    assert set(found["assumes"]) >= {"shangzhou_catch_all", "xuzhou_catch_all"}
    for difference in found["differences"]:
        facts = json.dumps({"cases": [{"id": "a", "facts": {**found["assumes"], **difference["facts"]}}]})
        (case,) = json.loads(run("assess", "-", given=facts).stdout)["cases"]
        assert case["verdicts"][difference["favourable_under"]]["verdict"] == "may_qualify"
        assert case["verdicts"][difference["not_under"]]["verdict"] != "may_qualify"


@pytest.mark.parametrize(("ident", "said"), [("pingdingshan_measures", "pingdingshan_measures_7"), ("nobody", "只有")])
def test_what_is_no_rule_cannot_be_contrasted_and_the_rules_are_named(ident: str, said: str) -> None:
    answer = run("contrast", "shangzhou", ident)
    assert (answer.returncode, answer.stdout, len(answer.stderr.splitlines())) == (2, "", 1)
    assert said in answer.stderr


def test_items_that_decide_nothing_are_named() -> None:
    """第六条第（一）项 bars who sought private gain under a banner; 第五条第（四）项 asks that nobody sought any."""
    found = json.loads(run("idle").stdout)
    assert found["wuyang_tolerance"]["idle"] == [{"provision": "wuyang_tolerance/a6/i1", "why": "redundant"}]
    assert found["shangzhou"] == {"idle": [], "swallowed": []}


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    answer = run("assess", str(tmp_path / "none.json"))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "none.json" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_no_cases_are_no_verdicts() -> None:
    assert json.loads(run("assess", "-", given='{"cases": []}').stdout) == {"cases": []}
