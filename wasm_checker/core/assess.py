"""The verdict of one rule for one case, and the provisions and facts it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from wasm_checker.core.conditions import Clause, Condition, bounds
from wasm_checker.core.diagram import FALSE, TRUE
from wasm_checker.core.facts import Answers, Fact, Implication, InputError, read_answers
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

    def as_json(self) -> dict[str, Any]:
        shown = {key: value for key, value in vars(self).items() if key != "rule"}
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
        rules = {ident: rule for ident, (rule, _) in versions.items()}
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
            raise InputError(f"{SINCE_START} 写的是 {given}，按两个日期推算是 {days}，请留一个")
        known = {**answers.known, SINCE_START: self.facts[SINCE_START].position(days)}
        return replace(answers, known=known, left_to_organ=answers.left_to_organ - {SINCE_START})

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
        verdict, trees, missing, organ = self._verdict(looked)
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
        )

    def other_readings(self, ident: str, answers: Answers) -> list[dict[str, str]]:
        """The readings that are not adopted under which the verdict would be another: `reading`, `says`, `verdict`."""
        if not self.rereadings[ident]:
            return []
        rule = self.rules[ident]
        with rule.diagrams.scratch():
            looked = Look(rule, answers)
            adopted = self._verdict(looked)[0]
            verdicts = [(other, self._verdict(looked.under(other.rule))[0]) for other in self.rereadings[ident]]
        return [
            {"reading": other.reading, "says": other.says, "verdict": verdict}
            for other, verdict in verdicts
            if verdict not in {adopted, "insufficient_information"}  # one that would only ask for more is not named
        ]

    def outcome(self, ident: str, answers: Answers) -> Outcome:
        """One rule's verdict and open facts alone, at a fraction of an assessment's cost."""
        with self.rules[ident].diagrams.scratch():
            verdict, _, missing, organ = self._verdict(Look(self.rules[ident], answers))
        return Outcome(verdict, missing, organ)

    def _verdict(self, looked: Look) -> tuple[str, list[Condition], tuple[str, ...], tuple[str, ...]]:
        """The verdict, the trees that explain it, and the open facts: the person's, and those only the organ can find."""
        rule = looked.rule
        trees = {"out_of_scope": rule.scope.tree, "too_late": rule.timing.tree, rule.outcomes.fails: rule.merits.tree}
        for failure, tree in trees.items():
            if looked.state(tree) == FALSE:
                return failure, [tree], (), ()
        open_trees = [tree for tree in trees.values() if looked.state(tree) > TRUE]
        if not open_trees:
            aggravating = [clause for clause in rule.aggravating if looked.state(clause) == TRUE]
            holds = rule.outcomes.aggravated if aggravating else rule.outcomes.holds
            return holds, [*trees.values(), *aggravating], (), ()
        support = frozenset[str]().union(*(looked.support(tree) for tree in open_trees))
        ordered = [fact for fact in self.facts if fact in support]
        organ = tuple(f for f in ordered if self.facts[f].known_by == "organ" or f in looked.answers.left_to_organ)
        missing = tuple(f for f in ordered if f not in organ)
        return "insufficient_information" if missing else "needs_judgement", open_trees, missing, organ

    def _to_confirm(self, clauses: Iterable[Clause], rule: Rule, verdict: str, answers: Answers) -> tuple[str, ...]:
        """Answered facts that the organ verifies; a favourable verdict rests on the exclusions not being hit as well."""
        exclusions = [item.clause for item in rule.exclusions] if verdict == rule.outcomes.holds else []
        used = frozenset[str]().union(*(clause.facts for clause in (*clauses, *exclusions)))
        return tuple(f for f in self.facts if f in used and f in answers.known and self.facts[f].known_by != "person")


def _versions(data: Mapping[str, Any], facts: Mapping[str, Fact]) -> tuple[Rule, tuple[Rereading, ...]]:
    """The rule as adopted, and as each other reading would have it, all in one store."""
    others = data.get("other_readings", ())
    adopted, *reread_rules = compile_versions([data, *(reread(data, other["changes"]) for other in others)], facts)
    pairs = zip(others, reread_rules, strict=True)
    return adopted, tuple(Rereading(other["reading"], other["says"], rule) for other, rule in pairs)


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
