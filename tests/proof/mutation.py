"""Command line: `python -m tests.proof.mutation`. Is every mistake one could make in a rule caught by some case?"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from tests.proof.material import rules
from tests.proof.mutants import Mutant, fate, mutants

FATES = ("killed", "equivalent", "survived")


def run(sample: int = 1) -> tuple[dict[str, Counter[str]], list[tuple[Mutant, str]]]:
    """The fates counted for each rule, and the mutants that were not killed; of every `sample` mutants one is tried."""
    counts: dict[str, Counter[str]] = {}
    left = []
    for rule in rules():
        tried = list(mutants(rule))[::sample]
        fates = [(mutant, fate(rule, mutant)) for mutant in tried]
        counts[rule["id"]] = Counter(outcome for _, outcome in fates)
        left += [(mutant, outcome) for mutant, outcome in fates if outcome != "killed"]
    return counts, left


def main(arguments: Iterable[str] = ()) -> int:
    """Exit 1 if a mutant survives; `--equivalent` also lists those that change nothing."""
    counts, left = run()
    wanted = {"survived", "equivalent"} if "--equivalent" in arguments else {"survived"}
    for mutant, outcome in left:
        if outcome in wanted:
            print(f"{outcome:11}{mutant.rule}：{mutant.what}")
    total = sum(counts.values(), Counter[str]())
    print(f"{'rule':24}" + "".join(f"{name:>12}" for name in FATES))
    for ident, count in (*counts.items(), ("all", total)):
        print(f"{ident:24}" + "".join(f"{count[name]:12}" for name in FATES))
    return int(total["survived"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
