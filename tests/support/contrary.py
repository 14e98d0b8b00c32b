"""Cases with answers that do not agree: written ones in which what follows from an answer is denied, or left to the organ."""

from __future__ import annotations

import random
from collections.abc import Iterator

from policies import Library
from wasm_checker.core.assess import Core


def contrary(core: Core, library: Library, count: int) -> Iterator[dict[str, object]]:
    chance = random.Random(20261129)  # noqa: S311 - chance, not secrets
    written = [case.facts for instrument in library.instruments for case in instrument.cases]
    for _ in range(count):
        facts: dict[str, object] = dict(chance.choice(written))
        for item in chance.sample(core.implications, chance.choice((1, 2, 3))):
            (cause, given), (consequence, then) = item.cause, item.consequence
            facts[cause] = core.facts[cause].value(given)
            other = 0 if then is None else (then + 1) % core.facts[consequence].size
            facts[consequence] = chance.choice((core.facts[consequence].value(other), "organ"))
            if item.unless and chance.random() < 0.5:
                facts[item.unless] = "2026-03-02" if core.facts[item.unless].kind == "date" else True
        yield facts
