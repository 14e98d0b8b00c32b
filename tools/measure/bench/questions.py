"""How many questions an interview takes until nothing the person can know matters, against asking in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from random import Random
from statistics import mean, median
from time import perf_counter

from tools.measure.bench.decomposition import Modular, decompose
from tools.measure.bench.interview import Interview
from wasm_checker.core.assess import Core
from wasm_checker.core.rules import Rule

ROUNDS = 3
Pick = Callable[[Interview], str | None]


def in_text_order(interview: Interview) -> str | None:
    """The first fact of the questionnaire that still matters."""
    needed = interview.needed()
    return next((fact for fact in interview.facts if fact in needed), None)


def in_the_order_of(questions: Sequence[str], question_of: Mapping[str, str | None]) -> Pick:
    """Picks the first fact that still matters, of the first of `questions` that has one."""
    last = len(questions)
    place = {question: at for at, question in enumerate(questions)}

    def pick(interview: Interview) -> str | None:
        needed = interview.needed()
        asked = (fact for fact in interview.facts if fact in needed)
        return min(asked, key=lambda fact: place.get(question_of[fact] or "", last), default=None)

    return pick


def random_cases(core: Core, count: int, seed: int) -> list[dict[str, int]]:
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    asked = [fact for fact in core.facts.values() if fact.kind != "date"]
    return [{fact.id: chance.randrange(fact.size) for fact in asked} for _ in range(count)]


def counted(core: Core, rules: Mapping[str, Rule], pick: Pick, cases: list[dict[str, int]]) -> tuple[float, int]:
    """The mean and the most questions over the cases."""
    numbers = []
    apart = decompose(rules)
    with forgotten(apart):
        start = Interview.start(rules, core.facts, apart)
        for case in cases:
            interview, number = start, 0
            while (fact := pick(interview)) is not None:
                interview = interview.answer(fact, core.facts[fact].value(case[fact]))
                number += 1
            numbers.append(number)
    return mean(numbers), max(numbers)


def relevance(core: Core, interviews: int, seed: int) -> list[tuple[float, float]]:
    """For each answer, all rules together, the milliseconds until the facts still needed, and then until the next to ask.

    No interview finds anything remembered from another, nor from an earlier round: each figure is the median of rounds.
    """
    apart = decompose(core.rules)
    rounds = [
        [times for case in random_cases(core, interviews, seed) for times in _answered(core, apart, case)]
        for _ in range(ROUNDS)
    ]
    return [
        (median(needed), median(found))
        for needed, found in (zip(*one, strict=True) for one in zip(*rounds, strict=True))
    ]


def _answered(core: Core, apart: Mapping[str, Modular], case: Mapping[str, int]) -> Iterator[tuple[float, float]]:
    interview = Interview.start(core.rules, core.facts, apart)
    with forgotten(apart):
        fact = interview.next_fact()
        while fact is not None:
            value = core.facts[fact].value(case[fact])
            begun = perf_counter()
            interview = interview.answer(fact, value)
            interview.needed()
            known = perf_counter()
            fact = interview.next_fact()
            yield (known - begun) * 1000, (perf_counter() - known) * 1000


@contextmanager
def forgotten(apart: Mapping[str, Modular]) -> Iterator[None]:
    """What interviews make inside is forgotten at its end; what the rules are compiled to is kept."""
    with ExitStack() as scratch:
        for each in apart.values():
            scratch.enter_context(each.store.scratch())
        yield
