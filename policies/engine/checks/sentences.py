"""What our own sentences say must be borne out by the words they rest on: numbers, days, names, and how binding it is.

Which sentences are ours, and on which words each rests; borne_out.py compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath

from policies.engine.checks import borne_out
from policies.engine.checks.borne_out import Words
from policies.engine.checks.modal import CLASSES, Modal
from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.schema.cell import Cell
from policies.engine.schema.rule import Rule
from policies.engine.schema.situations import Said
from policies.engine.schema.timelimit import UNITS, Limit
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]

_PLACE = re.compile(
    r"第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?(?:第（[一二三四五六七八九十]+）项)?"
)
_HEADS = frozenset({"head", "closing", "print_line", "lead", "preamble", "chrome"})


@dataclass(frozen=True)
class Sentence:
    """`quoted`: the words it rests on. `around`: the words in which its numbers, days and titles may stand as well.

    `places`: what it may name by number and thereby rest on too, by place.
    """

    loc: Loc
    text: str
    quoted: str
    around: str
    binding: bool = True
    places: Mapping[str, str] = field(default_factory=dict)


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    guard = _Guard(library)
    for name, file in files.items():
        for sentence in chain(guard.shared(PurePosixPath(name)), guard.sentences(PurePosixPath(name))):
            yield from (file.problem(sentence.loc, message) for message in guard.unborne(sentence))
        for loc, message in guard.other(PurePosixPath(name)):
            yield file.problem(loc, message)


class _Guard:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.printed = {provision.id: f"{provision.printed}\n{provision.text}" for provision in library.provisions}
        bodies = re.compile("|".join(sorted(library.vocabulary.bodies, key=len, reverse=True)))
        self.words = Words(bodies, Modal(library.vocabulary.lexicon.modals))
        self.readings = {
            ident: f"{reading.question}{reading.alternatives}{reading.adopted}{reading.reason}"
            for ident, reading in library.vocabulary.readings.items()
        }

        # What may stand between quotation marks: words of any text or reading, and the names of our own rows and verdicts.
        titles = [each.title for each in (*library.vocabulary.dimensions, *library.vocabulary.verdicts)]
        words = [*self.printed.values(), *self.readings.values(), *titles]
        self.quotable = borne_out.plain("\n".join(words)).replace("‘", "“").replace("’", "”")

    def sentences(self, path: PurePosixPath) -> Iterator[Sentence]:
        """Ours in one file, with what bears them out."""
        for document in self.library.documents:
            if document.slug not in path.parts:
                continue
            if path.name == "limits.yaml":
                for index, limit in enumerate(document.limits):
                    yield from self._of_limit(("limits", index), limit)
            for instrument in document.instruments:
                if path.parent.name == "cells" and path.stem == instrument.id:
                    for dimension, cell in instrument.cells.items():
                        yield from self._of_cell(dimension, cell, document)
                for rule in instrument.rules:
                    if path.parent.name == "rules" and path.stem == rule.id:
                        yield from self._of_rule(rule, document)

    def shared(self, path: PurePosixPath) -> Iterator[Sentence]:
        """Ours in a file that all documents share."""
        return (self._of_said(loc, said) for loc, said in self._all_said(path.name))

    def _all_said(self, name: str) -> Iterator[tuple[Loc, Said]]:
        vocabulary = self.library.vocabulary
        if name == "situations.yaml":
            for index, situation in enumerate(vocabulary.situations.situations):
                yield from ((("situations", index, "says", at), said) for at, said in enumerate(situation.says))
        elif name == "offers.yaml":
            table = vocabulary.offers
            yield from ((("elsewhere", "says", at), said) for at, said in enumerate(table.elsewhere.says))
            for slug, instead in table.drafts.items():
                yield from ((("drafts", slug, "says", at), said) for at, said in enumerate(instead.says))

    def _of_said(self, loc: Loc, said: Said) -> Sentence:
        """What rests on cells is borne out by their own sentences, which are compared with the text where they stand."""
        if said.provision:
            quoted, places = self._standing(said.provision), self._places(said.provision)
            document = self.library.instrument(said.provision.split("/", maxsplit=1)[0]).document
            titles = self._titles(next(each for each in self.library.documents if each.slug == document))
            return Sentence((*loc, "text"), said.text, quoted, "\n".join(titles), places=places)
        cells = [self.library.instrument(each.instrument).cells[each.dimension] for each in said.silence]
        words = [f"{cell.answer}{cell.note or ''}" for cell in cells]
        return Sentence((*loc, "text"), said.text, "\n".join([*words, self._readings([said.reading or ""])]), "", False)

    def _of_cell(self, dimension: str, cell: Cell, document: Document) -> Iterator[Sentence]:
        quoted = "\n".join(quote.quote for quote in cell.citations)
        named = "\n".join([*cell.external, *self._titles(document), self._readings(cell.readings)])
        heads = "\n".join(self._heads(document))
        yield Sentence((dimension, "answer"), cell.answer, f"{quoted}\n{heads}", named)
        # How binding a brief is, briefs.py compares: a few words of it are no sentence.
        yield Sentence((dimension, "brief"), cell.brief, f"{quoted}\n{cell.answer}\n{heads}", named, binding=False)
        if cell.note:
            yield Sentence((dimension, "note"), cell.note, f"{quoted}\n{self._whole(document)}", named, binding=False)

    def _of_rule(self, rule: Rule, document: Document) -> Iterator[Sentence]:
        titles = "\n".join(self._titles(document))
        for index, effect in enumerate(rule.effects):
            quoted = self._standing(effect.provision)
            yield Sentence(
                ("effects", index, "text"),
                effect.text,
                quoted,
                titles + self._readings(effect.readings),
                places=self._places(effect.provision),
            )
        for key, reminders in (("no_timing", [rule.no_timing]), ("reminders", rule.reminders)):
            for index, reminder in enumerate(reminders):
                loc: Loc = (key, "text") if key == "no_timing" else (key, index, "text")
                if reminder:
                    quoted = self._standing(reminder.provision)
                    yield Sentence(
                        loc,
                        reminder.text,
                        quoted,
                        titles + self._readings(reminder.readings),
                        places=self._places(reminder.provision),
                    )
        if rule.application:
            asked = rule.application
            quoted = f"{asked.quote}\n{self.printed[asked.provision]}"
            for name in ("title", "addressee", "asks"):
                yield Sentence(("application", name), getattr(asked, name), quoted, self._readings(asked.readings))
        if rule.assumes:
            yield Sentence(("assumes", "text"), rule.assumes.text, self._standing(rule.assumes.provision), "")
        if rule.caveat:
            yield Sentence(("caveat",), rule.caveat, self._whole(document), "", binding=False)

    def _of_limit(self, loc: Loc, limit: Limit) -> Iterator[Sentence]:
        for name in ("who", "does", "open", "note"):
            if text := getattr(limit, name):
                quoted = self._standing(limit.provision)
                yield Sentence(
                    (*loc, name),
                    text,
                    quoted,
                    self._readings(limit.readings),
                    binding=False,
                    places=self._places(limit.provision),
                )
        if limit.missed:
            quoted = f"{limit.missed.quote}\n{self.printed[limit.missed.provision]}"
            yield Sentence((*loc, "missed", "text"), limit.missed.text, quoted, self._readings(limit.readings))

    def _standing(self, provision: str) -> str:
        """The provision with all that it stands under."""
        steps = provision.split("/")
        above = ("/".join(steps[:end]) for end in range(2, len(steps) + 1))
        return "\n".join(self.printed[each] for each in above if each in self.printed)

    def _places(self, provision: str) -> dict[str, str]:
        """The instrument's provisions by their place."""
        own = self.library.instrument(provision.split("/", maxsplit=1)[0])
        return {each.place: self.printed[each.id] for each in own.provisions}

    def _heads(self, document: Document) -> Iterator[str]:
        for instrument in document.instruments:
            for provision in instrument.provisions:
                if provision.id.split("/")[1] in _HEADS:
                    yield f"{provision.printed}\n{provision.text}"

    def _whole(self, document: Document) -> str:
        return "\n".join(self.printed[p.id] for instrument in document.instruments for p in instrument.provisions)

    def _titles(self, document: Document) -> list[str]:
        """A paper that the document names, or is, may be named in any sentence on it."""
        return [
            *re.findall("《[^》]+》", self._whole(document)),
            *(instrument.about.title for instrument in document.instruments),
        ]

    def _readings(self, idents: list[str]) -> str:
        return "".join(self.readings.get(ident, "") for ident in idents)

    def unborne(self, sentence: Sentence) -> Iterator[str]:
        for claim in borne_out.claims(sentence.text):
            named = [
                words
                for place, words in sentence.places.items()
                if any(place.startswith(number) for number in _PLACE.findall(claim))
            ]
            quoted = "\n".join([sentence.quoted, *named])
            yield from borne_out.unborne(claim, quoted, sentence.around, self.words, binding=sentence.binding)
            yield from borne_out.misquoted(claim, self.quotable)

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
                        yield from self._minded(rule)

    def _minded(self, rule: Rule) -> Found:
        """An effect binds as the text does, and as its own sentence does."""
        for index, effect in enumerate(rule.effects):
            own, other = CLASSES[effect.modality], CLASSES[{"may": "must", "must": "may"}[effect.modality]]
            for whose, words in (("原文", effect.quote or self._standing(effect.provision)), ("这句话", effect.text)):
                said = self.words.modal.binds(borne_out.plain(words))
                if other in said and own not in said:
                    yield ("effects", index, "modality"), f"{whose}写的是“{other}”，不应为 {effect.modality}"
                    break

    def _numbers(self, document: Document) -> Found:
        whole = borne_out.plain("\n".join(self._heads(document)) + self._whole(document))
        for index, instrument in enumerate(document.instruments):
            for name in ("number", "dated"):
                for word in borne_out.exact(getattr(instrument.about, name) or ""):
                    if not borne_out.stands(word, whole):
                        yield ("instruments", index, name), f"“{word}”在原文里没有"


def _measures(document: Document) -> Found:
    for index, limit in enumerate(document.limits):
        if (
            limit.length
            and limit.unit
            and not borne_out.stands(f"{limit.length}{UNITS[limit.unit]}", borne_out.plain(limit.quote))
        ):
            yield ("limits", index, "length"), f"引文里没有“{limit.length}{UNITS[limit.unit]}”"
