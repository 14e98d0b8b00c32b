"""What is left to do of a document, in the order in which it is best done, each with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from importer.scaffold import TO_FILL
from policies.engine import yamlfile
from policies.engine.checks import leads, lexicon
from policies.engine.errors import shown
from policies.engine.library import Document, Library

_PROPOSED = re.compile(r"(?m)^# - id: ")


def left(library: Library, document: Document, root: Path) -> Iterator[str]:
    """A line for each thing. `root`: the folder of the data."""
    folder = root / document.slug
    yield from _to_fill(folder, root)
    for instrument in document.instruments:
        page = root.parent / "docs" / "read" / f"{instrument.id}.md"
        if not page.exists():
            yield f"{shown(page, root)}: 缺这一页：python -m macros.stubs"
    yield from _cells(library, document, root)
    limits = folder / "limits.yaml"
    if limits.exists() and (found := list(_PROPOSED.finditer(text := limits.read_text(encoding="utf-8")))):
        first = text.count("\n", 0, found[0].start()) + 1
        yield f"{shown(limits, root)}:{first}: 程序找到的 {len(found)} 处天数、月数还没有看"
    for instrument in document.instruments:
        if instrument.about.compared and not instrument.rules:
            yield f"{shown(folder / 'rules' / f'{instrument.id}.yaml', root)}: 没有规则，“自己查”里还不能查"
    if not document.coded:
        yield from _shared(library, root)


def _shared(library: Library, root: Path) -> Iterator[str]:
    """What is said of all the texts and is not so of this one."""
    path = root / "vocabulary" / "thesaurus.yaml"
    file = yamlfile.read(path, shown(path, root))
    for at, words in leads.belied(library).items():
        said = "、".join(f"“{word}”" for word in words)
        yield f"{file.name}:{file.line(('entries', at))}: 条文里有{said}，silent 不再成立；编完以前改好，改好以前搜索不用这一条"
    yield from (f"{shown(root / 'vocabulary' / 'glossary.yaml', root)}: {said}" for said in lexicon.unquoted(library))


def _to_fill(folder: Path, root: Path) -> Iterator[str]:
    path = folder / "document.yaml"
    file = yamlfile.read(path, shown(path, root))
    for loc, value in _leaves(file.data, ()):
        if value == TO_FILL:
            yield f"{file.name}:{file.line(loc)}: {yamlfile.spell(loc)}: {TO_FILL}"


def _leaves(data: Any, loc: yamlfile.Loc) -> Iterator[tuple[yamlfile.Loc, Any]]:
    if isinstance(data, dict | list):
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(child, (*loc, key))
    else:
        yield loc, data


def _cells(library: Library, document: Document, root: Path) -> Iterator[str]:
    titles = {one.id: one.title for one in library.vocabulary.dimensions}
    for instrument in document.instruments:
        path = root / document.slug / "cells" / f"{instrument.id}.yaml"
        file = yamlfile.read(path, shown(path, root))
        for dimension, why in instrument.left.items():
            if why == "pending":
                yield f"{file.name}:{file.line((dimension,))}: {dimension}: 待编码（{titles[dimension]}）"
