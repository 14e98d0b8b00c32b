"""Every fact that a draft application can state has its sentence there, and no other has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.rule import Rule
from policies.engine.tested import tested
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/draft.yaml"


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    yield from (files[FILE].problem(loc, message) for loc, message in _found(library))


def _found(library: Library) -> Iterator[tuple[Loc, str]]:
    yield from _written(library)
    yield from _named_facts(library)
    questions = {question.id for question in library.vocabulary.questions}
    for index, ident in enumerate(library.vocabulary.draft.only_yes):
        if ident not in questions:
            yield ("only_yes", index), f"没有“{ident}”这个问题"


def _written(library: Library) -> Iterator[tuple[Loc, str]]:
    wanted = set(_statable(library))
    statements = library.vocabulary.draft.statements
    written = Counter(statement.id for statement in statements)
    for index, statement in enumerate(statements):
        if statement.id not in wanted:
            yield ("statements", index, "id"), f"申请草稿用不到“{statement.id}”：没有一条可以申请的规则问这个事实"
        elif written[statement.id] > 1:
            yield ("statements", index, "id"), f"“{statement.id}”写了 {written[statement.id]} 次"
    for ident in sorted(wanted - set(written)):
        yield ("statements",), f"缺“{ident}”：申请草稿会写到这个事实，请写明答“是”、答“否”时怎样陈述"


def _named_facts(library: Library) -> Iterator[tuple[Loc, str]]:
    draft, known = library.vocabulary.draft, {fact.id for fact in library.vocabulary.facts}
    named: list[tuple[Loc, Iterable[str]]] = [
        (("explanation", "when"), draft.explanation.when),
        (("explanation", "unless"), draft.explanation.unless),
    ]
    for index, statement in enumerate(draft.statements):
        if statement.lesser:
            named.append((("statements", index, "lesser", "when"), statement.lesser.when))
    for loc, facts in named:
        for ident in sorted(set(facts) - known):
            yield (*loc, ident), f"没有“{ident}”这个事实"


def _statable(library: Library) -> Iterator[str]:
    """What is answered 是 or 否 and named by the conditions of a rule by which a person applies."""
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    for instrument in library.instruments:
        for rule in instrument.rules:
            for ident in _named(rule) if rule.application else ():
                if ident in facts and facts[ident].type == "bool" and facts[ident].question:
                    yield ident


def _named(rule: Rule) -> Iterator[str]:
    for clause in (*(gate for gate in rule.gates if not gate.barring), *rule.grounds.clauses, *rule.exclusions):
        yield from tested(clause)
