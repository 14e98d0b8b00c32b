"""Cases that a rule wants: so many, one for every verdict that it can come to, and one that every item of it decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.schema.case import Case
from policies.engine.schema.rule import Rule, RuleKind
from policies.engine.yamlfile import YamlFile

FEWEST = 8
# What a kind of rule calls its merits failing and holding, and holding with an aggravating item: as the rule core does
# (wasm_checker/core/outcomes.py, which knows nothing of the data, nor the data of it).
OUTCOMES: Mapping[RuleKind, tuple[str, str, str]] = {
    "tolerance": ("ineligible", "may_qualify", ""),
    "accountability": ("not_accountable", "accountable", "accountable_aggravated"),
    "track": ("does_not_follow", "follows", ""),
}
OPEN = frozenset({"insufficient_information", "needs_judgement"})


def missing(library: Library, document: Document, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    every = [case for instrument in library.instruments for case in instrument.cases]
    for instrument in document.instruments:
        for rule in instrument.rules:
            own = instrument.cases_of[rule.id]
            name = f"policies/{document.slug}/cases/{rule.id}.yaml"
            if not own:
                yield Problem(name, 1, "", f"缺少这个文件：规则“{rule.id}”没有案例，至少要 {FEWEST} 个")
                continue
            file = files[name]
            if len(own) < FEWEST:
                yield file.problem(("cases",), f"只有 {len(own)} 个案例，至少要 {FEWEST} 个")
            for verdict in sorted(unreached(rule, every)):
                yield file.problem(("cases",), f"没有一个案例的结论是 {verdict}")
            for provision in sorted(undecided(rule, every)):
                yield file.problem(("cases",), f"没有一个案例的 provisions 写着“{provision}”")


def unreached(rule: Rule, cases: list[Case]) -> set[str]:
    """The verdicts that the rule can come to and no case expects."""
    return verdicts(rule) - {case.expect[rule.id].verdict for case in cases if rule.id in case.expect}


def verdicts(rule: Rule) -> set[str]:
    """All that a rule of this kind, with these parts, can come to."""
    fails, holds, aggravated = OUTCOMES[rule.kind]
    late = {"too_late"} if rule.timing else set()
    return {"out_of_scope", fails, holds} | OPEN | late | ({aggravated} if rule.aggravating else set())


def undecided(rule: Rule, cases: list[Case]) -> set[str]:
    """Gates, grounds, exclusions and aggravating items that are named by no case as what decides it."""
    decided = {provision for case in cases if rule.id in case.expect for provision in case.expect[rule.id].provisions}
    items = [*rule.gates, *rule.grounds.clauses, *rule.exclusions, *rule.aggravating]
    return {item.provision for item in items} - decided
