"""Edits that change what a sentence of ours means, beside a quote that says otherwise; each with what is then told."""

from __future__ import annotations

from tests.support.breaks import CELLS, DOCUMENT, RULE, Break

LIMITS = "xuzhou/limits.yaml"
EFFECTS = "xuzhou/rules/xuzhou.yaml"

SENTENCE_BREAKS = [
    Break(CELLS, "启动问责程序后7个工作日内，由", "启动问责程序后9个工作日内，由", "application_deadline.answer", "“9个工作日”在所依据的原文里没有"),
    Break(RULE, "7个工作日内", "9个工作日内", "application.asks", "“9个工作日”在所依据的原文里没有"),
    Break(EFFECTS, "  modality: may\n  grade: exempt", "  modality: must\n  grade: exempt", "effects[0].modality", "原文写的是“可以”，不应为 must"),
    Break(EFFECTS, "text: 可进行免责或减责处置", "text: 应进行免责或减责处置", "effects[0].text", "写了“应”，所依据的原文没有“应当”一类的词", missed=True),
    Break(EFFECTS, "text: 可进行免责或减责处置", "text: 对干部个人不予免责", "effects[0].text", "写了“不予”，所依据的原文没有“不得”一类的词", missed=True),
    Break(EFFECTS, "报党委研究审核（", "报学院纪委研究审核（", "effects[0].text", "“学院纪委”在所依据的原文里没有"),
    Break(DOCUMENT, "〔2018〕63号", "〔2018〕36号", "instruments[#].number", "“〔2018〕36号”在原文里没有"),
    Break(CELLS, "徐工职院党发〔2018〕63号。", "徐工职院党发〔2018〕36号。", "document_number.answer", "“〔2018〕36号”在所依据的原文里没有"),
    Break(CELLS, "通知落款2018年10月26日", "通知落款2018年10月28日", "dates_status.answer", "“2018年10月28日”在所依据的原文里没有"),
    Break(CELLS, "《江苏省进一步健全容错纠错机制的办法》和", "《江苏省容错纠错机制的办法》和", "legal_basis.answer", "“《江苏省容错纠错机制的办法》”在所依据的原文里没有"),
    Break(CELLS, "answer: 干部个人，在启动问责程序后7个工作日内向学院党委提出", "answer: 干部个人，在启动问责程序后7个工作日内向学院纪委提出", "applicant.answer", "“学院纪委”在所依据的原文里没有"),
    Break(EFFECTS, "个人评优评先不受影响；条文", "个人评优评先受影响；条文", "effects[2].text", "“受影”在所依据的原文里只有否定的说法"),
    Break(CELLS, "有其一，干部个人即“可以申请”", "有其一，干部个人即“须申请”", "conditions.answer", "引号里的“须申请”不是原文"),
    Break(LIMITS, "  length: 7\n", "  length: 9\n", "limits[0].length", "引文里没有“9个工作日”"),
    Break(LIMITS, "  unit: workday\n", "  unit: day\n", "limits[0].length", "引文里没有“7日”", at="length: 7"),
    Break("shangzhou/limits.yaml", "  length: 15\n", "  length: 5\n", "limits[#].length", "引文里没有“5个工作日”"),
]  # fmt: skip
