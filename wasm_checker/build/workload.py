"""Calls of the core's service that together do whatever the page may ask of it: what the lean runtime is cut to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from policies import Library
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.deadlines import limits_of
from wasm_checker.core.assess import Core

Call = tuple[str, ...]
# Cases are much alike: of so many one is judged, and of so many one explained under every rule. With every case and every 15th the module
# comes out the same to the byte, and takes six times as long. The tests then run the cases that were never tried.
JUDGED, EXPLAINED = 10, 100
# A feast's days off, a year's end, a year not announced, before and after the calendar, and what is no day at all
DAYS = ("2017-09-27", "2019-01-30", "2026-12-31", "2034-12-23", "1999-01-01", "2098-01-01", "2026-02-30", "x", "")
ODD: tuple[dict[str, object], ...] = (
    {},
    {"nobody": True},
    {"private_gain": "yes"},
    {"private_gain": "organ"},
    {"private_gain": None},
    {"private_gain": 1.5},
    {"workdays_since_start": -1},
    {"workdays_since_start": 10**12},
    {"application_date": "2099-01-01"},
    {"accountability_start_date": "2034-12-23", "application_date": "2035-01-04"},
    {"accountability_start_date": "2034-12-23", "application_date": "2035-01-04", "workdays_since_start": 7},
    {"容错": ["纠错", {"a": "\U0001f600"}]},
)


def calls(library: Library) -> Iterator[Call]:
    """(method, its arguments as the worker gives them)"""
    pack = rule_pack(library)
    core = Core.from_pack(pack)
    written: list[Mapping[str, object]] = [
        case.facts for instrument in library.instruments for case in instrument.cases
    ]
    for facts in (*written[::JUDGED], *ODD):
        yield "assess", _text(facts)
    for facts in (*written[::EXPLAINED], {}):
        for rule in core.rules:
            yield "explain", _text(facts), rule
    for start in DAYS:
        yield "deadlines", start, "2017-10-10"
        for limit in limits_of(pack):
            yield "ics", limit, start, "2017-10-10", "容错申请 \U0001f600", "20170927T000000Z", "没有核实。"


def _text(facts: Mapping[str, object]) -> str:
    return json.dumps(dict(facts), ensure_ascii=False, separators=(",", ":"))
