"""The flaws of the printed text: each recorded, each standing where it is said to, none repaired in silence."""

from __future__ import annotations

import re
from typing import Any

import pytest

from policies import Library, Provision
from tests.support.independent import folders, labels, printed, read

DEFECTS = [(folder.slug, defect) for folder in folders() for defect in folder.defects]
# A paragraph or an item ends with one of these; a line that ends otherwise was broken by a page or the width of a column.
ENDS = tuple("。；：;:")


def of(ident: str, kind: str) -> list[dict[str, Any]]:
    return [defect for _, defect in DEFECTS if defect["provision"] == ident and defect["kind"] == kind]


def applied(provision: Provision, in_label: bool) -> bool:
    return any(defect.applied for defect in provision.defects if defect.in_label == in_label)


@pytest.mark.parametrize(
    ("slug", "defect"), DEFECTS, ids=[f"{defect['provision']}-{defect['kind']}" for _, defect in DEFECTS]
)
def test_the_printed_words_of_a_defect_stand_exactly_once_where_it_is_said(slug: str, defect: dict[str, Any]) -> None:
    (folder,) = [folder for folder in folders() if folder.slug == slug]
    assert defect["provision"] in {ident for ident, _, _ in folder.elements}
    where = labels() if defect.get("in_label") else printed()
    assert where[defect["provision"]].count(defect["printed"]) == 1
    assert defect["reading"] != defect["printed"] or defect["kind"] == "layout"


@pytest.mark.parametrize(
    ("ident", "misprinted", "right"),
    [
        ("xuzhou/a1", "思想 and 党的十九大精神", "思想和党的十九大精神"),
        ("xuzhou/a8/i4", "依纪依法追究 responsibility。", "依纪依法追究责任。"),
        ("puyang_draft/a2", "积极营造鼓励创新创新创业、", "积极营造鼓励创新创业、"),
        ("wuyang_tolerance/a8", "需追究\n党纪政纪责任的", "需追究党纪政纪责任的"),
        ("wuyang_accountability/a9", "写出\n书面检讨", "写出书面检讨"),
        ("pingdingshan_list/pos/13", "主动上\n交违纪违法所得", "主动上交违纪违法所得"),
        (
            "xuzhou_notice/body",
            "附件：徐州工业职业技术学院进一步健全容错纠错机制\n的实施办法",
            "附件：徐州工业职业技术学院进一步健全容错纠错机制的实施办法",
        ),
    ],
)
def test_a_known_misprint_is_kept_as_printed_and_mended_as_read(
    library: Library, ident: str, misprinted: str, right: str
) -> None:
    provision = library.provision(ident)
    assert misprinted in provision.printed
    assert right not in provision.printed
    assert right in provision.text
    assert misprinted not in provision.text


def test_what_is_doubtful_is_recorded_and_shown_as_printed(library: Library) -> None:
    doubtful = [(p, defect) for p in library.provisions for defect in p.defects if defect.confidence != "高"]
    assert len(doubtful) >= 10
    for provision, defect in doubtful:
        assert not defect.applied
        assert defect.printed in provision.text
    assert "真心想爱护" in library.provision("xuzhou/a7/i3").text


def test_every_foreign_word_of_the_texts_is_a_recorded_defect() -> None:
    found = {(ident, word) for ident, words in printed().items() for word in re.findall(r"[A-Za-z]{2,}", words)}
    foreign = {(ident, word) for ident, word in found if not set(word) <= {"X"}}
    assert foreign == {("xuzhou/a1", "and"), ("xuzhou/a8/i4", "responsibility")}
    for ident, word in foreign:
        assert any(word in defect["printed"] for defect in of(ident, "foreign_word"))
        assert word not in read()[ident]


def test_every_line_break_within_a_sentence_is_a_recorded_page_break() -> None:
    breaks = 0
    for ident, words in printed().items():
        if ident.endswith(("/head", "/closing", "/chrome")):  # titles, signatures and menus have lines, not sentences
            continue
        lines = words.split("\n")
        within = sum(not line.endswith(ENDS) for line in lines[:-1])
        assert sum("\n" in defect["printed"] for defect in of(ident, "page_break")) == within, ident
        assert within == 0 or "\n" not in re.sub(r"(?<=[。；：;:])\n", "", read()[ident]), ident
        breaks += within
    assert breaks >= 15


def test_every_label_in_half_width_brackets_is_a_recorded_defect_but_where_the_whole_page_has_them(
    library: Library,
) -> None:
    half = {provision.id for provision in library.provisions if "(" in provision.printed_label}
    recorded = {defect["provision"] for _, defect in DEFECTS if defect.get("in_label")}
    assert recorded == {ident for ident in half if not ident.startswith("shangzhou/")}
    assert len(half) > len(recorded) > 50
    for ident in recorded:
        provision = library.provision(ident)
        assert provision.label == provision.printed_label.replace("(", "（").replace(")", "）")
    for ident in half - recorded:
        assert library.provision(ident).label == library.provision(ident).printed_label


def test_no_word_is_printed_twice_running_without_a_recorded_defect() -> None:
    for ident, words in printed().items():
        for match in re.finditer(r"([\u4e00-\u9fff]{2,})\1", words):
            assert of(ident, "doubled"), (ident, match[0])
    assert of("puyang_draft/a2", "doubled")


def test_what_is_read_differs_from_what_is_printed_exactly_where_a_defect_is_applied(library: Library) -> None:
    differing = 0
    for provision in library.provisions:
        assert (provision.text != provision.printed) == applied(provision, in_label=False), provision.id
        if provision.held:  # what was not obtained has the label that it would have
            assert (provision.label != provision.printed_label) == applied(provision, in_label=True), provision.id
        differing += provision.text != provision.printed
    assert 15 <= differing < 40


def test_what_is_read_is_what_is_printed_with_the_sure_misprints_replaced(library: Library) -> None:
    assert {provision.id: provision.text for provision in library.provisions} == read()


def test_each_provision_carries_its_defects_and_no_others(library: Library) -> None:
    carried = [(provision.id, defect.printed) for provision in library.provisions for defect in provision.defects]
    assert sorted(carried) == sorted((defect["provision"], defect["printed"]) for _, defect in DEFECTS)
