"""Command line: `python -m tests.proof.implications`. Does every implication decide some case judged by hand?

An implication is taken away, and what it is turned round with it. A case tells if its verdict, the provisions named or the
contradictions reported are then no longer those that were judged by hand.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cache

from policies import load
from policies.engine.schema.case import Case
from tests.proof.material import core, pack
from wasm_checker.core.answers.facts import Implication, with_contrapositives
from wasm_checker.core.assess import Core


@dataclass(frozen=True)
class Told:
    """The cases that tell that an implication is missing."""

    said: str
    forced: bool
    without: tuple[str, ...]


@cache
def written() -> tuple[Case, ...]:
    """Every case beside every rule."""
    return tuple(case for instrument in load().instruments for case in instrument.cases)


def run(whole: Core, cases: tuple[Case, ...]) -> list[Told]:
    found = []
    every = whole.implications[
        : len(pack()["implications"])
    ]  # what is turned round comes and goes with what it is made of
    for index, item in enumerate(every):
        before, after = every[:index], every[index + 1 :]
        without = replace(whole, implications=with_contrapositives((*before, *after)))
        telling = tuple(case.id for case in cases if tells(whole, without, case))
        found.append(Told(_said(item, whole), item.forced, telling))
    return found


def tells(whole: Core, wrong: Core, case: Case) -> bool:
    """Whether the case is not judged by the wrong implications as it was by hand."""
    answers = wrong.read(case.facts)
    if answers == whole.read(case.facts):
        return False
    if [list(pair) for pair in answers.contradictions] != case.contradictions:
        return True
    found = ((wrong.assess(rule, answers), expected) for rule, expected in case.expect.items())
    return any(is_.verdict != was.verdict or not set(was.provisions) <= set(is_.provisions) for is_, was in found)


def _said(item: Implication, whole: Core) -> str:
    pair = ((whole.facts[fact], position) for fact, position in (item.cause, item.consequence))
    return " → ".join(f"{fact.id}：{'organ' if at is None else fact.label(at)}" for fact, at in pair)


def main() -> int:
    """Exit 1 if the absence of one is told by no case."""
    found = run(core(), written())
    for told in found:
        name = told.said if told.forced else f"{told.said} (fills a blank)"
        print(f"{name:86}{len(told.without):4} tell its absence")
    return int(not all(told.without for told in found))


if __name__ == "__main__":
    sys.exit(main())
