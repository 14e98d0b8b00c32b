"""What is told of a circumstance elsewhere (circumstances.yaml) is told of texts that have no mark of it, and once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.instrument import Quote
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/circumstances.yaml"


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    yield from (files[FILE].problem(loc, message) for loc, message in _found(library))


def _found(library: Library) -> Iterator[tuple[Loc, str]]:
    for index, cluster in enumerate(library.vocabulary.clusters):
        marked = {_instrument(mark) for mark in cluster.marks}
        seen: set[Quote] = set()
        for at, mark in enumerate(cluster.elsewhere):
            loc: Loc = ("clusters", index, "elsewhere", at)
            if _instrument(mark) in marked:
                yield (*loc, "provision"), f"{_instrument(mark)} 在这一类里已有标记，不另写在 elsewhere 里"
            if mark in seen:
                yield loc, "这一处已经写过"
            seen.add(mark)


def _instrument(mark: Quote) -> str:
    return mark.provision.split("/", 1)[0]
