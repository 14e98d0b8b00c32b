"""The way through a rule: every station's state by trying every case, its place beside the words, and what the counts add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from policies import Library
from tests.support.small_rules import certain, core_of, partial, rules, states
from wasm_checker.content.next_steps import steps
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.diagram import FALSE
from wasm_checker.core.rules import Rule as CompiledRule
from wasm_checker.core.service import Service
from wasm_checker.core.under_answers import Look

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]
NAMES: dict[bool | None, str] = {True: "true", False: "false", None: "open"}


@pytest.fixture(scope="module")
def core(service: Service) -> Core:
    return service.core


def barred(rule: Rule, exclusion: Rule) -> Any:
    """When an exclusion excludes: not where a ground that it yields to holds and the organ lets that prevail."""
    if "yields" not in exclusion:
        return exclusion["when"]
    to = [clause["when"] for clause in rule["grounds"]["clauses"] if clause["provision"] in exclusion["yields"]["to"]]
    return {"all": [exclusion["when"], {"not": {"all": [{"any": to}, exclusion["yields"]["decided_by"]]}}]}


@few
@given(rules, partial)
def test_every_station_is_what_all_completions_agree_on_and_the_counts_add_them_up(
    rule: Rule, known: Mapping[str, int]
) -> None:
    found = core_of(rule).verdict("x", Answers(known))
    path, counts = found["path"], found["counts"]
    scope, timing, _ = (NAMES[state] for state in states(rule, known))
    listed = rule["grounds"]
    grounds = [NAMES[certain(ground, known)] for ground in listed["clauses"]]
    gates = [NAMES[certain(gate, known)] for gate in rule["gates"]]
    hit = [NAMES[certain(barred(rule, each), known)] for each in rule["exclusions"]]
    whole = NAMES[certain({"all" if listed["mode"] == "all" else "any": listed["clauses"]}, known)]
    assert path["scope"]["state"] == scope
    assert (path["timing"] or {}).get("state") == (timing if "timing" in rule else None)
    assert [gate["state"] for gate in path["gates"]] == gates
    assert path["grounds"] == {
        "state": whole,
        "mode": listed["mode"],
        "met": [f"x/i{at}" for at, state in enumerate(grounds) if state == "true"],
        "open": [f"x/i{at}" for at, state in enumerate(grounds) if state == "open"],
        "of": len(grounds),
    }
    assert [each["state"] for each in path["exclusions"]] == hit
    asked = [scope, *([timing] if "timing" in rule else []), *gates, whole]
    assert counts["met"] == asked.count("true") + hit.count("false")
    assert counts["open"] == [*asked, *hit].count("open")


def test_scope_and_timing_name_the_provisions_that_settle_them_or_keep_them_open() -> None:
    rule: Rule = {
        "id": "x",
        "scope": {"all": [{"provision": "x/a1", "when": "a"}, {"provision": "x/a2", "when": "b"}]},
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "c"}]},
    }

    def named(**known: int) -> list[str]:
        provisions: list[str] = core_of(rule).verdict("x", Answers(known))["path"]["scope"]["provisions"]
        return provisions

    assert named() == ["x/a1", "x/a2"]
    assert named(a=1) == ["x/a2"]
    assert named(a=0, b=1) == ["x/a1"]
    assert named(a=1, b=1) == ["x/a1", "x/a2"]


def test_gates_and_exclusions_of_every_rule_stand_in_the_order_of_the_words(core: Core, library: Library) -> None:
    words, untimed = steps(library), {rule.id for rule in library.rules if rule.timing is None}
    for ident, said in core.assess_all({})["verdicts"].items():
        for part in ("gates", "exclusions"):
            assert [each["provision"] for each in said["path"][part]] == [
                each["provision"] for each in words[ident][part]
            ]
        assert said["path"]["grounds"]["mode"] == words[ident]["mode"]
        assert said["path"]["grounds"]["of"] == len(words[ident]["grounds"])
        assert (said["path"]["timing"] is None) == (ident in untimed)
    assert sum(bool(rule.barring_gates) for rule in core.rules.values()) >= 3


SHANGZHOU = {"post_type": "village", "result_mistake": True, "procedure_stage": "investigating"}  # scope and timing
GATES = {"complied_with_law_and_policy": True, "due_diligence": True, "private_gain": False}


@pytest.mark.parametrize(
    ("rule", "facts", "met", "left"),
    [
        ("shangzhou", {}, 0, 8),  # scope, timing, three gates, the grounds, and two exclusions
        ("shangzhou", SHANGZHOU, 2, 6),
        ("shangzhou", {**SHANGZHOU, **GATES}, 5, 3),
        ("shangzhou", {**SHANGZHOU, **GATES, "private_gain": True}, 4, 3),
        ("shangzhou", {**SHANGZHOU, **GATES, "law_at_time_no_or_lighter_liability": True}, 6, 2),
        # A reminder that bars a favourable verdict is counted while it does, and is never a condition that is met.
        ("shangzhou", {**SHANGZHOU, **GATES, "negligence": True}, 5, 4),
        ("shangzhou_clarification", {"post_type": "party_gov_organ"}, 1, 1),
    ],
)
def test_the_counts_of_written_cases(core: Core, rule: str, facts: dict[str, Any], met: int, left: int) -> None:
    assert core.assess(rule, core.read(facts)).counts == {"met": met, "open": left}


def test_where_an_exclusion_yields_it_is_hit_only_once_no_ground_can_prevail() -> None:
    rule: Rule = {
        "id": "x",
        "scope": "a",
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "b"}]},
        "exclusions": [{"provision": "x/n0", "when": "c", "yields": {"to": ["x/i0"], "decided_by": "d"}}],
    }
    core = core_of(rule)

    def state(**known: int) -> str:
        found: str = core.verdict("x", Answers(known))["path"]["exclusions"][0]["state"]
        return found

    assert [state(c=1, b=0), state(c=1, b=1), state(c=1, b=1, d=1), state(c=1, b=1, d=0), state(c=0)] == [
        "true",
        "open",
        "false",
        "true",
        "false",
    ]


def found_against(rule: CompiledRule, answers: Answers) -> bool:
    """Whether the organ has found that a reminder bars the verdict for good: that is none of the conditions."""
    with rule.diagrams.scratch():
        return FALSE in map(Look(rule, answers).state, rule.barring_gates)


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.long)])
def test_a_case_of_every_rule_whose_verdict_holds_has_met_all_and_left_none_open(
    core: Core, library: Library, every: int
) -> None:
    held = 0
    cases = [case for instrument in library.instruments for case in instrument.cases]
    for case in cases[::every]:
        answers = core.read(case.facts)
        for ident, rule in core.rules.items():
            said = core.assess(ident, answers)
            if said.contradictions:
                continue
            path = said.path
            whole = 2 + (path["timing"] is not None) + len(path["gates"]) + len(path["exclusions"])
            holds = said.verdict in {rule.outcomes.holds, rule.outcomes.aggravated}
            assert holds == (said.counts == {"met": whole, "open": 0} and not found_against(rule, answers))
            held += holds
    assert held > 10


@pytest.mark.parametrize("rule", ["xuzhou", "xuzhou_clarification"])
@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "open"),
        ({"post_type": "organ"}, "open"),
        ({"post_type": "village"}, "false"),
        ({"post_type": "college", "is_cadre": False}, None),
    ],
)
def test_the_college_s_rules_take_for_granted_that_one_is_of_the_college_until_one_says_so(
    core: Core, rule: str, facts: dict[str, Any], state: str | None
) -> None:
    said = core.assess(rule, core.read(facts)).as_json().get("assumes")
    assert (said or {}).get("state") == state
    if said:
        assert (said["text"], said["quote"], said["provision"]) == ("假定您是该院干部", "全院广大干部", "xuzhou/a1")


def test_what_is_taken_for_granted_decides_no_verdict_and_only_rules_that_write_it_do(core: Core) -> None:
    holding = {"applicant_kind": "individual", "is_cadre": True, "report_untrue": True}
    found = {post: core.assess_all({**holding, "post_type": post})["verdicts"] for post in ("village", "college")}
    one, other = (each["xuzhou_clarification"]["verdict"] for each in found.values())
    assert one == other == "follows"
    assert {rule for rule, said in found["village"].items() if "assumes" in said} == {"xuzhou", "xuzhou_clarification"}
