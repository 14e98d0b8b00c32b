"""The library and its rule pack, read once."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from policies import Library, load
from policies.schema import Case
from wasm_checker.core.service import Service
from wasm_checker.pack import rule_pack


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def pack_text(library: Library) -> str:
    return json.dumps(rule_pack(library), ensure_ascii=False)


@pytest.fixture(scope="session")
def service(pack_text: str) -> Service:
    return Service(pack_text)


def all_cases(library: Library) -> Iterator[tuple[str, Case]]:
    """Every case with the instrument it stands beside."""
    for instrument in library.instruments:
        for case in instrument.cases:
            yield instrument.id, case
