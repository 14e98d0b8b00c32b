"""The definition of docs/contribute/reuse.md: its examples come out as it says, and its numbers are those of the search."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from policies import Library, Provision
from yours.likeness import chain, passages, text
from yours.likeness.chain import Block

GUIDE = (Path(__file__).parents[3] / "docs" / "contribute" / "reuse.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| ([^|]+) \| ([^|]+) \| (twin|different) \| ([^|]+) \|$", GUIDE, re.MULTILINE)


# What else stands in the provisions that the examples are taken from.
REST = ("。天地玄黄宇宙洪荒日月盈昃辰宿列张" * 3, "。寒来暑往秋收冬藏闰余成岁律吕调阳" * 3)


def piece(library: Library, words: str) -> text.Piece[Provision]:
    phrases = text.set_phrases((*library.vocabulary.twins.phrases, *library.vocabulary.bodies))
    return text.piece(replace(next(library.provisions), text=words.replace("**", "")), "", 0, phrases)


def test_the_guide_has_examples_both_ways() -> None:
    assert len(EXAMPLES) >= 10
    assert {judged for _, _, judged, _ in EXAMPLES} == {"twin", "different"}


@pytest.mark.parametrize(("one", "other", "judged", "why"), EXAMPLES)
def test_an_example_of_the_guide_is_what_it_says(library: Library, one: str, other: str, judged: str, why: str) -> None:
    rest = ("", "") if why.startswith("3") else REST
    a, b = piece(library, one + rest[0]), piece(library, other + rest[1])
    assert bool(passages.passages(a, b)) == (judged == "twin"), why
    assert bool(passages.passages(b, a)) == (judged == "twin"), why


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        ("甲乙丙丁戊己庚辛", "子丑甲乙丙丁戊己庚辛寅卯辰巳午未申酉戌亥", True),  # eight in a row
        ("甲乙丙丁戊己庚金", "子丑甲乙丙丁戊己庚辛寅卯辰巳午未申酉戌亥", False),  # seven
        (
            "甲乙丙丁戊己金木水火庚辛壬癸子丑",
            "甲乙丙丁戊己日月星辰庚辛壬癸子丑东南西北春夏秋冬风花雪月",
            True,
        ),  # twelve
        (
            "甲乙丙丁戊己金木水火庚辛壬癸子寅",
            "甲乙丙丁戊己日月星辰庚辛壬癸子丑东南西北春夏秋冬风花雪月",
            False,
        ),  # eleven
        (
            "甲乙丙丁，金木水火，庚辛壬癸子丑寅",
            "甲乙丙丁，日月星辰春夏秋冬风花雪月，庚辛壬癸子丑寅",
            False,
        ),  # eleven, over one clause
        (
            "甲乙丙丁戊，金木水火，庚辛壬癸子丑寅",
            "甲乙丙丁戊，日月星辰春夏秋冬风花雪月，庚辛壬癸子丑寅",
            True,
        ),  # twelve, over one
        (
            "甲乙丙丁戊，金木，水火，庚辛壬癸子丑寅",
            "甲乙丙丁戊，日月星辰春夏秋冬风花雪月，庚辛壬癸子丑寅",
            False,
        ),  # over two
        ("不超过30个工作日", "不超过3个工作日内作出决定并且书面告知申请人本人及其家属", False),  # a number is one word
    ],
)
def test_the_numbers_of_the_definition(library: Library, one: str, other: str, twins: bool) -> None:
    assert bool(passages.passages(piece(library, one + REST[0]), piece(library, other + REST[1]))) == twins


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("打着改革创新", "打着改革旗号", [Block(0, 0, 4)]),
        ("ABxAB", "AB", [Block(0, 0, 2), Block(3, 0, 2)]),
        ("30日", "3日", []),
        ("甲乙", "乙甲", []),
        ("", "", []),
    ],
)
def test_blocks_are_whole_words_of_two_letters_at_least(one: str, other: str, found: list[Block]) -> None:
    assert chain.blocks(one, other) == found


def test_a_set_phrase_may_begin_inside_another(library: Library) -> None:
    assert piece(library, "失误错误，出现失误错误").idle == frozenset(range(10))
