"""The coded answers of the cells, as the loader gives them: made from two codings, with every difference settled in writing.

That they are values of their dimension, short, borne out and in step with their cells is proven whenever the data are loaded;
tests/support/coding_breaks.py breaks each of those guards.
"""

from __future__ import annotations

import functools
import re

import pytest

from policies import Library
from policies.engine.checks.briefs import overreach, places
from policies.engine.checks.modal import Modal
from tests.support.codings import CODERS, HERE, Key, alike, codings, settled, shown, values

KINDS = ("values", "briefs")


@functools.cache
def briefs() -> dict[Key, str]:
    """The first reader's; the second's were written blind, and are not shown."""
    return {key: coded["brief"] for key, coded in codings()[0].items()}


def cells(library: Library) -> dict[Key, tuple[set[str], str]]:
    return {
        (dimension, instrument.id): (set(cell.values), cell.brief)
        for instrument in library.compared
        for dimension, cell in instrument.cells.items()
    }


@pytest.mark.parametrize("coder", range(len(CODERS)), ids=["first", "second"])
def test_a_reader_has_coded_every_cell_and_no_other(library: Library, coder: int) -> None:
    assert codings()[coder].keys() == cells(library).keys()


def test_a_reader_took_the_codebooks_values_or_those_that_were_settled(library: Library) -> None:
    book = library.vocabulary.values
    mended = {
        (each["dimension"], value)
        for each in settled("values")
        for value in values(each["first"]) | values(each["second"])
    }
    for coding in codings():
        for (dimension, instrument), coded in coding.items():
            for value in values(coded["value"]):
                known = value in book.allowed(dimension) or (dimension, value) in mended
                assert known, f"{instrument} {dimension}: {value}"


def test_cells_have_the_value_of_both_readers_or_the_settled_one(library: Library) -> None:
    """And every difference is settled, with what the two readers took."""
    first, second = codings()
    written = {(each["dimension"], each["instrument"]): each for each in settled("values")}
    for key, (found, _) in cells(library).items():
        ours, theirs = values(first[key]["value"]), values(second[key]["value"])
        if key in written:
            entry = written.pop(key)
            assert (values(entry["first"]), values(entry["second"])) == (ours, theirs), key
            assert values(entry["settled"]) == found, key
        else:
            assert found == ours == theirs, key
    assert not written


def test_cells_have_the_first_readers_brief_or_the_settled_one(library: Library) -> None:
    written = {(each["dimension"], each["instrument"]): each for each in settled("briefs")}
    for key, (_, found) in cells(library).items():
        if key in written:
            entry = written.pop(key)
            assert (entry["first"], entry["settled"]) == (briefs()[key], found) != (found, found), key
        else:
            assert found == briefs()[key], key
    assert not written


def test_what_was_wrong_in_the_codebook_is_mended(library: Library) -> None:
    for each in settled("codebook"):
        value = library.vocabulary.values.allowed(each["dimension"])[each["value"]]
        assert getattr(value, each["field"]) == each["now"] != each["was"]


def test_every_settlement_says_why_and_none_twice() -> None:
    for kind in KINDS:
        keys = [(each["dimension"], each["instrument"]) for each in settled(kind)]
        assert len(keys) == len(set(keys)) > 0
    for each in (each for kind in (*KINDS, "codebook") for each in settled(kind)):
        assert each["why"].endswith("。")


def test_the_figures_on_the_page_are_those_of_the_codings(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8")
    added = {row.id for row in library.vocabulary.dimensions if row.splits}
    whole = codings()[0].keys()
    parts = {
        "the 49 rows of the contract": [key for key in whole if key[0] not in added],
        "the rows that were added": [key for key in whole if key[0] in added],
        "all": list(whole),
    }
    lines = [f"| {name} | {shown(keys)} |" for name, keys in parts.items()]
    with capsys.disabled():
        print("", *lines, sep="\n")
    assert all(line in page for line in lines)
    twice = library.vocabulary.double_coding.values
    assert (twice.cells, twice.alike) == (len(whole), alike(whole))


def test_the_codebook_stands_in_the_order_of_the_rows(library: Library) -> None:
    assert list(library.vocabulary.values.dimensions) == [row.id for row in library.vocabulary.dimensions]


def test_what_a_value_wants_is_a_sentence(library: Library) -> None:
    book = library.vocabulary.values
    whens = [value.when for value in book.common]
    whens += [value.when for of in book.dimensions.values() for value in of.values]
    assert all(re.fullmatch(r"[^。]+。", when) for when in whens)


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("容错办法第七条", ["容错办法第七条"]),
        ("容错办法第五、六条", ["容错办法第五条", "容错办法第六条"]),
        ("正面清单1、12项", ["正面清单第1项", "正面清单第12项"]),
        ("负面清单第5项", ["负面清单第5项"]),
        ("措施（一）（二）", ["措施（一）", "措施（二）"]),
        ("负面清单", ["负面清单"]),
    ],
)
def test_a_few_words_name_places(where: str, named: list[str]) -> None:
    assert places(where) == named


@pytest.mark.parametrize(
    ("brief", "words", "found"),
    [
        ("可以申请", "可以提出申请", []),
        ("可以申请", "有权利提出申请", []),
        ("可以申请", "应当提出申请", []),
        ("应当申请", "可以提出申请", ["应当"]),
        ("应当申请", "要提出申请", ["应当"]),
        ("要申请", "应当提出申请", []),
        ("可以申请", "提出申请", ["可以"]),
        ("不予备案", "可以备案", ["不予"]),
        ("免责的不受影响", "应当说明", ["不受影响"]),
        ("可以从轻", "可以酌情减轻", []),
        ("没有写", "", []),
    ],
)
def test_a_brief_binds_no_more_than_its_words(library: Library, brief: str, words: str, found: list[str]) -> None:
    assert list(overreach(brief, words, Modal(library.vocabulary.lexicon.modals))) == found
