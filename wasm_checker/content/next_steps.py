"""What can be done after a verdict, as plain JSON for the page: by when, to whom, on which words; the drafts; the data's hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policies import Instrument, Library
from policies.engine.as_json import plain
from policies.engine.schema.rule import Clause, Form, Rule, Test
from policies.engine.schema.timelimit import Limit
from policies.engine.tested import tested_by
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED


def steps(library: Library) -> dict[str, dict[str, Any]]:
    """For every rule what the page needs for the next steps and the drafts."""
    return {rule.id: _steps(library, item, rule) for item in library.instruments for rule in item.rules}


def data_version(library: Library) -> dict[str, Any]:
    """The content hash of the rule pack, and one for every rule, so that a saved case can say what has changed since."""
    pack = rule_pack(library)
    return {"version": _digest(pack), "rules": {rule["id"]: _digest(rule)[:16] for rule in pack["rules"]}}


def _digest(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _steps(library: Library, instrument: Instrument, rule: Rule) -> dict[str, Any]:
    written = plain(rule)
    data: dict[str, Any] = {
        "ahead": rule.kind != "accountability",  # of being called to account nothing follows that a person does
        "limits": [_limit(library, rule, limit) for limit in _limits(library, rule)],
        "mode": rule.grounds.mode,
        "listed": rule.grounds.provision,
        "scope": list(_clauses_of(written["scope"])),
        "timing": list(_clauses_of(written.get("timing", []))),
        "gates": _clauses(gate for gate in rule.gates if not gate.barring),
        "grounds": _clauses(rule.grounds.clauses),
        "exclusions": _clauses(rule.exclusions),
    }
    if rule.no_timing:
        data["untimed"] = plain(rule.no_timing)
    if rule.application:
        data["application"] = {**plain(rule.application), "begun": STARTED}
        data["asked"] = list(_asked(library, instrument))
    if rule.form:
        data["form"] = _form(library, rule.form)
    return data


def _limits(library: Library, rule: Rule) -> Iterator[Limit]:
    """Those of the rule's instrument if one asks for something by this rule; else those of provisions that it names."""
    named = set(_named(plain(rule)))
    for limit in library.limits:
        own = limit.provision.split("/", 1)[0] == rule.instrument
        if (
            library.vocabulary.labels.limit_kinds[limit.kind].step
            and own
            and (rule.application or limit.provision in named)
        ):
            yield limit


def _named(data: Any) -> Iterator[str]:
    children: Iterable[Any] = data if isinstance(data, list) else data.values() if isinstance(data, dict) else ()
    if isinstance(data, dict) and "provision" in data:
        yield data["provision"]
    for child in children:
        yield from _named(child)


def _limit(library: Library, rule: Rule, limit: Limit) -> dict[str, Any]:
    """`starts` and `ends`: the facts whose dates start it and meet it, where a person is asked for them."""
    runs = limit.start and limit.length and limit.start.fact == STARTED  # the one day that the page counts from
    meets = runs and limit.kind == "application"
    said = {
        "id": limit.id,
        "kind": limit.kind,
        "title": library.vocabulary.labels.limit_kinds[limit.kind].title
        + (f"（{limit.applies}）" if limit.applies else ""),
        "provision": limit.provision,
        "quote": limit.quote,
        "who": limit.who,
        "does": limit.does,
        "long": limit.duration,
        "counted": limit.length is not None,
        "starts": STARTED if runs else None,
        "ends": APPLIED if meets else None,
        "workdays": limit.length if meets and limit.unit == "workday" else None,
        "start_counted": _start_counted(rule, limit) if meets else None,
        "event": limit.start.event if limit.start else None,
        "written": limit.start.written if limit.start else None,
        "missed": limit.missed.text if limit.missed else None,
        "note": limit.note,
    }
    return {key: value for key, value in said.items() if value is not None}


def _start_counted(rule: Rule, limit: Limit) -> dict[str, str] | None:
    """Who counts the day of the start as the first has a day less from the next day on."""
    for other in rule.other_readings:
        for change in other.changes:
            when = change.when
            shorter = isinstance(when, Test) and when.fact == SINCE_START and when.at_most == (limit.length or 0) - 1
            if change.part == "timing" and shorter:
                return {"reading": other.reading, "says": other.says}
    return None


def _asked(library: Library, instrument: Instrument) -> Iterator[dict[str, Any]]:
    for dimension, title in library.vocabulary.labels.application_rows.items():
        cell = instrument.cells.get(dimension)
        if cell:
            note = {"note": cell.note} if cell.note else {}
            yield {"title": title, "answer": cell.answer, "provision": cell.citations[0].provision, **note}


def _clauses(clauses: Iterable[Clause]) -> list[dict[str, Any]]:
    return [_clause(clause) for clause in clauses]


def _clause(clause: Clause) -> dict[str, Any]:
    return _clause_of(plain(clause))


def _clause_of(data: Mapping[str, Any]) -> dict[str, Any]:
    quote = {"quote": data["quote"]} if data.get("quote") else {}
    return {"provision": data["provision"], **quote, "facts": tested_by(data["when"])}


def _clauses_of(condition: Any) -> Iterator[dict[str, Any]]:
    """The clauses within a condition, in its order."""
    if isinstance(condition, list):
        for child in condition:
            yield from _clauses_of(child)
    elif isinstance(condition, dict) and "provision" in condition:
        yield _clause_of(condition)
    elif isinstance(condition, dict):
        for key in ("all", "any", "not"):
            yield from _clauses_of(condition.get(key, []))


def _form(library: Library, form: Form) -> dict[str, Any]:
    return {**plain(form), "texts": [library.provision(ident).text for ident in form.provisions]}
