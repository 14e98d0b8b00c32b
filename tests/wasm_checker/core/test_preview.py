"""What an answer would do, against judging the case with that answer; and where it is asked, against the rule's own clauses."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from tests.support.small_rules import SIZES, core_of, partial, rules, value
from wasm_checker.core.diagrams.conditions import clauses, leaves
from wasm_checker.preview import preview

few = settings(max_examples=25, deadline=None)


@few
@given(rules, partial)
def test_each_answer_does_what_judging_the_case_with_it_does(rule: dict[str, Any], known: dict[str, int]) -> None:
    core = core_of(rule)
    raw = {fact: value(fact, position) for fact, position in known.items()}
    now = core.verdicts(core.read(raw))
    for fact, size in SIZES.items():
        found = preview(core, raw, fact)
        assert [answer["value"] for answer in found["answers"]] == [value(fact, position) for position in range(size)]
        for answer in found["answers"]:
            after = core.verdicts(core.read({**raw, fact: answer["value"]}))
            assert answer["changes"] == {ident: to for ident, to in after.items() if to != now[ident]}


@few
@given(rules)
def test_it_names_every_provision_whose_condition_has_the_fact_and_no_other(rule: dict[str, Any]) -> None:
    core = core_of(rule)
    for fact in SIZES:
        asked = preview(core, {}, fact)["asked_by"]
        for ident, compiled in core.rules.items():
            trees = (compiled.scope.tree, compiled.timing.tree, compiled.merits.tree, *compiled.aggravating)
            named = {
                one.provision
                for tree in trees
                for one in clauses(tree)
                if any(leaf.fact == fact for leaf in leaves(one))
            }
            assert set(asked.get(ident, ())) == named
