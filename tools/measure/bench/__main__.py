"""`make bench-core`: the rule core beside other engines, the cost of an answer, and the questions an interview takes."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from policies import Library, load
from tools.measure.bench import synthetic
from tools.measure.bench.engines import ENGINES, Case, Engine, Verdicts
from tools.measure.bench.interview import Interview
from tools.measure.bench.questions import counted, in_text_order, in_the_order_of, random_cases, relevance
from wasm_checker.content import diagram_json
from wasm_checker.content.holidays import calendar
from wasm_checker.content.pack import rule_pack
from wasm_checker.content.question_order import question_order
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core
from wasm_checker.core.rules import Rule

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SEED = 20170927
ROUNDS = 5
BAR = 0.2  # milliseconds an answer may take in Pyodide


class Ours:
    name = "our core"
    cannot = "gives verdict and missing facts"

    def __init__(self, core: Core) -> None:
        self.core = core

    def judge(self, case: Case) -> Verdicts:
        return self.core.verdicts(Answers(case))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.measure.bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=2000, help="random cases for the interviews")
    parser.add_argument("--synthetic", type=int, nargs="*", default=[100, 1000], help="numbers of made-up rules")
    options = parser.parse_args()
    library = load()
    pack = rule_pack(library)
    core = Core.from_pack(pack)
    print(f"Assessments a second as a share of ours (medians of {ROUNDS} interleaved rounds; every rule judged)\n")
    beside(f"{len(core.rules)} real rules", core, 12, read(core, library))
    for count in options.synthetic:
        beside(
            f"{count} made-up rules",
            Core.from_pack(synthetic.pack(count, SEED, calendar().as_json())),
            max(2, 300 // count),
            [],
        )
    answers_cost(core, pack)
    published(core)
    questions(core, library, options.cases)
    return 0


def read(core: Core, library: Library) -> list[Case]:
    """The cases kept beside the rules."""
    return [core.read(case.facts).known for instrument in library.instruments for case in instrument.cases]


def beside(title: str, core: Core, batch: int, written: list[Case]) -> None:
    full = random_cases(core, batch * ROUNDS, SEED)
    partial = [
        {fact: at for index, (fact, at) in enumerate(case.items()) if (index + turn) % 3}
        for turn, case in enumerate(full)
    ]
    ours = Ours(core)
    engines: list[Engine] = [ours, *(make(core) for make in ENGINES)]
    print(f"{title}\n  {'engine':20}{'complete':>10}{'partial':>10}   unanswered facts")
    speeds = [paces(engines, cases, batch) for cases in (full, partial)]
    for engine in engines:
        shares = [f"{speed[engine.name] / speed[ours.name]:.3f}" for speed in speeds]
        print(f"  {engine.name:20}{shares[0]:>10}{shares[1]:>10}   {unanswered(engine, ours, partial[:batch])}")
    for engine in engines[1:]:
        agree(engine, ours, [*written, *full[:batch]], core)
    print(f"  all agree on {settled([*written, *full[:batch]], core)} verdicts of rules whose facts are all answered\n")


def paces(engines: Iterable[Engine], cases: list[dict[str, int]], batch: int) -> dict[str, float]:
    """Cases a second by engine."""
    spent: dict[str, list[float]] = {}
    for start in range(0, len(cases), batch):
        for engine in engines:
            begun = perf_counter()
            for case in cases[start : start + batch]:
                engine.judge(case)
            spent.setdefault(engine.name, []).append(perf_counter() - begun)
    return {name: batch / median(times) for name, times in spent.items()}


def unanswered(engine: Engine, ours: Engine, cases: Iterable[Case]) -> str:
    if engine is ours:
        return ours.cannot
    right = total = 0
    for case in cases:
        said = engine.judge(case)
        wanted = ours.judge(case)
        right += sum(said.get(ident) == verdict for ident, verdict in wanted.items())
        total += len(wanted)
    return f"{engine.cannot}: {right / total:.0%} of verdicts right"


def complete(case: Case, core: Core) -> Mapping[str, object]:
    """The rules all of whose facts the case answers."""
    return {ident: rule for ident, rule in core.rules.items() if all(fact in case for fact in rule.diagrams.order)}


def settled(cases: Iterable[Case], core: Core) -> int:
    return sum(len(complete(case, core)) for case in cases)


def agree(engine: Engine, ours: Engine, cases: Iterable[Case], core: Core) -> None:
    """Exits if a rule whose facts are all answered comes to another verdict. Facts of other rules are answered no for all."""
    for case in cases:
        whole = {**dict.fromkeys((fact for rule in core.rules.values() for fact in rule.diagrams.order), 0), **case}
        said, wanted = engine.judge(whole), ours.judge(case)
        for ident in complete(case, core):
            if said[ident] != wanted[ident]:
                sys.exit(f"{engine.name} says {said[ident]} and we say {wanted[ident]} under {ident} for {case}")


def answers_cost(core: Core, pack: Mapping[str, Any]) -> None:
    print("One answer and the facts that then still matter, all real rules together; then the next question")
    here = relevance(core, 40, SEED)
    command = [node(), str(Path(__file__).with_name("pyodide-relevance.js"))]
    arguments = [str(ROOT), "40", str(SEED)]
    ran = subprocess.run(
        [*command, *arguments], input=json.dumps(pack), capture_output=True, encoding="utf-8", check=False
    )
    if ran.returncode:
        sys.exit(ran.stderr)
    there = json.loads(ran.stdout)
    for name, times in (("CPython", here), ("Pyodide", there)):
        for what, each in zip(("answer", "next question"), zip(*times, strict=True), strict=True):
            ordered = sorted(each)
            middle, most = (ordered[int(len(ordered) * share)] / BAR for share in (0.5, 0.95))
            print(
                f"  {name}, {what}: median {middle:.2f}, 95 % below {most:.2f}, all below {ordered[-1] / BAR:.2f} of the bar"
            )
    print()


def published(core: Core) -> None:
    """The bytes of diagrams.json as it is and as servers send it."""
    count = (
        "const z = require('zlib'), b = require('fs').readFileSync(0);"
        "console.log([b.length, z.gzipSync(b, {level: 9}).length, z.brotliCompressSync(b).length].join(' '))"
    )
    text = diagram_json.text(diagram_json.diagrams(core))
    ran = subprocess.run([node(), "-e", count], input=text, capture_output=True, encoding="utf-8", check=True)
    raw, gzip, brotli = ran.stdout.split()
    print(f"The published diagrams: {raw} bytes, {gzip} with gzip, {brotli} with brotli\n")


def node() -> str:
    """Node from PATH, or the one that lies beside this interpreter."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    return shutil.which("node", path=path) or "node"


def questions(core: Core, library: Library, count: int) -> None:
    cases = random_cases(core, count, SEED)
    question_of = {fact.id: fact.question for fact in library.vocabulary.facts}
    places = {rule.id: item.document for item in library.instruments for rule in item.rules}
    sets: dict[str, tuple[str, Mapping[str, Rule]]] = {"all together": ("", core.rules)}
    for place in dict.fromkeys(places.values()):
        sets[place] = place, {ident: rule for ident, rule in core.rules.items() if places[ident] == place}
    sets |= {ident: (places[ident], {ident: rule}) for ident, rule in core.rules.items()}
    orders = question_order(library, core)
    names = ("text order", "the page's order", "interview")
    print(f"Questions to certainty over {count} random complete cases: mean (most)")
    print(f"  {'rules':28}" + "".join(f"{name:>18}" for name in names))
    for name, (place, rules) in sets.items():
        picks = (in_text_order, in_the_order_of(orders[place], question_of), Interview.next_fact)
        found = [counted(core, rules, pick, cases) for pick in picks]
        print(f"  {name:28}" + "".join(f"{f'{mean:.1f} ({most})':>18}" for mean, most in found))


if __name__ == "__main__":
    sys.exit(main())
