"""The sheets ask what the rules ask, and their last table says what the rule core says."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from macros.check import worksheet, worksheet_page
from macros.kit.links import Links
from policies import Library
from policies.engine.schema.rule import Rule
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, clauses, leaves
from wasm_checker.core.diagrams.diagram import TRUE
from wasm_checker.core.under_answers import Look

CASES = 3_000


@pytest.fixture(scope="module")
def core(library: Library) -> Core:
    return Core.from_pack(rule_pack(library))


def facts_of(library: Library) -> dict[str, Any]:
    return {fact.id: fact for fact in library.vocabulary.facts}


def asked(core: Core, rule: Rule) -> tuple[Condition, ...]:
    compiled = core.rules[rule.id]
    return compiled.scope.tree, compiled.timing.tree, compiled.merits.tree, *compiled.aggravating


def test_every_clause_and_every_fact_of_every_rule_stands_on_its_sheet(library: Library, core: Core) -> None:
    facts = facts_of(library)
    for rule in library.rules:
        lines = [line for part in worksheet.parts(rule, facts) for line in part.lines]
        on_sheet = {(line.clause.provision, line.clause.quote or "") for line in lines if line.clause}
        trees = asked(core, rule)
        assert {(one.provision, one.quote) for tree in trees for one in clauses(tree)} <= on_sheet
        texts = {line.text for line in lines}
        assert {facts[leaf.fact].text for tree in trees for leaf in leaves(tree)} <= texts, rule.id


def test_the_steps_come_to_the_verdict_of_the_core_for_every_complete_case(library: Library, core: Core) -> None:
    chance = Random(20181027)  # noqa: S311 - chance, not secrets
    reached: dict[str, set[str]] = {}
    written = [core.read(case.facts).known for one in library.instruments for case in one.cases]
    for rule in library.rules:
        compiled = core.rules[rule.id]
        steps = worksheet.steps(rule)
        for number in range(CASES):
            case = {fact: chance.randrange(core.facts[fact].size) for fact in compiled.diagrams.order}
            if number % 2:  # near a case that somebody has thought of
                case |= {
                    fact: at for fact, at in chance.choice(written).items() if fact in case and chance.random() < 0.9
                }
            look = Look(compiled, Answers(case))
            step = next(step for step in steps if says(step.part, look))
            assert step.verdict == core.outcome(rule.id, Answers(case)).verdict, (rule.id, case)
            reached.setdefault(rule.id, set()).add(step.part)
    for rule in library.rules:
        wanted = {step.part for step in worksheet.steps(rule) if not step.part.startswith("open")}
        assert reached[rule.id] >= wanted, rule.id


def says(part: str, look: Look) -> bool:
    """Whether the step's words are true of a complete case."""
    rule = look.rule

    def holds(condition: Condition) -> bool:
        return look.state(condition) == TRUE

    grounds = Group(rule.grounds_all, rule.grounds)
    true: dict[str, Callable[[], bool]] = {
        "scope": lambda: not holds(rule.scope.tree),
        "timing": lambda: not holds(rule.timing.tree),
        "gates": lambda: not all(map(holds, rule.gates)),
        "grounds": lambda: not holds(grounds),
        "exclusions": lambda: any(holds(item.bars) for item in rule.exclusions),
        "open_person": lambda: False,
        "open_organ": lambda: False,
        "aggravating": lambda: any(map(holds, rule.aggravating)),
        "holds": lambda: True,
    }
    return true[part]()


def test_a_condition_that_is_denied_is_put_in_words(library: Library) -> None:
    facts = facts_of(library)
    denied = [
        line
        for rule in library.rules
        for part in worksheet.parts(rule, facts)
        for line in part.lines
        if line.text == facts["private_gain"].text and part.id == "gates" and line.depth == 1
    ]
    assert {line.wants for line in denied} == {"否"}


def test_an_exclusion_that_may_give_way_names_the_grounds(library: Library) -> None:
    html = worksheet_page.page(library, Links("../"))
    start = html.index("没有合")
    assert html[start:].index("#pos-14") < html[start:].index("先按“没有定”填") < 2000
    assert "#neg-1" in html[:start]


def test_the_draft_is_marked_on_its_sheet(library: Library) -> None:
    html = worksheet_page.page(library, Links("../"))
    sheet = html[html.index('id="puyang_draft"') : html.index('id="pingdingshan_measures_3"')]
    assert "征求意见稿，未施行" in sheet
    assert "不能作为申请依据" in sheet


def test_clauses_are_clauses(core: Core) -> None:
    """The control: the trees compared above hold some."""
    assert all(isinstance(one, Clause) for rule in core.rules.values() for one in clauses(rule.merits.tree))
