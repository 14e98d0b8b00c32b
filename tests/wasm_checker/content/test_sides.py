"""Which verdicts are against a person is data, the same for core and page; what says nothing counts as against."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policies import Library
from tests.support.modules import WORDS, call
from wasm_checker.build.assets import BROWSER
from wasm_checker.core.judge import LEFT_TO_ORGAN, OPEN
from wasm_checker.core.outcomes import OUTCOMES

FAILURES = {"out_of_scope", "too_late"}
# What the rule core itself is made of, whatever a policy says.
STRUCTURE = {*FAILURES, OPEN, LEFT_TO_ORGAN}


def test_every_verdict_that_the_core_can_reach_has_the_side_that_the_core_gives_it(library: Library) -> None:
    sides = {verdict.id: verdict.side for verdict in library.vocabulary.verdicts}
    assert {name for name, side in sides.items() if side == "open"} == {OPEN, LEFT_TO_ORGAN}
    assert {sides[name] for name in FAILURES} == {"against"}
    for outcomes in OUTCOMES.values():
        assert sides[outcomes.fails] == "against"
        assert {sides[name] for name in (outcomes.holds, outcomes.aggravated) if name} == {"favourable"}
    reached = STRUCTURE | {name for outcomes in OUTCOMES.values() for name in vars(outcomes).values() if name}
    assert set(sides) == reached


@pytest.mark.parametrize("outcomes", OUTCOMES.values(), ids=OUTCOMES)
def test_the_core_takes_a_verdict_it_does_not_know_for_one_against_the_person(outcomes: object) -> None:
    assert outcomes.class_of("pardoned") == "unfavourable"  # type: ignore[attr-defined]


@pytest.mark.node
@pytest.mark.parametrize(("verdict", "against"), [("pardoned", True), ("ineligible", True), ("may_qualify", False)])
def test_the_page_takes_a_verdict_that_says_no_side_for_one_against_the_person(
    modules: Path, verdict: str, against: bool
) -> None:
    assert call(modules, "kit/wording.js", "isAgainst", WORDS, verdict) is against
    assert call(modules, "kit/wording.js", "settledAgainst", WORDS, {"verdict": verdict}) is against


def test_the_page_s_scripts_name_no_fact_and_no_verdict_but_those_of_the_core_s_structure(library: Library) -> None:
    names = {fact.id for fact in library.vocabulary.facts} | {one.id for one in library.vocabulary.verdicts}
    names |= {rule.id for rule in library.rules}
    # A word of English that is a fact's id as well is no policy where it is not written as a name.
    pattern = re.compile(rf"[\"'.]({'|'.join(sorted(names - STRUCTURE, key=len, reverse=True))})\b(?!\()")
    found = [
        f"{path.relative_to(BROWSER)}: {match[1]}"
        for path in sorted(BROWSER.rglob("*.js"))
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
