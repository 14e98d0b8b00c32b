"""Cells that are not in their file: where they belong, and the lines to put there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.yamlfile import YamlFile


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """One for each place where cells are missing."""
    dimensions = [dimension.id for dimension in library.vocabulary.dimensions]
    for name, file in files.items():
        if PurePosixPath(name).parent.name != "cells" or not isinstance(file.data, dict):
            continue
        last, lacks = "", dict[str, list[str]]()
        for ident in dimensions:
            if ident in file.data:
                last = ident
            else:
                lacks.setdefault(last, []).append(ident)
        for before, idents in lacks.items():
            place = f"“{before}”这一格后面" if before else "开头"
            said = f"{place}缺少维度“{'”“'.join(idents)}”的单元格；还没有编码的写 {{status: pending}}"
            paste = tuple(f"{ident}: {{status: pending}}" for ident in idents)
            yield Problem(name, file.line((before,)) if before else 1, "", said, paste)
