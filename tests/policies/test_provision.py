"""Provisions typed anew from the sources, and how they are cited."""

from __future__ import annotations

import pytest

from importer.grammar.citation import place
from policies import Library, Provision
from policies.engine.numeral import numeral
from tests.support.independent import labels, printed

PRINTED = [
    ("wuyang_cover/body", "", "现将《舞阳县党员干部防错纠错办法（试行）》《舞阳县党员干部容错免责办法（试行）》《舞阳县党员干部懒政怠政为官不为问责办法（试行）》印发给你们，请结合实际认真抓好贯彻落实。"),
    ("wuyang_prevention/a3", "第三条", "防错纠错的原则"),
    ("wuyang_prevention/a5/i2", "（二）", "落实部门主管责任。按照“谁主管、谁负责”的原则，各部门（单位）认真抓好本部门（单位）的防错纠错工作，自觉接受各方面监督。"),
    ("wuyang_prevention/a10", "第十条", "本办法自发布之日起施行。"),
    ("wuyang_prevention_sample/closing", "", "XXXX（防错纠错实施机关）\nXXXX年XX月XX日"),
    ("wuyang_tolerance/a5", "第五条", "符合以下条件的，可予以容错免责。"),
    ("wuyang_tolerance/a5/i3", "（三）", "按照实际情况经过民主决策程序的；"),
    ("wuyang_tolerance/a6/i5", "(五)", "发生重特大安全责任事故和严重环境污染、生态破坏责任事故的；"),
    ("wuyang_tolerance/a7/i1", "(一)", "提出申请。单位或本人认为符合免责条件的，应在启动问责程序后 7 个工作日内，由所在单位党委（党组）按照干部管理权限向纪检监察机关或组织人事部门提出书面申请。"),
    ("wuyang_tolerance/a8", "第八条", "经纪检监察机关或组织人事部门认定，需追究\n党纪政纪责任的，可酌情从轻、减轻党政纪处分；需作出组织处理的，可酌情从轻、减轻或免于处理。"),
    ("wuyang_tolerance/a12", "第十二条", "本办法自发布之日起施行，施行前已问责的不适用本办法。"),
    ("wuyang_accountability/a6", "第六条", ""),
    ("wuyang_accountability/a6/p1", "", "问责追究对象包括单位和工作人员。"),
    ("wuyang_accountability/a6/p2/i3", "(三)", "改组。对失职失责，严重违反党的纪律、本身又不能纠正的，应当予以改组。"),
    ("wuyang_accountability/a6/p3/i4", "（四）", "党纪、政纪处分。对失职失责应当给予党纪、政纪处分的，依照《中国共产党纪律处分条例》追究纪律责任。上述问责方式，可以单独使用，也可以合并使用。"),
    ("wuyang_accountability/a7/i4", "（四）", "同一年度内受到两次以上责任追究的。"),
    ("shangzhou/chrome", "", "首页 > 本区文件\n发布日期:2016-11-29 11:42:42 \xa0\xa0\xa0\xa0 \xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0 责任编辑:信息管理中心 \xa0\xa0\xa0\xa0浏览量:14307\n微信公众平台 x\n微信扫一扫关注\n商州党建微信号"),
    ("shangzhou/a3/p2", "", "具有行政管理和公共服务职能的企事业单位的工作人员,村(社区)干部参照本实施办法执行。"),
    ("shangzhou/a5/i2", "(二)", "在推进改革和体制机制创新中,因缺乏经验,先行先试出现探索性失误或未达到预期效果的;"),
    ("shangzhou/a5/i13", "(十三)", "其他符合容错情形的。"),
    ("shangzhou/a7/p1/i3", "(三)", "党代表、人大代表、政协委员和后备干部资格不受影响;"),
    ("shangzhou/a7/p3", "", "以上结果运用方式可以根据容错免责或减责的具体情况单独或综合使用。"),
    ("shangzhou/a11", "第十一条", "党内法规、法律法规和上级有关规定对容错纠错有其他规定的从其规定。"),
    ("puyang_draft/head", "", "关于党员干部改革创新 容错纠错的实施办法（试行）\n（征求意见稿）"),
    ("puyang_draft/a4/p2", "", "其他依法履行公职人员的容错纠错工作，参照本办法执行。"),
    ("puyang_draft/a6/i3", "(三)", "在实施创新驱动发展战略，特别是加快科技成果转化、\n推动新旧动能转换等重大工程中，积极作为、勇于探索，因政策界限不明、不可预见因素或者缺乏经验，出现失误错误的；"),
    ("puyang_draft/a7/i2/s2", "", "容错意见并入纪检监察机关的问责追责相关文书中，不再单独制作。容错理由和容错依据应当单独形成书面材料，与有关证据材料一并归入问责追责案卷，留存备查。"),
    ("puyang_draft/a7/i3/s2", "", "对各级纪检监察机关不予容错、容错减责等问责追责处理决定不服的，可以依照有关规定提出申诉。"),
    ("puyang_draft/a8/p2", "", "各级纪检监察机关应当加强对纠错整改工作的监督检查，对整改不力的严肃追究责任。"),
    ("pingdingshan_notice_4/closing", "", "中共平顶山市纪委\n2022年12月30日"),
    ("pingdingshan_measures/part3", "三、", "精准稳慎追责问责"),
    ("pingdingshan_measures/m8", "（八）", "探索建立提醒式问责工作机制。以提醒为主、以问责为辅、以整改为目的，对工作落实不力、进展缓慢、成效不佳，但未造成不良影响或影响较小的党员干部，在实施问责前对其进行约谈提醒、明确整改时限，能够在规定时限内高质量完成工作任务的，依规依纪依法免予问责或从轻减轻问责。"),
    ("pingdingshan_list/pos", "一、", "予以容错免责备案的正面清单"),
    ("pingdingshan_list/pos/lead", "", "单位或个人有下列情形之一的，可以纳入容错免责备案范围，按程序向纪检监察机关备案通过后，依规依纪予以免除或减轻相关单位或当事人的责任："),
    ("pingdingshan_list/pos/13", "13.", "对违纪违法行为发生在党的十八大前、被动接受、情节轻微、以促进发展为目的，认错改错态度较好，主动上\n交违纪违法所得，主动挽回损失、消除不良影响或有效阻止危害结果发生的；"),
    ("pingdingshan_list/neg/1", "1.", "违反党章党规党纪和国家法律法规明令禁止的；"),
    ("pingdingshan_list/neg/9", "9.", "其他经认定不符合容错免责情形的。"),
    ("xuzhou_notice/closing", "", "中共徐州工业职业技术学院委员会\n2018年10月26日"),
    ("xuzhou/a3/i4", "(四)", "注重抓早抓小,着眼预防,及时纠错;"),
    ("xuzhou/a4/i2", "(二)", "在学校高水平建设中，因承担试点性、实验性工作，因缺乏经验，出现探索性失误或未达到预期效果的；"),
    ("xuzhou/a6/p3", "", "对减责的干部，根据有关规定可以酌情从轻、减轻处分或组织处理。有一定影响期的，影响期结束后提拔任用不受影响。"),
    ("xuzhou/a8/i4", "（四）", "对恶意中伤诬陷他人、干扰改革创新或持续无理上访造成恶劣影响的，坚决查处，依纪依法追究 responsibility。"),
    ("xuzhou/a9", "第九条", "加强组织领导，密切协作配合，确保容错纠错工作取\n得实效。"),
    ("xuzhou/print_line", "", "徐州工业职业技术学院党委办公室 2018年10月27日印发"),
]  # fmt: skip

READ = [
    ("wuyang_tolerance/a6/i5", "（五）", "发生重特大安全责任事故和严重环境污染、生态破坏责任事故的；"),
    ("shangzhou/a5/i13", "(十三)", "其他符合容错情形的。"),
    ("pingdingshan_measures/m1", "（一）", None),
    ("pingdingshan_list/pos/13", "13.", "对违纪违法行为发生在党的十八大前、被动接受、情节轻微、以促进发展为目的，认错改错态度较好，主动上交违纪违法所得，主动挽回损失、消除不良影响或有效阻止危害结果发生的；"),
    ("xuzhou/a8/i4", "（四）", "对恶意中伤诬陷他人、干扰改革创新或持续无理上访造成恶劣影响的，坚决查处，依纪依法追究责任。"),
]  # fmt: skip

CITED = [
    ("wuyang_tolerance/a5/i3", "《舞阳县党员干部容错免责办法（试行）》第五条第（三）项"),
    ("shangzhou/a7/p1/i3", "《商州区党政干部容错纠错实施办法（试行）》第七条第一款第（三）项"),
    ("shangzhou/a5/i13", "《商州区党政干部容错纠错实施办法（试行）》第五条第（十三）项"),
    ("xuzhou/a6/p3", "《徐州工业职业技术学院进一步健全容错纠错机制的实施办法》第六条第三款"),
    ("puyang_draft/a7/i2/s2", "《关于党员干部改革创新容错纠错的实施办法（试行）（征求意见稿）》第七条第（二）项第二段"),
    ("pingdingshan_measures/m11", "《充分发挥纪检监察职能作用激励干部担当作为的若干措施》（十一）"),
    ("pingdingshan_measures/part2", "《充分发挥纪检监察职能作用激励干部担当作为的若干措施》第二部分"),
    ("pingdingshan_list/pos/13", "《容错免责备案适用情形正负面清单》正面清单第13项"),
    ("pingdingshan_list/neg/lead", "《容错免责备案适用情形正负面清单》负面清单导语"),
    ("xuzhou/print_line", "《徐州工业职业技术学院进一步健全容错纠错机制的实施办法》印发说明"),
]


@pytest.fixture(scope="module")
def provisions(library: Library) -> dict[str, Provision]:
    return {provision.id: provision for provision in library.provisions}


@pytest.mark.parametrize(("ident", "label", "words"), PRINTED, ids=[row[0] for row in PRINTED])
def test_a_provision_prints_what_the_source_prints(
    provisions: dict[str, Provision], ident: str, label: str, words: str
) -> None:
    assert (provisions[ident].printed_label, provisions[ident].printed) == (label, words)


@pytest.mark.parametrize(("ident", "label", "words"), READ, ids=[row[0] for row in READ])
def test_a_provision_reads_without_what_is_surely_misprinted(
    provisions: dict[str, Provision], ident: str, label: str, words: str | None
) -> None:
    assert provisions[ident].label == label
    assert words is None or provisions[ident].text == words


def test_the_library_prints_every_element_and_nothing_else(provisions: dict[str, Provision]) -> None:
    assert {ident: provision.printed for ident, provision in provisions.items()} == printed()
    assert {ident: provision.printed_label for ident, provision in provisions.items()} == labels()


@pytest.mark.parametrize(("ident", "citation"), CITED, ids=[row[0] for row in CITED])
def test_a_provision_is_cited_as_chinese_documents_do(
    provisions: dict[str, Provision], ident: str, citation: str
) -> None:
    assert provisions[ident].citation == citation


def test_no_two_provisions_are_cited_or_anchored_alike(library: Library) -> None:
    citations = [provision.citation for provision in library.provisions]
    assert len(citations) == len(set(citations)) > 250
    for instrument in library.instruments:
        anchors = [provision.anchor for provision in instrument.provisions]
        assert len(anchors) == len(set(anchors))


def test_the_printed_number_of_an_article_or_item_is_the_one_it_is_cited_by(provisions: dict[str, Provision]) -> None:
    """So that no item was skipped or numbered twice when the ids were given."""
    numbered = 0
    for provision in provisions.values():
        step = provision.id.rsplit("/", 1)[-1]
        if step.startswith(("a", "i")) and step[1:].isdigit() and not provision.missing:
            bare = provision.printed_label.strip("()（）第条")
            assert provision.place.endswith((f"第{bare}条", f"第（{bare}）项")), provision.id
            numbered += 1
    assert numbered > 200


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (30, "三十"),
        (99, "九十九"),
        (100, "一百"),
        (120, "一百二十"),
        (1007, "一千零七"),
    ],
)
def test_numbers_are_written_in_chinese(number: int, words: str) -> None:
    assert numeral(number) == words


@pytest.mark.parametrize("number", [-1, 0, 10_000])
def test_a_number_outside_1_to_9999_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        numeral(number)


@pytest.mark.parametrize(
    "ident", ["xuzhou/x1", "xuzhou/a", "xuzhou/a0", "xuzhou/a10000", "xuzhou/a1/foot", "xuzhou/a1b"]
)
def test_a_place_of_no_known_form_is_refused(ident: str) -> None:
    assert place("xuzhou/a1") == "第一条"
    with pytest.raises(ValueError, match=r"unknown step|numeral needs"):
        place(ident)
