"""The same rules given to other engines: each part of a rule translated from its condition tree, judged over complete answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import clingo
import rule_engine
import zen
from json_logic import jsonLogic

from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not
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
        self.ready = {
            ident: [self.prepare(self.write(part)) for part in parts(rule)] for ident, rule in core.rules.items()
        }

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
        return {ident: self._verdict(rule, values) for ident, rule in self.rules.items()}

    def _verdict(self, rule: Rule, values: Mapping[str, object]) -> str:
        ready = self.ready[rule.id]
        try:
            return verdict(rule, lambda index: bool(self.run(ready[index], values)))
        except Exception:  # noqa: BLE001 - each engine has exceptions of its own
            return "refused"

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
    """Answer sets: the rules are grounded once; a case switches the tests on it, and one solving judges every rule."""

    name = "clingo"
    cannot = "takes a missing answer for no"

    def __init__(self, core: Core) -> None:
        self.rules = core.rules
        self._lines: list[str] = []
        self._tests: dict[Is, str] = {}
        self._heads = {ident: [self._written(part) for part in parts(rule)] for ident, rule in core.rules.items()}
        shown = {name for heads in self._heads.values() for name in heads}
        external = [f"#external {name}." for name in self._tests.values()]
        program = [*external, *self._lines, "#show.", *(f"#show {name}/0." for name in sorted(shown))]
        self._control = clingo.Control(["--warn=none"])
        self._control.add("base", [], "\n".join(program))
        self._control.ground([("base", [])])
        self._switches = [(test, clingo.Function(name)) for test, name in self._tests.items()]

    def _written(self, tree: Condition) -> str:
        """The atom that stands for the tree; what defines it is added to the program."""
        if isinstance(tree, Clause):
            return self._written(tree.when)
        if isinstance(tree, Is):
            return self._tests.setdefault(tree, f"t{len(self._tests)}")
        if isinstance(tree, Not):
            bodies = [f"not {self._written(tree.part)}"]
        else:
            written = [self._written(part) for part in tree.parts]
            bodies = [", ".join(written)] if tree.all else written
        name = f"n{len(self._lines)}"
        self._lines.append(
            "\n".join(f"{name} :- {body}." if body else f"{name}." for body in bodies) or f"{name} :- #false."
        )
        return name

    def judge(self, case: Case) -> Verdicts:
        for test, symbol in self._switches:
            self._control.assign_external(symbol, case.get(test.fact, -1) in test.positions)
        true: set[str] = set()
        self._control.solve(on_model=lambda model: true.update(symbol.name for symbol in model.symbols(shown=True)))
        return {
            ident: verdict(rule, lambda index, heads=self._heads[ident]: heads[index] in true)  # type: ignore[misc]
            for ident, rule in self.rules.items()
        }


ENGINES: tuple[Callable[[Core], Engine], ...] = (Zen, JsonLogic, RuleEngine, Clingo)
