"""All that is said of one rule and one case: each line of it is true, by asking the core and every completion again."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from tests.support.small_rules import certain, class_of, core_of, implications, partial, rules, value
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.explaining.detail import changing, detail

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]
Known = dict[str, int]


@few
@given(rules, partial)
def test_the_certificate_alone_brings_the_verdict_and_a_settled_verdict_has_one(rule: Rule, known: Known) -> None:
    core = core_of(rule)
    found = detail(core, "x", Answers(known))
    settled = class_of(rule, known) != "open"
    alone = {fact: known[fact] for fact in found["certificate"]}
    assert bool(found["certificate_said"]) == bool(alone)
    if settled:
        assert core.assess("x", Answers(alone)).verdict == found["verdict"]
        assert set(found["load_bearing"]) <= set(found["certificate"])
        assert f"{len(alone)} 项" in found["certificate_said"] or not alone
    else:
        assert (found["certificate"], found["load_bearing"]) == ([], [])


@few
@given(rules, partial)
def test_every_change_brings_the_verdict_it_names_and_the_shortest_come_first(rule: Rule, known: Known) -> None:
    core = core_of(rule)
    found = detail(core, "x", Answers(known))
    for change in found["changes"]:
        flips = {flip["fact"]: core.facts[flip["fact"]].position(flip["to"]) for flip in change["flips"]}
        assert core.assess("x", Answers({**known, **flips})).verdict == change["verdict"]
        assert class_of(rule, {**known, **flips}) != class_of(rule, known)
        for flip in change["flips"]:
            assert flip["from"] == value(flip["fact"], known[flip["fact"]]) != flip["to"]
    lengths = [len(change["flips"]) for change in found["changes"]]
    assert lengths == sorted(lengths)


@few
@given(rules, partial)
def test_what_cannot_be_brought_about_any_more_is_named_without_the_answer_that_would_change_the_verdict(
    rule: Rule, known: Known
) -> None:
    """Of the small rules' facts only `a` can still be brought about."""
    core = core_of(rule)
    found = detail(core, "x", Answers(known))
    assert {flip["fact"] for change in found["changes"] for flip in change["flips"]} <= {"a"}
    near = changing(core, core.rules["x"], Answers(known)).changes(known)
    others = {fact for change in near if set(change.flips) != {"a"} for fact in change.flips}
    assert found["hangs_on"] == [fact for fact in core.facts if fact in others]
    for item in found["near_misses"]:
        assert ("needs" in item) == ("needs_said" in item) == (item["fact"] == "a")


@few
@given(rules, partial)
def test_a_ground_is_nearly_met_if_one_answer_keeps_it_from_holding_and_all_else_is_answered_and_met(
    rule: Rule, known: Known
) -> None:
    core = core_of(rule)
    found = {item["provision"]: item for item in detail(core, "x", Answers(known))["near_misses"]}
    listed = rule["grounds"]
    for ground in listed["clauses"]:
        others = {
            fact
            for fact in known
            for position in range(core.facts[fact].size)
            if certain(ground, {**known, fact: position}) is True
        }
        lacking = certain({"all" if listed["mode"] == "all" else "any": listed["clauses"]}, known) is not True
        nearly = lacking and certain(ground, known) is False and bool(others)
        assert (ground["provision"] in found) == nearly
        assert not nearly or found[ground["provision"]]["fact"] in others


def test_an_unanswered_fact_is_not_counted_as_met_and_who_meets_a_ground_is_told_of_no_other() -> None:
    clauses = [
        {"provision": "x/i0", "when": {"all": ["a", "b"]}},
        {"provision": "x/i1", "when": {"all": ["b", "c"]}},
        {"provision": "x/i2", "when": {"fact": "e", "in": ["x"]}},
    ]
    rule: Rule = {
        "id": "x",
        "scope": {"fact": "n", "at_most": 7},
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": clauses},
    }
    core = core_of(rule)

    def near(**known: int) -> list[Any]:
        misses: list[Any] = detail(core, "x", Answers(known))["near_misses"]
        return misses

    assert near(a=0) == near(c=0) == near(a=0, b=0) == []
    assert near(a=0, b=1) == [{"provision": "x/i0", "fact": "a", "needs": True, "needs_said": "是"}]
    assert near(b=1, c=0) == [{"provision": "x/i1", "fact": "c"}]
    assert near(a=0, b=1, e=0) == []


@few
@given(rules, partial)
def test_the_detail_is_the_verdict_and_more_and_can_be_written_as_json(rule: Rule, known: Known) -> None:
    core = core_of(rule)
    found = detail(core, "x", Answers(known))
    assert {**found, **core.verdict("x", Answers(known))} == found
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_the_certificate_of_an_aggravated_verdict_holds_what_aggravates_too() -> None:
    rule: Rule = {
        "id": "x",
        "kind": "accountability",
        "scope": "a",
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "b"}]},
        "aggravating": [{"provision": "x/w0", "when": {"all": ["c", "d"]}}, {"provision": "x/w1", "when": "c"}],
    }
    core = core_of(rule)
    found = detail(core, "x", Answers({"a": 1, "b": 1, "c": 1}))
    assert found["verdict"] == "accountable_aggravated"
    assert found["certificate"] == found["load_bearing"] == ["a", "b", "c"]
    twice = detail(core, "x", Answers({"a": 1, "b": 1, "d": 1, "c": 1}))
    assert twice["certificate"] == ["a", "b", "c"]
    plain = detail(core, "x", Answers({"a": 1, "b": 1, "c": 0}))
    assert (plain["verdict"], plain["certificate"]) == ("accountable", ["a", "b", "c"])
    left = detail(core, "x", Answers({"a": 1, "b": 1}))
    assert (left["verdict"], left["certificate"]) == ("accountable", ["a", "b"])
    assert "从重" in left["certificate_said"]
    assert "从重" not in plain["certificate_said"]


def test_from_an_aggravated_verdict_the_plain_one_is_a_change_and_the_other_way_round() -> None:
    rule: Rule = {
        "id": "x",
        "kind": "accountability",
        "scope": "a",
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "b"}]},
        "aggravating": [{"provision": "x/w0", "when": "c"}],
    }
    core = core_of(rule)

    def named(**known: int) -> list[str]:
        hangs_on: list[str] = detail(core, "x", Answers(known))["hangs_on"]
        return hangs_on

    assert named(a=1, b=1, c=1) == named(a=1, b=1, c=0) == ["b", "c"]
    assert named(a=1, b=1) == ["b"]


@few
@given(rules, implications, partial)
def test_a_change_that_is_answered_brings_what_it_promised_whatever_follows_from_the_answers(
    rule: Rule, following: list[dict[str, Any]], known: Known
) -> None:
    core = core_of(rule, following=following)
    raw = {fact: value(fact, position) for fact, position in known.items()}
    answers = core.read(raw)
    for change in detail(core, "x", answers)["changes"]:
        again = core.read({**raw, **{flip["fact"]: flip["to"] for flip in change["flips"]}})
        assert core.assess("x", again).verdict == change["verdict"]


def test_an_answer_that_follows_from_another_is_not_changed_alone() -> None:
    rule: Rule = {
        "id": "x",
        "scope": "a",
        "grounds": {
            "mode": "any",
            "provision": "x/l",
            "quote": "…",
            "clauses": [{"provision": "x/i0", "when": {"not": "b"}}],
        },
    }
    core = core_of(rule, following=[{"when": {"c": True}, "sets": {"b": True}, "forced": True}])
    assert detail(core, "x", core.read({"a": True, "c": True}))["hangs_on"] == ["b", "c"]
    assert detail(core, "x", core.read({"a": True, "b": True}))["hangs_on"] == ["b"]


def test_facts_that_could_still_aggravate_are_named_where_the_verdict_holds_without_them_and_nowhere_else() -> None:
    """One half of the first clause is answered no, so that its other half does not matter; the person may know `b`."""
    rule: Rule = {
        "id": "x",
        "kind": "accountability",
        "scope": "a",
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "a"}]},
        "aggravating": [
            {"provision": "x/w0", "when": {"all": ["c", {"fact": "e", "in": ["x"]}]}},
            {"provision": "x/w1", "when": {"all": ["b", "d"]}},
        ],
    }
    core = core_of(rule)

    def named(**known: int) -> Any:
        return core.verdict("x", Answers(known)).get("aggravating_open")

    assert named(a=1) == ["b", "c", "d", "e"]
    assert named(a=1, c=0) == ["b", "d"]
    assert named(a=1, c=0, d=1) == ["b"]
    for known in ({"a": 1, "c": 0, "d": 0}, {"a": 1, "b": 1, "d": 1}, {"a": 0}, {}):
        assert "aggravating_open" not in core.verdict("x", Answers(known))
