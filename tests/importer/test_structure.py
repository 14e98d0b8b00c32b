"""Shapes that official texts have, each on a small text: ids and labels as they should be, and what is said where it is unsure."""

from __future__ import annotations

import importer
from importer import Imported
from tests.importer.support import accounted, refused


def ids(got: Imported) -> list[str]:
    accounted(got)
    assert refused(got) == []
    return [f"{one.id.split('/', 1)[1]} {one.label or ''}".strip() for one in got.elements]


def said(got: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.kind} {doubt.said}" for doubt in got.doubts)


def test_parts_chapters_sections_and_a_table_of_contents() -> None:
    text = "某某条例\n目　录\n第一编　总则\n第一章　一般规定\n第一节　目的\n第二编　附则\n第一编　总则\n第一章　一般规定\n第一节　目的\n第一条　为了甲。\n第二节　原则\n第二条　坚持乙。\n第二编　附则\n第三条　本条例自公布之日起施行。"
    assert ids(importer.read(text)) == [
        "head",
        "toc",
        "book1 第一编",
        "book1/ch1 第一章",
        "book1/ch1/sec1 第一节",
        "a1 第一条",
        "book1/ch1/sec2 第二节",
        "a2 第二条",
        "book2 第二编",
        "a3 第三条",
    ]


def test_an_inserted_article_with_paragraphs_items_and_sub_items() -> None:
    text = "某某法\n第一百二十条　甲。\n第一百二十条之一　乙。\n有下列情形之一的：\n（一）丙；\n（二）丁，包括：\n1．戊；\n2．己：\n（1）庚；\n①辛。\n（三）壬。\n前款所称癸，是指子。\n第一百二十一条　本法自公布之日起施行。"
    got = importer.read(text)
    assert ids(got)[3:] == [
        "a120_1/p1",
        "a120_1/p2",
        "a120_1/p2/i1 （一）",
        "a120_1/p2/i2 （二）",
        "a120_1/p2/i2/1 1．",
        "a120_1/p2/i2/2 2．",
        "a120_1/p2/i2/2/n1 （1）",
        "a120_1/p2/i2/2/n1/o1 ①",
        "a120_1/p2/i3 （三）",
        "a120_1/p3",
        "a121 第一百二十一条",
    ]
    assert {one.kind for one in got.elements} == {"标题", "条", "款", "项", "目", "目以下"}


def test_a_notice_of_numbered_parts_with_annexes_signature_and_print_line() -> None:
    text = "某县人民政府文件\n某政发〔2020〕5号\n某县人民政府\n关于做好甲工作的通知\n各乡镇人民政府，县直各单位：\n为了做好甲工作，现通知如下。\n一、总体要求\n坚持乙。\n二、重点任务\n（一）丙。做好丙。\n（二）丁。做好丁。\n附件：1.甲工作分工表\n2.联络员名单\n某县人民政府\n2020年5月6日\n（此件公开发布）\n抄送：县委办。\n某县人民政府办公室 2020年5月7日印发"
    got = importer.read(text)
    assert ids(got) == [
        "head",
        "preamble",
        "part1 一、",
        "part1/s1",
        "part2 二、",
        "part2/i1 （一）",
        "part2/i2 （二）",
        "annexes",
        "closing",
        "print_line",
    ]
    assert got.instruments[0].title == "某县人民政府关于做好甲工作的通知"


def test_attachments_are_instruments_and_a_form_is_kept_whole() -> None:
    text = "某县容错办法\n第一条 甲。\n第二条 本办法自印发之日起施行。\n附件1\n容错申请表\n申请人：\n1、姓名\n2、单位\n附件2\n容错实施细则\n第一条 丙。\n第二条 本细则自印发之日起施行。"
    got = importer.read(text, slug="x")
    assert [(one.id, one.kind, one.title) for one in got.instruments] == [
        ("x", "provisions", "某县容错办法"),
        ("x_sample", "sample", "容错申请表"),
        ("x_part_2", "provisions", "容错实施细则"),
    ]
    assert ids(got)[3:5] == ["head", "body"]


def test_old_articles_list_with_plain_numerals_and_have_their_words_on_the_next_line() -> None:
    text = "某某办法\n第一条\n为了甲，制定本办法。\n第二条 有下列情形的：\n一、丙；\n二、丁。\n第三条 本办法自公布之日起施行。"
    assert ids(importer.read(text)) == ["head", "a1 第一条", "a2 第二条", "a2/i1 一、", "a2/i2 二、", "a3 第三条"]


def test_a_missing_number_a_doubled_number_and_one_that_is_too_low_are_said() -> None:
    text = "某某办法\n第一条 甲。\n第三条 下列：\n（一）乙；\n（一）丙；\n（四）丁。\n第三条 戊。\n第五条 本办法自公布之日起施行。"
    got = importer.read(text)
    assert ids(got) == [
        "head",
        "a1 第一条",
        "a3 第三条",
        "a3/i1 （一）",
        "a3/i2 （一）",
        "a3/i4 （四）",
        "a4 第三条",
        "a5 第五条",
    ]
    assert "3 gap 缺第二条：前面是第一条，这里是第三条" in said(got)
    assert "5 order 标号“（一）”前面已经有了，这里应是第2个" in said(got)
    assert "6 gap 缺（三）" in said(got)
    assert "7 order 标号“第三条”不按顺序" in said(got)
    assert [one.provision.split("/", 1)[1] for one in got.defects] == ["a3", "a3/i2", "a3/i4", "a4"]


def test_page_numbers_and_running_heads_break_no_sentence() -> None:
    page = "某某县人民政府公报"
    text = f"某某办法\n第一条 为了规范行为，保护公民的合法权\n- 1 -\n{page}\n益，制定本办法。\n第二条 单位应当依照法律的规定\n- 2 -\n{page}\n办理各项业务。\n第三条 甲。\n第四条 本办法自印发之日起\n第 3 页 共 3 页\n{page}\n施行。"
    got = importer.read(text)
    assert [one.id.split("/")[1] for one in got.elements] == [
        "head",
        *["a1", "chrome", "a1", "a2", "chrome", "a2", "a3", "a4", "chrome", "a4"],
    ]
    ids(got)
    assert "像是页眉或页脚" in said(got)
    assert "像是页码" in said(got)
    assert "已接上" in said(got)


def test_lines_of_one_width_are_one_paragraph_though_one_ends_with_a_stop() -> None:
    text = "某某办法\n　　第一条 为了规范行为，制定本办法。\n本办法适用于全县。\n　　第二条 甲。\n　　第三条 乙。\n　　丙。\n　　第四条 本办法自印发之日起施行。"
    assert ids(importer.read(text)) == ["head", "a1 第一条", "a2 第二条", "a3 第三条", "a3/p1", "a3/p2", "a4 第四条"]


def test_articles_run_together_on_one_line_are_parted() -> None:
    got = importer.read(
        "某某办法\n第一条 甲的规定，适用本办法。第二条 乙依照第一条办理。第三条 本办法自印发之日起施行。"
    )
    assert ids(got) == ["head", "a1 第一条", "a2 第二条", "a3 第三条"]
    assert "“第二条”起另作一条" in said(got)


def test_a_sentence_that_goes_on_with_the_number_of_an_article_is_no_article() -> None:
    text = "某某办法\n第一条 甲。\n第二条 乙，依照本办法\n第五条第二款的规定办理。\n第三条规定的情形除外。\n第三条 本办法自印发之日起施行。"
    assert ids(importer.read(text)) == ["head", "a1 第一条", "a2 第二条", "a2/p1", "a2/p2", "a3 第三条"]


def test_half_width_brackets_are_said_and_proposed_where_they_are_mixed() -> None:
    got = importer.read("某某办法\n第一条 下列：\n(一)甲；\n（二）乙。\n第二条 本办法自印发之日起施行。")
    assert [(one.provision, one.kind, one.reading, one.in_label) for one in got.defects] == [
        ("policy/a1/i1", "brackets", "（一）", True)
    ]
    assert "标号的括号有 1 处半角、1 处全角" in said(got)


def test_what_surrounds_a_text_on_a_page_is_no_provision() -> None:
    got = importer.read(
        "首页 > 政策\n某某办法\n发布日期：2020-01-01\n第一条 甲。\n第二条 本办法自印发之日起施行。\n分享到 微信\n扫一扫\n某某微信号"
    )
    assert [one.kind for one in got.elements] == ["网页信息", "标题", "网页信息", "条", "条", "网页信息"]
    ids(got)


def test_quoted_provisions_stay_in_the_part_that_quotes_them() -> None:
    text = "关于修改某办法的决定\n现决定作如下修改：\n一、将第三条修改为：\n“第三条　甲：\n“（一）乙；\n“（二）丙。”\n二、删去第五条。\n本决定自公布之日起施行。"
    assert ids(importer.read(text)) == [
        "head",
        "preamble",
        "part1 一、",
        "part1/s2",
        "part1/s3",
        "part1/s4",
        "part2 二、",
        "closing",
    ]


def test_a_numbered_list_of_attachments_ends_the_text_and_what_it_names_comes_after() -> None:
    text = "某县容错办法\n第一条 甲。\n第二条 本办法自印发之日起施行。\n附件：1．容错申请表\n2．容错认定书\n附件1\n容错申请表\n申请人\n　年　月　日\n附件2\n容错认定书\n甲乙：\n一、事实\n某县纪委监委\n　　年　　月　　日"
    got = importer.read(text)
    assert [one.kind for one in got.instruments] == ["provisions", "sample", "sample"]
    assert ids(got)[3:] == ["annexes", "head", "body", "head", "body", "closing"]
