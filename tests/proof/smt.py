"""The rules for a solver: an encoding built from their published data, by which every answer of the core is proven anew.

All in propositional logic: a yes or no is a variable, an enum one variable a value, a number one variable a limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from itertools import pairwise, product
from typing import Any

import z3

from tests.proof.material import Data
from tests.proof.plain import PARTS, fact_data, facts_of, limits, values_of
from wasm_checker.core.diagrams.diagram import TRUE, Diagrams, Node

Atoms = Mapping[Any, Any]
FEW = 5  # so many of the organ's facts are written out, in 32 ways


class Encoding:
    """One rule: the variables of each fact, a formula for each part, and a solver that keeps what it learns."""

    def __init__(self, rule: Data) -> None:
        self.rule = rule
        self.facts = facts_of(rule)
        self.atoms = {fact: self.copy(fact, "") for fact in self.facts}
        self.parts: Mapping[str, Any] = {
            "scope": self.formula(rule["scope"]),
            "timing": self.formula(rule["timing"]) if "timing" in rule else z3.BoolVal(True),
            "merits": self._merits(),
        }
        self.aggravating = [self.formula(clause) for clause in rule.get("aggravating", ())]
        self._solver = z3.SolverFor("QF_FD")
        self._solver.add(*(each for fact in self.facts for each in self.domain(fact, self.atoms[fact])))
        self._names: dict[Any, Any] = {}

    # The encoding

    def copy(self, fact: str, mark: str) -> Atoms:
        """The fact's variables: is it true; is it this value; is it at most this limit."""
        data = fact_data()[fact]
        keys = {"bool": [True], "enum": list(data.get("values", ())), "int": limits(fact)}[data["type"]]
        return {key: z3.Bool(f"{fact} {key}{mark}") for key in keys}

    def domain(self, fact: str, atoms: Atoms) -> list[Any]:
        """An enum has exactly one value; what is at most a limit is at most every higher one."""
        each = list(atoms.values())
        if fact_data()[fact]["type"] == "enum":
            return [z3.PbEq([(atom, 1) for atom in each], 1)]
        return [z3.Implies(low, high) for low, high in pairwise(each)]

    def equal(self, fact: str, value: Any) -> Any:
        """The answer, as far as the rules can tell it from others."""
        atoms, kind = self.atoms[fact], fact_data()[fact]["type"]
        if kind == "bool":
            return atoms[True] if value else z3.Not(atoms[True])
        if kind == "enum":
            return atoms[value]
        return z3.And([atom if value <= limit else z3.Not(atom) for limit, atom in atoms.items()])

    def formula(self, node: Any) -> Any:
        if isinstance(node, str):
            return self.atoms[node][True]
        if "fact" in node:
            atoms = self.atoms[node["fact"]]
            return atoms[node["at_most"]] if "at_most" in node else z3.Or([atoms[value] for value in node["in"]])
        if "not" in node:
            return z3.Not(self.formula(node["not"]))
        if "when" in node:
            return self.formula(node["when"])
        if "all" in node:
            return z3.And([self.formula(part) for part in node["all"]])
        return z3.Or([self.formula(part) for part in node["any"]])

    def _merits(self) -> Any:
        clauses = self.rule["grounds"]["clauses"]
        join = z3.And if self.rule["grounds"]["mode"] == "all" else z3.Or
        met = [
            z3.Or(
                [
                    self.formula(gate),
                    *(self.formula(c) for c in clauses if c["provision"] in gate.get("unless_met", ())),
                ]
            )
            for gate in self.rule.get("gates", ())
        ]
        met.append(join([self.formula(clause) for clause in clauses]))
        for exclusion in self.rule.get("exclusions", ()):
            bars = self.formula(exclusion)
            if "yields" in exclusion:
                to, decider = exclusion["yields"]["to"], exclusion["yields"]["decided_by"]
                prevailing = z3.Or([self.formula(clause) for clause in clauses if clause["provision"] in to])
                bars = z3.And(bars, z3.Not(z3.And(prevailing, self.atoms[decider][True])))
            met.append(z3.Not(bars))
        return z3.And(met)

    # Questions

    def _fixed(self, values: Mapping[str, Any]) -> list[Any]:
        fixed = []
        for fact, value in values.items():
            for key, atom in self.atoms[fact].items():
                holds = value <= key if fact_data()[fact]["type"] == "int" else value == key
                fixed.append(atom if holds else z3.Not(atom))
        return fixed

    def _possible(self, key: Any, formula: Any, fixed: Sequence[Any]) -> bool:
        """Whether the formula can hold; it is named, so that the solver can be asked again and again."""
        if key not in self._names:
            self._names[key] = z3.Bool(f"question {len(self._names)}")
            self._solver.add(z3.Implies(self._names[key], formula))
        return bool(self._solver.check(self._names[key], *fixed) == z3.sat)

    def state(self, part: str, values: Mapping[str, Any]) -> bool | None:
        """What is certain of a part whatever the rest: True, False, or None where it is open."""
        return self._certain(part, self.parts[part], self._fixed(values))

    def aggravated(self, values: Mapping[str, Any]) -> bool:
        fixed = self._fixed(values)
        return any(self._certain(index, each, fixed) is True for index, each in enumerate(self.aggravating))

    def _certain(self, key: Any, formula: Any, fixed: Sequence[Any]) -> bool | None:
        if not self._possible((key, True), formula, fixed):
            return False
        return None if self._possible((key, False), z3.Not(formula), fixed) else True

    def matter(self, part: str, values: Mapping[str, Any]) -> set[str]:
        """The unanswered facts for which two completions that differ in it alone come apart on the part."""
        fixed = self._fixed(values)
        return {fact for fact in self.facts if fact not in values and self._matters(part, fact, fixed)}

    def _matters(self, part: str, fact: str, fixed: Sequence[Any]) -> bool:
        key, formula = ("matters", part, fact), None
        if key not in self._names:
            other = self.copy(fact, "'")
            swapped = [(atom, other[each]) for each, atom in self.atoms[fact].items()]
            apart = z3.Xor(self.parts[part], z3.substitute(self.parts[part], *swapped))
            formula = z3.And(apart, *self.domain(fact, other))
        return self._possible(key, formula, fixed)

    def under(self, silent: Mapping[str, Any]) -> Encoding:
        """The rule with some facts fixed for good, which nobody can answer otherwise any more."""
        fixed = [
            (atom, z3.BoolVal(self._lies(fact, value, key)))
            for fact, value in silent.items()
            for key, atom in self.atoms[fact].items()
        ]
        other = copy(self)
        other.parts = {part: z3.substitute(formula, *fixed) for part, formula in self.parts.items()}
        other._solver, other._names = z3.SolverFor("QF_FD"), {}
        other._solver.add(*(each for fact in self.facts for each in self.domain(fact, self.atoms[fact])))
        return other

    def _lies(self, fact: str, value: Any, key: Any) -> bool:
        return bool(value <= key if fact_data()[fact]["type"] == "int" else value == key)

    def hanging(self, values: Mapping[str, Any], organ: AbstractSet[str]) -> set[str] | None:
        """The person's facts on which it hangs how the verdict comes out for him, whatever is found of `organ`; None if those are many.

        What is found is written out, so that nothing is left to quantify over.
        """
        matter = set[str]().union(*(self.matter(part, values) for part in PARTS if self.state(part, values) is None))
        theirs = sorted(matter & organ)
        if len(theirs) > FEW:
            return None
        fixed = [(a, z3.BoolVal(self._lies(f, v, k))) for f, v in values.items() for k, a in self.atoms[f].items()]
        parts = [z3.simplify(z3.substitute(self.parts[part], *fixed)) for part in PARTS]
        found = [[z3.substitute(part, *ends) for ends in self._ends(theirs)] for part in parts]
        possible = [z3.simplify(z3.Or(each)) for each in found]
        regions = [z3.And(*possible[:index], z3.Not(part)) for index, part in enumerate(possible)]
        regions.append(z3.And([z3.And(each) for each in found]))
        return {fact for fact in matter - organ if self._tells(fact, regions)}

    def _ends(self, facts: Sequence[str]) -> list[list[tuple[Any, Any]]]:
        """Everything that can be found of some facts."""
        return [
            [
                (atom, z3.BoolVal(self._lies(f, value, key)))
                for f, value in zip(facts, each, strict=True)
                for key, atom in self.atoms[f].items()
            ]
            for each in product(*map(values_of, facts))
        ]

    def _tells(self, fact: str, regions: Sequence[Any]) -> bool:
        """Whether two cases that differ in the fact alone lie in different regions."""
        other = self.copy(fact, "'")
        swapped = [(atom, other[each]) for each, atom in self.atoms[fact].items()]
        solver = z3.SolverFor("QF_FD")
        solver.add(*self.domain(fact, other), *(each for f in self.facts for each in self.domain(f, self.atoms[f])))
        solver.add(z3.Or([z3.Xor(region, z3.substitute(region, *swapped)) for region in regions]))
        return bool(solver.check() == z3.sat)

    # Diagrams

    def same_everywhere(self, part: str, diagrams: Diagrams, node: Node) -> bool:
        """Whether a diagram is the part's function, on every complete case of all."""
        done: dict[Node, Any] = {0: z3.BoolVal(False), TRUE: z3.BoolVal(True)}

        def read(at: Node) -> Any:
            if at not in done:
                level, branches = diagrams.nodes[at]
                *before, formula = map(read, branches)
                for test, below in reversed(list(zip(self._tests(diagrams.order[level]), before, strict=True))):
                    formula = z3.If(test, below, formula)
                done[at] = formula
            return done[at]

        return not self._possible(("same", part), z3.Xor(self.parts[part], read(node)), ())

    def _tests(self, fact: str) -> Sequence[Any]:
        """What leads into each branch of a diagram but the last: no; an enum's members; up to each limit."""
        atoms = list(self.atoms[fact].values())
        kind = fact_data()[fact]["type"]
        return {"bool": [z3.Not(atoms[0])], "enum": atoms[:-1], "int": atoms}[kind]


class Nearest:
    """All ways to answer otherwise what a sample answers, and which of them lie in a class whatever is unanswered.

    Two solvers: one proposes answers, the other looks for a completion that leaves the class; what it finds the first
    must take into account from then on, until a proposal stands or none is left.
    """

    def __init__(self, encoding: Encoding, values: Mapping[str, Any]) -> None:
        self.encoding = encoding
        self.open = [fact for fact in encoding.facts if fact not in values]
        self.departures = [z3.Not(encoding.equal(fact, value)) for fact, value in values.items()]
        self.answered = [atom for fact in values for atom in encoding.atoms[fact].values()]
        self.unanswered = [atom for fact in self.open for atom in encoding.atoms[fact].values()]
        self.limits = [each for fact in encoding.facts for each in encoding.domain(fact, encoding.atoms[fact])]

    def exists(self, target: str, at_most: int | None) -> bool:
        """Whether answering at most so many facts otherwise (None: any number) brings the case into the class."""
        if target == "aggravated":  # one of them certain, not merely some one of them in every completion
            return any(self._exists(z3.And(self._holds, each), [], at_most) for each in self.encoding.aggravating)
        scope, timing, merits = (self.encoding.parts[part] for part in PARTS)
        always, sometimes = {
            "out_of_scope": (z3.Not(scope), []),
            "too_late": (z3.Not(timing), [scope]),
            "unfavourable": (z3.Not(merits), [scope, timing]),
            "favourable": (self._holds, list(map(z3.Not, self.encoding.aggravating))),
            "open": (z3.BoolVal(True), [scope, timing, merits, z3.Not(self._holds)]),
        }[target]
        return self._exists(always, sometimes, at_most)

    @property
    def _holds(self) -> Any:
        return z3.And([self.encoding.parts[part] for part in PARTS])

    def _exists(self, always: Any, sometimes: Sequence[Any], at_most: int | None) -> bool:
        """Whether such answers make the one formula hold in every completion, and each of the others in some."""
        proposer = z3.SolverFor("QF_FD")
        proposer.add(always, *self.limits, *(self._elsewhere(each, index) for index, each in enumerate(sometimes)))
        if at_most is not None and self.departures:
            proposer.add(z3.PbLe([(each, 1) for each in self.departures], at_most))
        breaker = z3.SolverFor("QF_FD")
        breaker.add(z3.Not(always), *self.limits)
        while proposer.check() == z3.sat:
            proposed = proposer.model()
            if breaker.check(*(_as_in(proposed, atom) for atom in self.answered)) != z3.sat:
                return True
            completion = breaker.model()
            fixed = [(atom, completion.eval(atom, True)) for atom in self.unanswered]
            proposer.add(z3.substitute(always, *fixed))
        return False

    def _elsewhere(self, formula: Any, copy: int) -> Any:
        """The formula about another completion of the same answers."""
        others = {fact: self.encoding.copy(fact, f" {copy}") for fact in self.open}
        renamed = [(atom, others[fact][key]) for fact in self.open for key, atom in self.encoding.atoms[fact].items()]
        domains = [each for fact in self.open for each in self.encoding.domain(fact, others[fact])]
        return z3.And(z3.substitute(formula, *renamed), *domains)


def _as_in(model: Any, atom: Any) -> Any:
    return atom if z3.is_true(model.eval(atom, True)) else z3.Not(atom)
