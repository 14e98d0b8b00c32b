"""Ways to spoil the coded answers and the codebook of values, each with what is then told of it."""

from __future__ import annotations

from tests.support.breaks import CELLS, DOCUMENT, Break

VALUES = "vocabulary/values.yaml"
TOLERANCE = "wuyang/cells/wuyang_tolerance.yaml"
PREVENTION = "wuyang/cells/wuyang_prevention.yaml"
DISTRICT = "shangzhou/cells/shangzhou.yaml"
LIST = "pingdingshan/cells/pingdingshan_list.yaml"

CODING_BREAKS = [
    # The shape of a cell
    Break(CELLS, "  brief: 学院党委\n  answer", "  answer", "issuer_level.brief", "缺少必填的字段", at="issuer_level:"),
    Break(CELLS, "  value: college-committee\n", "", "issuer_level.value", "缺少必填的字段", at="issuer_level:"),
    Break(CELLS, "brief: 学院党委\n", "brief: 学院党委制发高校党委不是一级\n", "issuer_level.brief", "至多 12 个字"),
    Break(CELLS, "brief: 学院党委\n", "brief: ''\n", "issuer_level.brief", "不能为空"),
    Break(CELLS, "value: college-committee", "value: []", "issuer_level.value", "value 应为一个取值的 id"),
    Break(CELLS, "value: college-committee", "value: 7", "issuer_level.value", "value 应为一个取值的 id"),
    Break(CELLS, "value: college-committee", "value: College_committee", "issuer_level.value", "value 应为一个取值的 id"),
    # The values of a cell
    Break(CELLS, "value: college-committee", "value: college", "issuer_level.value", "没有“college”这个取值，应为 county-committee、"),
    Break(CELLS, "value: college-committee", "value: [college-committee]", "issuer_level.value", "只取一个值"),
    Break(CELLS, "value: [lawful, truth, ", "value: [lawful, lawful, truth, ", "principles.value[1]", "取值“lawful”写了两次"),
    Break(CELLS, "value: silent\n  brief: 没有写\n  answer: 未规定参照", "value: [other-officials, silent]\n  brief: 没有写\n  answer: 未规定参照", "by_reference.value[1]", "“silent”不与别的取值并列", missed=True),
    # The status of its cell
    Break(DISTRICT, "value: refused\n  brief: 追责实施后不予受理", "value: silent\n  brief: 没有写", "late_consequence.value", "取“silent”的，status 应为 silent 之一，这里是 stated"),
    Break(CELLS, "value: silent\n  brief: 没有写\n  answer: 未规定参照", "value: other-officials\n  brief: 其他公职人员\n  answer: 未规定参照", "by_reference.value", "取“other-officials”的，status 应为 stated、partial 之一，这里是 silent"),
    Break(LIST, "value: external\n  brief: 另见两份办法，未收录", "value: sibling\n  brief: 见本件措施（五）", "application_stage.value", "取“sibling”的，status 应为 silent、not_applicable 之一，这里是 external"),
    # How a brief opens
    Break(CELLS, "brief: 没有写\n", "brief: 没有写明\n", "by_reference.brief", "value 为 silent 的，应写“没有写”"),
    Break(CELLS, "brief: 学院党委\n", "brief: 没有写\n", "issuer_level.brief", "“没有写”开头的，value 应为 silent"),
    Break(LIST, "brief: 另见两份办法，未收录", "brief: 两份办法没有收录", "application_stage.brief", "value 为 external 的，应以“另见”开头"),
    Break(TOLERANCE, "brief: 见本件防错办法第四条", "brief: 防错办法第四条", "prevention.brief", "value 为 sibling 的，应以“见本件”开头", missed=True),
    Break(PREVENTION, "brief: 不办容错\n", "brief: 容错才有\n", "remedy_requirement.brief", "value 为 not-applicable 的，应以“不办容错”开头"),
    # Where it points
    Break(TOLERANCE, "brief: 见本件防错办法第四条", "brief: 见本件", "prevention.brief", "没有写明见哪一份的哪一条"),
    Break(TOLERANCE, "brief: 见本件防错办法第四条", "brief: 见本件防错办法第四十条", "prevention.brief", "同件的另一份文书里没有“防错办法第四十条”"),
    Break(TOLERANCE, "brief: 见本件问责办法第八、九条", "brief: 见本件问责办法第八、百条", "aftermath.brief", "同件的另一份文书里没有“问责办法第百条”"),
    Break(LIST, "brief: 备案；主动见措施（四）", "brief: 备案；主动见措施（四十）", "initiation.brief", "同件的另一份文书里没有“措施（四十）”"),
    Break(PREVENTION, "brief: 见本件容错办法第七条", "brief: 见本件问责办法第七条", "applicant.brief", "也没有答这一点，不能指到那里"),
    Break(TOLERANCE, "value: sibling\n  brief: 见本件问责办法第七条", "value: silent\n  brief: 没有写", "aggravating.value", "同件的《舞阳县党员干部懒政怠政为官不为问责办法（试行）》写了这一点：value 应为 sibling"),
    # What it says
    Break(CELLS, "brief: 一定范围内及时澄清", "brief: 应当及时澄清", "clarification.brief", "写了“应当”，比引文说得重"),
    Break(CELLS, "brief: 学院纪委办\n", "brief: 学院纪委办从严解释\n", "interpreter.brief", "写了“从严”，比引文说得重，或者引文没有这样的词"),
    Break(CELLS, "brief: 可免责或减责", "brief: 免责或减责", "effect_exempt.brief", "brief 要写出“可”“可以”一类的词"),
    Break(CELLS, "brief: 启动后7个工作日内", "brief: 启动后9个工作日内", "application_deadline.brief", "“9个工作日”在所依据的原文里没有"),
    Break(CELLS, "brief: 学院纪委办\n", "brief: 宣传部门解释\n", "interpreter.brief", "“宣传部门”在所依据的原文里没有"),
    Break(DOCUMENT, "short: 徐州工院\n", "short: 徐州工院\n  called: 徐州工业职业技术学院的办法\n", "instruments[#].called", "至多 12 个字", at="  called"),
    # The codebook
    Break(VALUES, "  issuer_level:\n", "  issuer_levels:\n", "dimensions.issuer_levels", "没有“issuer_levels”这个维度", missed=True),
    Break(VALUES, "  issuer_level:\n", "  Issuer:\n", "dimensions.Issuer", "应为小写字母开头，只含小写字母、数字和下划线"),
    Break(VALUES, "{id: printed, label", "{id: Printed, label", "dimensions.document_number.values[0].id", "应为小写字母开头，只含小写字母、数字和连字符"),
    Break(VALUES, "label: 有文号,", "label: 印发通知印有文号并且只有一个,", "dimensions.document_number.values[0].label", "至多 12 个字"),
    Break(VALUES, "    common: [silent]\n", "    common: [silence]\n", "dimensions.document_number.common[0]", "应为 'silent'、"),
    Break(VALUES, "statuses: [external], opens", "statuses: [extern], opens", "common[2].statuses[0]", "应为 'stated'、"),
    Break(VALUES, "  - {id: external, ", "  - {id: silent, ", "", "common 里应有 silent、sibling、external、not-applicable，各写一次", at="common:\n  - {id: silent"),
    Break(VALUES, "{id: college-committee, ", "{id: city-discipline, ", "dimensions.issuer_level.values[2].id", "取值“city-discipline”已经写过", missed=True),
    Break(VALUES, "{id: college-committee, ", "{id: silent, ", "dimensions.issuer_level.values[2].id", "取值“silent”已经写过，或者是 common 里的", missed=True),
    Break(VALUES, "label: 高校党委,", "label: 县级党委,", "dimensions.issuer_level.values[2].label", "名称“县级党委”已经写过"),
    Break(VALUES, "label: 有文号,", "label: 没有写,", "dimensions.document_number.values[0].label", "名称“没有写”已经写过"),
    Break(VALUES, "    common: [silent]\n", "    common: [silent, silent]\n", "dimensions.document_number.common[1]", "取值“silent”已经写过"),
    Break(VALUES, "    values:\n      - {id: refused", "    several: yes\n    values:\n      - {id: refused", "dimensions.late_consequence.several", "“yes”有几种读法"),
    Break(VALUES, "    common: [silent]\n    apart: true\n    values:\n      - {id: may-appeal", "    apart: true\n    values:\n      - {id: may-appeal", "dimensions.appeal", "应有 2 至 8 个取值（连同 common），这里是 1 个", at="appeal:", missed=True),
    Break(VALUES, "  legal_basis:\n", "  legal_basis:\n    common: [silent]\n", "dimensions.legal_basis.common[0]", "没有一个单元格取这个值", at="    common: [silent]"),
    Break(VALUES, "      - {id: college-committee, ", "      - {id: town, label: 乡镇党委, when: 由乡镇党委制发。}\n      - {id: college-committee, ", "dimensions.issuer_level.values[2].id", "没有一个单元格取这个值", at="- {id: town"),
]  # fmt: skip
