"""The order of the questions: whole, sensible, and nearly as short as asking by the diagrams after every answer."""

from __future__ import annotations

import pytest

from policies import Library, load
from tests.support.small_rules import core_of
from tools.measure.bench.questions import counted, in_text_order, in_the_order_of, random_cases
from wasm_checker.content.question_order import _asked, question_order
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.diagram import Diagrams
from wasm_checker.core.service import Service

PLACES = tuple(dict.fromkeys(one.document for one in load().instruments if one.rules))


@pytest.fixture(scope="module")
def core(service: Service) -> Core:
    return service.core


@pytest.fixture(scope="module")
def order(library: Library, core: Core) -> dict[str, list[str]]:
    return question_order(library, core)


def rules_of(library: Library, place: str) -> list[str]:
    return [rule.id for item in library.instruments for rule in item.rules if not place or item.document == place]


def test_every_place_has_all_questions_on_which_a_verdict_of_its_may_hang_and_none_that_its_rules_do_not_ask(
    order: dict[str, list[str]], library: Library, core: Core
) -> None:
    question_of = {fact.id: fact.question for fact in library.vocabulary.facts}
    assert set(order) == {"", *PLACES}
    unanswered = core.read({})
    for place, listed in order.items():
        rules = rules_of(library, place)
        waited_for = {fact for rule in rules for fact in core.outcome(rule, unanswered).missing}
        named = {fact for rule in rules for fact in core.rules[rule].diagrams.order}
        assert {question_of[fact] for fact in waited_for} <= set(listed) <= {question_of[fact] for fact in named}
        assert len(listed) == len(set(listed))
        assert None not in listed


def test_who_and_when_come_first_and_the_stage_before_the_dates(order: dict[str, list[str]]) -> None:
    assert set(order[""][:4]) == {"applicant_kind", "post_type", "person_status", "procedure_stage"}
    for place in PLACES:
        assert order[place][0] in {"applicant_kind", "post_type"}
    for listed in order.values():
        if "key_dates" in listed:
            assert listed.index("procedure_stage") < listed.index("key_dates")


def test_what_settles_alone_stands_before_the_grounds(order: dict[str, list[str]]) -> None:
    for place in ("wuyang", "shangzhou", "xuzhou"):
        assert order[place].index("private_gain") < order[place].index("work_context")
    assert order["pingdingshan"].index("accident") < order["pingdingshan"].index("work_context")


def test_the_share_that_fails_is_counted_over_all_cases() -> None:
    rule = {
        "id": "x",
        "scope": {"all": [{"fact": "e", "in": ["x"]}, {"any": ["a", "b"]}]},
        "gates": [{"provision": "x/g0", "when": {"not": "c"}}],
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "a"}]},
    }
    found = _asked(core_of(rule).rules["x"], {"of e": {"e"}, "of a and c": {"a", "c"}, "of b": {"b"}, "of d": {"d"}})
    assert {question: asked.fails for question, asked in found.items()} == {
        "of e": pytest.approx(2 / 3),
        "of a and c": pytest.approx(3 / 4),
    }  # with the ground's `a` the scope needs no `b`
    assert found["of e"].scope
    assert not found["of e"].timing
    assert found["of a and c"].grounds == 1


def test_it_takes_fewer_questions_than_the_text_s_order_at_every_place(
    order: dict[str, list[str]], library: Library, core: Core
) -> None:
    question_of = {fact.id: fact.question for fact in library.vocabulary.facts}
    cases = random_cases(core, 40, 20170927)
    for place in PLACES:
        rules = {ident: core.rules[ident] for ident in rules_of(library, place)}
        mine, text = (
            counted(core, rules, pick, cases)[0] for pick in (in_the_order_of(order[place], question_of), in_text_order)
        )
        assert mine < text * (0.6 if place == "pingdingshan" else 1), place


def test_two_computations_agree_and_leave_the_rules_as_they_were(library: Library, core: Core) -> None:
    stores: list[Diagrams] = [rule.diagrams for rule in core.rules.values()]
    before = [len(store.nodes) for store in stores]
    one, other = question_order(library, core), question_order(library, core)
    assert [*map(list, one.items())] == [*map(list, other.items())]
    assert [len(store.nodes) for store in stores] == before
