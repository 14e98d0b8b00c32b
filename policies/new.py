"""Makes the folder of a new policy: all of it or nothing."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import importer
from importer import Unreadable
from importer.scaffold import Asked, Dimension, Word, scaffold, steps
from policies.engine.complete import begun
from policies.engine.errors import DataError, Problem
from policies.engine.library import Library, Vocabulary
from policies.engine.loader import load, read
from policies.engine.schema.instrument import ID
from policies.engine.yamlfile import YamlFile

_LONGEST = 40


class Refused(Exception):
    """Nothing was written. Its message is one sentence in Chinese: what, where, what was expected."""


def asked(vocabulary: Vocabulary) -> Asked:
    """What the vocabulary asks of a policy, as the maker of files wants it."""
    kinds = {kind.id: kind.title for kind in vocabulary.lexicon.kinds}
    words = (Word(one.id, kinds[one.kind], tuple(one.words), tuple(one.not_in)) for one in vocabulary.lexicon.modals)
    dimensions = (
        Dimension(one.id, one.title, one.asks, one.coding, _values(vocabulary, one.id)) for one in vocabulary.dimensions
    )
    return Asked(tuple(dimensions), tuple(words))


def _values(vocabulary: Vocabulary, dimension: str) -> dict[str, str]:
    return {ident: f"{value.label}：{value.when}" for ident, value in vocabulary.values.allowed(dimension).items()}


@dataclass(frozen=True)
class Made:
    """`steps`: what is to be done next, in order. `to_fill`: the fields that the text did not show, with file and line."""

    library: Library
    steps: tuple[str, ...]
    to_fill: tuple[Problem, ...]


def make(slug: str, source: Path, root: Path) -> Made:
    """Writes the folder `slug` under `root` from the file `source`, and the pages under docs/ beside it.

    Raises Refused, and leaves everything as it was.
    """
    _check(slug, root)
    raw = _bytes(source)
    try:
        library = load(root)
    except DataError as error:
        raise Refused(
            f"已有的数据有 {len(error.problems)} 处错误，先改好再加：python -m policies 会逐处列出"
        ) from error
    try:
        got = importer.read(raw, source.name, slug)
        asks = asked(library.vocabulary)
        files = scaffold(slug, got, asks, source.name)
    except Unreadable as error:
        raise Refused(f"{source.name}：{error}") from error
    if lost := got.lost():
        raise Refused(f"{source.name}：有 {len(lost)} 个字没有归到哪一条，从“{lost[:12]}”起：应改好原件再读")
    for one in got.instruments:
        if any(one.id == known.id for known in library.instruments):
            raise Refused(f"已经有“{one.id}”这份文书：请换一个代号")
    library, written = _written(slug, files, root)
    document = next(document for document in library.documents if document.slug == slug)
    return Made(library, steps(slug, got, asks), tuple(begun.to_fill(document, written)))


def _check(slug: str, root: Path) -> None:
    if not re.fullmatch(ID, slug) or len(slug) > _LONGEST:
        raise Refused(
            f"“{slug}”不能作代号：应以小写字母开头，只含小写字母、数字和下划线，至多 {_LONGEST} 个，例如 shangqiu"
        )
    if (root / slug).exists():
        raise Refused(f"已经有 {root.name}/{slug} 这个文件夹：请换一个代号，或者先把它移开")


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except FileNotFoundError:
        raise Refused(f"没有 {source} 这个文件：应是一份文件的全文（.txt、.docx、.html）") from None
    except IsADirectoryError:
        raise Refused(f"{source} 是文件夹：应是一份文件的全文（.txt、.docx、.html）") from None
    except OSError as error:
        raise Refused(f"打不开 {source}（错误号 {error.errno}）：应是一份读得到的文件") from error


def _written(slug: str, files: Mapping[str, str], root: Path) -> tuple[Library, Mapping[str, YamlFile]]:
    """Everything is written beside its place first, then moved there; and taken back if the data are not sound with it."""
    project = root.parent
    pages = [project / name for name in files if not name.startswith("policies/")]
    if taken := next((page for page in pages if page.exists()), None):
        raise Refused(f"已经有 {taken.relative_to(project).as_posix()} 这一页：请换一个代号，或者先把它移开")
    made: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(dir=project, prefix=".new-") as scratch:
            for name, text in files.items():
                path = Path(scratch) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
            made.append(root / slug)
            (Path(scratch) / "policies" / slug).rename(root / slug)
            for page in pages:
                page.parent.mkdir(parents=True, exist_ok=True)
                made.append(page)
                (Path(scratch) / page.relative_to(project)).rename(page)
        return read(root)
    except OSError as error:
        _take_back(made)
        raise Refused(f"没有写成（{os.strerror(error.errno or 0)}）：什么也没有留下") from error
    except DataError as error:
        _take_back(made)
        raise Refused(f"读出来的不合要求，什么也没有留下：{error.problems[0]}") from error


def _take_back(made: list[Path]) -> None:
    for path in made:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
