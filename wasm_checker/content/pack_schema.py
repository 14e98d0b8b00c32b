"""The shape of pack.json, the rule pack: what `pack` writes and the rule core reads."""

from __future__ import annotations

from typing import Literal

from policies.engine.schema.instrument import Implication
from policies.engine.schema.rule import Rule
from policies.engine.schema.timelimit import Limit
from wasm_checker.content.diagram_schema import CalendarData
from wasm_checker.content.sparse import Published


class PackFact(Published):
    """`values`: the members of an enum in their order, `labels`: what each is called; what is left out is as policies/ has it."""

    id: str
    question: str | None = None
    text: str
    type: Literal["bool", "enum", "int", "date"]
    values: list[str] | None = None
    labels: dict[str, str] | None = None
    known_by: Literal["person", "organ", "both"]
    provision: str | None = None
    in_hand: bool | None = None
    papers: list[str] | None = None
    examples: str | None = None
    unwritten: str | None = None


class Pack(Published):
    version: Literal[2]
    facts: list[PackFact]
    implications: list[Implication]
    rules: list[Rule]
    limits: list[Limit]
    calendar: CalendarData
