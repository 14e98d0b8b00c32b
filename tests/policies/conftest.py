"""The library, read once; and a copy of its data that a test may spoil."""

from __future__ import annotations

import functools
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from policies import Library, load
from policies.engine import yamlfile
from tests.support.independent import DATA


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def shared_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "policies"


@pytest.fixture
def data(shared_copy: Path) -> Path:
    """The folder `policies` without code. It is shared, and put right before each test: to copy all takes ten times as long."""
    put_right(shared_copy)
    return shared_copy


@pytest.fixture(scope="module")
def parsed_once() -> Iterator[None]:
    """The files that a test leaves as they are need not be parsed anew for each; what is parsed is never changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlfile, "parse", functools.cache(yamlfile.parse))
        load()
        gc.freeze()  # else the collector walks all that is kept at every reading, which costs a third of the time
        yield
        gc.unfreeze()


def put_right(copy: Path) -> None:
    for path in sorted(copy.rglob("*"), reverse=True):
        original = DATA / path.relative_to(copy)
        if path.is_dir() and not original.is_dir():
            shutil.rmtree(path)
        elif path.is_file() and not original.is_file():
            path.unlink()
    ignore = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(DATA, copy, ignore=ignore, copy_function=copy_changed, dirs_exist_ok=True)


def copy_changed(original: str, copy: str) -> None:
    """Copies a file unless its copy has its size and time; whatever a test writes has another time."""
    if not Path(copy).is_file() or stamp(original) != stamp(copy):
        shutil.copy2(original, copy)


def stamp(path: str) -> tuple[int, int]:
    found = Path(path).stat()
    return found.st_size, found.st_mtime_ns
