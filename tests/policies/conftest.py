"""The library, read once; and a copy of its data that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policies import Library, load
from tests.policies.independent import DATA


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("*.py", "__pycache__")
    return Path(shutil.copytree(DATA, tmp_path / "policies", ignore=ignore, copy_function=shutil.copyfile))
