"""The letters in common are counted as the compiled library counts them; the room runs in the browser's Python."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator

import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from policies import Library
from yours import archive
from yours.likeness import differences, text
from yours.likeness.common import common, ratio
from yours.likeness.passages import across, candidates

LIGHT = {
    "__future__", "collections", "dataclasses", "functools", "itertools", "json", "re", "typing",
    "importer", "yours", "diff_match_patch",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_common_letters_and_their_share_are_those_of_the_library(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - chance, not secrets
    a, b = ("".join(dice.choices("甲乙丙丁戊", k=dice.randrange(90))) for _ in range(2))
    assert common(a, b) == common(b, a) == LCSseq.similarity(a, b)
    assert ratio(a, b) == pytest.approx(fuzz.ratio(a, b))


def test_what_two_texts_have_across_is_what_they_have_together(library: Library) -> None:
    phrases = text.set_phrases((*library.vocabulary.twins.phrases, *library.vocabulary.bodies))
    every = text.pieces(((p, "") for i in library.compared for p in i.provisions), phrases)
    ones = [piece for piece in every if piece.instrument == "shangzhou"]
    others = [piece for piece in every if piece.instrument != "shangzhou"]
    together = {frozenset((a.id, b.id)) for a, b in candidates(every) if "shangzhou" in {a.instrument, b.instrument}}
    assert {frozenset((a.id, b.id)) for a, b in across(ones, others)} == together


def test_a_passage_begins_and_ends_with_what_both_have() -> None:
    assert [run.same for run in differences.cut([differences.Run("本办法", "本实施办法")])] == [True, False, True]


def imported(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".", maxsplit=1)[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".", maxsplit=1)[0]


def test_nothing_heavy_is_imported_where_the_browser_runs_it() -> None:
    run = {name: text.decode() for name, text in archive.modules().items() if name.startswith("yours/")}
    assert len(run) > 5
    assert {name for text in run.values() for name in imported(text)} <= LIGHT
