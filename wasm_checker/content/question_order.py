"""In which order the questions are put, for each place and for all together: what settles most at once comes first.

Of every question it is computed from the compiled rules how often its answers alone make a rule fail, each value being as likely as any
other (weighted model counting: exact, one pass through the diagram). Scope and timing stand early, for who and when come before what. What
no answer alone decides, the grounds, follows by how many grounds ask for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from policies import Library
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Condition, leaves
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.rules import Rule

EARLY = (
    0.4  # what asking in scope or timing is worth, as a share of cases that fail, where at least MANY of all rules do
)
MANY = 1 / 3
GROUND = 0.01  # what each ground that asks is worth: less than anything that decides by itself
ROW = 0.25  # what a row costs, against the 1 of opening a question
KINDS = {"tolerance": 3.0}  # the rules that nearly all come for; others weigh 1


class Asked(NamedTuple):
    """A question under one rule: the share of cases that its answers alone make fail, the grounds that ask it, and the facts of it that
    still matter. `scope`, `timing`: whether they ask it.
    """

    fails: float
    grounds: int
    facts: frozenset[str]
    scope: bool
    timing: bool

    @property
    def early(self) -> bool:
        return self.scope or self.timing


Found = Mapping[str, Asked]


def question_order(library: Library, core: Core) -> dict[str, list[str]]:
    """The ids of the questions that the rules ask, by document; under "" for all rules together.

    A question that only fills facts which count once they are stated, or that no rule asks, is in no list: no verdict waits for it.
    """
    facts: dict[str, set[str]] = {question.id: set() for question in library.vocabulary.questions}
    for fact in library.vocabulary.facts:
        if fact.question:
            facts[fact.question].add(fact.id)
    found = {ident: _asked(rule, facts) for ident, rule in core.rules.items()}
    counted = Counter(question for each in found.values() for question, asked in each.items() if asked.early)
    early = {question: counted[question] >= MANY * len(found) for question in facts}
    weights = {rule.id: KINDS.get(rule.kind, 1.0) for rule in library.rules}
    places = {"": [*core.rules]}
    for instrument in library.instruments:
        if instrument.rules:
            places.setdefault(instrument.document, []).extend(rule.id for rule in instrument.rules)
    return {place: _ordered([(found[rule], weights[rule]) for rule in rules], early) for place, rules in places.items()}


def _ordered(rules: Sequence[tuple[Found, float]], early: Mapping[str, bool]) -> list[str]:
    """By worth for what it costs; of equal ones, and of those that timing asks, in the order of the questionnaire.

    Who is far from the start of a procedure is asked for no dates: the stage stands before them.
    """
    asked = {
        question: [(found[question], weight) for found, weight in rules if question in found] for question in early
    }
    value = {question: _value(each, early[question]) for question, each in asked.items() if each}
    timed = [question for question in value if any(each.timing for each, _ in asked[question])]
    for later, earlier in pairwise(reversed(timed)):
        value[earlier] = max(value[earlier], value[later])
    return sorted(value, key=lambda question: -value[question])


def _value(asked: Sequence[tuple[Asked, float]], early: bool) -> float:
    worth = sum(
        weight * (each.fails + EARLY * (early and each.early) + GROUND * each.grounds) for each, weight in asked
    )
    rows = frozenset[str]().union(*(each.facts for each, _ in asked))
    return worth / (1 + ROW * len(rows))


def _asked(rule: Rule, questions: Mapping[str, AbstractSet[str]]) -> Found:
    """What counts only once it is stated is taken as not stated: no verdict waits for it."""
    store = rule.diagrams
    scope, timing = _facts(rule.scope.tree), _facts(rule.timing.tree)
    with store.scratch():
        hold = store.restriction(dict.fromkeys(rule.stated, 0))
        whole = store.join(True, [hold(part.node) for _, part in rule.failures])
        matter = store.support(whole)
        found = {}
        for question, facts in questions.items():
            mine = matter & facts
            if mine:
                fails = 1 - _share(store, store.exists(whole, frozenset(store.order) - mine))
                grounds = sum(not mine.isdisjoint(ground.facts) for ground in rule.grounds)
                found[question] = Asked(fails, grounds, mine, not mine.isdisjoint(scope), not mine.isdisjoint(timing))
        return found


def _share(store: Diagrams, node: Node) -> float:
    """Of all cases those in which the node is true."""
    done: dict[Node, float] = {FALSE: 0.0, TRUE: 1.0}

    def share(at: Node) -> float:
        if at not in done:
            _, branches = store.nodes[at]
            done[at] = sum(map(share, branches)) / len(branches)
        return done[at]

    return share(node)


def _facts(tree: Condition) -> frozenset[str]:
    return frozenset(leaf.fact for leaf in leaves(tree))
