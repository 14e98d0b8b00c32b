"""Every name that one file writes must be one that another file defines, and every quote must stand where it is said to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from policies.engine import meant
from policies.engine.checks import asked, assumed, barring, gaps, worded
from policies.engine.checks.values import unfit
from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.case import Case
from policies.engine.schema.instrument import PROVISION_ID, READING_ID, Fact
from policies.engine.schema.rule import AGGRAVATED_KINDS, Rule
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]
_NESTED = (dict, list)
_PROVISION_KEYS = frozenset({"provision", "provisions", "to", "presupposed_by", "unless_met"})
_PROVISION_ID = re.compile(PROVISION_ID)
_READING_ID = re.compile(READING_ID)
# The lists whose members are named elsewhere by their id.
_DEFINED = {
    "instruments": "文书",
    "facts": "事实",
    "questions": "问题",
    "dimensions": "维度",
    "groups": "组",
    "clusters": "情形",
    "statuses": "状态",
    "readings": "读法",
    "verdicts": "结论",
    "cases": "案例",
    "limits": "期限",
    "words": "词",
    "terms": "词条",
    "situations": "处境",
}


def problems(library: Library, files: Mapping[str, YamlFile], broken: AbstractSet[str] = frozenset()) -> list[Problem]:
    """`broken` names the files that have problems already: of these only quotes, citations and dimensions are checked."""
    return list(_Checker(library, files, broken).run())


@dataclass
class _Names:
    provisions: Mapping[str, tuple[str, str]]
    facts: Mapping[str, Fact]
    readings: frozenset[str]
    verdicts: frozenset[str]
    rules: frozenset[str]


class _Checker:
    def __init__(self, library: Library, files: Mapping[str, YamlFile], broken: AbstractSet[str]) -> None:
        self.library = library
        self.files = files
        self.broken = broken
        self.names = _Names(
            provisions={p.id: (p.text, p.printed) for p in library.provisions},
            facts={fact.id: fact for fact in library.vocabulary.facts},
            readings=frozenset(library.vocabulary.readings),
            verdicts=frozenset(verdict.id for verdict in library.vocabulary.verdicts),
            rules=frozenset(PurePosixPath(name).stem for name in files if "/rules/" in name),
        )

    def run(self) -> Iterator[Problem]:
        for name, file in self.files.items():
            yield from (file.problem(loc, message) for loc, message in self._file(name, file))
        yield from self._twice()
        yield from gaps.problems(self.library, self.files)

    def _twice(self) -> Iterator[Problem]:
        """What is defined twice, at the second place: anywhere, but for cases, whose ids count within a file."""
        seen: dict[tuple[str, str, str], str] = {}
        for file in self.files.values():
            for kind, noun in _DEFINED.items():
                for loc, ident in _idents(file.data, kind):
                    key = (kind, ident, file.name if kind == "cases" else "")
                    if key in seen:
                        yield file.problem(loc, f"{noun}“{ident}”已经写过，见 {seen[key]}")
                    seen.setdefault(key, f"{file.name}:{file.line(loc)}")

    def _file(self, name: str, file: YamlFile) -> Found:
        room, stem = name.rsplit("/", 2)[-2:]
        ident = stem.removesuffix(".yaml")
        if isinstance(file.data, _NESTED):
            yield from self._citations(file.data, ())
        if room == "cells" and isinstance(file.data, dict):
            yield from self._cells(file.data)
        elif name in self.broken:
            return
        elif stem == "facts.yaml":
            yield from self._facts(room, file)
        elif stem == "defects.yaml":
            yield from self._defects(file, room)
        elif stem == "dimensions.yaml":
            yield from self._dimensions()
        elif stem == "double_coding.yaml":
            yield from self._double_coding()
        elif room == "rules":
            yield from self._rule(ident, file)
        elif room == "cases":
            yield from self._cases(ident, file)

    def _facts(self, room: str, file: YamlFile) -> Found:
        shared = room == "vocabulary"
        yield from asked.facts(self.library.vocabulary, file, shared=shared)
        if shared:
            yield from worded.wordings(self.library, len(file.data["facts"]))

    def _citations(self, data: Any, loc: Loc) -> Found:
        """Wherever a provision, a quote or a reading is named, whatever the file."""
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            if key in _PROVISION_KEYS:
                yield from self._named(child, (*loc, key), _PROVISION_ID, self.names.provisions, "这一条款项")
            elif key in {"reading", "readings"}:
                yield from self._named(child, (*loc, key), _READING_ID, self.names.readings, "这一读法")
            if isinstance(child, _NESTED):
                yield from self._citations(child, (*loc, key))
        if isinstance(data, dict):
            yield from self._quote(data, loc)

    def _named(self, names: Any, loc: Loc, form: re.Pattern[str], known: Collection[str], noun: str) -> Found:
        """One name or a list of them; those that are not of the right form have been reported as misspelt already."""
        members = [((*loc, i), name) for i, name in enumerate(names)] if isinstance(names, list) else [(loc, names)]
        for at, name in members:
            if isinstance(name, str) and form.search(name) and name not in known:
                yield at, meant.unknown(name, noun, known)

    def _quote(self, data: Mapping[str, Any], loc: Loc) -> Found:
        quote, provision = data.get("quote"), data.get("provision")
        if not isinstance(quote, str) or not isinstance(provision, str) or provision not in self.names.provisions:
            return
        text, printed = self.names.provisions[provision]
        if quote not in printed and quote not in text:
            yield (*loc, "quote"), f"“{quote}”不是 {provision} 里的原文"
        elif quote not in printed or quote not in text:
            yield (*loc, "quote"), f"“{quote}”跨过了 {provision} 的一处文字缺陷或断行，请换一句引"

    def _dimensions(self) -> Found:
        groups = {group.id for group in self.library.vocabulary.groups}
        whole = {dimension.id for dimension in self.library.vocabulary.dimensions if not dimension.splits}
        for index, dimension in enumerate(self.library.vocabulary.dimensions):
            if dimension.group not in groups:
                yield ("dimensions", index, "group"), meant.unknown(dimension.group, "这一组", groups)
            for at, ident in enumerate(dimension.splits):
                if ident not in whole:
                    yield ("dimensions", index, "splits", at), f"没有“{ident}”这个维度，或者它自己是另一个维度的一部分"

    def _double_coding(self) -> Found:
        cells = {
            (instrument.id, dimension.id)
            for instrument in self.library.instruments
            if instrument.about.compared
            for dimension in self.library.vocabulary.dimensions
        }
        for index, settled in enumerate(self.library.vocabulary.double_coding.settled):
            if (settled.instrument, settled.dimension) not in cells:
                yield ("settled", index), f"没有 {settled.instrument} 的“{settled.dimension}”这个单元格"

    def _defects(self, file: YamlFile, slug: str) -> Found:
        document = next(document for document in self.library.documents if document.slug == slug)
        provisions = {p.id: p for instrument in document.instruments for p in instrument.provisions}
        for index, data in enumerate(file.data["defects"]):
            provision = provisions.get(data["provision"])
            if not provision:
                if data["provision"] in self.names.provisions:
                    yield ("defects", index, "provision"), f"“{data['provision']}”不在这份文件里"
                continue
            where = provision.printed_label if data.get("in_label") else provision.printed
            if where.count(data["printed"]) != 1:
                times = where.count(data["printed"])
                yield ("defects", index, "printed"), f"应在 {provision.id} 的原文里恰好出现一次，实际 {times} 次"

    def _cells(self, cells: Mapping[str, Any]) -> Found:
        dimensions = [dimension.id for dimension in self.library.vocabulary.dimensions]
        for ident in cells:
            if ident not in dimensions:
                yield (ident,), meant.unknown(ident, "这个维度", dimensions)

    def _rule(self, ident: str, file: YamlFile) -> Found:
        if file.data["id"] != ident:
            yield ("id",), f"应与文件名一致，写作 {ident}"
        if sum(rule.id == ident for rule in self.library.rules) > 1:
            yield ("id",), f"有两套规则都叫“{ident}”"
        rule = next((rule for rule in self.library.rules if rule.id == file.data["id"]), None)
        if rule is None:
            yield ("instrument",), f"“{file.data['instrument']}”不是这份文件里的文书"
            return
        if rule.aggravating and rule.kind not in AGGRAVATED_KINDS:
            yield ("aggravating",), f"从重的情形只写在 kind: accountability 的规则里，kind: {rule.kind} 没有相应的结论"
        grounds = {clause.provision for clause in rule.grounds.clauses}
        for index, exclusion in enumerate(rule.exclusions):
            for at, ground in enumerate(exclusion.yields.to if exclusion.yields else []):
                if ground not in grounds and ground in self.names.provisions:
                    yield ("exclusions", index, "yields", "to", at), f"“{ground}”不是本规则的一项情形"
        yield from self._conditions(file.data, ())
        yield from barring.found(rule, file.data, self.names.facts, self.names.provisions)
        yield from assumed.found(file.data, self.names.facts)
        yield from self._blanks(rule)

    def _blanks(self, rule: Rule) -> Found:
        """Every blank of a form stands in its text, after the one before."""
        if rule.form is None:
            return
        text = "\n".join(self.names.provisions.get(ident, ("", ""))[0] for ident in rule.form.provisions)
        at = 0
        for index, blank in enumerate(rule.form.blanks):
            found = text.find(blank.printed, at)
            if found < 0:
                yield ("form", "blanks", index, "printed"), f"前一处之后没有“{blank.printed}”"
                return
            at = found + len(blank.printed)

    def _conditions(self, data: Any, loc: Loc) -> Found:
        """Every fact named anywhere in a rule exists and can be tested in that way."""
        if isinstance(data, list):
            for index, child in enumerate(data):
                yield from self._condition_item(child, (*loc, index), loc[-1:] == ("all",) or loc[-1:] == ("any",))
        elif isinstance(data, dict):
            if "fact" in data:
                yield from self._test(data, loc)
            for key, child in data.items():
                is_condition = key in {"when", "not", "scope", "timing", "decided_by", "unless"}
                yield from self._condition_item(child, (*loc, key), is_condition)

    def _condition_item(self, child: Any, loc: Loc, is_condition: bool) -> Found:
        if isinstance(child, str):
            if is_condition:
                yield from self._leaf(child, loc)
        else:
            yield from self._conditions(child, loc)

    def _leaf(self, ident: str, loc: Loc) -> Found:
        fact = self.names.facts.get(ident)
        if fact is None:
            yield loc, meant.unknown(ident, "这个事实", self.names.facts)
        elif fact.type != "bool":
            yield loc, f"“{ident}”不是有无之问，须写 fact 与 in 或 at_most"

    def _test(self, data: Mapping[str, Any], loc: Loc) -> Found:
        fact = self.names.facts.get(data["fact"])
        if fact is None:
            yield (*loc, "fact"), meant.unknown(data["fact"], "这个事实", self.names.facts)
        elif "at_most" in data and fact.type != "int":
            yield (*loc, "at_most"), f"“{fact.id}”不是数字"
        elif "in" in data:
            for index, value in enumerate(data["in"]):
                if value not in fact.values:
                    yield (*loc, "in", index), f"“{fact.id}”{meant.unknown(str(value), '这个取值', fact.values)}"

    def _cases(self, ident: str, file: YamlFile) -> Found:
        yield from self._stated(file.data.get("base", {}), ("base",))
        cases = next((each.cases_of[ident] for each in self.library.instruments if ident in each.cases_of), ())
        for index, case in enumerate(cases):
            yield from self._stated(file.data["cases"][index].get("facts", {}), ("cases", index, "facts"))
            yield from self._expected(case, index)

    def _stated(self, facts: Mapping[str, object], loc: Loc) -> Found:
        for key, value in facts.items():
            yield from (((*loc, key), message) for message in unfit(self.names.facts, key, value))

    def _expected(self, case: Case, index: int) -> Found:
        for ident, expected in case.expect.items():
            loc: Loc = ("cases", index, "expect", ident)
            if ident not in self.names.rules:
                yield loc, f"“{ident}”没有规则"
            if expected.verdict not in self.names.verdicts:
                yield (*loc, "verdict"), meant.unknown(expected.verdict, "这个结论", self.names.verdicts)


def _idents(data: Any, kind: str) -> Iterator[tuple[Loc, str]]:
    members = data.get(kind) if isinstance(data, dict) else None
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict) and isinstance(member.get("id"), str):
            yield (kind, index, "id"), member["id"]
