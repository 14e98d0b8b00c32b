"""How many questions an interview takes until nothing the person can know matters, against asking in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from random import Random
from statistics import mean
from time import perf_counter

from wasm_checker.core.assess import Core
from wasm_checker.core.interview import Interview
from wasm_checker.core.rules import Rule

Pick = Callable[[Interview], str | None]


def in_text_order(interview: Interview) -> str | None:
    """The first fact of the questionnaire that still matters."""
    needed = interview.needed()
    return next((fact for fact in interview.facts if fact in needed), None)


def random_cases(core: Core, count: int, seed: int) -> list[dict[str, int]]:
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    asked = [fact for fact in core.facts.values() if fact.kind != "date"]
    return [{fact.id: chance.randrange(fact.size) for fact in asked} for _ in range(count)]


def counted(core: Core, rules: Mapping[str, Rule], pick: Pick, cases: list[dict[str, int]]) -> tuple[float, int]:
    """The mean and the most questions over the cases."""
    numbers = []
    with ExitStack() as scratch:
        for rule in rules.values():
            scratch.enter_context(rule.diagrams.scratch())
        start = Interview.start(rules, core.facts)
        for case in cases:
            interview, number = start, 0
            while (fact := pick(interview)) is not None:
                interview = interview.answer(fact, core.facts[fact].value(case[fact]))
                number += 1
            numbers.append(number)
    return mean(numbers), max(numbers)


def relevance(core: Core, interviews: int, seed: int) -> list[float]:
    """Milliseconds for one answer and the facts still needed after it, all rules together, a figure an answer."""
    times = []
    with ExitStack() as scratch:
        for rule in core.rules.values():
            scratch.enter_context(rule.diagrams.scratch())
        start = Interview.start(core.rules, core.facts)
        for case in random_cases(core, interviews, seed):
            interview = start
            while (fact := interview.next_fact()) is not None:
                value = core.facts[fact].value(case[fact])
                begun = perf_counter()
                interview = interview.answer(fact, value)
                interview.needed()
                times.append((perf_counter() - begun) * 1000)
    return times
