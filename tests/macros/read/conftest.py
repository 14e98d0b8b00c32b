"""Reading pages: the windows they are opened in, and what would have been copied where the clipboard is closed."""

from __future__ import annotations

from typing import Any

import pytest

from policies import Instrument, Library

PHONE: dict[str, Any] = {"viewport": {"width": 375, "height": 812}}
DESK: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}


@pytest.fixture(params=[pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
def window(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Options of a browser's context."""
    options: dict[str, Any] = request.param
    return options


def holder(instrument: Instrument, anchor: str) -> str | None:
    """The label of the article that a provision stands in; None before the first and after the last."""
    first = anchor.split("-", maxsplit=1)[0]
    top = next(one for one in instrument.provisions if one.anchor == first)
    return top.label or None


@pytest.fixture
def holders(library: Library) -> dict[str, dict[str, str | None]]:
    """Instrument → anchor → what holder() says."""
    return {
        one.id: {provision.anchor: holder(one, provision.anchor) for provision in one.provisions}
        for one in library.instruments
    }
