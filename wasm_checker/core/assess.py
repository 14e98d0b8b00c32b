"""The verdict of one rule for one case, and the provisions and facts it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from wasm_checker.core import readings
from wasm_checker.core.answers.facts import (
    Answers,
    Elapsed,
    Fact,
    Implication,
    InputError,
    followed,
    named,
    read_answers,
    with_contrapositives,
)
from wasm_checker.core.answers.workdays import Calendar, elapsed_workdays
from wasm_checker.core.assessment import Assessment
from wasm_checker.core.diagrams.conditions import Clause, Condition, bounds
from wasm_checker.core.diagrams.diagram import TRUE
from wasm_checker.core.judge import Judged, judged, verdict_of
from wasm_checker.core.path import counts, path, state_of
from wasm_checker.core.rules import Rule
from wasm_checker.core.under_answers import Look
from wasm_checker.core.variants import Rereadings, Versions

SINCE_START, STARTED, APPLIED = "workdays_since_start", "accountability_start_date", "application_date"
T = TypeVar("T")


class Outcome(NamedTuple):
    verdict: str
    missing: tuple[str, ...]
    organ: tuple[str, ...]


@dataclass(frozen=True)
class Core:
    """All rules, compiled. Built once from the rule pack."""

    facts: Mapping[str, Fact]
    rules: Mapping[str, Rule]
    implications: tuple[Implication, ...]
    calendar: Calendar
    rereadings: Rereadings

    @classmethod
    def from_pack(cls, pack: Mapping[str, Any]) -> Core:
        """`pack` is the published rule pack: facts, rules, implications, calendar."""
        facts = _facts(pack)
        versions = {data["id"]: Versions(data, facts) for data in pack["rules"]}
        rules = {ident: each.adopted for ident, each in versions.items()}
        implications = with_contrapositives([Implication.from_json(item, facts) for item in pack["implications"]])
        rereadings = Rereadings(versions)
        return cls(facts, rules, implications, Calendar.from_json(pack["calendar"]), rereadings)

    def read(self, raw: Mapping[str, object]) -> Answers:
        """A case's facts, checked; two dates become the number of working days between them. Raises InputError."""
        answers = self._counted(read_answers(self.facts, raw, self.implications))
        given, days = raw.get(SINCE_START), self._days(answers)
        if isinstance(given, int) and days and not days.fewest <= given <= days.most:
            raise InputError(f"直接填的是第 {given} 个工作日，按两个日期算是第 {days.said} 个，对不上，请只留一种")
        return answers

    def otherwise(self, answers: Answers, flips: Mapping[str, int]) -> Answers:
        """The case as it would be with some facts answered otherwise, with all that then follows."""
        changed = followed(answers.otherwise(flips), self.implications)
        return changed if SINCE_START in flips else self._counted(changed)

    def _counted(self, answers: Answers) -> Answers:
        """The number of working days filled in, whichever of two disputed answers is right.

        Where it waits for a calendar and the rules tell the numbers apart, it is left to the organ. A number that was given and may
        be right stands.
        """
        either = tuple((self._counted(one), self._counted(two)) for one, two in answers.either)
        days = self._days(answers)
        if days is None:
            return replace(answers, either=either)
        fewest, most = map(self.facts[SINCE_START].position, (days.fewest, days.most))
        if fewest < most:
            if fewest <= answers.known.get(SINCE_START, -1) <= most:
                return replace(answers, either=either)
            rest = {fact: at for fact, at in answers.known.items() if fact != SINCE_START}
            left = answers.left_to_organ | {SINCE_START}
            within = {SINCE_START: (fewest, most)}
            return replace(answers, known=rest, left_to_organ=left, either=either, elapsed=days, within=within)
        counted = {SINCE_START: most}
        stated = answers.otherwise(counted)
        known, left = {**answers.known, **counted}, answers.left_to_organ - {SINCE_START}
        return replace(answers, known=known, left_to_organ=left, stated=stated, either=either)

    def _days(self, answers: Answers) -> Elapsed | None:
        """The working days between the two dates, where both are known."""
        if STARTED not in answers.dates or APPLIED not in answers.dates:
            return None
        return elapsed_workdays(self.calendar, answers.dates[STARTED], answers.dates[APPLIED])

    def assess_all(
        self, raw: Mapping[str, object], verdict: Callable[[str, Answers], object] | None = None
    ) -> dict[str, Any]:
        """`verdicts`, every rule's assessment of one case, and `contradictions`, pairs of facts. Raises InputError.

        `verdict`: what stands in for this core's own.
        """
        answers, verdict = self.read(raw), verdict or self.verdict
        return {
            "verdicts": {ident: verdict(ident, answers) for ident in self.rules},
            "contradictions": [list(pair) for pair in answers.contradictions],
            "unwritten": [fact.id for fact in self.facts.values() if fact.unwritten and answers.known.get(fact.id)],
        }

    def verdict(self, ident: str, answers: Answers) -> dict[str, Any]:
        """One rule's assessment as JSON, with the readings that would decide otherwise, or might if more were answered."""
        # Where nothing is said nothing is decided otherwise; the other readings are compiled when there is something to judge.
        others = self.rereadings[ident] if answers.known or answers.left_to_organ else ()
        with self._looking(ident, answers) as looked:
            return {
                **self._assess(looked).as_json(),
                "other_readings": readings.other(self, looked, others),
                "open_readings": readings.still_open(self, looked, others),
            }

    def assess(self, ident: str, answers: Answers) -> Assessment:
        """One rule's assessment of a case that has been read."""
        with self._looking(ident, answers) as looked:
            return self._assess(looked)

    @contextmanager
    def _looking(self, ident: str, answers: Answers) -> Iterator[Look]:
        rule = self.rules[ident]
        with rule.diagrams.scratch():
            yield Look(rule, answers)

    def _assess(self, looked: Look) -> Assessment:
        rule, answers = looked.rule, looked.answers
        verdict, missing, organ = self._outcome(looked)
        trees = _explaining(looked, verdict)
        clauses = [clause for tree in trees for clause in looked.blamed(tree)]
        failed = verdict in {"out_of_scope", "too_late", rule.outcomes.fails}
        said = [
            item.said
            for item in rule.reminders
            if looked.state(item.when) == TRUE
            and not (failed and item.while_possible)
            and looked.state(item.unless) != TRUE
            and not (item.once_met and not looked.met)
        ]
        to_confirm = self._to_confirm(clauses, rule, verdict, answers)
        way = path(looked)
        return Assessment(
            rule=rule.id,
            verdict=verdict,
            provisions=_unique(clause.provision for clause in clauses),
            grounds_met=tuple(way["grounds"]["met"]),
            grounds_open=tuple(way["grounds"]["open"]),
            missing=missing,
            organ=organ,
            to_confirm=to_confirm,
            readings=_unique(
                [*(reading for clause in clauses for reading in clause.readings)]
                + [reading for item in said for reading in item.get("readings", ())]
            ),
            also=_unique(words for clause in clauses for words in clause.also),
            path=way,
            counts=counts(looked, way),
            reminders=tuple(said),
            caveat=rule.data.get("caveat", ""),
            on_own_word=tuple(f for f in to_confirm if self.facts[f].known_by == "organ")
            if verdict in {rule.outcomes.holds, rule.outcomes.aggravated}
            else (),
            at_will=tuple(f for f in self.facts if f in looked.silent and self.facts[f].known_by != "organ"),
            assumes=_assumed(looked),
            contradictions=tuple(pair for pair in answers.contradictions if not set(pair).isdisjoint(missing)),
            aggravating_open=self._aggravating_open(looked) if verdict == rule.outcomes.holds else (),
            calendar_unannounced=answers.elapsed if SINCE_START in organ else None,
        )

    def other_readings(self, ident: str, answers: Answers) -> list[dict[str, Any]]:
        """The readings that are not adopted under which the verdict would be another: `reading`, `says`, `verdict`."""
        others = self.rereadings[ident]
        with self._looking(ident, answers) as looked:
            return readings.other(self, looked, others)

    def changed(self, ident: str, answers: Answers, flips: Mapping[str, int]) -> str:
        """The verdict if some facts had been answered otherwise, with all that then follows."""
        return self.outcome(ident, self.otherwise(answers, flips)).verdict

    def outcome(self, ident: str, answers: Answers) -> Outcome:
        """One rule's verdict and open facts alone, at a fraction of an assessment's cost."""
        with self._looking(ident, answers) as looked:
            return self._outcome(looked)

    def verdicts(self, answers: Answers) -> dict[str, str]:
        """Every rule's verdict and nothing else."""
        found = {}
        for ident in self.rules:
            with self._looking(ident, answers) as looked:
                found[ident] = self.verdict_of(looked)
        return found

    def _outcome(self, looked: Look) -> Outcome:
        verdict, missing, organ = self.judged(looked)
        return Outcome(verdict, tuple(named(self.facts, missing)), tuple(named(self.facts, organ)))

    def judged(self, looked: Look) -> Judged:
        """The verdict, and the open facts on which it hangs."""
        return judged(looked, self._theirs(looked.answers))

    def verdict_of(self, looked: Look) -> str:
        """The verdict alone, sooner than what it hangs on."""
        return verdict_of(looked, self._theirs(looked.answers))

    def _theirs(self, answers: Answers) -> int:
        """The facts left open that are not the person's to answer; what he has disputed himself is."""
        theirs = self._organ
        for fact in answers.left_to_organ:
            theirs |= 1 << self._numbers[fact]
        for fact in answers.disputed:
            theirs &= ~(1 << self._numbers[fact])
        return theirs

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


def _assumed(looked: Look) -> dict[str, Any] | None:
    assumes = looked.rule.assumes
    if assumes is None or looked.state(assumes.unless) == TRUE:
        return None
    return {**assumes.said, "state": state_of(looked, assumes.unless)}


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
            "unwritten" in data,
        )
    return facts


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
