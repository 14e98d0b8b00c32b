"""The explained tree against the condition it explains: same shape, and each node in the state every completion agrees on."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from tests.support.small_rules import certain, core_of, partial, rules
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.explaining.explain import tree
from wasm_checker.core.under_answers import Look

STATES = {True: "true", False: "false", None: "open"}


def compare(node: dict[str, Any], condition: Any, known: dict[str, int]) -> None:
    assert node["state"] == STATES[certain(condition, known)]
    if isinstance(condition, str):
        assert (node["kind"], node["fact"], node["accepted"]) == ("fact", condition, ["是"])
    elif "fact" in condition:
        accepted = condition.get("in") or [f"不超过 {condition['at_most']}"]
        assert (node["kind"], node["fact"]) == ("fact", condition["fact"])
        assert sorted(node["accepted"]) == sorted(accepted)
    elif "provision" in condition:
        assert (node["kind"], node["provision"]) == ("clause", condition["provision"])
        compare(node["parts"][0], condition["when"], known)
    else:
        (kind,) = condition
        parts = [condition["not"]] if kind == "not" else condition[kind]
        assert node["kind"] == kind
        for part, below in zip(node["parts"], parts, strict=True):
            compare(part, below, known)


@settings(max_examples=25, deadline=None)
@given(rules, partial)
def test_every_node_has_its_condition_s_state_and_its_facts_and_words(
    rule: dict[str, Any], known: dict[str, int]
) -> None:
    core = core_of(rule)
    compiled = core.rules["x"]
    look = Look(compiled, Answers(known))
    compare(tree(compiled.scope.tree, look, core.facts), rule["scope"], known)
    merits = tree(compiled.merits.tree, look, core.facts)["parts"]
    gates, listed, exclusions = (
        merits[: len(rule["gates"])],
        merits[len(rule["gates"])],
        merits[len(rule["gates"]) + 1 :],
    )
    for part, gate in zip(gates, rule["gates"], strict=True):
        compare(part, gate, known)
    assert (listed["kind"], listed["provision"]) == ("clause", "x/l")
    assert listed["parts"][0]["kind"] == rule["grounds"]["mode"]
    for part, ground in zip(listed["parts"][0]["parts"], rule["grounds"]["clauses"], strict=True):
        compare(part, ground, known)
    assert [part["parts"][0]["provision"] for part in exclusions] == [each["provision"] for each in rule["exclusions"]]
    assert all(part["kind"] == "not" for part in exclusions)
