"""What our own sentences say must be borne out by the words they rest on: numbers, days, names, and how binding it is.

Which sentences are ours, and on which words each rests; borne_out.py compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from policies.engine.checks import borne_out
from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.schema.instrument import Cell
from policies.engine.schema.rule import Rule
from policies.engine.schema.timelimit import UNITS, Limit
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]

_PLACE = re.compile(
    r"第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?(?:第（[一二三四五六七八九十]+）项)?"
)
_HEADS = frozenset({"head", "closing", "print_line", "lead", "preamble", "chrome"})
_MINDED = {"may": "可以", "must": "应当"}


@dataclass(frozen=True)
class Sentence:
    """`quoted`: the words it rests on. `around`: the words in which its numbers, days and titles may stand as well."""

    loc: Loc
    text: str
    quoted: str
    around: str
    binding: bool = True


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    guard = _Guard(library)
    for name, file in files.items():
        for sentence in guard.sentences(PurePosixPath(name)):
            yield from (file.problem(sentence.loc, message) for message in guard.unborne(sentence))
        for loc, message in guard.other(PurePosixPath(name)):
            yield file.problem(loc, message)


class _Guard:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.printed = {provision.id: f"{provision.printed}\n{provision.text}" for provision in library.provisions}
        self.bodies = re.compile("|".join(sorted(library.vocabulary.bodies, key=len, reverse=True)))
        self.readings = {
            ident: f"{reading.question}{reading.alternatives}{reading.adopted}{reading.reason}"
            for ident, reading in library.vocabulary.readings.items()
        }

    def sentences(self, path: PurePosixPath) -> Iterator[Sentence]:
        """Ours in one file, with what bears them out."""
        for document in self.library.documents:
            if document.slug not in path.parts:
                continue
            if path.name == "limits.yaml":
                for index, limit in enumerate(document.limits):
                    yield from self._of_limit(("limits", index), limit, document)
            for instrument in document.instruments:
                if path.parent.name == "cells" and path.stem == instrument.id:
                    for dimension, cell in instrument.cells.items():
                        yield from self._of_cell(dimension, cell, document)
                for rule in instrument.rules:
                    if path.parent.name == "rules" and path.stem == rule.id:
                        yield from self._of_rule(rule, document)

    def _of_cell(self, dimension: str, cell: Cell, document: Document) -> Iterator[Sentence]:
        quoted = "\n".join(quote.quote for quote in cell.citations)
        whole = self._whole(document)
        titles = re.findall("《[^》]+》", whole)  # a paper that the text names is named anywhere
        named = "\n".join([*cell.external, *titles, self._readings(cell.readings)])
        heads = "\n".join(self._heads(document))
        yield Sentence((dimension, "answer"), cell.answer, f"{quoted}\n{heads}", named)
        if cell.note:
            yield Sentence((dimension, "note"), cell.note, f"{quoted}\n{whole}", named, binding=False)

    def _of_rule(self, rule: Rule, document: Document) -> Iterator[Sentence]:
        whole = self._whole(document)
        for index, effect in enumerate(rule.effects):
            quoted = self._cited(effect.provision, effect.text, document)
            yield Sentence(("effects", index, "text"), effect.text, quoted, self._readings(effect.readings))
        for key, reminders in (("no_timing", [rule.no_timing]), ("reminders", rule.reminders)):
            for index, reminder in enumerate(reminders):
                loc: Loc = (key, "text") if key == "no_timing" else (key, index, "text")
                if reminder:
                    yield Sentence(loc, reminder.text, whole, self._readings(reminder.readings), binding=False)
        if rule.application:
            asked = rule.application
            quoted = f"{asked.quote}\n{self.printed[asked.provision]}"
            for field in ("title", "addressee", "asks"):
                yield Sentence(("application", field), getattr(asked, field), quoted, self._readings(asked.readings))
        if rule.caveat:
            yield Sentence(("caveat",), rule.caveat, whole, "", binding=False)

    def _of_limit(self, loc: Loc, limit: Limit, document: Document) -> Iterator[Sentence]:
        whole = self._whole(document)
        for field in ("who", "does", "open", "note"):
            if text := getattr(limit, field):
                yield Sentence((*loc, field), text, whole, self._readings(limit.readings), binding=False)
        if limit.missed:
            quoted = f"{limit.missed.quote}\n{self.printed[limit.missed.provision]}"
            yield Sentence((*loc, "missed", "text"), limit.missed.text, quoted, self._readings(limit.readings))

    def _cited(self, provision: str, text: str, document: Document) -> str:
        """The provision, what it stands under, and every other of its instrument that the sentence names by its number."""
        named = set(_PLACE.findall(text))
        own = provision.split("/", maxsplit=1)[0]
        also = (
            f"{each.printed}\n{each.text}"
            for instrument in document.instruments
            if instrument.id == own
            for each in instrument.provisions
            if provision.startswith(f"{each.id}/") or any(each.place.startswith(place) for place in named)
        )
        return "\n".join([self.printed[provision], *also])

    def _heads(self, document: Document) -> Iterator[str]:
        for instrument in document.instruments:
            for provision in instrument.provisions:
                if provision.id.split("/")[1] in _HEADS:
                    yield f"{provision.printed}\n{provision.text}"

    def _whole(self, document: Document) -> str:
        return "\n".join(self.printed[p.id] for instrument in document.instruments for p in instrument.provisions)

    def _readings(self, idents: list[str]) -> str:
        return "".join(self.readings.get(ident, "") for ident in idents)

    def unborne(self, sentence: Sentence) -> Iterator[str]:
        return borne_out.unborne(sentence.text, sentence.quoted, sentence.around, self.bodies, binding=sentence.binding)

    def other(self, path: PurePosixPath) -> Found:
        """Fields that are no sentences: how binding an effect is, how long a limit, a paper's number and day."""
        for document in self.library.documents:
            if document.slug not in path.parts:
                continue
            if path.name == "limits.yaml":
                yield from _measures(document)
            if path.name == "document.yaml":
                yield from self._numbers(document)
            for instrument in document.instruments:
                for rule in instrument.rules:
                    if path.parent.name == "rules" and path.stem == rule.id:
                        yield from self._minded(rule, document)

    def _minded(self, rule: Rule, document: Document) -> Found:
        for index, effect in enumerate(rule.effects):
            words = effect.quote or self._cited(effect.provision, effect.text, document)
            said = {name for name, modal in borne_out.MODAL.items() if modal.search(words)}
            other = {"may": "must", "must": "may"}[effect.modality]
            if _MINDED[other] in said and _MINDED[effect.modality] not in said:
                yield ("effects", index, "modality"), f"原文写的是“{_MINDED[other]}”，不应为 {effect.modality}"

    def _numbers(self, document: Document) -> Found:
        whole = borne_out.plain("\n".join(self._heads(document)) + self._whole(document))
        for index, instrument in enumerate(document.instruments):
            for field in ("number", "dated"):
                for word in borne_out.exact(getattr(instrument.about, field) or ""):
                    if not borne_out.stands(word, whole):
                        yield ("instruments", index, field), f"“{word}”在原文里没有"


def _measures(document: Document) -> Found:
    for index, limit in enumerate(document.limits):
        if (
            limit.length
            and limit.unit
            and not borne_out.stands(f"{limit.length}{UNITS[limit.unit]}", borne_out.plain(limit.quote))
        ):
            yield ("limits", index, "length"), f"引文里没有“{limit.length}{UNITS[limit.unit]}”"
