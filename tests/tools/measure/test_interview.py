"""An interview against trying every completion, and against following it to its end under every answer."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.interviews import at, is_open, matter
from tests.support.small_rules import SIZES, core_of, partial, rules, value
from tools.measure.bench.interview import Interview

few = settings(max_examples=25, deadline=None)
Rule = dict[str, Any]
Known = dict[str, int]


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
