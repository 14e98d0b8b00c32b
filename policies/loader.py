"""Reads policies/ into a Library: every file against its shape, then every name against every other."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from policies import check, messages, texts, yamlfile
from policies.errors import DataError, Problem, shown
from policies.library import Document, Instrument, Library, Vocabulary
from policies.schema import (
    CasesFile,
    Cell,
    DefectsFile,
    DimensionsFile,
    DocumentFile,
    DoubleCodingFile,
    Fact,
    FactsFile,
    InstrumentFile,
    ReadingsFile,
    Rule,
    TextFile,
    VerdictsFile,
)
from policies.yamlfile import YamlFile

M = TypeVar("M", bound=BaseModel)
HERE = Path(__file__).parent


def load(root: Path = HERE) -> Library:
    """The library under `root`. Raises DataError with every problem of every file at once."""
    return _Reader(root).library()


def read_cases(text: str, name: str) -> Any:
    """The plain content of a file of cases, JSON or YAML. Raises DataError with the first thing wrong in its writing."""
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
        vocabulary = self._vocabulary()
        folders = sorted(path.parent for path in self.root.glob("*/document.yaml"))
        documents = [document for folder in folders if (document := self._document(folder))]
        self._stop_at_problems()
        assert vocabulary is not None
        facts = (*vocabulary.facts, *(fact for folder in folders for fact in self._local_facts(folder)))
        self._stop_at_problems()
        library = Library(
            tuple(sorted(documents, key=lambda document: document.slug)),
            Vocabulary(**{**vocabulary.__dict__, "facts": facts}),
        )
        self.problems += check.problems(library, self.files)
        self._stop_at_problems()
        return library

    def _stop_at_problems(self) -> None:
        if self.problems:
            raise DataError(self.problems)

    def _read(self, path: Path, model: type[M]) -> M | None:
        file = self._yaml(path)
        return self._validated(file, model) if not file.problems else None

    def _yaml(self, path: Path) -> YamlFile:
        name = shown(path, self.root)
        file = self.files[name] = yamlfile.read(path, name)
        self.problems += file.problems
        return file

    def _validated(self, file: YamlFile, model: type[M]) -> M | None:
        try:
            return model.model_validate(file.data)
        except ValidationError as error:
            self.problems += [
                file.problem(yaml_loc(file, found["loc"]), messages.chinese(found)) for found in error.errors(include_url=False)
            ]
            return None

    def _vocabulary(self) -> Vocabulary | None:
        folder = self.root / "vocabulary"
        dimensions = self._read(folder / "dimensions.yaml", DimensionsFile)
        facts = self._read(folder / "facts.yaml", FactsFile)
        readings = self._read(folder / "readings.yaml", ReadingsFile)
        verdicts = self._read(folder / "verdicts.yaml", VerdictsFile)
        double_coding = self._read(folder / "double_coding.yaml", DoubleCodingFile)
        if not (dimensions and facts and readings and verdicts and double_coding):
            return None
        return Vocabulary(
            groups=tuple(dimensions.groups),
            statuses=tuple(dimensions.statuses),
            dimensions=tuple(dimensions.dimensions),
            questions=tuple(facts.questions),
            facts=tuple(facts.facts),
            implications=tuple(facts.implications),
            readings={reading.id: reading for reading in readings.readings},
            verdicts=tuple(verdicts.verdicts),
            double_coding=double_coding,
        )

    def _local_facts(self, folder: Path) -> list[Fact]:
        path = folder / "facts.yaml"
        file = self._read(path, FactsFile) if path.exists() else None
        return file.facts if file else []

    def _document(self, folder: Path) -> Document | None:
        about = self._read(folder / "document.yaml", DocumentFile)
        text = self._read(folder / "text.yaml", TextFile)
        defects = self._read(folder / "defects.yaml", DefectsFile)
        if not (about and text and defects):
            return None
        source = self._source(folder, about)
        provisions = texts.provisions(about.instruments, text, defects, source, self.files[shown(folder / "text.yaml", self.root)])
        self.problems += provisions.problems
        instruments = [
            self._instrument(folder, instrument, provisions.of(instrument.id)) for instrument in about.instruments
        ]
        return Document(
            slug=folder.name,
            title=about.title,
            place=about.place,
            area=about.area,
            about=about.about,
            source=about.source,
            sha256=about.sha256,
            text=source,
            instruments=tuple(instruments),
            throughout=tuple(defects.throughout),
        )

    def _source(self, folder: Path, about: DocumentFile) -> str:
        path, file = folder / about.source, self.files[shown(folder / "document.yaml", self.root)]
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            self.problems.append(file.problem(("source",), f"找不到原件 {about.source}"))
            return ""
        digest = hashlib.sha256(raw).hexdigest()
        if digest != about.sha256:
            self.problems.append(file.problem(("sha256",), f"与原件不符，原件的 SHA-256 是 {digest}"))
        return raw.decode("utf-8")

    def _instrument(self, folder: Path, about: InstrumentFile, provisions: texts.Provisions) -> Instrument:
        cells_path, rule_path, cases_path = (folder / room / f"{about.id}.yaml" for room in ("cells", "rules", "cases"))
        cases = self._read(cases_path, CasesFile) if cases_path.exists() else None
        return Instrument(
            about=about,
            document=folder.name,
            provisions=provisions,
            cells=self._cells(cells_path) if about.compared else {},
            rule=self._read(rule_path, Rule) if rule_path.exists() else None,
            cases=cases.whole() if cases else (),
        )

    def _cells(self, path: Path) -> dict[str, Cell]:
        file = self._yaml(path)
        if not isinstance(file.data, dict):
            if not file.problems:
                self.problems.append(file.problem((), "应为“维度: 单元格”的映射"))
            return {}
        cells: dict[str, Cell] = {}
        for dimension, data in file.data.items():
            try:
                cells[dimension] = Cell.model_validate(data)
            except ValidationError as error:
                self.problems += [
                    file.problem((dimension, *yaml_loc(file, found["loc"], (dimension,))), messages.chinese(found))
                    for found in error.errors(include_url=False)
                ]
        return cells


def yaml_loc(file: YamlFile, loc: tuple[str | int, ...], base: yamlfile.Loc = ()) -> yamlfile.Loc:
    """Pydantic's location without the tags of unions, which do not stand in the file; a missing last field is kept."""
    kept: yamlfile.Loc = ()
    for index, part in enumerate(loc):
        if (*base, *kept, part) in file.lines or index == len(loc) - 1 and part not in {"leaf", "all", "any", "not", "fact"}:
            kept = (*kept, part)
    return kept
