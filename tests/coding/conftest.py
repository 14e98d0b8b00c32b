"""The library, read once."""

from __future__ import annotations

import pytest

from policies import Library, load


@pytest.fixture(scope="session")
def library() -> Library:
    return load()
