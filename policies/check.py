"""Every name that one file writes must be one that another file defines, and every quote must stand where it is said to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from policies.errors import Problem
from policies.library import Instrument, Library
from policies.schema import Case, Fact
from policies.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> list[Problem]:
    return list(_Checker(library, files).run())


@dataclass
class _Names:
    provisions: Mapping[str, tuple[str, str]]
    facts: Mapping[str, Fact]
    readings: frozenset[str]
    verdicts: frozenset[str]


class _Checker:
    def __init__(self, library: Library, files: Mapping[str, YamlFile]) -> None:
        self.library = library
        self.files = files
        self.names = _Names(
            provisions={p.id: (p.text, p.printed) for p in library.provisions},
            facts={fact.id: fact for fact in library.vocabulary.facts},
            readings=frozenset(library.vocabulary.readings),
            verdicts=frozenset(verdict.id for verdict in library.vocabulary.verdicts),
        )

    def run(self) -> Iterator[Problem]:
        for name, file in self.files.items():
            for loc, message in self._file(name, file):
                yield file.problem(loc, message)

    def _file(self, name: str, file: YamlFile) -> Found:
        room, stem = name.rsplit("/", 2)[-2:]
        ident = stem.removesuffix(".yaml")
        if stem == "facts.yaml":
            yield from self._facts(file)
        elif stem == "defects.yaml":
            yield from self._defects(file)
        elif stem == "dimensions.yaml":
            yield from self._dimensions()
        elif stem == "double_coding.yaml":
            yield from self._double_coding()
        elif room == "cells":
            yield from self._cells(self.library.instrument(ident), file)
        elif room == "rules" and self.library.instrument(ident).rule:
            yield from self._rule(self.library.instrument(ident), file)
        elif room == "cases":
            yield from self._cases(self.library.instrument(ident))
        yield from self._citations(file.data, ())

    def _citations(self, data: Any, loc: Loc) -> Found:
        """Wherever a provision, a quote or a reading is named, whatever the file."""
        if isinstance(data, list):
            for index, child in enumerate(data):
                yield from self._citations(child, (*loc, index))
        if not isinstance(data, dict):
            return
        for key in ("provision", "provisions", "to"):
            names = data.get(key, [])
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str) and name not in self.names.provisions:
                    yield (*loc, key), f"没有“{name}”这一条款项"
        for name in data.get("readings", []) if isinstance(data.get("readings"), list) else []:
            if isinstance(name, str) and name not in self.names.readings:
                yield (*loc, "readings"), f"没有“{name}”这一读法"
        yield from self._quote(data, loc)
        for key, child in data.items():
            yield from self._citations(child, (*loc, key))

    def _quote(self, data: Mapping[str, Any], loc: Loc) -> Found:
        quote, provision = data.get("quote"), data.get("provision")
        if not quote or provision not in self.names.provisions:
            return
        text, printed = self.names.provisions[provision]
        if quote not in printed and quote not in text:
            yield (*loc, "quote"), f"“{quote}”不是 {provision} 里的原文"
        elif quote not in printed or quote not in text:
            yield (*loc, "quote"), f"“{quote}”跨过了 {provision} 的一处文字缺陷或断行，请换一句引"

    def _facts(self, file: YamlFile) -> Found:
        if "questions" not in file.data:
            return
        vocabulary = self.library.vocabulary
        for ident, count in Counter(fact.id for fact in vocabulary.facts).items():
            if count > 1:
                yield ("facts",), f"事实“{ident}”写了 {count} 次"
        questions = {question.id for question in vocabulary.questions}
        for index, fact in enumerate(file.data["facts"]):
            if fact.get("question") not in questions:
                yield ("facts", index, "question"), f"没有“{fact.get('question')}”这个问题"
        for index, question in enumerate(vocabulary.questions):
            for option_index, option in enumerate(question.options):
                for key, value in option.sets.items():
                    loc: Loc = ("questions", index, "options", option_index, "sets", key)
                    yield from ((loc, message) for message in self._value(key, value))
            for fact_id in question.facts:
                if fact_id not in self.names.facts:
                    yield ("questions", index, "facts"), f"没有“{fact_id}”这个事实"
        for index, implication in enumerate(vocabulary.implications):
            for key, stated in (("when", implication.when), ("sets", implication.sets)):
                for fact_id, value in stated.items():
                    yield from ((("implications", index, key, fact_id), message) for message in self._value(fact_id, value))

    def _dimensions(self) -> Found:
        groups = {group.id for group in self.library.vocabulary.groups}
        for index, dimension in enumerate(self.library.vocabulary.dimensions):
            if dimension.group not in groups:
                yield ("dimensions", index, "group"), f"没有“{dimension.group}”这一组"

    def _double_coding(self) -> Found:
        cells = {(instrument.id, dimension) for instrument in self.library.compared for dimension in instrument.cells}
        for index, settled in enumerate(self.library.vocabulary.double_coding.settled):
            if (settled.instrument, settled.dimension) not in cells:
                yield ("settled", index), f"没有 {settled.instrument} 的“{settled.dimension}”这个单元格"

    def _defects(self, file: YamlFile) -> Found:
        for index, data in enumerate(file.data["defects"]):
            provision = next((p for p in self.library.provisions if p.id == data["provision"]), None)
            if not provision:
                continue
            where = provision.printed_label if data.get("in_label") else provision.printed
            if where.count(data["printed"]) != 1:
                times = where.count(data["printed"])
                yield ("defects", index, "printed"), f"应在 {provision.id} 的原文里恰好出现一次，实际 {times} 次"

    def _cells(self, instrument: Instrument, file: YamlFile) -> Found:
        dimensions = [dimension.id for dimension in self.library.vocabulary.dimensions]
        for ident in instrument.cells:
            if ident not in dimensions:
                yield (ident,), f"没有“{ident}”这个维度"
        for ident in dimensions:
            if ident not in instrument.cells:
                yield (), f"缺少维度“{ident}”的单元格"

    def _rule(self, instrument: Instrument, file: YamlFile) -> Found:
        rule = instrument.rule
        assert rule is not None
        if rule.instrument != instrument.id:
            yield ("instrument",), f"应与文件名一致，写作 {instrument.id}"
        grounds = {clause.provision for clause in rule.grounds.clauses}
        for index, exclusion in enumerate(rule.exclusions):
            for ground in exclusion.yields.to if exclusion.yields else []:
                if ground not in grounds:
                    yield ("exclusions", index, "yields", "to"), f"“{ground}”不是本规则的一项情形"
        yield from self._conditions(file.data, ())

    def _conditions(self, data: Any, loc: Loc) -> Found:
        """Every fact named anywhere in a rule exists and can be tested in that way."""
        if isinstance(data, list):
            for index, child in enumerate(data):
                yield from self._condition_item(child, (*loc, index), loc[-1:] == ("all",) or loc[-1:] == ("any",))
        elif isinstance(data, dict):
            if "fact" in data:
                yield from self._test(data, loc)
            for key, child in data.items():
                is_condition = key in {"when", "not", "scope", "timing", "decided_by"}
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
            yield loc, f"没有“{ident}”这个事实"
        elif fact.type != "bool":
            yield loc, f"“{ident}”不是有无之问，须写 fact 与 in 或 at_most"

    def _test(self, data: Mapping[str, Any], loc: Loc) -> Found:
        fact = self.names.facts.get(data["fact"])
        if fact is None:
            yield (*loc, "fact"), f"没有“{data['fact']}”这个事实"
        elif "at_most" in data and fact.type != "int":
            yield (*loc, "at_most"), f"“{fact.id}”不是数字"
        elif "in" in data:
            for value in data["in"]:
                if value not in fact.values:
                    yield (*loc, "in"), f"“{fact.id}”没有“{value}”这个取值"

    def _cases(self, instrument: Instrument) -> Found:
        for index, case in enumerate(instrument.cases):
            for key, value in case.facts.items():
                yield from ((("cases", index, "facts", key), message) for message in self._value(key, value))
            yield from self._expected(case, index)

    def _expected(self, case: Case, index: int) -> Found:
        for ident, expected in case.expect.items():
            loc: Loc = ("cases", index, "expect", ident)
            if all(rule.instrument != ident for rule in self.library.rules):
                yield loc, f"“{ident}”没有规则"
            if expected.verdict not in self.names.verdicts:
                yield (*loc, "verdict"), f"没有“{expected.verdict}”这个结论"

    def _value(self, ident: str, value: object) -> Iterator[str]:
        fact = self.names.facts.get(ident)
        if fact is None:
            yield f"没有“{ident}”这个事实"
        elif value is None or value == "organ":
            return
        elif fact.type == "bool" and not isinstance(value, bool):
            yield f"“{ident}”应为 true 或 false"
        elif fact.type == "enum" and value not in fact.values:
            yield f"“{ident}”没有“{value}”这个取值"
        elif fact.type == "int" and (isinstance(value, bool) or not isinstance(value, int)):
            yield f"“{ident}”应为整数"


def plain(model: BaseModel) -> dict[str, Any]:
    """A model as JSON-ready data, with the names the files use and without what was left out."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
