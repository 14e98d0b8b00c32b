"""The library, read once."""

from __future__ import annotations

import pytest

from policies import Library, load
from tests.support.contracted import alone


@pytest.fixture(scope="session")
def library() -> Library:
    """Of the documents of the contract: who writes another need not have it coded twice."""
    return alone(load())
