from __future__ import annotations

from macros.analysis import marked
from policies import Library, Provision
from policies.engine.schema.instrument import Defect


def provision(printed: str, text: str, *defects: Defect) -> Provision:
    return Provision("x/a1", "x", "第一条", "第一条", text, printed, ((1, 1),), "第一条", "《X》第一条", defects)


def defect(kind: str, printed: str, reading: str, confidence: str = "高") -> Defect:
    return Defect.model_validate(
        {
            "provision": "x/a1",
            "kind": kind,
            "printed": printed,
            "reading": reading,
            "confidence": confidence,
            "note": "注。",
        }
    )


def shown(found: Provision) -> list[tuple[str, int]]:
    return [(segment.text, segment.number) for segment in marked.segments(found)]


def test_the_segments_of_every_provision_are_its_text(library: Library) -> None:
    for found in library.provisions:
        assert "".join(segment.text for segment in marked.segments(found)) == found.text


def test_every_defect_of_the_running_text_is_marked_once(library: Library) -> None:
    for found in library.provisions:
        numbers = [segment.number for segment in marked.segments(found) if segment.defect]
        expected = [number for number, defect in enumerate(found.defects, start=1) if not defect.in_label]
        assert sorted(numbers) == expected


def test_only_the_word_that_differs_is_marked() -> None:
    found = provision("思想 and 党的", "思想和党的", defect("foreign_word", "思想 and 党的", "思想和党的"))
    assert shown(found) == [("思想", 0), ("和", 1), ("党的", 0)]


def test_what_is_kept_is_marked_as_printed() -> None:
    found = provision("适用于对全市。", "适用于对全市。", defect("wrong_word", "适用于对全市", "适用于全市", "中"))
    assert shown(found) == [("适用于", 0), ("对", 1), ("全市", 0), ("。", 0)]


def test_where_words_were_dropped_the_whole_reading_is_marked() -> None:
    found = provision("创新创新创业", "创新创业", defect("doubled", "创新创新创业", "创新创业"))
    assert shown(found) == [("创新创业", 1)]


def test_a_page_break_is_a_mark_without_words() -> None:
    found = provision("推\n动", "推动", defect("page_break", "推\n动", "推动"))
    assert shown(found) == [("推", 0), ("", 1), ("动", 0)]


def test_a_mark_over_two_lines_is_cut_in_two() -> None:
    found = provision("甲\n乙", "甲\n乙", defect("layout", "甲\n乙", "甲乙"))
    first, second = marked.paragraphs(found)
    assert [(segment.text, segment.goes_on) for segment in (*first, *second) if segment.defect] == [
        ("", True),
        ("", False),
    ]
