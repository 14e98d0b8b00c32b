"""Reused words: found as a reader finds them, and differences that can be read aloud."""

from __future__ import annotations

import time

import pytest

import policies
from macros.reuse import Reuse, Twin, reuse, shares, sheets
from yours.likeness import differences, passages
from yours.likeness.text import normalised

SECONDS = 2.0


def twin(found: Reuse, one: str, other: str) -> Twin:
    return next(twin for twin in found.twins if twin.pair == {one, other})


def spelled(a: str, b: str) -> list[str | tuple[str, str]]:
    return [run.a if run.same else (run.a, run.b) for run in differences.runs(a, b)]


# What is found


def test_the_words_of_a_longer_list_are_told_from_those_both_have(found: Reuse) -> None:
    spelled_out = twin(found, "wuyang_tolerance/a6/i1", "pingdingshan_list/neg/4").passages
    both = "".join(run.a for passage in spelled_out for run in passage.runs if run.same)
    assert all(words in both for words in ("打着改革创新", "旗号", "人或单位", "谋取私利的"))
    assert any("亲属、特定关系" in run.b and not run.same for passage in spelled_out for run in passage.runs)


def test_the_search_takes_less_than_two_seconds() -> None:
    fresh = policies.load()
    started = time.process_time()
    assert reuse(fresh).twins
    assert time.process_time() - started < SECONDS


def test_width_punctuation_and_white_space_do_not_count(found: Reuse) -> None:
    assert normalised("坚持实事求是, 区别\n对待;") == "坚持实事求是，区别对待；"
    assert twin(found, "shangzhou/a4/i2", "xuzhou/a3/i2").identical


def test_a_provision_that_differs_in_a_word_is_near_and_not_identical(found: Reuse) -> None:
    near = twin(found, "shangzhou/a4/i3", "xuzhou/a3/i3")
    assert not near.identical
    assert not near.inside


def test_twins_within_one_document_are_told_apart(found: Reuse) -> None:
    assert twin(found, "wuyang_prevention/a8", "wuyang_tolerance/a10").inside
    assert all(twin.a.instrument != twin.b.instrument for twin in found.twins)


def test_the_names_of_laws_are_not_compared_and_set_phrases_prove_nothing(found: Reuse) -> None:
    pieces = {piece.id: piece for piece in found.pieces}
    assert "中国共产党纪律处分条例" not in pieces["wuyang_accountability/a1"].bare
    assert "制定本办法" in pieces["wuyang_accountability/a1"].bare
    formula = pieces["wuyang_accountability/a1"].bare.index("制定本办法")
    assert set(range(formula, formula + 5)) <= pieces["wuyang_accountability/a1"].idle
    assert "中国共产党纪律处分条例" in pieces["wuyang_accountability/a1"].shown


def test_a_clause_inside_a_long_provision_is_found_as_a_passage_of_it(found: Reuse) -> None:
    one = twin(found, "wuyang_tolerance/a7/i1", "xuzhou/a5/i1")
    (passage,) = one.passages
    assert passage.identical
    assert not passage.whole
    assert passage.runs[0].a == "应在启动问责程序后7个工作日内"


def test_the_search_does_not_depend_on_which_comes_first(found: Reuse) -> None:
    back = {
        frozenset((a.id, b.id))
        for a, b in passages.candidates(tuple(reversed(found.pieces)))
        if passages.passages(a, b)
    }
    assert back == {twin.pair for twin in found.twins}


# What differs


@pytest.mark.parametrize(
    ("a", "b", "runs"),
    [
        ("鼓励改革创新，允许试错，宽容失误", "鼓励改革创新，允许试验，宽容失误", ["鼓励改革创新，", ("允许试错", "允许试验"), "，宽容失误"]),
        ("政协委员和后备干部资格不受影响", "政协委员资格不受影响", ["政协委员", ("和后备干部", ""), "资格不受影响"]),
        ("拒不改错、对抗组织的", "拒不认错、对抗组织的", [("拒不改错", "拒不认错"), "、对抗组织的"]),
        ("本办法由县委负责解释", "本办法由市纪委监委负责解释", ["本办法由", ("县委", "市纪委监委"), "负责解释"]),
        ("努力营造良好环境", "大力营造良好环境", [("努力", "大力"), "营造良好环境"]),
        ("开展批评与自我批评", "开展批评和自我批评", ["开展批评", ("与", "和"), "自我批评"]),
        ("公开；属于减责的", "公开，属于减责的", ["公开；属于减责的"]),
        ("一样", "一样", ["一样"]),
    ],
)  # fmt: skip
def test_differences_are_words_that_can_be_read_aloud(a: str, b: str, runs: list[str | tuple[str, str]]) -> None:
    assert spelled(a, b) == runs


@pytest.mark.parametrize(
    ("parts", "runs"),
    [
        ([("本", "本实施"), "办法"], ["本", ("", "实施"), "办法"]),
        ([("努", "大"), "力营造环境"], [("努力", "大力"), "营造环境"]),
        (["出现一定失误", ("或非议行为的", "的")], ["出现一定失误", ("或非议行为", ""), "的"]),
    ],
)
def test_what_agrees_is_known_and_no_word_is_torn(
    parts: list[str | tuple[str, str]], runs: list[str | tuple[str, str]]
) -> None:
    given = [differences.Run(p, p, same=True) if isinstance(p, str) else differences.Run(*p) for p in parts]
    assert [run.a if run.same else (run.a, run.b) for run in differences.cut(given)] == runs


def test_the_runs_of_every_twin_are_its_words_again(found: Reuse) -> None:
    for one in found.twins:
        for passage in one.passages:
            assert "".join(run.a for run in passage.runs) in one.a.shown
            if passage.whole:
                letters = [char for run in passage.runs for char in run.b if char.isalnum() or char == "_"]
                assert "".join(letters) == "".join(c for c in one.b.words(0, len(one.b.bare)) if c.isalnum())


def test_a_difference_is_said_with_the_names_of_both() -> None:
    names = ("商州", "徐州工院")
    assert sheets.difference(differences.Run("允许试错", "允许试验"), names) == "商州“允许试错”，徐州工院“允许试验”"
    assert sheets.difference(differences.Run("和后备干部", ""), names) == "商州多“和后备干部”"
    assert sheets.difference(differences.Run("", "、部门"), names) == "徐州工院多“部门”"


# Who shares how much


def test_a_share_has_its_direction(found: Reuse) -> None:
    table = shares(found)
    forth, back = table.percent("shangzhou", "xuzhou"), table.percent("xuzhou", "shangzhou")
    assert forth != back
    assert min(forth, back) > 20
    assert table.percent("pingdingshan_measures", "wuyang_prevention") == 0


def test_no_character_is_counted_twice(found: Reuse) -> None:
    table = shares(found)
    for (one, _), covered in table.covered.items():
        assert 0 < covered <= table.letters[one]
