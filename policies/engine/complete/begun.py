"""What was written without being known, and what the shared lists say of all texts and is not so of one that is being coded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from importer.scaffold import TO_FILL
from policies.engine.checks import leads, lexicon
from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.yamlfile import Loc, YamlFile


def missing(library: Library, document: Document, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    yield from to_fill(document, files)
    if not document.coded:
        yield from _shared(library, document, files)


def to_fill(document: Document, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """The fields of document.yaml that the text did not show."""
    file = files[f"policies/{document.slug}/document.yaml"]
    for loc, value in _leaves(file.data, ()):
        if value == TO_FILL:
            yield file.problem(loc, f"{TO_FILL}：程序在文件里没有找到，请查到再填")


def _leaves(data: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(data, dict | list):
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(child, (*loc, key))
    else:
        yield loc, data


def _shared(library: Library, document: Document, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Errors as soon as the last cell is coded; until then what is not so of this text is not shown."""
    file = files[f"policies/{document.slug}/text.yaml"]
    places = {element["id"]: at for at, element in reversed(list(enumerate(file.data["elements"])))}
    listed = files[leads.FILES["thesaurus"]]
    for entry, words in leads.belied(library).items():
        for word in words:
            for provision in leads.speaking(document, word)[:1]:
                where = f"{listed.name}:{listed.line(('entries', entry))}"
                yield file.problem(
                    ("elements", places[provision]),
                    f"条文里有“{word}”，{where} 写着各份都没有（silent）：改好那一条；改好以前搜索不用它",
                )
    for provision, said in lexicon.unquoted(library, document):
        yield file.problem(("elements", places[provision]), said)
