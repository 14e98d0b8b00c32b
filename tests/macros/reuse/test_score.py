"""How well the search does against the pairs judged by docs/contribute/reuse.md; the half that nothing was fitted to is the measure."""

from __future__ import annotations

import hashlib

import pytest

from macros.reuse import Reuse, agreement, by_the_second, draw, half, score, unjudged
from macros.reuse.__main__ import figures, main
from policies import Library

LEAST = 0.9
NAMED = (
    ("wuyang_tolerance/a6/i1", "pingdingshan_list/neg/4"),
    ("wuyang_tolerance/a6/i5", "pingdingshan_list/neg/5"),
    ("wuyang_tolerance/a7/i3", "shangzhou/a6/i5"),
)


def test_every_judged_pair_names_two_provisions_that_there_are_and_is_judged_once(library: Library) -> None:
    named = [pair.provisions for pair in library.vocabulary.judged]
    assert {ident for pair in named for ident in pair} <= {provision.id for provision in library.provisions}
    assert len({frozenset(pair) for pair in named}) == len(named)


def test_the_halves_are_told_by_the_ids_alone_and_what_the_search_found_first_is_in_neither_measure(
    library: Library,
) -> None:
    for pair in library.vocabulary.judged:
        odd = int(hashlib.sha256(" ".join(sorted(pair.provisions)).encode()).hexdigest(), 16) % 2
        found_first = pair.origin == "after" and pair.before is None
        assert pair.half == ("test" if odd and not found_first else "tune")


def test_no_earlier_answer_was_dropped_and_every_other_one_has_its_reason(library: Library) -> None:
    judged = library.vocabulary.judged
    earlier = [pair for pair in judged if pair.before]
    assert len(earlier) == 218 + 60 + 85
    assert all(pair.why for pair in earlier if pair.before != pair.judged)
    assert sum(pair.origin == "drawn" for pair in judged) == 80


def test_precision_and_recall_on_the_half_that_nothing_was_fitted_to(
    library: Library, found: Reuse, capsys: pytest.CaptureFixture[str]
) -> None:
    result = score(found, half(library, "test"))
    with capsys.disabled():
        print(f"\n{figures('用来调的一半', score(found, half(library, 'tune')))}")
        print(figures("留下检验的一半", result))
    assert result.precision >= LEAST, list(map(sorted, result.wrong))
    assert result.recall >= LEAST, list(map(sorted, result.missed))


def test_a_second_reader_judges_alike_and_the_search_does_as_well_by_that_reader(
    library: Library, found: Reuse
) -> None:
    judged = library.vocabulary.judged
    same, both = agreement(judged)
    assert same / both >= LEAST
    second = [pair for pair in judged if pair.second]
    held_out = half(library, "test")
    assert {id(pair) for pair in held_out if pair.judged == "twin"} <= {id(pair) for pair in second}
    assert all(pair in held_out for pair in second)
    result = score(found, by_the_second(judged))
    assert min(result.precision, result.recall) >= LEAST, (result.wrong, result.missed)


@pytest.mark.parametrize("pair", NAMED)
def test_words_reused_inside_a_longer_item_are_found(found: Reuse, pair: tuple[str, str]) -> None:
    assert frozenset(pair) in {one.pair for one in found.twins}


def test_every_pair_found_between_two_documents_was_looked_at(library: Library, found: Reuse) -> None:
    assert unjudged(found, library.vocabulary.judged) == ()


def test_the_command_prints_the_figures_and_the_failures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    printed = capsys.readouterr().out
    assert "查准 0." in printed
    assert "查全 0." in printed
    assert "留下检验的一半" in printed
    assert "找错：" in printed
    assert "第二个人判的 140 对" in printed


@pytest.mark.long
def test_the_draw_gives_the_same_pairs_again_of_two_documents_and_none_that_was_judged(library: Library) -> None:
    pairs = draw.drawn(library)
    assert pairs == draw.drawn(library)
    assert len({frozenset((a.id, b.id)) for a, b in pairs}) == len(pairs) >= 40
    assert all(a.document != b.document for a, b in pairs)
    judged = {frozenset(pair.provisions) for pair in library.vocabulary.judged}
    assert not judged & {frozenset((a.id, b.id)) for a, b in pairs}


def test_the_longest_common_run() -> None:
    assert draw.longest("本办法自发布之日起施行", "本实施办法自印发之日起施行") == len("之日起施行")
    assert draw.longest("甲", "乙") == 0
