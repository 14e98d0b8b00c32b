"""Ways to spoil the situations and the table of offers, each with what is then told of it."""

from __future__ import annotations

from tests.support.breaks import Break

SITUATIONS = "vocabulary/situations.yaml"
OFFERS = "vocabulary/offers.yaml"
CIRCUMSTANCES = "vocabulary/circumstances.yaml"

SITUATION_BREAKS = [
    Break(SITUATIONS, "- id: decided", "- id: before", "situations[3].id", "处境“before”已经写过"),
    Break(SITUATIONS, "sets: {procedure_stage: not_started}", "sets: {procedure_stages: not_started}", "situations[0].sets.procedure_stages", "没有“procedure_stages”这个事实"),
    Break(SITUATIONS, "sets: {procedure_stage: not_started}", "sets: {procedure_stage: before}", "situations[0].sets.procedure_stage", "“procedure_stage”没有“before”这个取值"),
    Break(SITUATIONS, "stages: [decision_made, implemented]", "stages: [decision_made, done]", "situations[3].stages[1]", "没有“done”这个选项"),
    Break(SITUATIONS, "kinds: [track]", "kinds: [tracks]", "situations[1].kinds[0]", "应为 'tolerance'、"),
    Break(SITUATIONS, "leaves: [wuyang_prevention]", "leaves: [wuyang_tolerance]", "situations[1].leaves[0]", "看的规则里没有“wuyang_tolerance”"),
    Break(SITUATIONS, "rows: [filing]", "rows: [filings]", "situations[0].rows[0]", "没有“filings”这个维度"),
    Break(SITUATIONS, "facts: [result_mistake,", "facts: [post_type,", "situations[1].beside.facts[0]", "“post_type”不是有无之问"),
    # What proves a statement
    Break(SITUATIONS, "quote: 应及时将调查报告", "quote: 应立即将调查报告", "situations[0].says[1].quote", "不是 wuyang_tolerance/a7/i3 里的原文"),
    Break(SITUATIONS, "    provision: wuyang_tolerance/a7/i3\n", "", "situations[0].says[1]", "provision 和 quote 要一起写", at="- text: 舞阳写的备案"),
    Break(SITUATIONS, "    reading: C45\n", "", "situations[1].says[0]", "凭据须写一种", at="- text: 有关机关查清不属实"),
    Break(SITUATIONS, "reading: C45", "reading: C99", "situations[1].says[0].reading", "没有“C99”这一读法"),
    Break(SITUATIONS, "启动问责程序后7个工作日内，由所在单位", "启动问责程序后9个工作日内，由所在单位", "situations[2].says[0].text", "“9个工作日”在所依据的原文里没有"),
    Break(SITUATIONS, "由本人向学院党委提出", "由本人向学院纪委提出", "situations[2].says[7].text", "“学院纪委”在所依据的原文里"),
    # Silence
    Break(SITUATIONS, "{instrument: puyang_draft, dimension: filing}", "{instrument: shangzhou, dimension: filing}", "situations[0].says[4].silence[0]", "shangzhou 的“filing”单元格没有说未规定"),
    Break(SITUATIONS, "words: 问责启动以前能否先申请", "words: 认定以后能否再申请", "situations[0].says[0].silence[0]", "“认定以后能否再申请”没有写"),
    Break(SITUATIONS, "{instrument: xuzhou, dimension: filing}", "{instrument: xuzhou, dimension: filings}", "situations[0].says[7].silence[0]", "没有 xuzhou 的“filings”这个单元格"),
    # What is said of a circumstance elsewhere
    Break(CIRCUMSTANCES, "provision: wuyang_tolerance/a10, quote: 农村基层党员干部参照本办法执行", "provision: pingdingshan_list/neg/1, quote: 明令禁止的", "clusters[27].elsewhere[0].provision", "pingdingshan_list 在这一类里已有标记"),
    Break(CIRCUMSTANCES, "quote: 对整改不力的严肃追究责任", "quote: 对整改不力的追究责任", "clusters[51].elsewhere[4].quote", "不是 puyang_draft/a8/p2 里的原文"),
    # Offers
    Break(OFFERS, "verdicts: [too_late]", "verdicts: [too_early]", "offers[3].verdicts[0]", "没有“too_early”这个结论"),
    Break(OFFERS, "needs_judgement, insufficient_information, follows]", "ineligible, insufficient_information, follows]", "offers[0].verdicts[1]", "“ineligible”对本人不利，还给的，要写 only_if 和 why"),
    Break(OFFERS, "  only_if: late_reading\n", "", "offers[3].verdicts[0]", "“too_late”对本人不利", at="verdicts: [too_late]"),
    Break(OFFERS, "  why: 结论要由有关机关认定，期限照样在走，不能让他误了\n", "", "offers[4].verdicts[0]", "对本人不利", at="verdicts: [out_of_scope", missed=True),
    Break(OFFERS, "organ, unanswered]", "organ, later]", "offers[0].stages[5]", "没有“later”这个阶段"),
    Break(OFFERS, "documents: [pingdingshan]", "documents: [lushan]", "offers[1].documents[0]", "没有“lushan”这份文件"),
    Break(OFFERS, "place: bound", "place: any", "offers[0].place", "文件管不着他的，也给"),
    Break(OFFERS, "in_force: true", "in_force: any", "offers[0].in_force", "没有施行的，也给"),
    Break(OFFERS, "in_force: true", "in_force: soon", "offers[0].in_force", "in_force 应为 true、false 或 any"),
    Break(OFFERS, "offers: [date]", "offers: [days]", "offers[4].offers[0]", "应为 'draft'、"),
    Break(OFFERS, "  puyang:\n", "  anyang:\n", "drafts.anyang", "没有“anyang”这份文件"),
    Break(OFFERS, "  puyang:\n", "  wuyang:\n", "drafts.wuyang", "“wuyang”已经施行"),
]  # fmt: skip
