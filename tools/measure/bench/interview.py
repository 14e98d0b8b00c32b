"""An interview: answers given one by one, and after each what still matters and how much can still be asked.

Each answer restricts what the last one left, so that the work shrinks as the interview goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from tools.measure.bench.decomposition import Left, Modular, decompose
from wasm_checker.core.answers.facts import Answers, Fact, named
from wasm_checker.core.judge import judged
from wasm_checker.core.rules import Rule
from wasm_checker.core.under_answers import Look


@dataclass(frozen=True)
class Interview:
    """What the answers so far have left of each rule, and the facts as bits of a mask.

    `apart`: the rules taken apart. `askable`: those that the person can know and has not left to the organ.
    """

    rules: Mapping[str, Rule]
    apart: Mapping[str, Modular]
    facts: Mapping[str, Fact]
    bits: Mapping[str, int]
    known: Mapping[str, int]
    left: Mapping[str, Left]
    askable: int

    @classmethod
    def start(
        cls, rules: Mapping[str, Rule], facts: Mapping[str, Fact], apart: Mapping[str, Modular] | None = None
    ) -> Interview:
        """`apart`: `decompose(rules)`, for who starts many interviews over the same rules."""
        apart = decompose(rules) if apart is None else apart
        bits = {fact: 1 << number for number, fact in enumerate(facts)}
        askable = sum(bit for fact, bit in bits.items() if facts[fact].known_by != "organ")
        left = {ident: _after(rule, apart[ident], {}) for ident, rule in rules.items()}
        return cls(rules, apart, facts, bits, {}, left, askable)

    def answer(self, fact: str, value: object) -> Interview:
        """The interview after one more answer; `value` as in a case. Raises InputError for a value of another type."""
        bit = self.bits[fact]
        if value == "organ":
            return replace(self, askable=self.askable & ~bit)
        position = self.facts[fact].position(value)
        known = {**self.known, fact: position}
        changed = {
            ident: _after(rule, self.apart[ident], known)
            if fact in rule.stated
            else self.apart[ident].after(self.left[ident], fact, position)
            for ident, rule in self.rules.items()
            if self.left[ident].mask & bit or fact in rule.stated
        }
        return replace(self, known=known, left={**self.left, **changed})

    def open_rules(self) -> tuple[str, ...]:
        """The rules whose verdict is not settled."""
        return tuple(ident for ident, left in self.left.items() if left.mask)

    def needed(self) -> frozenset[str]:
        """The facts the person can know that can still change some verdict."""
        return frozenset(named(self.facts, self._needed()))

    def at_most(self) -> int:
        """No more facts than these need asking, in whatever order: an answer to one of them never makes another matter."""
        return self._needed().bit_count()

    def _needed(self) -> int:
        return reduce(or_, map(self._needed_by, self.open_rules()), 0)

    def _needed_by(self, ident: str) -> int:
        """The facts on which the rule's verdict hangs for the person, while what is the organ's stays open."""
        if not self.left[ident].mask & self.askable:
            return 0
        rule = self.rules[ident]
        with rule.diagrams.scratch():
            return judged(Look(rule, Answers(self.known)), ~self.askable).missing

    def next_fact(self) -> str | None:
        """What to ask next; None when nothing is left.

        The fact that can settle the most open rules with a single answer, as a gate or an exclusion can; of these the one
        that the most open rules ask for; of these the one that the first of them asks first.
        """
        settles: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for ident in self.open_rules():
            rule = self.rules[ident]
            support = named(self.facts, self._needed_by(ident))
            asked.update(sorted(support, key=rule.diagrams.level.__getitem__))
            settles.update(self.apart[ident].settling(self.left[ident]))
        return max(asked, key=lambda fact: (settles[fact], asked[fact]), default=None)


def _after(rule: Rule, apart: Modular, known: Mapping[str, int]) -> Left:
    """What answers leave of a rule; what counts only once it is stated, and was not, counts as no."""
    left = apart.whole
    for fact, position in {**dict.fromkeys(rule.stated, 0), **known}.items():
        if left.mask & rule.mask((fact,)):
            left = apart.after(left, fact, position)
    return left
