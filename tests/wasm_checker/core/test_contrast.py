"""Two rules compared, and one with its own items, against judging every case under both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings

from tests.proof.plain import barred, holds, judged
from tests.support.small_rules import SIZES, certain, completions, core_of, rules, values
from wasm_checker.core.explaining.contrast import Difference, contrast, contrast_json, idle_items, swallowed

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]
GRANTED = {"d": 0}  # `d` is asked of nobody: what is left to the organ counts as not granted


def favourable(rule: Rule, case: Mapping[str, int]) -> bool:
    return all(judged(rule, values(case)))


def yeses(case: Mapping[str, int]) -> int:
    """How many yes-or-no facts are answered yes."""
    return sum(position for fact, position in case.items() if fact in "abcd")


def apart(yes: Rule, no: Rule) -> list[dict[str, int]]:
    return [case for case in completions(GRANTED) if favourable(yes, case) and not favourable(no, case)]


@few
@given(rules, rules)
def test_each_difference_is_a_case_with_the_fewest_yeses_and_its_free_facts_are_free(one: Rule, two: Rule) -> None:
    two = {**two, "id": "y"}
    core = core_of(one, two)
    found = contrast(core.rules["x"], core.rules["y"], core.facts)
    sides = {difference.yes: difference for difference in found.differences}
    for yes, no in ((one, two), (two, one)):
        cases = apart(yes, no)
        assert (yes["id"] in sides) == bool(cases)
        if cases:
            _check(sides[yes["id"]], yes, no)
            assert yeses(sides[yes["id"]].case) == min(map(yeses, cases))


def _check(difference: Difference, yes: Rule, no: Rule) -> None:
    """Whatever the facts it does not name are, the one rule finds the case favourable and the other does not."""
    assert difference.no == no["id"]
    for case in completions({**difference.case, **GRANTED}):
        assert favourable(yes, case)
        assert not favourable(no, case)


@few
@given(rules, rules)
def test_the_relation_is_the_one_between_the_two_sets_of_favourable_cases(one: Rule, two: Rule) -> None:
    two = {**two, "id": "y"}
    core = core_of(one, two)
    more, fewer = bool(apart(one, two)), bool(apart(two, one))
    wanted = {(False, False): "same", (True, True): "crossing", (True, False): "includes", (False, True): "within"}
    found = contrast(core.rules["x"], core.rules["y"], core.facts)
    assert found.relation == wanted[more, fewer]
    said = contrast_json(found, core.facts)
    assert said["relation"] == found.relation
    for difference, written in zip(found.differences, said["differences"], strict=True):
        read = core.read(written["facts"]).known
        assert read == dict(difference.case)


@few
@given(rules)
def test_a_rule_is_the_same_as_itself_and_includes_itself_with_one_more_exclusion(rule: Rule) -> None:
    narrower = {**rule, "id": "y", "exclusions": [*rule["exclusions"], {"provision": "x/more", "when": "a"}]}
    core = core_of(rule, narrower)
    assert contrast(core.rules["x"], core.rules["x"], core.facts).relation == "same"
    assert contrast(core.rules["x"], core.rules["y"], core.facts).relation in {"same", "includes"}


def merits(rule: Rule) -> list[bool]:
    return [judged(rule, values(case))[2] for case in completions({})]


def without(rule: Rule, provision: str) -> Rule:
    grounds = [each for each in rule["grounds"]["clauses"] if each["provision"] != provision]
    exclusions = [each for each in rule["exclusions"] if each["provision"] != provision]
    # The exclusion weighs itself against a ground that is struck out no less than before.
    return {**rule, "grounds": {**rule["grounds"], "clauses": grounds}, "exclusions": exclusions}


@few
@given(rules)
def test_an_item_is_idle_if_no_case_meets_it_or_the_rule_decides_every_case_the_same_without_it(rule: Rule) -> None:
    plain = {**rule, "exclusions": [{k: v for k, v in each.items() if k != "yields"} for each in rule["exclusions"]]}
    core = core_of(plain)
    found = {item.provision: item.why for item in idle_items(core.rules["x"])}
    wanted = {}
    for item in (*plain["grounds"]["clauses"], *plain["exclusions"]):
        if certain(item, {}) is False:
            wanted[item["provision"]] = "unreachable"
        elif merits(without(plain, item["provision"])) == merits(plain):
            wanted[item["provision"]] = "redundant"
    assert found == wanted


@few
@given(rules)
def test_a_ground_is_swallowed_if_every_case_that_meets_it_is_barred(rule: Rule) -> None:
    cases = [values(case) for case in completions({})]
    wanted = {
        (ground["provision"], exclusion["provision"])
        for ground in rule["grounds"]["clauses"]
        for exclusion in rule["exclusions"]
        if all(barred(rule, exclusion, case) for case in cases if holds(ground, case))
    }
    assert set(swallowed(core_of(rule).rules["x"])) == wanted
    assert set(SIZES) == set(cases[0])
