"""A fast slice of the run of edits: what a sentence of ours says otherwise than its words is told by the guards alone."""

from __future__ import annotations

import pytest

from tests.proof.edited import WANTED, files, run
from tests.proof.sentence_edits import SLIPS, edits

EVERY = 12  # `make prove` tries them all


@pytest.mark.long
def test_of_edits_that_change_a_meaning_four_fifths_are_told_without_the_reviewed_list() -> None:
    tried, told, left = run(sample=EVERY)
    assert tried.total() > 40
    assert told.total() >= WANTED * tried.total(), [(edit.kind, edit.file, edit.loc, edit.new[:60]) for edit in left]


@pytest.mark.long
def test_numbers_days_papers_and_titles_are_told_one_and_all() -> None:
    kinds = {"数字", "文号", "文件名", "期限", "期限的单位"}
    tried, told, _ = run(sample=4, kinds=kinds)
    assert tried.keys() == kinds
    assert told == tried


def test_edits_of_every_kind_are_tried() -> None:
    kinds = {edit.kind for edit in edits(files())}
    assert kinds == {*SLIPS, "效果的语气", "期限", "期限的单位", "文书的文号和日期"}
