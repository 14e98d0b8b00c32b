"""Cases given from outside: their shape checked, judged by the core, the answer as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.explaining.detail import detail
from wasm_checker.preview import preview

Case = tuple[str, Mapping[str, object]]


def assess_file(core: Core, data: Any) -> dict[str, Any]:
    """`{"cases": [{"id", "facts"}]}` → `{"cases": [{"id", "verdicts": {rule: …}, "contradictions"}]}`.

    Raises InputError, naming the case.
    """
    return _each(data, core.assess_all)


def explain_file(core: Core, data: Any) -> dict[str, Any]:
    """The same cases → `{"cases": [{"id", "rules": {rule: detail}, "questions": [preview]}]}`. Raises InputError, naming the case.

    `questions`: what can still be asked, why, and what each answer would do.
    """

    def explained(facts: Mapping[str, object]) -> dict[str, Any]:
        answers = core.read(facts)
        rules = {ident: detail(core, ident, answers) for ident in core.rules}
        missing = {fact for rule in rules.values() for fact in rule["missing"]}
        return {"rules": rules, "questions": [preview(core, facts, fact) for fact in core.facts if fact in missing]}

    return _each(data, explained)


def _each(data: Any, judge: Callable[[Mapping[str, object]], dict[str, Any]]) -> dict[str, Any]:
    return {"cases": [{"id": ident, **_judged(judge, ident, facts)} for ident, facts in list(_cases(data))]}


def _judged(
    judge: Callable[[Mapping[str, object]], dict[str, Any]], ident: str, facts: Mapping[str, object]
) -> dict[str, Any]:
    try:
        return judge(facts)
    except InputError as error:
        raise InputError(f"案例 {ident}：{error}") from None


def _cases(data: Any) -> Iterator[Case]:
    if not isinstance(data, dict) or not isinstance(data.get("cases"), list):
        raise InputError('应为 {"cases": [{"id": …, "facts": {…}}]}')
    seen: set[str] = set()
    for index, case in enumerate(data["cases"]):
        ident, facts = _case(case, f"cases[{index}]")
        if ident in seen:
            raise InputError(f"cases[{index}].id：“{ident}”重复")
        seen.add(ident)
        yield ident, facts


def _case(case: Any, where: str) -> Case:
    if not isinstance(case, dict):
        raise InputError(f"{where}：应为带 id 和 facts 的映射")
    unknown = [key for key in case if key not in {"id", "facts"}]
    if unknown:
        raise InputError(f"{where}：不认识的字段 {unknown[0]}，只有 id 和 facts")
    ident, facts = case.get("id"), case.get("facts")
    if isinstance(ident, bool) or not isinstance(ident, str | int) or ident == "":
        raise InputError(f"{where}.id：应为文字")
    if not isinstance(facts, dict):
        raise InputError(f"{where}.facts：应为“事实: 值”的映射")
    return str(ident), {key: value.isoformat() if isinstance(value, date) else value for key, value in facts.items()}
