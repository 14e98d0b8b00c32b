"""Every name that one file writes must be one that another file defines, and every quote must stand where it is said to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from policies.errors import Problem
from policies.library import Instrument, Library
from policies.schema import PROVISION_ID, READING_ID, Case, Fact
from policies.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]
_NESTED = (dict, list)
_PROVISION_KEYS = frozenset({"provision", "provisions", "to"})
_PROVISION_ID = re.compile(PROVISION_ID)
_READING_ID = re.compile(READING_ID)
# The lists whose members are named elsewhere by their id.
_DEFINED = {
    "instruments": "文书",
    "facts": "事实",
    "questions": "问题",
    "dimensions": "维度",
    "groups": "组",
    "statuses": "状态",
    "readings": "读法",
    "verdicts": "结论",
    "cases": "案例",
}


def problems(library: Library, files: Mapping[str, YamlFile], broken: AbstractSet[str] = frozenset()) -> list[Problem]:
    """`broken` names the files that have problems already: of these only quotes, citations and dimensions are checked."""
    return list(_Checker(library, files, broken).run())


@dataclass
class _Names:
    provisions: Mapping[str, tuple[str, str]]
    facts: Mapping[str, Fact]
    readings: frozenset[str]
    verdicts: frozenset[str]
    rules: frozenset[str]


class _Checker:
    def __init__(self, library: Library, files: Mapping[str, YamlFile], broken: AbstractSet[str]) -> None:
        self.library = library
        self.files = files
        self.broken = broken
        self.names = _Names(
            provisions={p.id: (p.text, p.printed) for p in library.provisions},
            facts={fact.id: fact for fact in library.vocabulary.facts},
            readings=frozenset(library.vocabulary.readings),
            verdicts=frozenset(verdict.id for verdict in library.vocabulary.verdicts),
            rules=frozenset(PurePosixPath(name).stem for name in files if "/rules/" in name),
        )

    def run(self) -> Iterator[Problem]:
        for name, file in self.files.items():
            yield from (file.problem(loc, message) for loc, message in self._file(name, file))
        yield from self._twice()

    def _twice(self) -> Iterator[Problem]:
        """What is defined twice, at the second place: anywhere, but for cases, whose ids count within a file."""
        seen: dict[tuple[str, str, str], str] = {}
        for file in self.files.values():
            for kind, noun in _DEFINED.items():
                for loc, ident in _idents(file.data, kind):
                    key = (kind, ident, file.name if kind == "cases" else "")
                    if key in seen:
                        yield file.problem(loc, f"{noun}“{ident}”已经写过，见 {seen[key]}")
                    seen.setdefault(key, f"{file.name}:{file.line(loc)}")

    def _file(self, name: str, file: YamlFile) -> Found:
        room, stem = name.rsplit("/", 2)[-2:]
        ident = stem.removesuffix(".yaml")
        if isinstance(file.data, _NESTED):
            yield from self._citations(file.data, ())
        if room == "cells" and isinstance(file.data, dict):
            yield from self._cells(file.data)
        elif name in self.broken:
            return
        elif stem == "facts.yaml":
            yield from self._facts(file, shared=room == "vocabulary")
        elif stem == "defects.yaml":
            yield from self._defects(file, room)
        elif stem == "dimensions.yaml":
            yield from self._dimensions()
        elif stem == "double_coding.yaml":
            yield from self._double_coding()
        elif room == "rules" and self.library.instrument(ident).rule:
            yield from self._rule(self.library.instrument(ident), file)
        elif room == "cases":
            yield from self._cases(self.library.instrument(ident), file)

    def _citations(self, data: Any, loc: Loc) -> Found:
        """Wherever a provision, a quote or a reading is named, whatever the file."""
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            if key in _PROVISION_KEYS:
                yield from self._named(child, (*loc, key), _PROVISION_ID, self.names.provisions, "这一条款项")
            elif key == "readings":
                yield from self._named(child, (*loc, key), _READING_ID, self.names.readings, "这一读法")
            if isinstance(child, _NESTED):
                yield from self._citations(child, (*loc, key))
        if isinstance(data, dict):
            yield from self._quote(data, loc)

    def _idents(data: Any, kind: str) -> Iterator[tuple[Loc, str]]:
    members = data.get(kind) if isinstance(data, dict) else None
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict) and isinstance(member.get("id"), str):
            yield (kind, index, "id"), member["id"]


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, date) or (isinstance(value, str) and bool(date.fromisoformat(value)))
    except ValueError:
        return False


def plain(model: BaseModel) -> dict[str, Any]:
    """A model as JSON-ready data, with the names the files use and without what was left out."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
