"""What situations.yaml names exists, and where it says that the texts are silent, their cells say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policies.engine.checks.values import unfit
from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.cell import Cell
from policies.engine.schema.instrument import Fact, Option
from policies.engine.schema.situations import STAGE, Said, Silence, Situation, names
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/situations.yaml"
Found = Iterator[tuple[Loc, str]]
_CLAIMS = re.compile(r"[。；：\n]")
_ABSENT = ("没有写", "未规定")


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    dimensions = {dimension.id for dimension in library.vocabulary.dimensions}
    for index, situation in enumerate(library.vocabulary.situations.situations):
        found = [*_found(library, situation, facts, dimensions), *unsaid(library, situation.says, ("says",))]
        yield from (files[FILE].problem(("situations", index, *loc), message) for loc, message in found)


def _found(library: Library, situation: Situation, facts: Mapping[str, Fact], dimensions: set[str]) -> Found:
    for ident, value in situation.sets.items():
        yield from ((("sets", ident), message) for message in unfit(facts, ident, value))
    options = stage_options(library)
    for at, stage in enumerate(situation.stages):
        if not any(names(option, stage) for option in options):
            yield ("stages", at), f"问责阶段那一题没有“{stage}”这个选项"
    rules = {rule.id: rule.kind for rule in library.rules}
    for at, rule in enumerate(situation.leaves):
        if rules.get(rule) not in situation.kinds:
            yield ("leaves", at), f"看的规则里没有“{rule}”"
    for at, row in enumerate(situation.rows):
        if row not in dimensions:
            yield ("rows", at), f"没有“{row}”这个维度"
    for at, ident in enumerate(situation.beside.facts if situation.beside else []):
        if ident not in facts or facts[ident].type != "bool":
            yield ("beside", "facts", at), f"“{ident}”不是有无之问"


def stage_options(library: Library) -> list[Option]:
    return next((question.options for question in library.vocabulary.questions if question.id == STAGE), [])


def unsaid(library: Library, says: list[Said], base: Loc) -> Found:
    """Each silence that its cell does not show."""
    cells = {
        (instrument.id, dimension): cell
        for instrument in library.compared
        for dimension, cell in instrument.cells.items()
    }
    for index, said in enumerate(says):
        for at, silence in enumerate(said.silence):
            loc: Loc = (*base, index, "silence", at)
            cell = cells.get((silence.instrument, silence.dimension))
            if cell is None:
                yield loc, f"没有 {silence.instrument} 的“{silence.dimension}”这个单元格"
            elif not shows(cell, silence):
                what = f"“{silence.words}”没有写" if silence.words else "未规定"
                yield loc, f"{silence.instrument} 的“{silence.dimension}”单元格没有说{what}"


def shows(cell: Cell, silence: Silence) -> bool:
    """Whether the cell says what `silence` rests on: that nothing is written, or of certain words that they are not."""
    if silence.words is None:
        return cell.status == "silent"
    claims = _CLAIMS.split(f"{cell.answer}\n{cell.note or ''}")
    return any(silence.words in claim and any(absent in claim for absent in _ABSENT) for claim in claims)
