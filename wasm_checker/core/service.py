"""The core as a worker or a test sees it: JSON text in, JSON text out, the same bytes on CPython and in Pyodide."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from wasm_checker.core.answers.deadlines import Deadline, deadline, ics, limits_of
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.explaining.detail import detail


class Service:
    """Every method answers its JSON, or `{"error": one line in Chinese}` for input that cannot be judged."""

    def __init__(self, pack: str) -> None:
        """`pack` is the rule pack as JSON text."""
        with _uncollected():
            data = json.loads(pack)
            self.core = Core.from_pack(data)
            self.limits = limits_of(data)

    def assess(self, facts: str) -> str:
        """A case's facts → `{"verdicts": {rule: assessment}, "contradictions": [...]}`."""
        return _answered(lambda: self.core.assess_all(json.loads(facts)))

    def explain(self, facts: str, rule: str) -> str:
        """A case's facts → the rule's assessment with tree, certificate, changes and near misses."""
        return _answered(lambda: detail(self.core, rule, self.core.read(json.loads(facts))))

    def deadlines(self, start: str, today: str) -> str:
        """Two days → `{"deadlines": {limit: …}}`; a limit that runs past the calendar says so as its `error`."""
        return _answered(lambda: {"deadlines": self._deadlines(_day(start), _day(today))})

    def ics(self, limit: str, start: str, today: str, title: str, stamp: str, remark: str) -> str:
        """One limit → `{"ics": the calendar file's text}`; `remark` is said at the end of its description."""
        return _answered(lambda: {"ics": ics(self._deadline(limit, _day(start), _day(today)), title, stamp, remark)})

    def _deadline(self, limit: str, start: date, today: date) -> Deadline:
        return deadline(self.core.calendar, self.limits[limit], start, today)

    def _deadlines(self, start: date, today: date) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for ident in self.limits:
            try:
                found[ident] = self._deadline(ident, start, today).as_json()
            except InputError as error:
                found[ident] = {"error": str(error)}
        return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for: all that is made here stays, and going through it again and again is a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"应为日期（年-月-日），这里是 {text!r}") from None


def _answered(work: Callable[[], dict[str, Any]]) -> str:
    try:
        return _text(work())
    except InputError as error:
        return _text({"error": str(error)})


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
