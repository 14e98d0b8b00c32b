"""What is not finished says so, and says no more: no rule before an answer, no silence of a text that is not whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.errors import Problem
from policies.engine.library import Document, Instrument, Library
from policies.engine.schema.unfinished import NOT_OBTAINED
from policies.engine.yamlfile import YamlFile


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    for document in library.documents:
        for instrument in document.instruments:
            yield from _rules(document, instrument, files)
            file = files.get(f"policies/{document.slug}/cells/{instrument.id}.yaml")
            if file and not file.problems:
                yield from _cells(document, instrument, file)


def _rules(document: Document, instrument: Instrument, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Pages that show a rule show the answers of its instrument beside it."""
    begun = instrument.cells or (
        instrument.about.compared and not instrument.left
    )  # cells that could not be read are told of
    for rule in () if begun else instrument.rules:
        file = files[f"policies/{document.slug}/rules/{rule.id}.yaml"]
        yield file.problem(
            ("instrument",), f"“{instrument.id}”还没有一个编了码的单元格：先写 cells/{instrument.id}.yaml，再写规则"
        )


def _cells(document: Document, instrument: Instrument, file: YamlFile) -> Iterator[Problem]:
    lacks = [one.place for one in instrument.provisions if one.missing]
    whole = not lacks and all(one.about.obtained for one in document.instruments)
    for dimension, why in instrument.left.items():
        if why == "not_obtained" and whole:
            yield file.problem(
                (dimension, "status"),
                "这份文件没有未取得的条款项，也没有未取得的文书：没有编码的写 pending，没有写到的写 silent",
            )
    for dimension, cell in instrument.cells.items():
        if lacks and cell.status == "silent" and NOT_OBTAINED not in (cell.note or ""):
            yield file.problem(
                (dimension, "note"),
                f"{'、'.join(lacks)}未取得，不能断定没有写：写 {{status: not_obtained}}，或者在 note 里说明“{NOT_OBTAINED}”的部分为什么不会写到",
            )
