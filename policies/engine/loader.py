"""Reads policies/ into a Library: every file against its shape, then every name against every other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from policies.engine import cells, locations, messages, texts, yamlfile
from policies.engine.checks import (
    briefs,
    circumstances,
    codebook,
    consistency,
    corrections,
    leads,
    lexicon,
    offers,
    procedures,
    readings,
    sentences,
    situations,
    statements,
    unfinished,
)
from policies.engine.errors import DataError, Problem, shown
from policies.engine.library import Document, Instrument, Library
from policies.engine.schema.case import Case, CasesFile
from policies.engine.schema.document import DocumentFile, InstrumentFile
from policies.engine.schema.instrument import DefectsFile, Fact, LocalFactsFile, TextFile
from policies.engine.schema.procedure import ProcedureFile
from policies.engine.schema.rule import Rule, UnencodedFile
from policies.engine.schema.timelimit import LimitsFile
from policies.engine.vocabulary import read_vocabulary
from policies.engine.yamlfile import YamlFile

M = TypeVar("M", bound=BaseModel)
HERE = Path(__file__).parent.parent


def load(root: Path = HERE) -> Library:
    """The library under `root`. Raises DataError with every problem of every file at once."""
    return read(root)[0]


def read(root: Path = HERE) -> tuple[Library, Mapping[str, YamlFile]]:
    """The same, with its files by their names from the project's root, which know where everything stands."""
    reader = _Reader(root)
    return reader.library(), reader.files


def read_cases(text: str, name: str) -> Any:
    """The plain content of a file of cases in YAML. Raises DataError with the first thing wrong in its writing."""
    file = yamlfile.parse(text, name)
    if file.problems:
        raise DataError(file.problems)
    return file.data


class _Reader:
    """Collects problems while it reads, so that one run tells all of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.files: dict[str, YamlFile] = {}

    def library(self) -> Library:
        folder = self.root / "vocabulary"
        vocabulary = read_vocabulary(lambda name, model: self._read(folder / name, model))
        folders = sorted({path.parent for path in self.root.glob("*/*.yaml")} - {self.root / "vocabulary"})
        dimensions = [one.id for one in vocabulary.dimensions] if vocabulary else []
        documents = [self._document(folder, dimensions) for folder in folders]
        facts = [self._local_facts(folder) for folder in folders]
        if vocabulary is None or None in documents or None in facts:
            raise DataError(self.problems)  # what names stand for is not known, so that they cannot be checked
        library = Library(
            tuple(sorted(filter(None, documents), key=lambda document: (document.order, document.slug))),
            replace(vocabulary, facts=(*vocabulary.facts, *(fact for local in facts for fact in local or ()))),
        )
        self.problems += consistency.problems(
            library, self.files, broken=frozenset(problem.file for problem in self.problems)
        )
        self.problems += lexicon.problems(library, self.files)
        self.problems += readings.problems(library, self.files)
        self.problems += corrections.problems(library, self.files)
        self.problems += circumstances.problems(library, self.files)
        self.problems += codebook.problems(library, self.files)
        self.problems += leads.problems(library, self.files)
        self.problems += briefs.problems(library, self.files)
        self.problems += unfinished.problems(library, self.files)
        if (
            not self.problems
        ):  # a rule that cannot be read wants no sentence; a cell that is not sound cannot show what is not written
            self.problems += codebook.unused(library, self.files)
            self.problems += statements.problems(library, self.files)
            self.problems += situations.problems(library, self.files)
            self.problems += offers.problems(library, self.files)
            self.problems += procedures.problems(library, self.files)
            self.problems += leads.quoted(library, self.files)
        if not self.problems:  # what cannot be found cannot bear anything out
            self.problems += sentences.problems(library, self.files)
        if self.problems:
            raise DataError(self.problems)
        return library

    def _read(self, path: Path, model: type[M]) -> M | None:
        file = self._yaml(path)
        return None if file.problems and file.data is None else self._validated(file, model)

    def _yaml(self, path: Path) -> YamlFile:
        name = shown(path, self.root)
        file = self.files[name] = yamlfile.read(path, name)
        self.problems += file.problems
        return file

    def _validated(self, file: YamlFile, model: type[M]) -> M | None:
        try:
            return model.model_validate(file.data)
        except ValidationError as error:
            self.problems += _said(file, (), error)
            return None

    def _local_facts(self, folder: Path) -> list[Fact] | None:
        path = folder / "facts.yaml"
        if not path.exists():
            return []
        file = self._read(path, LocalFactsFile)
        return file.facts if file else None

    def _limits(self, folder: Path) -> LimitsFile:
        path = folder / "limits.yaml"
        read = self._read(path, LimitsFile) if path.exists() else None
        return read or LimitsFile(limits=[])

    def _procedures(self, folder: Path) -> ProcedureFile:
        path = folder / "procedure.yaml"
        read = self._read(path, ProcedureFile) if path.exists() else None
        return read or ProcedureFile(procedures=[])

    def _unencoded(self, folder: Path) -> UnencodedFile:
        path = folder / "unencoded.yaml"
        read = self._read(path, UnencodedFile) if path.exists() else None
        return read or UnencodedFile(unencoded=[])

    def _document(self, folder: Path, dimensions: Sequence[str]) -> Document | None:
        about = self._read(folder / "document.yaml", DocumentFile)
        text = self._read(folder / "text.yaml", TextFile)
        defects = self._read(folder / "defects.yaml", DefectsFile)
        if not about:
            return None
        source = self._source(folder, about)
        placed = texts.Placed({})
        if text and defects and source is not None:
            name = shown(folder / "text.yaml", self.root)
            placed = texts.provisions(about.instruments, text, defects, source, self.files[name])
        self.problems += placed.problems
        rules = self._rules(folder)
        instruments = [
            self._instrument(folder, instrument, placed.of(instrument.id), rules, dimensions)
            for instrument in about.instruments
        ]
        limits = self._limits(folder)
        unencoded = self._unencoded(folder)
        taken = self._procedures(folder)
        self._report_strays(folder)
        if not (text and defects) or source is None:
            return None
        return Document(
            slug=folder.name,
            order=about.order,
            title=about.title,
            place=about.place,
            area=about.area,
            names=tuple(about.names),
            about=about.about,
            source=about.source,
            sha256=about.sha256,
            text=source,
            instruments=tuple(instruments),
            throughout=tuple(defects.throughout),
            limits=tuple(limits.limits),
            not_limits=tuple(limits.not_limits),
            unencoded=tuple(unencoded.unencoded),
            procedures=tuple(taken.procedures),
            dates=tuple(about.dates),
        )

    def _report_strays(self, folder: Path) -> None:
        """A misspelt file name would otherwise be a rule that silently does not count."""
        for room in ("cells", "rules", "cases"):
            for path in sorted((folder / room).glob("*.yaml")):
                if (name := shown(path, self.root)) not in self.files:
                    self.problems.append(
                        Problem(
                            name,
                            1,
                            "",
                            "没有用到这个文件：cells 里的文件名应是一份参加比较的文书的 id，cases 里的应是一套规则的 id",
                        )
                    )

    def _source(self, folder: Path, about: DocumentFile) -> str | None:
        path, file = folder / about.source, self.files[shown(folder / "document.yaml", self.root)]
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8")
        except OSError:
            self.problems.append(file.problem(("source",), f"找不到或打不开原件 {about.source}"))
            return None
        except UnicodeDecodeError:
            self.problems.append(file.problem(("source",), f"原件 {about.source} 不是 UTF-8 编码的文本"))
            return None
        digest = hashlib.sha256(raw).hexdigest()
        if digest != about.sha256:
            self.problems.append(file.problem(("sha256",), f"与原件不符，原件的 SHA-256 是 {digest}"))
        return text

    def _rules(self, folder: Path) -> list[tuple[Rule, tuple[Case, ...]]]:
        """Every rule of the document with the cases beside it."""
        paths = sorted((folder / "rules").glob("*.yaml"))
        rules = [(self._read(path, Rule), self._cases(folder / "cases" / path.name)) for path in paths]
        return [(rule, cases) for rule, cases in rules if rule]

    def _cases(self, path: Path) -> tuple[Case, ...]:
        cases = self._read(path, CasesFile) if path.exists() else None
        return cases.whole() if cases else ()

    def _instrument(
        self,
        folder: Path,
        about: InstrumentFile,
        provisions: texts.Provisions,
        rules: Sequence[tuple[Rule, tuple[Case, ...]]],
        dimensions: Sequence[str],
    ) -> Instrument:
        mine = [(rule, cases) for rule, cases in rules if rule.instrument == about.id]
        answers = self._cells(folder / "cells" / f"{about.id}.yaml", dimensions) if about.compared else cells.Read()
        return Instrument(
            about=about,
            document=folder.name,
            provisions=provisions,
            cells=answers.cells,
            rules=tuple(rule for rule, _ in mine),
            cases_of={rule.id: cases for rule, cases in mine},
            left=answers.left,
        )

    def _cells(self, path: Path, dimensions: Sequence[str]) -> cells.Read:
        """Without the file the instrument is read and not compared yet."""
        if not path.exists():
            return cells.none_yet(dimensions)
        read = cells.read(self._yaml(path))
        self.problems += read.problems
        return read


def _said(file: YamlFile, base: yamlfile.Loc, error: ValidationError) -> list[Problem]:
    return [
        file.problem((*base, *locations.written(found["loc"])), messages.chinese(found))
        for found in error.errors(include_url=False)
    ]
