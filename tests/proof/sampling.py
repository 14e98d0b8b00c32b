"""Random partial answers to the real rules, drawn so that every verdict is well represented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.proof.material import Data, cases, core
from tests.proof.plain import facts_of, values_of
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core

CANDIDATES = 4  # of so many times the wanted number, those are kept that even out the verdicts


@dataclass(frozen=True)
class Sample:
    """Answered values and facts left to the organ, of one rule."""

    rule: Data
    values: Mapping[str, Any]
    organ: frozenset[str] = field(default_factory=frozenset)

    @property
    def answers(self) -> Answers:
        return self.answers_in(core())

    def answers_in(self, one: Core) -> Answers:
        """As a core reads it, without what would follow from other answers: here any answers go together."""
        known = {fact: one.facts[fact].position(value) for fact, value in self.values.items()}
        return Answers(known, self.organ)

    @property
    def verdict(self) -> str:
        return core().assess(self.rule["id"], self.answers).verdict


def even(rule: Data, number: int, seed: int) -> list[Sample]:
    """`number` samples, as many of each verdict as there are, the scarce ones all."""
    heaps: dict[str, list[Sample]] = defaultdict(list)
    for sample in drawn(rule, CANDIDATES * number, seed):
        heaps[sample.verdict].append(sample)
    chosen: list[Sample] = []
    for share, (_, heap) in zip(
        range(len(heaps), 0, -1), sorted(heaps.items(), key=lambda item: (len(item[1]), item[0])), strict=True
    ):
        chosen += heap[: (number - len(chosen)) // share]
    return chosen


def drawn(rule: Data, number: int, seed: int) -> Iterator[Sample]:
    """Three in four start from a case written for the rule; then facts are answered otherwise, taken back, left open."""
    random = Random(f"{rule['id']} {seed}")  # noqa: S311 - chance, not secrets
    facts = facts_of(rule)
    domain = {fact: values_of(fact) for fact in facts}
    for _ in range(number):
        values = {fact: random.choice(domain[fact]) for fact in facts}
        if random.random() < 0.75:
            written = random.choice(cases()[rule["id"]]).facts
            values = {fact: written[fact] for fact in facts if fact in written and written[fact] not in {None, "organ"}}
        for fact in random.sample(facts, min(len(facts), random.choice((0, 0, 1, 2, 4)))):
            values[fact] = random.choice(domain[fact])
        for fact in random.sample(facts, min(len(facts), random.choice((0, 0, 1, 2, 5, len(facts) // 2)))):
            values.pop(fact, None)
        unanswered = [fact for fact in facts if fact not in values]
        share = random.choice((0, 0, 0.3, 1))
        yield Sample(rule, values, frozenset(fact for fact in unanswered if random.random() < share))
