"""What follows from an answer decides verdicts too: every implication left out, or its force turned round, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.proof.material import Case, cases, core
from wasm_checker.core.assess import Core
from wasm_checker.core.facts import Implication


@dataclass(frozen=True)
class Mistake:
    """The implications with one thing wrong."""

    what: str
    implications: tuple[Implication, ...]


def mistakes() -> Iterator[Mistake]:
    listed = core().implications
    for index, item in enumerate(listed):
        (cause, given), (consequence, then) = item.cause, item.consequence
        name = f"{cause}={given} → {consequence}={'organ' if then is None else then}"
        before, after = listed[:index], listed[index + 1 :]
        yield Mistake(f"去掉 {name}", (*before, *after))
        if then is not None:  # what is left to the organ gives way to a yes either way
            yield Mistake(
                f"{name}：{'不' if item.forced else ''}盖过已有的回答",
                (*before, replace(item, forced=not item.forced), *after),
            )


def fate(mistake: Mistake) -> str:
    """killed, by a case that expects otherwise, or survived."""
    wrong = replace(core(), implications=mistake.implications)
    return "killed" if any(_kills(wrong, rule, case) for rule, case in _told_apart(wrong)) else "survived"


def _told_apart(wrong: Core) -> Iterator[tuple[str, Case]]:
    """The cases that are read otherwise; all others are judged alike."""
    for rule, each in cases().items():
        for case in each:
            right, other = core().read(case.facts), wrong.read(case.facts)
            if (right.known, right.left_to_organ) != (other.known, other.left_to_organ):
                yield rule, case


def _kills(wrong: Core, rule: str, case: Case) -> bool:
    found = wrong.assess(rule, wrong.read(case.facts))
    return found.verdict != case.verdict or not case.provisions <= set(found.provisions)
