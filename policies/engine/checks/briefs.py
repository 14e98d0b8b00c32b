"""The coded answer of every cell: values of its dimension's codebook, and a brief that says no more than the text.

A cell that answers nothing says so, and says where another instrument of its document answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from policies.engine.checks.modal import Modal
from policies.engine.errors import Problem
from policies.engine.library import Document, Instrument, Library
from policies.engine.schema.cell import Cell
from policies.engine.schema.values import CommonValue
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]
# How much a word binds. A brief may name what its words name, or bind less; of the other kinds it names only what they name.
BINDING = {"may": 1, "call": 2, "must": 3, "forbid": 3}
DISCRETION = "裁量"  # opens the answers that only allow
_NO_ANSWER: AbstractSet[str] = frozenset({"silent", "sibling", "not-applicable"})
_POINTS = re.compile(r"(?<![意另散])见(?:本件)?(?P<where>.*)")
_NUMBER = r"(?:[一二三四五六七八九十百]+|\d+)"
_ARTICLES = re.compile(rf"(?P<head>.*?)第?(?P<numbers>{_NUMBER}(?:、{_NUMBER})*)(?P<unit>[条项])")
_ITEMS = re.compile(r"(?P<head>[^（]*)(?P<items>(?:（[^）]+）)+)")


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Cells of dimensions that the codebook has not, or that could not be read, have been told already."""
    checker = _Checker(library)
    for document in library.documents:
        for instrument in document.instruments:
            file = files.get(f"policies/{document.slug}/cells/{instrument.id}.yaml")
            for dimension, cell in instrument.cells.items():
                if file and dimension in library.vocabulary.values.dimensions:
                    for loc, message in checker.cell(document, instrument, dimension, cell):
                        yield file.problem((dimension, *loc), message)


def places(where: str) -> list[str]:
    """The places that a few words name: 容错办法第五、六条 → 容错办法第五条 and 容错办法第六条; 措施（一）（二） → 措施（一） and 措施（二）."""
    if match := _ARTICLES.fullmatch(where):
        return [f"{match['head']}第{number}{match['unit']}" for number in match["numbers"].split("、")]
    if match := _ITEMS.fullmatch(where):
        return [f"{match['head']}{item}" for item in re.findall("（[^）]+）", match["items"])]
    return [where]


def overreach(brief: str, words: str, modal: Modal) -> Iterator[str]:
    """The words of a brief that bind more than the words it rests on, or that these do not have."""
    there = modal.kinds(words).keys()
    strongest = max((BINDING.get(kind, 0) for kind in there), default=0)
    for kind, word in modal.kinds(brief).items():
        if BINDING[kind] > strongest if kind in BINDING else kind not in there:
            yield word


class _Target(NamedTuple):
    """A place in another instrument of the document."""

    instrument: Instrument
    printed: str


class _Checker:
    def __init__(self, library: Library) -> None:
        self.book = library.vocabulary.values
        self.modal = Modal(library.vocabulary.lexicon.modals)

    def cell(self, document: Document, instrument: Instrument, dimension: str, cell: Cell) -> Found:
        """What is wrong with one cell, by its field."""
        wrong = list(self._values(dimension, cell))
        yield from wrong
        if wrong:
            return  # what its value stands for is not known
        siblings = [each for each in document.instruments if each.cells and each.id != instrument.id]
        targets, missing = _pointed(siblings, cell.brief)
        common = next((value for value in self.book.common if value.id == cell.values[0]), None)
        yield from self._opening(cell, common)
        yield from self._status(dimension, cell)
        if missing:
            yield ("brief",), f"同件的另一份文书里没有“{missing}”"
        elif cell.value == "sibling" and not targets:
            yield ("brief",), "没有写明见哪一份的哪一条"
        for each in dict.fromkeys(target.instrument.id for target in targets):
            yield from _answered(next(one for one in siblings if one.id == each), dimension)
        if common and common.id in {"silent", "not-applicable"} and not self.book.dimensions[dimension].apart:
            yield from self._answered_elsewhere(siblings, dimension)
        words = "\n".join([*(quote.quote for quote in cell.citations), *(target.printed for target in targets)])
        for word in overreach(cell.brief, words, self.modal):
            yield ("brief",), f"写了“{word}”，比引文说得重，或者引文没有这样的词"
        if cell.answer.startswith(DISCRETION) and "may" not in self.modal.kinds(cell.brief):
            yield ("brief",), f"answer 以“{DISCRETION}”开头，brief 要写出“可”“可以”一类的词"

    def _values(self, dimension: str, cell: Cell) -> Found:
        allowed = self.book.allowed(dimension)
        listed = isinstance(cell.value, list)
        for at, ident in enumerate(cell.values):
            loc: Loc = ("value", at) if listed else ("value",)
            if ident not in allowed:
                yield loc, f"“{dimension}”没有“{ident}”这个取值，应为 {'、'.join(allowed)} 之一"
            elif ident in cell.values[:at]:
                yield loc, f"取值“{ident}”写了两次"
            elif len(cell.values) > 1 and isinstance(allowed[ident], CommonValue):
                yield loc, f"“{ident}”不与别的取值并列"
        if listed and not self.book.dimensions[dimension].several:
            yield ("value",), f"“{dimension}”只取一个值，不写成列表"

    def _opening(self, cell: Cell, common: CommonValue | None) -> Found:
        if common is None:
            for value in self.book.common:
                if cell.brief.startswith(value.opens):
                    yield ("brief",), f"“{value.opens}”开头的，value 应为 {value.id}"
        elif common.opens == common.label != cell.brief:
            yield ("brief",), f"value 为 {common.id} 的，应写“{common.opens}”"
        elif not cell.brief.startswith(common.opens):
            yield ("brief",), f"value 为 {common.id} 的，应以“{common.opens}”开头"

    def _status(self, dimension: str, cell: Cell) -> Found:
        allowed = self.book.allowed(dimension)
        for ident in cell.values:
            if cell.status not in (fitting := allowed[ident].statuses):
                yield ("value",), f"取“{ident}”的，status 应为 {'、'.join(fitting)} 之一，这里是 {cell.status}"

    def _answered_elsewhere(self, siblings: list[Instrument], dimension: str) -> Found:
        common = {value.id for value in self.book.common}
        for sibling in siblings:
            if dimension in sibling.cells and not common & set(sibling.cells[dimension].values):
                title = sibling.about.title
                yield (
                    ("value",),
                    f"同件的《{title}》写了这一点：value 应为 sibling，brief 写“见本件……”；各答各的，在 values.yaml 写 apart: true",
                )


def _pointed(siblings: list[Instrument], brief: str) -> tuple[list[_Target], str]:
    """The places in other instruments that a brief points to, and the first that does not exist."""
    match = _POINTS.search(brief)
    if not match:
        return [], ""
    known = {
        f"{sibling.about.called or ''}{provision.place}": _Target(sibling, f"{provision.printed}\n{provision.text}")
        for sibling in siblings
        for provision in sibling.provisions
    }
    named = places(match["where"])
    return [known[name] for name in named if name in known], next((name for name in named if name not in known), "")


def _answered(sibling: Instrument, dimension: str) -> Found:
    cell = sibling.cells.get(dimension)
    if cell and set(cell.values) & _NO_ANSWER:
        yield ("brief",), f"《{sibling.about.title}》也没有答这一点，不能指到那里"
