"""Cases given from outside: their shape checked, judged by the core one by one, each answer as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from wasm_checker.casefile import CaseFile
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.explaining.detail import detail
from wasm_checker.package.given import case_of
from wasm_checker.preview import preview
from wasm_checker.remembered import Remembered
from wasm_checker.spread import spread

Facts = Mapping[str, object]


def assess_file(core: Core, file: CaseFile) -> Iterator[str]:
    """`{"cases": [{"id", "facts"}]}` → for each case `{"id", "verdicts": {rule: …}, "contradictions"}` as JSON.

    Raises InputError, naming the case, before the first is judged.
    """
    return _each(core, file, Remembered(core).told)


def explain_file(core: Core, file: CaseFile) -> Iterator[str]:
    """The same cases → `{"id", "rules": {rule: detail}, "questions": [preview]}`. Raises InputError, naming the case.

    `questions`: what can still be asked, why, and what each answer would do.
    """

    def explained(ident: str, facts: Facts) -> str:
        answers = core.read(facts)
        rules = {ident: detail(core, ident, answers) for ident in core.rules}
        missing = {fact for rule in rules.values() for fact in rule["missing"]}
        questions = [preview(core, facts, fact) for fact in core.facts if fact in missing]
        return json.dumps({"id": ident, "rules": rules, "questions": questions}, ensure_ascii=False)

    return _each(core, file, explained)


def _each(core: Core, file: CaseFile, judge: Callable[[str, Facts], str]) -> Iterator[str]:
    """All cases are read before the first is judged, so that nothing is said of a file that cannot be judged whole."""
    _check(core, file)
    return spread(lambda case: judge(*case), _cases(file))


def _cases(file: CaseFile) -> Iterator[tuple[str, Facts]]:
    for index, case in enumerate(file.cases()):
        yield case_of(case, f"cases[{index}]")


def _check(core: Core, file: CaseFile) -> None:
    seen: set[str] = set()
    for index, (ident, facts) in enumerate(_cases(file)):
        if ident in seen:
            raise InputError(f"cases[{index}].id：“{ident}”重复")
        seen.add(ident)
        try:
            core.read(facts)
        except InputError as error:
            raise InputError(f"案例 {ident}：{error}") from None
