"""The corrections stand the newest first, and the rules and verdicts that they name exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.corrections import ChangedVerdict
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/corrections.yaml"
Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    rules = {PurePosixPath(name).stem for name in files if "/rules/" in name}  # one that is badly written is told there
    verdicts = {verdict.id for verdict in library.vocabulary.verdicts}
    yield from (files[FILE].problem(loc, message) for loc, message in _found(library, rules, verdicts))


def _found(library: Library, rules: set[str], verdicts: set[str]) -> Found:
    before = None
    for index, correction in enumerate(library.vocabulary.corrections):
        if before and correction.date > before:
            yield ("corrections", index, "date"), f"新的在前：{correction.date} 应在 {before} 前面"
        before = correction.date
        for at, changed in enumerate(correction.verdicts):
            yield from (
                (("corrections", index, "verdicts", at, *loc), said) for loc, said in _names(changed, rules, verdicts)
            )


def _names(changed: ChangedVerdict, rules: set[str], verdicts: set[str]) -> Found:
    for index, rule in enumerate(changed.rules):
        if rule not in rules:
            yield ("rules", index), f"没有“{rule}”这套规则"
    for key, verdict in (("from", changed.from_), ("to", changed.to)):
        if verdict not in verdicts:
            yield (key,), f"没有“{verdict}”这个结论"
