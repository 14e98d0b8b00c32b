"""An interview against trying every completion, and against following it to its end under every answer."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.small_rules import SIZES, core_of, partial, rules, states, value
from wasm_checker.core.assess import Core
from wasm_checker.core.interview import Interview

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]
Known = dict[str, int]
PERSONS = frozenset(SIZES) - {"d"}


def at(core: Core, known: Known, organ: frozenset[str] = frozenset()) -> Interview:
    rules = {ident: rule for ident, rule in core.rules.items() if ident != "z"}
    interview = Interview.start(rules, core.facts)
    for fact, position in known.items():
        interview = interview.answer(fact, value(fact, position))
    for fact in sorted(organ - known.keys()):
        interview = interview.answer(fact, "organ")
    return interview


def is_open(rule: Rule, known: Known) -> bool:
    found = states(rule, known)
    return False not in found and None in found


def matter(rule: Rule, known: Known, organ: frozenset[str]) -> set[str]:
    """The person's facts for which two sets of his answers that differ in it alone come to different verdicts, the rest left open."""
    his = [fact for fact in PERSONS if fact not in known and fact not in organ]
    answers = [dict(zip(his, each, strict=True)) for each in product(*(range(SIZES[fact]) for fact in his))]
    found = {tuple(each.items()): settled(rule, {**known, **each}) for each in answers}
    return {
        fact
        for each in answers
        for fact in his
        for position in range(SIZES[fact])
        if found[tuple(each.items())] != found[tuple({**each, fact: position}.items())]
    }


def settled(rule: Rule, known: Known) -> str:
    """Which part is certain to fail, the first first; that all are certain to hold; or neither."""
    found = states(rule, known)
    if False in found:
        return f"fails {found.index(False)}"
    return "open" if None in found else "holds"


@few
@given(rules, rules, partial, st.frozensets(st.sampled_from(sorted(SIZES))))
def test_needed_is_exactly_what_the_person_can_know_and_can_still_change_an_open_verdict(
    one: Rule, two: Rule, known: Known, organ: frozenset[str]
) -> None:
    two = {**two, "id": "y"}
    interview = at(core_of(one, two), known, organ)
    open_rules = [rule for rule in (one, two) if is_open(rule, known)]
    assert set(interview.open_rules()) == {rule["id"] for rule in open_rules}
    assert interview.needed() == set[str]().union(*(matter(rule, known, organ) for rule in open_rules))


@few
@given(rules, partial)
def test_the_next_question_is_needed_and_there_is_one_as_long_as_anything_is(rule: Rule, known: Known) -> None:
    interview = at(core_of(rule), known)
    fact = interview.next_fact()
    assert (fact is None) == (not interview.needed())
    assert fact is None or fact in interview.needed()


def longest(interview: Interview) -> int:
    """The most questions asked from here under any answers; what is promised may not be exceeded on the way."""
    fact = interview.next_fact()
    if fact is None:
        return 0
    most = 1 + max(longest(interview.answer(fact, value(fact, position))) for position in range(SIZES[fact]))
    assert most <= interview.at_most()
    return most


@few
@given(rules, rules, partial)
def test_no_more_questions_are_asked_than_promised_whatever_the_answers(one: Rule, two: Rule, known: Known) -> None:
    interview = at(core_of(one, {**two, "id": "y"}), known)
    assert longest(interview) <= interview.at_most() <= len(interview.needed())


def test_an_exclusion_that_settles_the_rule_by_itself_is_asked_before_the_grounds() -> None:
    """The diagram asks the grounds `a` and `b` first; neither alone settles anything."""
    grounds = [{"provision": "x/i0", "when": "a"}, {"provision": "x/i1", "when": "b"}]
    rule: Rule = {
        "id": "x",
        "scope": {"any": ["a", {"not": "a"}]},
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": grounds},
        "exclusions": [{"provision": "x/e0", "when": "c"}],
    }
    interview = at(core_of(rule), {})
    assert interview.next_fact() == "c"
    assert interview.answer("c", value("c", 0)).next_fact() == "a"


@few
@given(rules, partial)
def test_a_fact_left_to_the_organ_is_not_asked_again(rule: Rule, known: Known) -> None:
    interview, left = at(core_of(rule), known), set[str]()
    while (fact := interview.next_fact()) is not None:
        assert fact not in left
        left.add(fact)
        interview = interview.answer(fact, "organ")


@few
@given(rules, partial)
def test_the_order_in_which_answers_are_given_does_not_matter(rule: Rule, known: Known) -> None:
    core = core_of(rule)
    backwards = dict(reversed(known.items()))
    assert at(core, known).left == at(core, backwards).left


def test_a_question_that_was_answered_away_is_not_needed_any_more() -> None:
    """A stand-in that counts the facts a rule names would still ask for `b`."""
    rule: Rule = {
        "id": "x",
        "scope": "a",
        "grounds": {"mode": "any", "provision": "x/l", "quote": "…", "clauses": [{"provision": "x/i0", "when": "b"}]},
    }
    core = core_of(rule)
    assert at(core, {}).needed() == {"a", "b"}
    assert at(core, {"a": 0}).needed() == frozenset()
    assert at(core, {"a": 1}).at_most() == 1
