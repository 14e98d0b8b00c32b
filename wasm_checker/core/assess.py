"""The verdict of one rule for one case, and the provisions and facts it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from wasm_checker.core.conditions import Clause, Condition, bounds
from wasm_checker.core.diagram import FALSE, TRUE
from wasm_checker.core.facts import Answers, Fact, Implication, InputError, followed, named, read_answers
from wasm_checker.core.look import Look
from wasm_checker.core.rereading import reread
from wasm_checker.core.rules import Rule, compile_versions
from wasm_checker.core.workdays import Calendar, elapsed_workdays

SINCE_START, STARTED, APPLIED = "workdays_since_start", "accountability_start_date", "application_date"
T = TypeVar("T")


@dataclass(frozen=True)
class Assessment:
    """What a case comes to under one rule.

    `provisions`: those that decided the verdict or, while it is open, those that keep it open.
    `missing`: unanswered facts the person can know that still matter; `organ`: those only the organ can find.
    `to_confirm`: facts known by the organ that the person answered and the verdict rests on.
    `aggravating_open`: unanswered facts that could still aggravate a verdict that holds; left out of the JSON if there are none.
    """

    rule: str
    verdict: str
    provisions: tuple[str, ...]
    grounds_met: tuple[str, ...]
    grounds_open: tuple[str, ...]
    missing: tuple[str, ...]
    organ: tuple[str, ...]
    to_confirm: tuple[str, ...]
    readings: tuple[str, ...]
    also: tuple[str, ...]
    reminders: tuple[Mapping[str, Any], ...] = ()
    caveat: str = ""
    aggravating_open: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        left_out = {"rule"} if self.aggravating_open else {"rule", "aggravating_open"}
        shown = {key: value for key, value in vars(self).items() if key not in left_out}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in shown.items()}


class Outcome(NamedTuple):
    verdict: str
    missing: tuple[str, ...]
    organ: tuple[str, ...]


@dataclass(frozen=True)
class Rereading:
    """The rule as a reading that is not adopted would have it."""

    reading: str
    says: str
    rule: Rule


@dataclass(frozen=True)
class Core:
    """All rules, compiled. Built once from the rule pack."""

    facts: Mapping[str, Fact]
    rules: Mapping[str, Rule]
    implications: tuple[Implication, ...]
    calendar: Calendar
    rereadings: Mapping[str, tuple[Rereading, ...]]

    @classmethod
    def from_pack(cls, pack: Mapping[str, Any]) -> Core:
        """`pack` is the published rule pack: facts, rules, implications, calendar."""
        facts = _facts(pack)
        versions = {data["id"]: _versions(data, facts) for data in pack["rules"]}
        common = _common([rule for rule, _ in versions.values()])
        rules = {ident: replace(rule, common=common) for ident, (rule, _) in versions.items()}
        implications = tuple(Implication.from_json(item, facts) for item in pack["implications"])
        rereadings = {ident: others for ident, (_, others) in versions.items()}
        return cls(facts, rules, implications, Calendar.from_json(pack["calendar"]), rereadings)

    def read(self, raw: Mapping[str, object]) -> Answers:
        """A case's facts, checked; two dates become the number of working days between them. Raises InputError."""
        answers = read_answers(self.facts, raw, self.implications)
        if STARTED not in answers.dates or APPLIED not in answers.dates:
            return answers
        days = elapsed_workdays(self.calendar, answers.dates[STARTED], answers.dates[APPLIED])
        given = raw.get(SINCE_START)
        if isinstance(given, int) and given != days:
            raise InputError(f"直接填的第 {given} 个工作日，与两个日期推算的第 {days} 个不同，请只留一种")
        counted = {SINCE_START: self.facts[SINCE_START].position(days)}
        stated = answers.otherwise(counted)
        known, left = {**answers.known, **counted}, answers.left_to_organ - {SINCE_START}
        return replace(answers, known=known, left_to_organ=left, stated=stated)

    def assess_all(self, raw: Mapping[str, object]) -> dict[str, Any]:
        """`verdicts`, every rule's assessment of one case, and `contradictions`, pairs of facts. Raises InputError."""
        answers = self.read(raw)
        return {
            "verdicts": {ident: self.verdict(ident, answers) for ident in self.rules},
            "contradictions": [list(pair) for pair in answers.contradictions],
        }

    def verdict(self, ident: str, answers: Answers) -> dict[str, Any]:
        """One rule's assessment as JSON, with the readings that would decide otherwise."""
        return {**self.assess(ident, answers).as_json(), "other_readings": self.other_readings(ident, answers)}

    def assess(self, ident: str, answers: Answers) -> Assessment:
        """One rule's assessment of a case that has been read."""
        with self.rules[ident].diagrams.scratch():
            return self._assess(self.rules[ident], answers)

    def _assess(self, rule: Rule, answers: Answers) -> Assessment:
        looked = Look(rule, answers)
        verdict, missing, organ = self._outcome(looked)
        trees = _explaining(looked, verdict)
        clauses = [clause for tree in trees for clause in looked.blamed(tree)]
        failed = verdict in {"out_of_scope", "too_late", rule.outcomes.fails}
        said = [
            item.said
            for item in rule.reminders
            if looked.state(item.when) == TRUE and not (failed and item.while_possible)
        ]
        return Assessment(
            rule=rule.id,
            verdict=verdict,
            provisions=_unique(clause.provision for clause in clauses),
            grounds_met=tuple(ground.provision for ground in rule.grounds if looked.state(ground) == TRUE),
            grounds_open=tuple(ground.provision for ground in rule.grounds if looked.state(ground) > TRUE),
            missing=missing,
            organ=organ,
            to_confirm=self._to_confirm(clauses, rule, verdict, answers),
            readings=_unique(
                [*(reading for clause in clauses for reading in clause.readings)]
                + [reading for item in said for reading in item.get("readings", ())]
            ),
            also=_unique(words for clause in clauses for words in clause.also),
            reminders=tuple(said),
            caveat=rule.data.get("caveat", ""),
            aggravating_open=self._aggravating_open(looked) if verdict == rule.outcomes.holds else (),
        )

    def other_readings(self, ident: str, answers: Answers) -> list[dict[str, str]]:
        """The readings that are not adopted under which the verdict would be another: `reading`, `says`, `verdict`."""
        if not self.rereadings[ident]:
            return []
        looked = Look(self.rules[ident], answers)
        adopted = self._judged(looked)[0]
        verdicts = [(other, self._judged(looked.under(other.rule))[0]) for other in self.rereadings[ident]]
        return [
            {"reading": other.reading, "says": other.says, "verdict": verdict}
            for other, verdict in verdicts
            if verdict not in {adopted, "insufficient_information"}  # one that would only ask for more is not named
        ]

    def changed(self, ident: str, answers: Answers, flips: Mapping[str, int]) -> str:
        """The verdict if some facts had been answered otherwise, with all that then follows."""
        return self.outcome(ident, followed(answers.otherwise(flips), self.implications)).verdict

    def outcome(self, ident: str, answers: Answers) -> Outcome:
        """One rule's verdict and open facts alone, at a fraction of an assessment's cost."""
        return self._outcome(Look(self.rules[ident], answers))

    def verdicts(self, answers: Answers) -> dict[str, str]:
        """Every rule's verdict and nothing else."""
        return {ident: self._judged(Look(rule, answers))[0] for ident, rule in self.rules.items()}

    def _outcome(self, looked: Look) -> Outcome:
        verdict, missing, organ = self._judged(looked)
        return Outcome(verdict, tuple(named(self.facts, missing)), tuple(named(self.facts, organ)))

    def _judged(self, looked: Look) -> tuple[str, int, int]:
        """The verdict, and as masks the open facts that the person can know and those only the organ can find."""
        rule, asked = looked.rule, 0
        for failure, part in rule.failures:
            state, mask = looked.left(part.node)
            if state == FALSE:
                return failure, 0, 0
            asked |= mask
        if not asked:
            aggravated = any(looked.state(clause) == TRUE for clause in rule.aggravating)
            return rule.outcomes.aggravated if aggravated else rule.outcomes.holds, 0, 0
        theirs = self._organ
        for fact in looked.answers.left_to_organ:
            theirs |= 1 << self._numbers[fact]
        missing = asked & ~theirs
        return "insufficient_information" if missing else "needs_judgement", missing, asked & theirs

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {fact: number for number, fact in enumerate(self.facts)}

    @cached_property
    def _organ(self) -> int:
        """The facts that only the organ knows, as a mask."""
        return sum(1 << self._numbers[ident] for ident, fact in self.facts.items() if fact.known_by == "organ")

    def _aggravating_open(self, looked: Look) -> tuple[str, ...]:
        asked = frozenset[str]().union(*map(looked.support, looked.rule.aggravating))
        return tuple(fact for fact in self.facts if fact in asked)

    def _to_confirm(self, clauses: Iterable[Clause], rule: Rule, verdict: str, answers: Answers) -> tuple[str, ...]:
        """Answered facts that the organ verifies; a favourable verdict rests on the exclusions not being hit as well."""
        exclusions = [item.clause for item in rule.exclusions] if verdict == rule.outcomes.holds else []
        used = frozenset[str]().union(*(clause.facts for clause in (*clauses, *exclusions)))
        return tuple(f for f in self.facts if f in used and f in answers.known and self.facts[f].known_by != "person")


def _explaining(looked: Look, verdict: str) -> list[Condition]:
    """The tree that failed; or those that are open; or all that hold, and what aggravates."""
    trees = {failure: part.tree for failure, part in looked.rule.failures}
    if verdict in trees:
        return [trees[verdict]]
    open_trees = [tree for tree in trees.values() if looked.state(tree) > TRUE]
    return open_trees or [
        *trees.values(),
        *(clause for clause in looked.rule.aggravating if looked.state(clause) == TRUE),
    ]


def _versions(data: Mapping[str, Any], facts: Mapping[str, Fact]) -> tuple[Rule, tuple[Rereading, ...]]:
    """The rule as adopted, and as each other reading would have it, all in one store."""
    others = data.get("other_readings", ())
    adopted, *reread_rules = compile_versions([data, *(reread(data, other["changes"]) for other in others)], facts)
    pairs = zip(others, reread_rules, strict=True)
    return adopted, tuple(Rereading(other["reading"], other["says"], rule) for other, rule in pairs)


def _common(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The facts that more than a third of the rules name, the most common first."""
    named = Counter(fact for rule in rules for fact in rule.diagrams.order)
    return tuple(fact for fact, count in named.most_common() if 3 * count > len(rules))


def _facts(pack: Mapping[str, Any]) -> dict[str, Fact]:
    cuts: dict[str, set[int]] = {}
    for fact, bound in bounds(pack["rules"]):
        cuts.setdefault(fact, set()).add(bound)
    facts = {}
    for data in pack["facts"]:
        ident, kind = data["id"], data["type"]
        values: tuple[bool | int | str, ...] = (False, True)
        if kind == "enum":
            values = tuple(data["values"])
        elif kind == "int":
            values = tuple(sorted(cuts.get(ident, ())))
        facts[ident] = Fact(
            ident,
            kind,
            data["known_by"],
            values,
            data.get("text", ""),
            data.get("labels", {}),
            data.get("in_hand", False),
            "question" in data,
        )
    return facts


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
