"""An instrument's decision logic, compiled: scope, timing and merits as trees with citations and as diagrams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not, clauses, leaves, parse
from wasm_checker.core.diagrams.diagram import Diagrams, Node
from wasm_checker.core.outcomes import OUTCOMES, Outcomes

ALWAYS, NEVER = Group(True, ()), Group(False, ())


@dataclass(frozen=True)
class Exclusion:
    """`bars` is when it excludes: its own condition, unless a ground it yields to holds and the organ lets that prevail."""

    clause: Clause
    bars: Clause


@dataclass(frozen=True)
class Part:
    """One of the three questions put to a case, as a tree and as a diagram."""

    tree: Condition
    node: Node


@dataclass(frozen=True)
class Reminder:
    """Something said beside the verdict in every case where `when` holds; not once a part has failed, if `while_possible`.

    `once_met`: only where scope and merits hold. `unless`: not where this holds; a reminder that bars a favourable verdict does so,
    by one of the rule's gates, until then.
    """

    said: Mapping[str, Any]
    when: Condition
    while_possible: bool = False
    once_met: bool = False
    unless: Condition = NEVER


@dataclass(frozen=True)
class Assumption:
    """`said` is what the verdict takes for granted until `unless` holds."""

    said: Mapping[str, Any]
    unless: Condition


@dataclass(frozen=True)
class Rule:
    """`data` is the rule as published, for what is only shown: effects and caveat.

    `stated`: the facts that count only once they have been stated, as yes or no; till then as no.
    """

    id: str
    outcomes: Outcomes
    diagrams: Diagrams
    scope: Part
    timing: Part
    merits: Part
    gates: tuple[Clause, ...]
    grounds: tuple[Clause, ...]
    grounds_all: bool
    exclusions: tuple[Exclusion, ...]
    aggravating: tuple[Clause, ...]
    reminders: tuple[Reminder, ...]
    assumes: Assumption | None
    stated: tuple[str, ...]
    data: Mapping[str, Any]

    @cached_property
    def failures(self) -> tuple[tuple[str, Part], ...]:
        """The three questions in the order in which they are judged, each with the verdict if it fails."""
        return ("out_of_scope", self.scope), ("too_late", self.timing), (self.outcomes.fails, self.merits)

    @cached_property
    def written_gates(self) -> tuple[Clause, ...]:
        """Those that the text writes."""
        return self._gates(barring=False)

    @cached_property
    def barring_gates(self) -> tuple[Clause, ...]:
        """One for each reminder that bars a favourable verdict."""
        return self._gates(barring=True)

    def _gates(self, *, barring: bool) -> tuple[Clause, ...]:
        data = self.data.get("gates", ())
        return tuple(g for g, d in zip(self.gates, data, strict=True) if d.get("barring", False) is barring)

    @property
    def listed(self) -> Clause:
        """The grounds as one condition."""
        assert isinstance(self.merits.tree, Group)
        listed = self.merits.tree.parts[len(self.gates)]
        assert isinstance(listed, Clause)
        return listed

    def mask(self, facts: Iterable[str]) -> int:
        """The facts, in no part of the rule or in some, as a mask."""
        numbers = self.diagrams.numbers
        return sum(1 << numbers[fact] for fact in facts if fact in numbers)

    def asked_in(self, fact: str) -> tuple[str, ...]:
        """The provisions whose conditions name the fact."""
        trees = (self.scope.tree, self.timing.tree, self.merits.tree, *self.aggravating)
        found = (clause.provision for tree in trees for clause in clauses(tree))
        named = {c.provision for tree in trees for c in clauses(tree) if any(leaf.fact == fact for leaf in leaves(c))}
        return tuple(dict.fromkeys(provision for provision in found if provision in named))


def compile_rule(data: Mapping[str, Any], facts: Mapping[str, Fact]) -> Rule:
    """The rule with a store of its own, whose order is the one in which its clauses name their facts."""
    return Versioned([data], facts).compiled(0)


class Versioned:
    """Versions of one rule in one store, so that what they have in common is compiled, kept and restricted once."""

    def __init__(self, versions: Iterable[Mapping[str, Any]], facts: Mapping[str, Fact]) -> None:
        parsed = _Parsed(facts)
        self._read = [(data, _trees(data, parsed)) for data in versions]
        numbers = {fact: number for number, fact in enumerate(facts)}
        self._diagrams = Diagrams(_order(self._read, facts), numbers)

    def compiled(self, index: int) -> Rule:
        """Raises RuntimeError within a scratch, which would forget what is kept."""
        if self._diagrams.scratches:
            raise RuntimeError("a version of a rule must not be compiled within a scratch of its store")
        return _compiled(*self._read[index], self._diagrams)


class _Trees(NamedTuple):
    scope: Condition
    timing: Condition
    gates: tuple[Clause, ...]
    grounds: tuple[Clause, ...]
    exclusions: tuple[Exclusion, ...]
    aggravating: tuple[Clause, ...]
    reminders: tuple[Reminder, ...]
    assumes: Assumption | None
    merits: Group

    @property
    def judged(self) -> tuple[Condition, ...]:
        """Every tree whose state a case asks for, but for their parts."""
        return (
            self.merits,
            self.scope,
            self.timing,
            *self.aggravating,
            *(each for item in self.reminders for each in (item.when, item.unless)),
            *([self.assumes.unless] if self.assumes else []),
        )


class _Parsed:
    """Conditions by their data: versions of a rule hold most of it in common, and equal trees need be compiled only once."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._found: dict[int, tuple[Any, Condition]] = {}

    def __getitem__(self, data: Any) -> Condition:
        if id(data) not in self._found:
            self._found[id(data)] = (data, parse(data, self._facts))
        return self._found[id(data)][1]

    def clause(self, data: Any) -> Clause:
        found = self[data]
        if not isinstance(found, Clause):
            raise TypeError(f"{data} rests on no provision")
        return found


def _trees(data: Mapping[str, Any], parsed: _Parsed) -> _Trees:
    listed = data["grounds"]
    grounds = tuple(map(parsed.clause, listed["clauses"]))
    readings = tuple(listed.get("readings", ()))
    untimed = [data["no_timing"]] if "no_timing" in data else []
    gates = tuple(_gate(item, parsed, grounds) for item in data.get("gates", ()))
    whole = Clause(listed["provision"], Group(listed["mode"] == "all", grounds), listed["quote"], readings)
    exclusions = tuple(_exclusion(item, parsed, grounds) for item in data.get("exclusions", ()))
    return _Trees(
        scope=parsed[data["scope"]],
        timing=parsed[data["timing"]] if "timing" in data else ALWAYS,
        gates=gates,
        grounds=grounds,
        exclusions=exclusions,
        aggravating=tuple(map(parsed.clause, data.get("aggravating", ()))),
        reminders=tuple(_reminder(item, parsed, grounds) for item in (*untimed, *data.get("reminders", ()))),
        assumes=_assumption(data["assumes"], parsed) if "assumes" in data else None,
        merits=Group(True, (*gates, whole, *(Not(item.bars) for item in exclusions))),
    )


def _compiled(data: Mapping[str, Any], trees: _Trees, diagrams: Diagrams) -> Rule:
    for tree in trees.judged:  # now, for what a case's scratch compiles it compiles again for the next case
        diagrams.compile(tree)
    return Rule(
        id=data["id"],
        outcomes=OUTCOMES[data.get("kind", "tolerance")],
        diagrams=diagrams,
        scope=Part(trees.scope, diagrams.compile(trees.scope)),
        timing=Part(trees.timing, diagrams.compile(trees.timing)),
        merits=Part(trees.merits, diagrams.compile(trees.merits)),
        gates=trees.gates,
        grounds=trees.grounds,
        grounds_all=data["grounds"]["mode"] == "all",
        exclusions=trees.exclusions,
        aggravating=trees.aggravating,
        reminders=trees.reminders,
        assumes=trees.assumes,
        stated=tuple(fact for fact in data.get("stated", ()) if fact in diagrams.level),
        data=data,
    )


def _order(read: Iterable[tuple[Mapping[str, Any], _Trees]], facts: Mapping[str, Fact]) -> dict[str, int]:
    """Each fact the trees name with the size of its domain, in the order of first mention.

    Facts of one clause stand together and the merits' before the scope's; measured on the five rules this keeps the largest diagram
    under 800 nodes, where the order of the questionnaire needs 200,000. What counts only once it is stated stands above all, with what
    else its gate asks: where it was not, which is nearly always, a diagram is gone into below it without being made anew.
    """
    order: dict[str, int] = {}
    seen: set[int] = set()
    for data, trees in read:
        stated = set(data.get("stated", ()))
        first = [gate for gate in trees.gates if stated & gate.facts and not gate.against]
        for tree in (*first, *(Is(fact, frozenset({1})) for fact in data.get("stated", ())), *trees.judged):
            _mention(tree, facts, order, seen)
    return order


def _mention(tree: Condition, facts: Mapping[str, Fact], order: dict[str, int], seen: set[int]) -> None:
    """Versions of a rule hold most of their trees in common: each is gone through once."""
    if isinstance(tree, Is):
        order.setdefault(tree.fact, facts[tree.fact].size)
    elif id(tree) not in seen:
        seen.add(id(tree))
        parts = tree.parts if isinstance(tree, Group) else (tree.part if isinstance(tree, Not) else tree.when,)
        for part in parts:
            _mention(part, facts, order, seen)


_WHEN_SAID = frozenset({"when", "while_possible", "once_met", "decided_by", "presupposed_by"})


def _reminder(data: Mapping[str, Any], parsed: _Parsed, grounds: tuple[Clause, ...]) -> Reminder:
    said = {key: value for key, value in data.items() if key not in _WHEN_SAID}
    when = parsed[data["when"]] if "when" in data else ALWAYS
    found = (Is(data["decided_by"], frozenset({1})),) if "decided_by" in data else ()
    unless = Group(False, (*found, *_named(data.get("presupposed_by", ()), grounds)))
    return Reminder(said, when, data.get("while_possible", False), data.get("once_met", False), unless)


def _assumption(data: Mapping[str, Any], parsed: _Parsed) -> Assumption:
    return Assumption({key: value for key, value in data.items() if key != "unless"}, parsed[data["unless"]])


def _gate(data: Mapping[str, Any], parsed: _Parsed, grounds: tuple[Clause, ...]) -> Clause:
    own, met = parsed.clause(data), _named(data.get("unless_met", ()), grounds)
    return replace(own, when=Group(False, (own.when, *met)), against=met) if met else own


def _named(provisions: Iterable[str], grounds: tuple[Clause, ...]) -> tuple[Clause, ...]:
    return tuple(ground for ground in grounds if ground.provision in set(provisions))


def _exclusion(data: Mapping[str, Any], parsed: _Parsed, grounds: tuple[Clause, ...]) -> Exclusion:
    own = parsed.clause(data)
    if "yields" not in data:
        return Exclusion(own, own)
    yields_to = _named(data["yields"]["to"], grounds)
    prevails = Is(data["yields"]["decided_by"], frozenset({1}))
    weighed = Not(Group(True, (Group(False, yields_to), prevails)))
    return Exclusion(own, replace(own, when=Group(True, (own.when, weighed)), against=yields_to))
