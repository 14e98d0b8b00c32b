"""The library, what the page has of it, and what is found when each of the five is left out."""

from __future__ import annotations

import pytest

import policies
from policies import Library
from yours import held
from yours.known import Known
from yours.measure import score
from yours.shapes import Result


@pytest.fixture(scope="session")
def library() -> Library:
    return policies.load()


@pytest.fixture(scope="session")
def known(library: Library) -> Known:
    return held.of(library)


@pytest.fixture(scope="session")
def found(library: Library, known: Known) -> dict[str, Result]:
    """By the document that is left out."""
    return score.results(library, known)
