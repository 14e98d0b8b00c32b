"""A part of a list of cases at every run, the whole of it by `make prove`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def sampled(values: Iterable[Any], every: int) -> list[Any]:
    """The values as parameters of a test: all but each `every`th are marked `long`.

    A value that is a tuple is one set of several parameters, as pytest takes it.
    """
    return [
        pytest.param(
            *(value if isinstance(value, tuple) else (value,)), marks=() if at % every == 0 else pytest.mark.long
        )
        for at, value in enumerate(values)
    ]
