"""Somebody of the stories at the check page: what he taps, question by question, until nothing more is asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tools.measure.taps.hand import Hand, Stuck
from tools.measure.taps.stories import TODAY, Coded

Control = dict[str, Any]
AGAIN = 3  # so often a question may come back before the walk is called stuck
GOES_ON = 450  # milliseconds in which the page may go on by itself
ANSWERS = {True: "yes", False: "no", "unknown": "unknown", "organ": "organ"}
DONE = re.compile("答完|最多还有 ?0 ")


@dataclass
class Cost:
    """What one question took: `scrolled` in pixels."""

    taps: int = 0
    scrolled: float = 0


@dataclass(frozen=True)
class Walk:
    """What a story took; `screens` are its scrolling in screens; `left` is what the page said when nothing was left;
    `by` is what each question took."""

    story: str
    taps: Counter[str]
    questions: int
    screens: float
    tallest: float
    left: str
    by: dict[str, Cost] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.taps.total()


class Person:
    def __init__(self, story: Coded, place: str, hand: Hand) -> None:
        self.story = story
        self.place = place
        self.hand = hand
        self.tallest = 0.0

    def walk(self, height: int) -> Walk:
        """Answers until the page has nothing more to ask, also of what he wants to know besides. Raises Stuck if a question comes back
        again and again."""
        visits: Counter[str] = Counter()
        by: dict[str, Cost] = {}
        self._asked(visits, by)
        if self._more():
            self._asked(visits, by)
        said = self.hand.read()["left"]
        return Walk(
            self.story.id, self.hand.taps, len(visits), self.hand.scrolled / height, self.tallest / height, said, by
        )

    def _asked(self, visits: Counter[str], by: dict[str, Cost]) -> None:
        seen = self.hand.read()
        while (question := seen["question"]) and not self._over(seen, visits):
            visits[question] += 1
            if visits[question] > AGAIN:
                raise Stuck(f"{self.story.id}: {question} is asked again and again")
            self.tallest = max(self.tallest, seen["height"])
            before, from_ = self.hand.taps.total(), self.hand.scrolled
            self._answer(question)
            after = self._moved(question) if self.hand.taps.total() > before else self.hand.read()
            if after["question"] == question and not self._over(after, visits):
                after = self._next(after)
            cost = by.setdefault(question, Cost())
            cost.taps += self.hand.taps.total() - before
            cost.scrolled += self.hand.scrolled - from_
            if after["question"] == question and not self._over(after, visits):
                break  # the last one: the results are in sight
            seen = after

    def _more(self) -> bool:
        """What else he wants to know, which stands below the verdicts; whether the page then asks on."""
        seen = self.hand.read()
        if not self.story.further or not self.story.case:
            return False
        if seen["view"] == "review":
            self.hand.tap(seen["buttons"]["results"], "results")
            seen = self.hand.read()
        wanted = [each for each in seen["more"] if each["value"] in self.story.further and not each["checked"]]
        for control in wanted:
            self.hand.tap(control, "further")
        seen = self.hand.read()
        if not wanted or DONE.search(seen["left"]):
            return False
        if seen["view"] == "result":
            self.hand.tap(seen["buttons"]["again"], "again")
        return True

    def _over(self, seen: dict[str, Any], visits: Counter[str]) -> bool:
        """Nothing is left, or somebody who has no case has said where he stands and where he serves."""
        if seen["view"] in ("review", "result"):
            return True
        chosen = {"q-policy_area"} <= visits.keys() and not str(seen["question"]).endswith("_beside")
        return chosen and (not self.story.case or bool(DONE.search(seen["left"])))

    def _answer(self, question: str) -> None:
        """All that he knows of the question in sight; the page may go on in the middle of it."""
        self._situation(question)
        self._area(question)
        self._ticks(question)
        self._rows(question)
        self._singles(question)
        self._days(question)

    def _controls(self, question: str) -> list[Control]:
        seen = self.hand.read()
        return seen["controls"] if seen["question"] == question else []

    def _situation(self, question: str) -> None:
        """Where he stands; and, where it is asked beside, that something went wrong all the same."""
        for control in self._controls(question):
            if control["name"] == "situation" and control["value"] == self.story.situation and not control["checked"]:
                self.hand.tap(control, "situation")
        for control in self._controls(question):
            if control["facts"] and control["type"] == "radio":
                wrong = any(self.story.answer(fact) is True for fact in control["facts"])
                if control["value"] == ("yes" if wrong else "no") and not control["checked"]:
                    self.hand.tap(control, "beside")

    def _area(self, question: str) -> None:
        for control in self._controls(question):
            if control["name"] == "policy_area" and control["place"] == self.place and not control["checked"]:
                self.hand.tap(control, "place")

    def _ticks(self, question: str) -> None:
        """He ticks what is so until the page says that it is enough, and says one thing of the rest; where he would say several, each
        row for itself."""
        rows = {each["fact"]: each for each in self._controls(question) if each["type"] == "checkbox" and each["fact"]}
        if not rows:
            return
        for fact, control in rows.items():
            if self.story.answer(fact) is True and not control["checked"] and self.hand.offered(control):
                self.hand.tap(control, "tick")
                if self.hand.read()["enough"]:
                    self.hand.tap(next(iter(self._rests().values())), "rest")
                    return
        left = {fact for fact, control in rows.items() if self.hand.offered(control)}
        rest = {ANSWERS[self.story.answer(fact)] for fact in left} - {"yes"}
        buttons = self._rests()
        if len(rest) > 1:
            self.hand.tap(self.hand.read()["buttons"]["each"], "each")
        elif said := buttons.get(next(iter(rest), "no")) or next(iter(buttons.values()), None):
            self.hand.tap(said, "rest")

    def _rests(self) -> dict[str, Control]:
        """What may be said of all that is not answered: no, unknown, organ."""
        buttons = self.hand.read()["buttons"]
        return {name.removeprefix("rest-"): button for name, button in buttons.items() if name.startswith("rest-")}

    def _rows(self, question: str) -> None:
        """Rows with an answer each: he taps what is so, and says of the rest at once what is so of most of it."""
        rows: dict[str, dict[str, Control]] = {}
        for control in self._controls(question):
            if control["type"] == "radio" and control["name"].startswith("f-"):
                rows.setdefault(control["fact"], {})[control["value"]] = control
        wanted = {fact: ANSWERS[self.story.answer(fact)] for fact in rows}
        for fact, answer in wanted.items():
            if answer == "yes":
                self._row(rows[fact], answer)
        left = {fact: wanted[fact] for fact in rows if wanted[fact] != "yes" and self.hand.offered(rows[fact]["no"])}
        rests = self._rests()
        most, count = next(((each, n) for each, n in Counter(left.values()).most_common() if each in rests), ("", 0))
        apart = {fact: answer for fact, answer in left.items() if answer != most}
        later = self._preset(rows)
        if later and count <= 1 + len(apart):
            most, apart = "", left
        if most and later:
            self.hand.tap(rests[most], "rest")
        for fact, answer in apart.items():
            self._row(rows[fact], answer)
        if most and not later:
            self.hand.tap(rests[most], "rest")

    def _preset(self, rows: dict[str, dict[str, Control]]) -> bool:
        """Whether 不清楚 stands in every row from the start, so that what is said of the rest takes those rows as well."""
        return any(row["unknown"]["checked"] for row in rows.values() if "unknown" in row)

    def _row(self, row: dict[str, Control], answer: str) -> None:
        if (control := row.get(answer)) and self.hand.offered(control) and not self.hand.chosen(control):
            self.hand.tap(control, "row")

    def _singles(self, question: str) -> None:
        """The option that says most of what he knows; else the one that says nothing."""
        groups: dict[str, list[Control]] = {}
        for control in self._controls(question):
            if control["facts"]:
                continue
            if control["type"] == "radio" and control["sets"] is not None and not control["name"].startswith("f-"):
                groups.setdefault(control["name"], []).append(control)
        for name, options in groups.items():
            if name == "situation":
                continue
            fits = [option for option in options if self._says(option["sets"])]
            best = max(fits, key=lambda option: len(option["sets"]), default=None)
            if best and not best["checked"]:
                self.hand.tap(best, "single")

    def _says(self, sets: dict[str, Any]) -> bool:
        return all(self.story.answer(fact) == value for fact, value in sets.items())

    def _days(self, question: str) -> None:
        """The day of the start; and that nothing is handed in, or the day on which it was."""
        controls = self._controls(question)
        fields = {each["name"]: each for each in controls if each["type"] == "date"}
        choices = {(each["name"], each["value"]): each for each in controls if each["type"] == "radio"}
        start, handed = (self.story.facts.get(fact) for fact in ("accountability_start_date", "application_date"))
        if isinstance(start, str) and "accountability_start_date" in fields:
            self.hand.fill(fields["accountability_start_date"], start, "day")
        elif (known_no_day := choices.get(("started", "unknown"))) and not self._started(controls):
            self.hand.tap(known_no_day, "single")
        if self.story.application and (waits := choices.get(("application", "not_yet"))):
            self.hand.tap(waits, "single")
        elif isinstance(start, str) and "application_date" in fields:
            day = str(TODAY) if self.story.application else handed
            if isinstance(day, str):
                self.hand.fill(fields["application_date"], day, "day")

    def _started(self, controls: list[Control]) -> bool:
        return any(self.hand.chosen(each) for each in controls if each["name"] == "started")

    def _moved(self, question: str) -> dict[str, Any]:
        """The page once it has gone on by itself, or the same question if it waits to be told."""
        waited = 0
        while (seen := self.hand.read())["question"] == question and waited < GOES_ON:
            self.hand.page.wait_for_timeout(100)
            waited += 100
        return seen

    def _next(self, seen: dict[str, Any]) -> dict[str, Any]:
        button = seen["buttons"].get("next")
        if not button:
            raise Stuck(f"{self.story.id}: {seen['question']} has no way on")
        self.hand.tap(button, "next")
        return self.hand.read()
