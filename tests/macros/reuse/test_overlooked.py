"""What a reader found beside all pairs judged before: twenty-one twins that every list, and the search, had overlooked."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reuse import Reuse, score
from policies import Library
from policies.engine import yamlfile
from policies.engine.schema.twins import BlindPair, JudgedPair

PAIRS = Path(__file__).with_name("overlooked.yaml")
LEAST = 0.9


@pytest.fixture(scope="module")
def pairs() -> list[JudgedPair]:
    listed = yamlfile.parse(PAIRS.read_text(encoding="utf-8"), PAIRS.name).data["pairs"]
    return [JudgedPair(provisions=one["provisions"], judged=one["judged"]) for one in listed]


def test_no_pair_was_judged_before_and_each_is_of_provisions_that_there_are(
    library: Library, pairs: list[JudgedPair]
) -> None:
    before: list[JudgedPair | BlindPair] = [*library.vocabulary.twins.pairs, *library.vocabulary.blind]
    assert not {frozenset(one.provisions) for one in pairs} & {frozenset(one.provisions) for one in before}
    assert {ident for one in pairs for ident in one.provisions} <= {one.id for one in library.provisions}
    assert [sum(one.judged == judged for one in pairs) for judged in ("twin", "different")] == [21, 64]


def test_no_stranger_is_taken_for_a_twin(found: Reuse, pairs: list[JudgedPair]) -> None:
    assert score(found, pairs).wrong == ()


@pytest.mark.xfail(
    reason="short clauses, and words beside those that every text has", strict=True, raises=AssertionError
)
def test_what_was_overlooked_is_found(
    found: Reuse, pairs: list[JudgedPair], capsys: pytest.CaptureFixture[str]
) -> None:
    result = score(found, pairs)
    with capsys.disabled():
        print(f"\n读者另外列出的：找到 {len(result.found)}，漏掉 {len(result.missed)}")
    assert result.recall >= LEAST
