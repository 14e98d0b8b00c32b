"""What a printer does to a text: running titles, titles on a line of their own, items run together, imprints; each on a small text."""

from __future__ import annotations

import pytest

import importer
from importer import Imported
from tests.importer.test_structure import ids, said

LAST = "第二条 本办法自印发之日起施行。"


def words(got: Imported, ident: str) -> list[str]:
    return [one.text for one in got.elements if one.id.split("/", 1)[1] == ident]


@pytest.mark.parametrize("after", ["（2020年1月2日县委常委会会议通过）\n第一条", "第一章 总则\n第一条", "第一条"])
def test_the_first_place_of_a_running_title_is_the_title(after: str) -> None:
    name = "某县容错纠错办法（试行）"
    text = f"某县人民政府\n关于印发某办法的通知\n各乡镇：\n现印发给你们。\n某县人民政府\n2020年1月3日\n— 1 —\n{name}\n{after} 干部应当依照本办法的规定申请容\n- 2 -\n{name}\n错，不得隐瞒。\n第二条 单位应当自受理之日起十日内作出认\n- 3 -\n{name}\n定。\n第三条 本办法自印发之日起施行。"
    got = importer.read(text)
    ids(got)
    assert [one.title for one in got.instruments][1:] == [name]
    assert words(got, "chrome") == ["— 1 —", f"- 2 -\n{name}", f"- 3 -\n{name}"]


def test_a_running_head_that_begins_no_document_is_furniture_at_every_place() -> None:
    page = "某县人民政府公报"
    text = f"某县容错办法\n第一条 干部应当依照本办法的规定申请容\n- 2 -\n{page}\n错。\n- 3 -\n{page}\n第二条 甲。\n- 4 -\n{page}\n第三条 本办法自印发之日起施行。"
    got = importer.read(text)
    ids(got)
    assert [one.title for one in got.instruments] == ["某县容错办法"]
    assert sum(page in text for text in words(got, "chrome")) == 3


@pytest.mark.parametrize("page", ["- 6 -", "-6-", "- ６ -", "－6－", "— 6 —"])
def test_the_hyphens_of_a_page_number_are_its_own(page: str) -> None:
    got = importer.read(f"某某办法\n第一条 甲。\n{page}\n{LAST}")
    ids(got)
    assert words(got, "chrome") == [page]


def test_a_list_in_markdown_keeps_no_hyphens() -> None:
    got = importer.read(f"某某办法\n- 第一条 甲。\n- {LAST}")
    assert ids(got) == ["head", "a1 第一条", "a2 第二条"]


def test_the_title_of_a_chapter_on_the_next_line() -> None:
    got = importer.read(f"某某办法\n第一章\n总　则\n第一条 甲。\n第二章\n{LAST}")
    assert ids(got) == ["head", "ch1 第一章", "a1 第一条", "ch2 第二章", "a2 第二条"]
    assert words(got, "ch1") == ["总　则"]


LISTS = {
    "of an article": "第一条 应当具备下列条件：（一）甲；(二)乙；（三）丙。",
    "under a label that is alone": "第一条\n应当具备下列条件：（一）甲；(二)乙；（三）丙。",
    "the first alone": "第一条 应当具备下列条件：（一）甲；\n(二)乙；（三）丙。",
    "from the first on": "第一条 应当具备下列条件：\n（一）甲；(二)乙；（三）丙。",
}


@pytest.mark.parametrize("where", LISTS)
def test_items_run_together_are_parted(where: str) -> None:
    got = importer.read(f"某某办法\n{LISTS[where]}\n{LAST}")
    assert ids(got) == ["head", "a1 第一条", "a1/i1 （一）", "a1/i2 (二)", "a1/i3 （三）", "a2 第二条"]
    assert [one.text for one in got.elements][1:5] == ["应当具备下列条件：", "甲；", "乙；", "丙。"]
    assert "起另作一项" in said(got)


def test_items_run_together_in_a_paragraph_that_is_broken_over_lines_are_parted() -> None:
    got = importer.read(
        f"某某办法\n第一条 容错的，应当具备下列条\n件：（一）甲，没有\n乙；（二）丙；（三）丁，\n戊。\n{LAST}"
    )
    assert ids(got) == ["head", "a1 第一条", "a1/i1 （一）", "a1/i2 （二）", "a1/i3 （三）", "a2 第二条"]
    assert [one.text for one in got.elements][2:5] == ["甲，没有\n乙；", "丙；", "丁，\n戊。"]


@pytest.mark.parametrize(
    "words",
    [
        "对属于第十条第（一）项、第（二）项情形的，征求意见。",
        "依照下列规定：（一）项所列的，免责；（二）项所列的，减责。",
        "只有一项：（一）甲。",
        "号不接着：（一）甲；（三）乙。",
        "改为：“下列情形：（一）甲；（二）乙。”",
        "有下列情形（包括：（一）甲；（二）乙）的，免责。",
        "按照甲（一）、乙（二）办理。",
    ],
)
def test_what_speaks_of_items_or_quotes_them_is_no_list(words: str) -> None:
    got = importer.read(f"某某办法\n第一条 {words}\n{LAST}")
    assert ids(got) == ["head", "a1 第一条", "a2 第二条"]


def test_items_after_a_list_under_another_article_do_not_count_on() -> None:
    got = importer.read(
        f"某某办法\n第一条 下列：（一）甲；（二）乙。\n第二条 丙；（三）丁；（四）戊。\n第三条{LAST[3:]}"
    )
    assert ids(got) == ["head", "a1 第一条", "a1/i1 （一）", "a1/i2 （二）", "a2 第二条", "a3 第三条"]


FORM = "某某办法\n第一条 甲。\n第二条 本办法自印发之日起施行。\n附件1\n某县容错申请表\n{}\n姓名\t单位\n申请人：下列：（一）甲；（二）乙。"


@pytest.mark.parametrize(("line", "head"), [("（样表）", True), ("（2021年度）", True), ("（单位盖章）", False)])
def test_a_line_in_brackets_under_the_title_of_a_form(line: str, head: bool) -> None:
    got = importer.read(FORM.format(line))
    assert ids(got)[3:] == ["head", "body"]
    assert (line in got.elements[3].text) is head


def test_a_line_of_steps_is_no_title() -> None:
    text = "某某办法\n第一条 甲。\n第二条 本办法自印发之日起施行。\n附件\n某县容错工作流程\n申请→受理→认定\n一、申请。填表。\n二、受理。审查。"
    assert ids(importer.read(text))[3:] == ["head", "preamble", "part1 一、", "part2 二、"]


def test_an_imprint_goes_on_until_the_line_of_its_printing() -> None:
    text = "某县委\n关于甲的通知\n各乡镇：\n一、乙。\n二、丙。\n某县委\n2021年3月2日\n抄送：市委办公室，市纪委监委。\n　　　县人大常委会办公室，县政协办公室。\n某县委办公室 2021年3月4日印发\n附件\n某县容错办法\n第一条 甲。\n第二条 本办法自印发之日起施行。"
    got = importer.read(text)
    assert ids(got)[:5] == ["head", "part1 一、", "part2 二、", "closing", "print_line"]
    assert words(got, "print_line")[0].count("\n") == 2
    assert got.instruments[1].title == "某县容错办法"


def test_words_after_a_list_of_attachments_belong_to_it() -> None:
    text = "某某办法\n第一章 总则\n第一条 甲。\n第二章 附则\n附件：1．甲表\n2．乙表\n（以上附件略）\n"
    got = importer.read(text)
    assert ids(got)[-1] == "annexes"
