"""The law of the headline, on the diagrams: where a rule warns against counting on a favourable verdict, it never comes to one."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from policies import load
from policies.engine.checks.barring import WARNS
from tests.proof.material import cases, core, core_of, rules
from wasm_checker.content import law

RULES = [pytest.param(rule["id"], id=rule["id"]) for rule in rules()]
GRAVE = ["serious_consequence", "larger_mistake_or_loss", "major_loss_and_impact", "major_safety_accident_liability", "work_safety_liability_accident", "severe_pollution_or_ecological", "food_drug_accident", "serious_mass_incident_or_opinion"]  # fmt: skip
# The twelve warnings of 2026-11: none may be reworded or narrowed away. More may follow.
TWELVE: list[tuple[str, str, Any]] = [
    ("wuyang_tolerance", "wuyang_tolerance/a2", {"any": ["acct_decision_failure", "acct_weak_execution", "acct_oversight_absent", "acct_lax_discipline", "acct_low_efficiency", "acct_other"]}),
    ("wuyang_tolerance", "wuyang_tolerance/a4/i2", {"any": ["violated_discipline_or_law", "fraud_or_formalism", "extortion_or_rudeness", "ultra_vires_or_abuse_harm", "arbitrary_decision"]}),
    ("shangzhou", "shangzhou/a4/i1", {"any": ["violated_discipline_or_law", "fraud_or_formalism", "extortion_or_rudeness", "arbitrary_decision"]}),
    ("shangzhou", "shangzhou/a4/i1", {"any": GRAVE}),
    ("puyang_draft", "puyang_draft/a8/p2", "refuses_rectification"),
    ("puyang_draft", "puyang_draft/a5/i3", {"any": ["dereliction", "fraud_or_formalism", "extortion_or_rudeness", "arbitrary_decision"]}),
    ("puyang_draft", "puyang_draft/a5/i3", {"any": GRAVE}),
    ("xuzhou", "xuzhou/a3/i1", {"any": ["fraud_or_formalism", "extortion_or_rudeness", "arbitrary_decision"]}),
    ("xuzhou", "xuzhou/a10", {"any": GRAVE}),
    ("pingdingshan_list", "pingdingshan_list/closing", {"any": ["private_gain", "dereliction"]}),
    ("pingdingshan_measures_7", "pingdingshan_measures/m7", {"any": ["private_gain", "dereliction", "ultra_vires_or_abuse_harm", "violated_discipline_or_law"]}),
    ("pingdingshan_measures_8", "pingdingshan_measures/m8", {"any": ["private_gain", "dereliction", "violated_discipline_or_law"]}),
]  # fmt: skip


@pytest.mark.parametrize("ident", RULES)
def test_a_warning_and_a_favourable_verdict_have_no_case_in_common(ident: str) -> None:
    rule = core().rules[ident]
    assert all(law.kept(rule, warning) for warning in law.warnings(rule))


@pytest.mark.parametrize(("ident", "provision", "when"), TWELVE)
def test_the_twelve_warnings_stand_with_the_conditions_they_had(ident: str, provision: str, when: Any) -> None:
    (rule,) = [rule for rule in rules() if rule["id"] == ident]
    found = [each for each in rule["reminders"] if each.get("bars_favourable") and each["provision"] == provision]
    assert when in [each["when"] for each in found if "presupposed_by" not in each]


def test_every_warning_in_words_is_marked_and_every_marked_one_says_so() -> None:
    reminders = [reminder for rule in load().rules for reminder in rule.reminders]
    marked = [reminder for reminder in reminders if reminder.bars_favourable]
    assert [reminder for reminder in reminders if WARNS in reminder.text] == marked
    assert len(marked) > len(TWELVE)


def test_a_rule_that_warns_and_does_not_bar_is_found_out() -> None:
    (written,) = [rule for rule in rules() if rule["id"] == "xuzhou"]
    rule = deepcopy(written)
    rule["gates"] = [gate for gate in rule["gates"] if gate["provision"] != "xuzhou/a3/i1"]
    assert list(law.broken(core_of(rule))) == ["xuzhou xuzhou/a3/i1"]
    assert list(law.broken(core_of(written))) == []


@pytest.mark.long
def test_no_case_is_told_that_it_may_qualify_beside_a_warning_against_counting_on_it() -> None:
    said = 0
    for each in {json.dumps(dict(case.facts)): case for of in cases().values() for case in of}.values():
        for found in core().assess_all(each.facts)["verdicts"].values():
            warned = [item for item in found["reminders"] if item.get("bars_favourable")]
            said += bool(warned)
            assert not (warned and found["verdict"] == "may_qualify")
    assert said > 100
