"""The cases beside the rules, judged: where a rule does not say what was judged by hand, file and line say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policies import DataError, Library, Problem
from policies.engine import loader, yamlfile
from policies.engine.errors import shown
from policies.engine.schema.case import Case
from policies.engine.yamlfile import Loc
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core

Found = Iterator[tuple[Loc, str]]


def judge(library: Library, core: Core, root: Path = loader.HERE) -> None:
    """Raises DataError with every case whose verdict, provisions or contradictions are not those that were expected."""
    problems = [
        problem
        for instrument in library.instruments
        for rule, cases in instrument.cases_of.items()
        for problem in _file(core, cases, root / instrument.document / "cases" / f"{rule}.yaml", root)
    ]
    if problems:
        raise DataError(problems)


def _file(core: Core, cases: tuple[Case, ...], path: Path, root: Path) -> list[Problem]:
    found = [(("cases", index, *loc), said) for index, case in enumerate(cases) for loc, said in _case(core, case)]
    file = yamlfile.read(path, shown(path, root)) if found else None
    return [file.problem(loc, f"案例“{cases[int(loc[1])].id}”：{said}") for loc, said in found] if file else []


def _case(core: Core, case: Case) -> Found:
    try:
        answers = core.read(case.facts)
    except InputError as error:
        yield ("facts",), str(error)
        return
    if [list(pair) for pair in answers.contradictions] != case.contradictions:
        pairs = "，".join("与".join(pair) for pair in answers.contradictions) or "没有"
        yield ("contradictions",), f"互相矛盾的回答与所写的不同，实际是：{pairs}"
    for rule, expected in case.expect.items():
        assessed = core.assess(rule, answers)
        if assessed.verdict != expected.verdict:
            why = "、".join(assessed.provisions) or "无"
            yield (
                ("expect", rule, "verdict"),
                f"应是 {expected.verdict}，规则判为 {assessed.verdict}（依据 {why}）",
            )
            continue
        missing = [ident for ident in expected.provisions if ident not in assessed.provisions]
        if missing:
            yield (
                ("expect", rule, "provisions"),
                f"结论没有用到 {'、'.join(missing)}，用到的是 {'、'.join(assessed.provisions)}",
            )
