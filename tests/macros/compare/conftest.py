from __future__ import annotations

import pytest

from policies import Library


@pytest.fixture
def leading(library: Library) -> list[str]:
    return [instrument.id for instrument in library.leading]
