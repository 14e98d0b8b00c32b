"""The questions that the package answers, of the data it carries or of others of the same form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import metadata, resources
from typing import Any

from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.service import Service
from wasm_checker.package import said
from wasm_checker.package.shapes import Assessed, Fact, Instrument, Limit, Question, Verdict, Version

DISTRIBUTION = "rongcuo-core"
FILES = ("pack", "words", "instruments")


class Checker:
    """The rules of a pack, compiled once, and the words in which they are told."""

    def __init__(self, pack: str, words: str, instruments: str) -> None:
        """The three data files as JSON text: the rule pack, the site's words, the texts with rules."""
        self._service = Service(pack)
        self._words: dict[str, Any] = json.loads(words)
        self._instruments: list[Instrument] = json.loads(instruments)
        self._rules: dict[str, dict[str, Any]] = {rule["id"]: rule for rule in self._words["rules"]}

    def assess(self, facts: Mapping[str, object]) -> Assessed:
        """`facts`: fact → its value; what is left out, or None, is unanswered; "organ" leaves it to the organ.

        Raises InputError, in one Chinese line, for what cannot be judged: an unknown fact, a value of another kind.
        """
        words = self._words
        answered = self._service.core.assess_all(facts)
        pairs, unwritten = answered["contradictions"], answered["unwritten"]
        return {
            "verdicts": {rule: self._verdict(rule, found, pairs) for rule, found in answered["verdicts"].items()},
            "notices": [
                said.NOTICE,
                words["instead"]["elsewhere"]["text"],
                *(said.contradiction(words, pair) for pair in pairs),
                *said.unwritten(words, unwritten),
            ],
            "contradictions": pairs,
            "unwritten": unwritten,
            "data": words["data"]["version"],
        }

    def _verdict(self, ident: str, assessed: dict[str, Any], contradictions: list[list[str]]) -> Verdict:
        words, rule = self._words, self._rules[ident]
        disputed = said.disputed(words, ident, contradictions)
        return {
            "rule": ident,
            "instrument": rule["instrument"],
            "document": rule["document"],
            "name": rule["short"],
            "status": rule["status"],
            "in_force": rule["in_force"],
            "headline": said.headline(words, rule, assessed, bool(disputed)),
            "meaning": words["verdicts"][assessed["verdict"]]["meaning"],
            "cautions": [*said.cautions(words, rule, assessed, disputed)],
            "reminders": said.sentences(words, assessed["reminders"]),
            "quotes": said.provisions(words, assessed["provisions"]),
            "effects": said.sentences(words, rule["effects"]),
            "missing": said.named(words, assessed["missing"]),
            "organ": said.named(words, assessed["organ"]),
            "to_confirm": said.named(words, assessed["to_confirm"]),
            "other_readings": said.other_readings(words, rule, assessed),
            "assessment": assessed,
        }

    def instruments(self) -> list[Instrument]:
        """The texts that a case is judged by, the draft among them, which says that it is not in force."""
        return self._instruments

    def facts(self) -> list[Fact]:
        """All that a case may state, with the provisions that ask for it, by rule."""
        words = self._words
        return [
            {
                "id": ident,
                "text": fact["text"],
                "type": fact["type"],
                "values": fact["labels"],
                "known_by": fact["known_by"],
                "question": fact["question"],
                "asked_by": {rule: said.provisions(words, places) for rule, places in fact["asked_by"].items()},
            }
            for ident, fact in words["facts"].items()
        ]

    def questions(self) -> list[Question]:
        """What a person is asked, in the order in which the site asks whoever has chosen no place."""
        words = self._words
        filled: dict[str, list[str]] = {ident: [] for ident in [*words["order"][""], *words["questions"]]}
        for ident, fact in words["facts"].items():
            if fact["question"]:
                filled[fact["question"]].append(ident)
        return [{"id": ident, "text": words["questions"][ident], "facts": facts} for ident, facts in filled.items()]

    def deadlines(self, start: str, today: str) -> list[Limit]:
        """The limits that a text in force counts in days, each counted from `start`, as if its own event fell on that day.

        Both are days, 2026-11-18. Raises InputError if one is none.
        """
        answer: dict[str, Any] = json.loads(self._service.deadlines(start, today))
        if "error" in answer:
            raise InputError(answer["error"])
        told = {
            limit["id"]: (self._rules[rule], limit)
            for rule, steps in self._words["steps"].items()
            for limit in steps["limits"]
        }
        return [
            {
                "id": ident,
                "instrument": rule["instrument"],
                "title": limit["title"],
                "event": limit.get("event", ""),
                "long": limit["long"],
                "who": limit["who"],
                "does": limit["does"],
                "quote": limit["quote"],
                "citation": self._words["provisions"][limit["provision"]]["citation"],
                "note": limit.get("note", ""),
                "counted": counted,
            }
            for ident, counted in answer["deadlines"].items()
            if ident in told
            for rule, limit in [told[ident]]
            if rule["in_force"]
        ]

    def data(self) -> dict[str, Any]:
        """The hash of the rules, and one of each."""
        found: dict[str, Any] = self._words["data"]
        return found


@cache
def _own() -> Checker:
    """Of the data that the package carries."""
    folder = resources.files(__package__) / "data"
    return Checker(*((folder / f"{name}.json").read_text(encoding="utf-8") for name in FILES))


def assess(facts: Mapping[str, object]) -> Assessed:
    """As `Checker.assess`."""
    return _own().assess(facts)


def instruments() -> list[Instrument]:
    """As `Checker.instruments`."""
    return _own().instruments()


def facts() -> list[Fact]:
    """As `Checker.facts`."""
    return _own().facts()


def questions() -> list[Question]:
    """As `Checker.questions`."""
    return _own().questions()


def deadlines(start: str, today: str) -> list[Limit]:
    """As `Checker.deadlines`."""
    return _own().deadlines(start, today)


def version() -> Version:
    """Of the package and of its data."""
    data = _own().data()
    return {"package": metadata.version(DISTRIBUTION), "data": data["version"], "rules": data["rules"]}
