"""A rule read otherwise: the clause named is written otherwise and nothing else, and a verdict says when that matters."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings

from tests.proof.plain import judged
from tests.support.small_rules import class_of, completions, conditions, core_of, partial, rules, values
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.outcomes import OUTCOMES
from wasm_checker.core.variants import reread

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]


def outcomes(rule: Rule) -> list[tuple[bool, bool, bool]]:
    return [judged(rule, values(case)) for case in completions({})]


@few
@given(rules, conditions)
def test_a_ground_an_exclusion_a_gate_and_the_scope_are_written_otherwise_each_alone(rule: Rule, when: Any) -> None:
    before = deepcopy(rule)
    for part in ("grounds", "gates", "exclusions"):
        listed = rule["grounds"]["clauses"] if part == "grounds" else rule[part]
        for index, clause in enumerate(listed):
            if when == clause["when"]:
                continue
            found = reread(rule, [{"part": part, "provision": clause["provision"], "when": when}])
            wanted = deepcopy(rule)
            (wanted["grounds"]["clauses"] if part == "grounds" else wanted[part])[index]["when"] = when
            assert outcomes(found) == outcomes(wanted)
    if when != rule["scope"]["when"]:
        found = reread(rule, [{"part": "scope", "provision": "x/s", "when": when}])
        assert outcomes(found) == outcomes({**rule, "scope": when})
    assert rule == before


@few
@given(rules)
def test_a_clause_is_dropped_and_the_mode_is_another(rule: Rule) -> None:
    if len(rule["grounds"]["clauses"]) > 1:
        found = reread(rule, [{"part": "grounds", "provision": "x/i1"}])
        assert [clause["provision"] for clause in found["grounds"]["clauses"]] == [
            clause["provision"] for clause in rule["grounds"]["clauses"] if clause["provision"] != "x/i1"
        ]
    for mode in ("all", "any"):
        found = reread(rule, [{"part": "grounds", "mode": mode}])
        assert outcomes(found) == outcomes({**rule, "grounds": {**rule["grounds"], "mode": mode}})
    if "timing" in rule:
        assert "timing" not in reread(rule, [{"part": "timing", "provision": "x/t"}])


@few
@given(rules, conditions, partial)
def test_a_verdict_names_the_other_reading_exactly_where_it_would_be_another(
    rule: Rule, when: Any, known: dict[str, int]
) -> None:
    ground = rule["grounds"]["clauses"][0]
    if when == ground["when"]:
        return
    change = {"part": "grounds", "provision": ground["provision"], "when": when}
    core = core_of({**rule, "other_readings": [{"reading": "C99", "says": "另一读法", "changes": [change]}]})
    found = [(item["reading"], item["verdict"]) for item in core.other_readings("x", Answers(known))]
    other = reread(rule, [change])
    adopted, otherwise = (core_of(each).assess("x", Answers(known)).verdict for each in (rule, other))
    told = otherwise not in {adopted, "insufficient_information"}  # a reading that would only ask for more is not named
    assert found == ([("C99", otherwise)] if told else [])
    assert OUTCOMES[rule.get("kind", "tolerance")].class_of(otherwise) == class_of(other, known)


@pytest.mark.parametrize("part", ["scope", "timing", "gates", "grounds", "exclusions"])
def test_a_change_that_meets_no_clause_is_told(part: str) -> None:
    rule: Rule = {
        "id": "x",
        "scope": {"provision": "x/s", "when": "a"},
        "timing": {"provision": "x/t", "when": "a"},
        "gates": [{"provision": "x/g0", "when": "a"}],
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "a"}]},
        "exclusions": [{"provision": "x/n0", "when": "b"}],
    }
    with pytest.raises(LookupError):
        reread(rule, [{"part": part, "provision": "x/nowhere", "when": "c"}])


def test_of_two_clauses_of_one_provision_the_quoted_one_is_meant() -> None:
    scope = {
        "any": [{"provision": "x/s", "quote": "甲", "when": "a"}, {"provision": "x/s", "quote": "乙", "when": "b"}]
    }
    rule: Rule = {"id": "x", "scope": scope, "grounds": {"mode": "any", "clauses": []}}
    found = reread(rule, [{"part": "scope", "provision": "x/s", "quote": "乙", "when": "c"}])
    assert found["scope"] == {"any": [scope["any"][0], {"provision": "x/s", "quote": "乙", "when": "c"}]}
    assert reread(rule, [{"part": "scope", "provision": "x/s", "quote": "甲"}])["scope"] == {"any": scope["any"][1:]}


def test_what_a_reading_does_not_change_is_the_same_object_and_compiled_once() -> None:
    clauses = [{"provision": f"x/i{index}", "when": {"any": [{"not": "a"}, {"all": ["b", "c"]}]}} for index in range(2)]
    rule: Rule = {
        "id": "x",
        "scope": {"any": [{"provision": "x/s", "when": {"all": ["a", "b"]}}, "c"]},
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": clauses},
    }
    change = {"part": "grounds", "provision": "x/i1", "when": "c"}
    found = reread(rule, [change])["grounds"]["clauses"]
    assert found[0] is clauses[0]
    assert found[1] is not clauses[1]
    compiled = core_of({**rule, "other_readings": [{"reading": "C01", "says": "…", "changes": [change]}]})
    other = compiled.rereadings["x"][0].rule
    assert other.scope.tree is compiled.rules["x"].scope.tree
    assert [one is two for one, two in zip(other.grounds, compiled.rules["x"].grounds, strict=True)] == [True, False]
