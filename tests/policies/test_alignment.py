"""Whatever departs from the source is found, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.engine.alignment import Mismatch, spans
from tests.support.contracted import contracted
from tests.support.independent import Folder, folders, squeezed

# Neither marks nor white space, which do not count; a hyphen and a hash inside a line do.
CHARACTERS = "甲乙丙丁第一条（二）(三)，。；:.《》〈<>“”7a"
elements = st.lists(st.text(CHARACTERS, min_size=1, max_size=8), min_size=1, max_size=6)
blanks = st.text(" \t\u3000\xa0\n", max_size=3)
breaks = st.sampled_from(["\n", "\n\n", "\n# ", "\n### ", "\n- ", "\n  - ", " \n", "\n**", "**\n"])


def whole(folder: Folder) -> list[str]:
    return [label + text for _, label, text in folder.elements]


@st.composite
def printed_and_source(draw: st.DrawFn) -> tuple[list[str], str]:
    """Elements, and a source that prints them with marks and white space between and within."""
    texts = draw(elements)
    pieces = []
    for text in texts:
        at = draw(st.integers(0, len(text)))
        pieces.append(text[:at] + draw(blanks) + draw(st.sampled_from(["", "*", "**"])) + text[at:])
    return texts, draw(st.sampled_from(["", "# ", "- ", "\n\n"])) + "".join(piece + draw(breaks) for piece in pieces)


@st.composite
def spoilt(draw: st.DrawFn, texts: list[str]) -> list[str]:
    """The same elements with one character dropped, doubled, changed or swapped with its neighbour."""
    index = draw(st.sampled_from([i for i, text in enumerate(texts) if squeezed(text)]))
    words = squeezed(texts[index])
    at = draw(st.integers(0, len(words) - 1))
    ways = [
        words[:at] + words[at + 1 :],
        words[:at] + words[at] + words[at:],
        words[:at] + draw(st.sampled_from([c for c in CHARACTERS if c != words[at]])) + words[at + 1 :],
    ]
    if at + 1 < len(words) and words[at] != words[at + 1]:
        ways.append(words[:at] + words[at + 1] + words[at] + words[at + 2 :])
    return [*texts[:index], draw(st.sampled_from(ways)), *texts[index + 1 :]]


@given(printed_and_source())
def test_marks_and_white_space_of_the_source_do_not_count(case: tuple[list[str], str]) -> None:
    texts, source = case
    found = spans(source, texts)
    lines = source.split("\n")
    assert len(found) == len(texts)
    for text, (first, last) in zip(texts, found, strict=True):
        held = squeezed("".join(line.replace("*", "") for line in lines[first - 1 : last]))
        assert text in held
    assert found == sorted(found)


@given(printed_and_source(), st.data())
def test_white_space_of_an_element_does_not_count(case: tuple[list[str], str], data: st.DataObject) -> None:
    texts, source = case
    loose = [data.draw(blanks).join(text) + data.draw(blanks) for text in texts]
    assert spans(source, loose) == spans(source, texts)


@given(printed_and_source(), st.data())
def test_any_one_character_dropped_doubled_changed_or_swapped_is_found(
    case: tuple[list[str], str], data: st.DataObject
) -> None:
    texts, source = case
    with pytest.raises(Mismatch):
        spans(source, data.draw(spoilt(texts)))


@pytest.mark.parametrize(
    "folder", [one for one in folders() if contracted(one.elements[0][0])], ids=lambda folder: folder.slug
)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_one_character_of_a_real_document_that_is_changed_is_found_where_it_stands(
    folder: Folder, data: st.DataObject
) -> None:
    texts = whole(folder)
    lines = spans(folder.source, texts)  # the control: as it is, it fits
    wrong = data.draw(spoilt(texts))
    changed = next(i for i, text in enumerate(texts) if squeezed(text) != squeezed(wrong[i]))
    with pytest.raises(Mismatch) as caught:
        spans(folder.source, wrong)
    # A doubled or dropped character may be made good by its likes that follow, but by no more than these.
    assert caught.value.index >= changed
    assert caught.value.line >= lines[changed][0]
    assert caught.value.line <= lines[min(changed + 1, len(lines) - 1)][1]


def test_what_departs_is_told_with_its_line_and_both_sides() -> None:
    source = "# 标题\n\n第一条 甲乙丙\n丁戊己"
    assert spans(source, ["标题", "第一条甲乙丙丁", "戊己"]) == [(1, 1), (3, 4), (4, 4)]
    with pytest.raises(Mismatch) as caught:
        spans(source, ["标题", "第一条甲乙丙子", "戊己"])
    assert (caught.value.index, caught.value.line, caught.value.expected, caught.value.found) == (1, 4, "丁戊己", "子")


def test_what_the_source_has_more_and_what_it_has_less_is_found() -> None:
    with pytest.raises(Mismatch) as more:
        spans("甲\n乙", ["甲"])
    assert (more.value.index, more.value.line, more.value.expected) == (1, 2, "乙")
    with pytest.raises(Mismatch) as less:
        spans("甲", ["甲", "乙"])
    assert (less.value.index, less.value.line, less.value.found) == (1, 1, "乙")
    with pytest.raises(Mismatch):
        spans("", ["甲"])
    assert spans("", []) == []


def test_an_element_without_words_stands_on_no_line() -> None:
    assert spans("甲\n乙", ["甲", "", " ", "乙"]) == [(1, 1), (0, 0), (0, 0), (2, 2)]


def test_a_hyphen_or_hash_that_leads_no_line_counts() -> None:
    assert spans("日期:2016-11-29 #1\n- 甲", ["日期:2016-11-29#1", "甲"]) == [(1, 1), (2, 2)]
    with pytest.raises(Mismatch):
        spans("日期:2016-11-29", ["日期:20161129"])
