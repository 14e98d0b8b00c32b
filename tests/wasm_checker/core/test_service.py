"""What the service does to the interpreter it lives in."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator

import pytest

from wasm_checker.core import service
from wasm_checker.core.assess import Core
from wasm_checker.core.service import Service


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("collecting", [True, False])
def test_nothing_is_collected_while_the_rules_are_compiled_and_then_as_before(
    collecting: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    during: list[bool] = []
    monkeypatch.setattr(service, "limits_of", lambda _: during.append(gc.isenabled()))
    monkeypatch.setattr(Core, "from_pack", lambda _: during.append(gc.isenabled()))
    (gc.enable if collecting else gc.disable)()
    Service("{}")
    assert during == [False, False]
    assert gc.isenabled() is collecting


def test_a_pack_that_cannot_be_read_leaves_collecting_on() -> None:
    with pytest.raises(json.JSONDecodeError):
        Service("{")
    assert gc.isenabled()
