"""Command line: `python -m tests.proof.prove`. The core's answers on the real rules against a solver and brute force."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.proof.brute import CLASSES, Table, size
from tests.proof.material import Data, core, rules
from tests.proof.plain import PARTS, named, silent
from tests.proof.sampling import Sample, even
from tests.proof.smt import Encoding, Nearest
from wasm_checker.core.diagrams.diagram import FALSE, TRUE
from wasm_checker.core.explaining.changes import Parts
from wasm_checker.core.under_answers import Look
from wasm_checker.core.variants import reread

ANSWERS, CHANGES, SEED = 10_800, 10_800, 20_260_101
SMALL = 1 << 18  # brute force judges a rule of no more complete cases


class Judge(Protocol):
    """Another route to the answers: a solver's or brute force."""

    facts: list[str]

    def state(self, part: str, values: Mapping[str, Any]) -> bool | None: ...
    def matter(self, part: str, values: Mapping[str, Any]) -> set[str]: ...
    def hanging(self, values: Mapping[str, Any], organ: AbstractSet[str]) -> set[str] | None: ...
    def aggravated(self, values: Mapping[str, Any]) -> bool: ...


@dataclass
class Proof:
    """What was compared, and every difference found."""

    verdicts: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def check(self, what: str, found: object, proven: object, sample: Sample | str) -> None:
        self.compared[what] += 1
        if found != proven:
            self.wrong.append(f"{what}: {found} is {proven} for {sample}")

    def add(self, other: Proof) -> None:
        self.verdicts += other.verdicts
        self.compared += other.compared
        self.wrong += other.wrong


def by_solver(rule: Data, answers: int, changes: int, seed: int = SEED) -> Proof:
    """The diagrams, in every reading, on every complete case; verdicts and relevance on `answers` samples; nearest cases on `changes`."""
    proof = Proof()
    encoding = Encoding(rule)
    compiled = core().rules[rule["id"]]
    versions = [(encoding, compiled)]
    for data, other in zip(rule.get("other_readings", ()), core().rereadings[rule["id"]], strict=True):
        versions.append((Encoding(reread(rule, data["changes"])), other.rule))
    for version, meant in versions:
        for part in PARTS:
            same = version.same_everywhere(part, meant.diagrams, getattr(meant, part).node)
            proof.check("diagrams equal on every case", same, True, rule["id"])
    for sample in even(rule, answers, seed):
        proof.verdicts[sample.verdict] += 1
        check_answers(proof, encoding, sample)
    for sample in even(rule, changes, seed + 1):
        check_changes(proof, encoding, sample)
    return proof


def by_brute_force(rule: Data, answers: int, changes: int, seed: int = SEED + 2) -> Proof:
    """The same questions, on a rule small enough to judge every complete case."""
    proof = Proof()
    table = Table(rule)
    for sample in even(rule, answers, seed):
        proof.verdicts[sample.verdict] += 1
        check_answers(proof, table, sample)
    for sample in even(rule, changes, seed + 1):
        found = {name: len(flips) for name, flips in _changes(sample).items()}
        proof.check("nearest cases of other classes", found, table.nearest(sample.values), sample)
    return proof


def check_answers(proof: Proof, judge: Judge, sample: Sample) -> None:
    """Each part's state, what matters to it while it is open, and the verdict with its open facts."""
    rule = core().rules[sample.rule["id"]]
    look = Look(rule, sample.answers)
    values = {**silent(sample.rule, sample.values), **sample.values}
    states, matters = [], set[str]()
    for part in PARTS:
        tree = getattr(rule, part).tree
        state = judge.state(part, values)
        states.append(state)
        proof.check("parts true, false or open", {FALSE: False, TRUE: True}.get(look.state(tree)), state, sample)
        if state is None:
            matter = judge.matter(part, values)
            proof.compared["facts that may matter"] += len(judge.facts) - len(values)
            proof.check("relevance of open parts", set(look.support(tree)), matter, sample)
            matters |= matter
    theirs = {fact for fact in judge.facts if core().facts[fact].known_by == "organ"} | sample.organ
    assessed = core().assess(rule.id, sample.answers)
    open_verdict = False not in states and None in states
    missing = judge.hanging(values, theirs) if open_verdict else set()
    if missing is None:
        proof.compared["open verdicts left out: too much to find"] += 1
        return
    verdict = assessed.verdict, set(assessed.missing), set(assessed.organ)
    proven = named(sample.rule, states, judge.aggravated(values), missing, matters & theirs)
    proof.check("verdicts, missing, organ", verdict, proven, sample)


def check_changes(proof: Proof, encoding: Encoding, sample: Sample) -> None:
    """Every class the core names is reached by its flips and by no fewer, and no class it does not name can be reached."""
    unsaid = silent(sample.rule, sample.values)
    encoding = encoding.under(unsaid) if unsaid else encoding
    now = class_of(encoding, sample.values)
    flips = _changes(sample)
    nearest = Nearest(encoding, sample.values)
    for target in CLASSES:
        if target == now:
            proof.check("own class is no change", target in flips, False, sample)
        elif target not in flips:
            proof.check("classes out of reach", nearest.exists(target, None), False, sample)
        else:
            values = {fact: core().facts[fact].value(position) for fact, position in flips[target].items()}
            proof.check("changes that arrive", class_of(encoding, {**sample.values, **values}), target, sample)
            proof.check("no fewer would do", nearest.exists(target, len(values) - 1), False, sample)


def _changes(sample: Sample) -> dict[str, Mapping[str, int]]:
    rule = core().rules[sample.rule["id"]]
    with rule.diagrams.scratch():
        unsaid = rule.diagrams.restriction(Look(rule, sample.answers).silent)
        scope, timing, merits = (unsaid(part.node) for part in (rule.scope, rule.timing, rule.merits))
        aggravating = tuple(unsaid(rule.diagrams.compile(clause)) for clause in rule.aggravating)
        parts = Parts(rule.diagrams, scope, timing, merits, aggravating)
        return {change.to: change.flips for change in parts.changes(sample.answers.known)}


def class_of(judge: Judge, values: Mapping[str, Any]) -> str:
    states = [judge.state(part, values) for part in PARTS]
    if False in states:
        return CLASSES[states.index(False)]
    if None in states:
        return "open"
    return "aggravated" if judge.aggravated(values) else "favourable"


def _solved(rule: Data) -> Proof:
    return by_solver(rule, ANSWERS // len(rules()), CHANGES // len(rules()))


def _forced(rule: Data) -> Proof:
    return by_brute_force(rule, 2_000, 200)


def main() -> int:
    """Exit 1 if anything differs."""
    start = time.monotonic()
    small = [rule for rule in rules() if size(rule) <= SMALL]
    wrong = 0
    with ProcessPoolExecutor() as pool:
        for name, judged, proofs in (
            ("solver", rules(), pool.map(_solved, rules())),
            ("brute force", small, pool.map(_forced, small)),
        ):
            print(f"{name}:")
            whole = Proof()
            for rule, proof in zip(judged, proofs, strict=True):
                said = "  ".join(f"{verdict} {count}" for verdict, count in sorted(proof.verdicts.items()))
                print(f"  {rule['id']:24}{said}", flush=True)
                whole.add(proof)
            _report(whole)
            wrong += len(whole.wrong)
    print(f"{time.monotonic() - start:.0f} s")
    return int(wrong > 0)


def _report(whole: Proof) -> None:
    print(f"  partial answers: {whole.verdicts.total()}")
    for counter in (whole.verdicts, whole.compared):
        print("\n".join(f"    {name:32}{count:8}" for name, count in sorted(counter.items())))
    print("\n".join(f"  {line}" for line in [*whole.wrong[:20], f"differences: {len(whole.wrong)}"]))


if __name__ == "__main__":
    sys.exit(main())
