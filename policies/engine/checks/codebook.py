"""The codebook of values has every dimension, no other, and for each a few values that can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine import meant
from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.values import ValuesFile
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/values.yaml"
FEWEST, MOST = 2, 8
Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    yield from (files[FILE].problem(loc, message) for loc, message in _found(library))


def unused(library: Library, files: Mapping[str, YamlFile], *, coded: bool = True) -> Iterator[Problem]:
    """Values that no cell takes. Only where every cell could be read; with `coded`, only of rows that are coded whole."""
    open_ = {dimension for one in library.instruments for dimension, why in one.left.items() if why == "pending"}
    used = {
        (dimension, value)
        for instrument in library.compared
        for dimension, cell in instrument.cells.items()
        for value in cell.values
    }
    for dimension, of in library.vocabulary.values.dimensions.items():
        if coded and dimension in open_:
            continue
        for at, value in enumerate(of.values):
            if (dimension, value.id) not in used:
                yield files[FILE].problem(
                    ("dimensions", dimension, "values", at, "id"), "没有一个单元格取这个值，请删去"
                )
        for at, ident in enumerate(of.common):
            if (dimension, ident) not in used:
                yield files[FILE].problem(("dimensions", dimension, "common", at), "没有一个单元格取这个值，请删去")


def _found(library: Library) -> Found:
    book = library.vocabulary.values
    dimensions = [dimension.id for dimension in library.vocabulary.dimensions]
    for ident in book.dimensions:
        if ident not in dimensions:
            yield (
                ("dimensions", ident),
                meant.unknown(ident, "这个维度", (one.id for one in library.vocabulary.dimensions)),
            )
        else:
            yield from _dimension(book, ident)
    for ident in dimensions:
        if ident not in book.dimensions:
            yield ("dimensions",), f"缺少维度“{ident}”的取值"


def _dimension(book: ValuesFile, ident: str) -> Found:
    loc, of = ("dimensions", ident), book.dimensions[ident]
    common = {value.id: value.label for value in book.common}
    count = len(of.values) + len(of.common)
    if not FEWEST <= count <= MOST:
        yield loc, f"应有 {FEWEST} 至 {MOST} 个取值（连同 common），这里是 {count} 个"
    ids: set[str] = set(common)
    labels = {common[each] for each in of.common}
    for at, value in enumerate(of.values):
        if value.id in ids:
            yield (*loc, "values", at, "id"), f"取值“{value.id}”已经写过，或者是 common 里的"
        if value.label in labels:
            yield (*loc, "values", at, "label"), f"名称“{value.label}”已经写过，分不开"
        ids.add(value.id)
        labels.add(value.label)
    for at, each in enumerate(of.common):
        if each in of.common[:at]:
            yield (*loc, "common", at), f"取值“{each}”已经写过"
