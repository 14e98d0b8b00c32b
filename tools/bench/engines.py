"""The same rules given to other engines: each part of a rule translated from its condition tree, judged over complete answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import clingo
import rule_engine
import zen
from json_logic import jsonLogic

from wasm_checker.core.assess import Core
from wasm_checker.core.conditions import Clause, Condition, Group, Is, Not
from wasm_checker.core.facts import Fact
from wasm_checker.core.rules import Rule

Case = Mapping[str, int]
Verdicts = dict[str, str]


class Engine(Protocol):
    name: str
    cannot: str

    def judge(self, case: Case) -> Verdicts:
        """Every rule's verdict; `case` gives each answered fact's position."""


def verdict(rule: Rule, holds: Callable[[int], bool]) -> str:
    """The first of the rule's three parts that fails, or that all hold."""
    outcomes = rule.outcomes
    for index, failure in enumerate(("out_of_scope", "too_late", outcomes.fails)):
        if not holds(index):
            return failure
    aggravated = any(holds(3 + index) for index in range(len(rule.aggravating)))
    return outcomes.aggravated if aggravated else outcomes.holds


def parts(rule: Rule) -> list[Condition]:
    return [rule.scope.tree, rule.timing.tree, rule.merits.tree, *rule.aggravating]


class _Written:
    """An engine that takes one expression a part. Subclasses say how a test, a group and a negation are written."""

    def __init__(self, core: Core) -> None:
        self.facts = core.facts
        self.rules = core.rules
        self.ready = {ident: [self.prepare(self.write(part)) for part in parts(rule)] for ident, rule in core.rules.items()}

    def write(self, tree: Condition) -> Any:
        if isinstance(tree, Clause):
            return self.write(tree.when)
        if isinstance(tree, Not):
            return self.negated(self.write(tree.part))
        if isinstance(tree, Group):
            return self.grouped(tree.all, [self.write(part) for part in tree.parts])
        return self.tested(self.facts[tree.fact], tree)

    def judge(self, case: Case) -> Verdicts:
        values = {fact: self.facts[fact].value(position) for fact, position in case.items()}
        return {
            ident: verdict(rule, lambda index, ready=self.ready[ident]: bool(self.run(ready[index], values)))  # type: ignore[misc]
            for ident, rule in self.rules.items()
        }

    def prepare(self, written: Any) -> Any:
        return written

    def run(self, ready: Any, values: Mapping[str, object]) -> Any:
        raise NotImplementedError

    def tested(self, fact: Fact, test: Is) -> Any:
        """Yes or no by its name; a number against its bound; a member against a list of members."""
        if fact.kind == "bool":
            return fact.id if 1 in test.positions else self.negated(fact.id)
        if fact.kind == "int":
            return f"({fact.id} <= {fact.value(max(test.positions))})"
        return "(" + " or ".join(f'{fact.id} == "{fact.value(at)}"' for at in sorted(test.positions)) + ")"

    def grouped(self, every: bool, written: list[Any]) -> Any:
        return "(" + (" and " if every else " or ").join(written) + ")" if written else ("true" if every else "false")

    def negated(self, written: Any) -> Any:
        return f"(not {written})"


class RuleEngine(_Written):
    name = "rule-engine"
    cannot = "raises an error on a fact it has no answer for"

    def prepare(self, written: Any) -> Any:
        return rule_engine.Rule(written)

    def run(self, ready: Any, values: Mapping[str, object]) -> Any:
        return ready.matches(values)


class Zen(_Written):
    name = "zen-engine"
    cannot = "takes a missing answer for null, which fails or errs"

    def prepare(self, written: Any) -> Any:
        return zen.compile_expression(written)

    def run(self, ready: Any, values: Mapping[str, object]) -> Any:
        return ready.evaluate(values)

    def negated(self, written: Any) -> Any:
        return f"(not ({written}))"


class JsonLogic(_Written):
    name = "json-logic (panzi)"
    cannot = "takes a missing answer for no"

    def run(self, ready: Any, values: Mapping[str, object]) -> Any:
        return jsonLogic(ready, values)

    def tested(self, fact: Fact, test: Is) -> Any:
        if fact.kind == "bool":
            return {"var": fact.id} if 1 in test.positions else {"!": [{"var": fact.id}]}
        if fact.kind == "int":
            return {"<=": [{"var": fact.id}, fact.value(max(test.positions))]}
        return {"in": [{"var": fact.id}, [fact.value(at) for at in sorted(test.positions)]]}

    def grouped(self, every: bool, written: list[Any]) -> Any:
        return {"and" if every else "or": written} if written else every

    def negated(self, written: Any) -> Any:
        return {"!": [written]}


class Clingo:
    """Answer sets: the rules are grounded once, a case switches the facts it names, and one solving judges every rule."""

    name = "clingo"
    cannot = "takes a missing answer for no; true and false in all completions would need two more solvings a rule"

    def __init__(self, core: Core) -> None:
        self.rules = core.rules
        self._lines: list[str] = []
        self._tests = {leaf: f"t{index}" for index, leaf in enumerate(sorted(self._used(core), key=str))}
        self._by_fact: dict[str, list[tuple[Is, clingo.Symbol]]] = {}
        for leaf, name in self._tests.items():
            self._lines.append(f"#external {name}.")
            self._by_fact.setdefault(leaf.fact, []).append((leaf, clingo.Function(name)))
        self._heads: dict[str, tuple[str, int]] = {}
        for ident, rule in core.rules.items():
            for index, part in enumerate(parts(rule)):
                self._heads[self._atom(part)] = (ident, index)
                self._lines.append(f"h{len(self._heads)} :- {self._written(part)}.")
        self._order = list(self._heads.values())
        self._control = clingo.Control(["--warn=none"])
        shown = "".join(f"#show h{index + 1}/0." for index in range(len(self._order)))
        self._control.add("base", [], "\n".join(self._lines) + "\n#show." + shown)
        self._control.ground([("base", [])])

    def _used(self, core: Core) -> Iterable[Is]:
        from wasm_checker.core.conditions import leaves

        return {leaf for rule in core.rules.values() for part in parts(rule) for leaf in leaves(part)}
