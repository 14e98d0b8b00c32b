"""What the search finds, once a file of tests."""

from __future__ import annotations

import pytest

from macros.reuse import Reuse, reuse
from policies import Library


@pytest.fixture(scope="module")
def found(library: Library) -> Reuse:
    return reuse(library)
