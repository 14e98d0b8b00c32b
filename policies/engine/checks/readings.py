"""A change of another reading must meet a clause, and what a document leaves unencoded must be its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    documents = {document.slug: document for document in library.documents}
    for name, file in files.items():
        path = PurePosixPath(name)
        if path.name == "unencoded.yaml" and path.parent.name in documents:
            yield from (file.problem(loc, message) for loc, message in _unencoded(documents[path.parent.name]))
        elif path.parent.name == "rules" and isinstance(file.data, dict):
            yield from (file.problem(loc, message) for loc, message in _changes(file.data))


def _unencoded(document: Document) -> Found:
    own = {provision.id for instrument in document.instruments for provision in instrument.provisions}
    for index, words in enumerate(document.unencoded):
        if words.provision not in own:
            yield ("unencoded", index, "provision"), f"“{words.provision}”不在这份文件里"


def _changes(rule: Mapping[str, Any]) -> Found:
    """`rule` may be badly written; of what is, nothing is said here."""
    others = rule.get("other_readings")
    for index, other in enumerate(others if isinstance(others, list) else ()):
        changes = other.get("changes") if isinstance(other, dict) else None
        for at, change in enumerate(changes if isinstance(changes, list) else ()):
            if isinstance(change, dict) and "provision" in change and not _meets(rule, change):
                yield ("other_readings", index, "changes", at), "这一部分里没有引这一条（这一句）的条款可改"


def _meets(rule: Mapping[str, Any], change: Mapping[str, Any]) -> bool:
    clauses = [*_clauses(rule.get(str(change.get("part"))))]
    if change.get("part") == "gates":  # a reminder that bars a favourable verdict makes one of its own words
        reminders = rule.get("reminders")
        written = reminders if isinstance(reminders, list) else []
        clauses += [item for item in written if isinstance(item, dict) and item.get("bars_favourable")]
    return any(
        clause.get("provision") == change["provision"]
        and all(change[key] == clause.get(key) for key in ("quote", "readings") if key in change)
        for clause in clauses
    )


def _clauses(data: Any) -> Iterator[Mapping[str, Any]]:
    """The clauses of a part, wherever they stand in it."""
    if isinstance(data, list):
        for child in data:
            yield from _clauses(child)
    elif isinstance(data, dict):
        if "provision" in data and "when" in data:
            yield data
        for child in data.values():
            yield from _clauses(child)
