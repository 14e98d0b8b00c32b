"""Ways to spoil the data, each with what is then told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from policies import Problem

CELLS = "xuzhou/cells/xuzhou.yaml"
RULE = "wuyang/rules/wuyang_tolerance.yaml"
COLLEGE_RULE = "xuzhou/rules/xuzhou.yaml"
LIST_RULE = "pingdingshan/rules/pingdingshan_list.yaml"
CASES = "wuyang/cases/wuyang_tolerance.yaml"
TEXT = "xuzhou/text.yaml"
DEFECTS = "xuzhou/defects.yaml"
LIMITS = "xuzhou/limits.yaml"
DOCUMENT = "xuzhou/document.yaml"
LOCAL_FACTS = "wuyang/facts.yaml"
FACTS = "vocabulary/facts.yaml"
LABELS = "vocabulary/labels.yaml"
CORRECTIONS = "vocabulary/corrections.yaml"
DIMENSIONS = "vocabulary/dimensions.yaml"
READINGS = "vocabulary/readings.yaml"
DOUBLE_CODING = "vocabulary/double_coding.yaml"
WITHOUT_VARIANT = "vocabulary/readings_without_variant.yaml"
CALENDAR = "vocabulary/calendar.yaml"
UNENCODED = "xuzhou/unencoded.yaml"
GLOSSARY = "vocabulary/glossary.yaml"


@dataclass(frozen=True)
class Break:
    """One way to spoil a file: `old` becomes `new`, once.

    Then a problem is found on the line where `at` stands in the spoilt file (after the place where `new` begins, or else
    last before it; by default just there), with this field (`#` stands for any number) and a message that contains
    these words. Nothing else is found, but where a name that is lost is `missed` elsewhere too.
    """

    file: str
    old: str
    new: str
    path: str
    message: str
    at: str = ""
    missed: bool = False

    def __str__(self) -> str:
        return f"{self.file.split('/')[-1]}:{self.new[:40]!r}: {self.message}"

    def spoil(self, root: Path) -> int:
        """Writes the spoilt file and tells the line on which the problem should be found."""
        path = root / self.file
        sound = path.read_text(encoding="utf-8")
        assert self.old in sound, f"{self.file} no longer contains {self.old!r}: choose another place to break"
        start = sound.index(self.old)
        broken = sound[:start] + self.new + sound[start + len(self.old) :]
        path.write_text(broken, encoding="utf-8")
        at = broken.find(self.at, start)
        return broken.count("\n", 0, at if at >= 0 else broken.rindex(self.at, 0, start)) + 1

    def matches(self, problem: Problem, line: int) -> bool:
        path = re.escape(self.path).replace(r"\#", r"\d+")
        same_place = (problem.file, problem.line) == (f"policies/{self.file}", line)
        return same_place and re.fullmatch(path, problem.path) is not None and self.message in problem.message


BREAKS = [
    # The writing of YAML
    Break(CELLS, "document_number:\n  status", "document_number:\n\tstatus", "", "制表符", at="\tstatus"),
    Break(CELLS, "purpose:\n  status: stated\n", "purpose:\n  status: stated\n   more: x\n", "", "缩进", at="   more"),
    Break(CELLS, "purpose:\n  status: stated\n", "purpose:\n  status: stated\n more: x\n", "", "缩进", at=" more"),
    Break(CELLS, 'quote: "根据有关法律法规"}', 'quote: "根据有关法律法规}', "", "花括号没有成对"),
    Break(CELLS, "readings: [C30]", "readings: [C30", "", "方括号没有成对"),
    Break(CELLS, "answer: 徐工职院", 'answer: "徐工职院', "", "YAML 写法有误", at='quote: "'),
    Break(CELLS, "answer: 徐工职院", "answer: 文号: 徐工职院", "", "冒号"),
    Break(CELLS, "answer: 徐工职院", "answer: @徐工职院", "", "加引号"),
    Break(CELLS, "answer: 徐工职院", "answer: *徐工职院", "", "以 * 或 & 开头的文字要加引号"),
    Break(CELLS, "answer: 徐工职院党发〔2018〕63号。", "answer: *x", "document_number.answer", "不能用别名"),
    Break(CELLS, "answer: 徐工职院", "answer: &x 徐工职院", "document_number.answer", "不能用锚点"),
    Break(CELLS, "answer: 徐工职院", 'answer: "\\u202e徐工职院"\n  note: "', "document_number.answer", "U+202E"),
    Break(CELLS, "answer: 徐工职院", "answer: 徐\u200b工职院", "", "看不见的字符，零宽或者改变文字方向（U+200B）"),
    Break(CELLS, "document_number:\n", "# 备\u2066注\ndocument_number:\n", "", "U+2066", at="# 备"),
    Break(CELLS, "answer: 徐工职院", "answer: \x07徐工职院", "", "控制字符"),
    Break(CELLS, "purpose:\n", "---\npurpose:\n", "", "一个文件只能写一份数据"),
    Break(CELLS, "answer: 徐工职院党发〔2018〕63号。", "answer: 2018-02-30", "document_number.answer", "日期"),
    Break(CELLS, "answer: 徐工职院", "answer: !!python/name:os.system 徐工职院", "document_number.answer", "标签"),
    Break(CELLS, "purpose:\n", "? [a, b]\n: c\npurpose:\n", "", "键应是一个词"),
    # Keys
    Break(CELLS, "document_number:\n", "document_number:\n  colour: red\n", "document_number.colour", "不认识的字段", at="  colour"),
    Break(CELLS, "document_number:\n  status: stated\n", "document_number:\n", "document_number.status", "缺少必填的字段"),
    Break(CELLS, "definition:\n", "purpose: x\ndefinition:\n", "purpose", "键“purpose”重复"),
    Break(CELLS, "purpose:\n", "purpose:\n  status: partial\n", "purpose.status", "键“status”重复", at="  status: stated"),
    Break(RULE, "when: {not: serious_consequence}", "when: {not: serious_consequence, not: cpc_member}", "gates[2].when.not", "重复"),
    Break(CELLS, "purpose:\n", "7: null\npurpose:\n", "7", "应为“键: 值”的映射", missed=True),
    Break(DOCUMENT, "title: 徐州", "name: 徐州", "name", "不认识的字段", missed=True),
    # Values
    Break(CELLS, "answer: 徐工职院党发〔2018〕63号。", "answer: [徐工职院]", "document_number.answer", "应为文字"),
    Break(CELLS, "answer: 徐工职院党发〔2018〕63号。", "answer:", "document_number.answer", "应为文字，这里是空的"),
    Break(CELLS, "answer: 徐工职院党发〔2018〕63号。", "answer: 63", "document_number.answer", "应为文字，这里是 63"),
    Break(CELLS, "  answer: 徐工职院党发〔2018〕63号。", "  answer: yes", "document_number.answer", "“yes”有几种读法：是文字请加引号"),
    Break(CELLS, "  answer: 徐工职院党发〔2018〕63号。", "  answer: 017", "document_number.answer", "“017”有几种读法"),
    Break(CELLS, "  answer: 徐工职院党发〔2018〕63号。", "  answer: 1:30", "document_number.answer", "“1:30”有几种读法"),
    Break(DOCUMENT, "dated: 2018年10月26日", "dated: 2018-10-26", "instruments[0].dated", "应为文字，这里是日期 2018-10-26"),
    Break(DOCUMENT, "compared: false", "compared: maybe", "instruments[0].compared", "应为 true 或 false，这里是“maybe”"),
    Break(DOCUMENT, "status: [印发通知]", "status: []", "instruments[0].status", "至少要有 1 项"),
    Break(DOCUMENT, "status: [印发通知]", "status: 印发通知", "instruments[0].status", "应为列表"),
    Break(DOCUMENT, "dated: 2018年10月26日", "validity: {checked: 2026年, where: 官网, found: 没有}", "instruments[0].validity.checked", "应为日期"),
    Break(DOCUMENT, "dated: 2018年10月26日", "validity: {checked: 2026-11-02, found: 没有}", "instruments[0].validity.where", "缺少必填的字段"),
    Break(DOCUMENT, "dated: 2018年10月26日", "validity: {checked: 2026-11-02, where: 官网, found: ''}", "instruments[0].validity.found", "不能为空"),
    Break(LABELS, "在{where}查过", "查过", "validity", "checked 里应有 {where}", at="validity:"),
    Break(DOCUMENT, "sha256: 0d", "sha256: 0D", "sha256", "应为 64 位十六进制数"),
    Break(DOCUMENT, "id: xuzhou_notice", "id: Xuzhou-notice", "instruments[0].id", "应为小写字母开头"),
    Break(CELLS, 'quote: "根据有关法律法规"', 'quote: ""', "legal_basis.citations[1].quote", "不能为空"),
    Break(CELLS, "document_number:\n  status: stated", "document_number:\n  status: said", "document_number.status", "应为 'stated'、'partial'、", at="  status"),
    Break(DEFECTS, "confidence: 高", "confidence: 很高", "defects[0].confidence", "这里是“很高”"),
    Break(LOCAL_FACTS, "facts:\n", "facts: null\nmore:\n", "facts", "应为列表，这里是空的", missed=True),
    Break(LOCAL_FACTS, "facts:\n", "questions: []\nfacts:\n", "questions", "不认识的字段"),
    # Cells
    Break(CELLS, 'quote: "根据有关法律法规"', 'quote: "根据法律法规"', "legal_basis.citations[1].quote", "“根据法律法规”不是 xuzhou/a1 里的原文"),
    Break(CELLS, 'quote: "根据有关法律法规"', 'quote: "特色社会主义思想和党的"', "legal_basis.citations[1].quote", "跨过了 xuzhou/a1 的一处文字缺陷"),
    Break(CELLS, 'quote: "根据有关法律法规"', 'quote: "特色社会主义思想 and 党的"', "legal_basis.citations[1].quote", "跨过了"),
    Break(CELLS, '{provision: xuzhou/a1, quote: "根据有关法律法规"}', '{provision: xuzhou/a9, quote: "取得实效"}', "legal_basis.citations[1].quote", "断行"),
    Break(CELLS, "{provision: xuzhou/print_line, quote", "{provision: xuzhou/print_page, quote", "issuer_level.citations[2].provision", "没有“xuzhou/print_page”这一条款项"),
    Break(CELLS, "{provision: xuzhou/print_line, quote", "{provision: xuzhou, quote", "issuer_level.citations[2].provision", "应为条款项的写法"),
    Break(CELLS, "purpose:\n", "purposes:\n", "purposes", "没有“purposes”这个维度", missed=True),
    Break(CELLS, "readings: [C30]", "readings: [C99]", "dates_status.readings[0]", "没有“C99”这一读法"),
    Break(CELLS, "readings: [C30]", "readings:\n  - C30\n  - C98", "dates_status.readings[1]", "没有“C98”这一读法", at="  - C98"),
    Break(CELLS, "readings: [C30]", "readings: [c30]", "dates_status.readings[0]", "应为读法的编号"),
    Break(CELLS, "answer: 未规定参照执行的对象", "answer: 没有参照执行的对象", "by_reference", "须以“未规定”开头", at="by_reference:"),
    Break(CELLS, "brief: 有文号，2018年63号\n  answer: 徐", "brief: 有文号，2018年63号\n  answer: 未规定。徐", "document_number", "不得以“未规定”开头", at="document_number:"),
    Break(CELLS, "document_number:\n  status: stated", "document_number:\n  status: external", "document_number", "须在 external 里写出所指的文件"),
    Break(DOUBLE_CODING, "dimension: principles", "dimension: principle", "settled[0]", "这个单元格"),
    # Rules
    Break(RULE, "      - democratic_procedure", "      - democratic_procedures", "grounds.clauses[2].when.any[0]", "没有“democratic_procedures”这个事实"),
    Break(RULE, "when: {not: serious_consequence}", "when: {not: serious}", "gates[2].when.not", "没有“serious”这个事实"),
    Break(RULE, "when: {not: serious_consequence}", "when: {not: {all: [{any: [private_gain, {not: serious}]}]}}", "gates[2].when.not.all[0].any[1].not", "没有“serious”这个事实"),
    Break(RULE, "when: {not: serious_consequence}", "when: {not: null}", "gates[2].when.not", "条件应为事实 id"),
    Break(RULE, "when: public_spirit", "when:", "gates[0].when", "条件应为事实 id"),
    Break(RULE, "when: public_spirit", "when: [public_spirit]", "gates[0].when", "条件应为事实 id"),
    Break(RULE, "when: public_spirit", "when: {all: []}", "gates[0].when.all", "至少要有 1 项"),
    Break(RULE, "when: public_spirit", "when: {all: [public_spirit], any: [due_diligence]}", "gates[0].when.any", "不认识的字段"),
    Break(RULE, "when: public_spirit", "when: {provision: wuyang_tolerance/a2}", "gates[0].when.when", "缺少必填的字段"),
    Break(RULE, "when: public_spirit", "when: post_type", "gates[0].when", "“post_type”不是有无之问"),
    Break(RULE, "when: public_spirit", "when: {fact: post_type, in: [town]}", "gates[0].when.in[0]", "“post_type”没有“town”这个取值"),
    Break(RULE, "when: public_spirit", "when:\n    fact: post_type\n    in:\n    - village\n    - town", "gates[0].when.in[1]", "没有“town”这个取值", at="    - town"),
    Break(RULE, "when: public_spirit", "when: {fact: nobody, at_most: 7}", "gates[0].when.fact", "没有“nobody”这个事实"),
    Break(RULE, "when: public_spirit", "when: {fact: private_gain, at_most: 7}", "gates[0].when.at_most", "“private_gain”不是数字"),
    Break(RULE, "when: public_spirit", "when: {fact: workdays_since_start, at_most: 七}", "gates[0].when.at_most", "应为整数，这里是“七”"),
    Break(RULE, "when: public_spirit", "when: {fact: post_type}", "gates[0].when", "二者取一"),
    Break(RULE, "when: public_spirit", "when: " + "{not: " * 60 + "public_spirit" + "}" * 60, "", "嵌套太深"),
    Break(RULE, "id: wuyang_tolerance", "id: wuyang", "id", "应与文件名一致，写作 wuyang_tolerance"),
    Break(RULE, "instrument: wuyang_tolerance", "instrument: shangzhou", "instrument", "“shangzhou”不是这份文件里的文书"),
    Break(RULE, "- provision: wuyang_tolerance/a4/i1\n  quote: 同明知故犯的违纪违法行为区分开来\n  readings: [C49]\n  when: knowing_violation", "- provision: wuyang_tolerance/a4/i1\n  quote: 同明知故犯的违纪违法行为区分开来\n  readings: [C49]", "reminders[12]", "bars_favourable 须写明"),
    Break(LIST_RULE, "的理由，不要按“可能符合”打算。", "的理由。", "reminders[5].text", "须写 bars_favourable: true"),
    Break(RULE, "decided_by: wuyang_tolerance_refusal_tolerable", "decided_by: private_gain", "reminders[11].decided_by", "应是只有组织能认定、不问本人的事实"),
    Break(LIST_RULE, "presupposed_by: [pingdingshan_list/pos/13,", "presupposed_by: [pingdingshan_list/neg/1,", "reminders[4].presupposed_by[0]", "不是本规则的一项情形"),
    Break(RULE, "stated: [acct_decision_failure,", "stated: [nobody,", "stated[0]", "没有“nobody”这个事实"),
    Break(RULE, "quote: 主观上出于公心", "quote: 主观出于公心", "gates[0].quote", "不是 wuyang_tolerance/a2 里的原文"),
    Break(LIST_RULE, "to: [pingdingshan_list/pos/2,", "to: [pingdingshan_list/neg/2,", "exclusions[0].yields.to[0]", "“pingdingshan_list/neg/2”不是本规则的一项情形"),
    Break(LIST_RULE, "to: [pingdingshan_list/pos/2,", "to: [pingdingshan_list/pos/99,", "exclusions[0].yields.to[0]", "没有“pingdingshan_list/pos/99”这一条款项"),
    Break(LIST_RULE, "decided_by: pingdingshan_list_ground_prevails", "decided_by: nobody", "exclusions[0].yields.decided_by", "没有“nobody”这个事实"),
    Break(RULE, "reminders:\n", "aggravating:\n- {provision: wuyang_tolerance/a2, when: private_gain}\nreminders:\n", "aggravating", "kind: tolerance 没有相应的结论"),
    Break(COLLEGE_RULE, "unless: {fact: post_type, in: [college]}", "unless: xuzhou_catch_all", "assumes.unless", "不问本人，没有人能答"),
    Break(COLLEGE_RULE, "unless: {fact: post_type, in: [college]}", "unless: post_type", "assumes.unless", "不是有无之问"),
    Break(COLLEGE_RULE, "quote: 全院广大干部", "quote: 全县广大干部", "assumes.quote", "不是 xuzhou/a1 里的原文"),
    # Other readings, and what is left unencoded
    Break(RULE, "- reading: C01", "- reading: C99", "other_readings[0].reading", "没有“C99”这一读法"),
    Break(RULE, "{part: grounds, mode: any}", "{part: gates, mode: any}", "other_readings[0].changes[0]", "mode 只改 grounds"),
    Break(RULE, "{part: grounds, mode: any}", "{part: grounds}", "other_readings[0].changes[0]", "须写一个，只写一个"),
    Break(RULE, "{part: gates, provision: wuyang_tolerance/a2}", "{part: gates, provision: wuyang_tolerance/a3}", "other_readings[1].changes[0]", "没有引这一条"),
    Break(LIST_RULE, "when: {any: [reform_pretext, {all: [public_for_private, private_gain]}]}", "when: {any: [reform_pretext, nobody]}", "other_readings[#].changes[0].when.any[1]", "没有“nobody”这个事实"),
    Break(UNENCODED, "provision: xuzhou/a11,", "provision: shangzhou/a12,", "unencoded[#].provision", "“shangzhou/a12”不在这份文件里"),
    Break(UNENCODED, "属于减责的，应在", "属于减责的,应在", "unencoded[#].quote", "不是 xuzhou/a5/i3 里的原文"),
    Break(WITHOUT_VARIANT, "reading: C06", "reading: C99", "readings_without_variant[0].reading", "没有“C99”这一读法"),
    # Cases
    Break(CASES, "wuyang_tolerance: {verdict: too_late,", "wuyang_tolerance: {verdict: late,", "cases[#].expect.wuyang_tolerance.verdict", "没有“late”这个结论"),
    Break(CASES, "wuyang_tolerance: {verdict: too_late,", "wuyang_cover: {verdict: too_late,", "cases[#].expect.wuyang_cover", "“wuyang_cover”没有规则"),
    Break(CASES, "{private_gain: true, workdays", "{private_gain: 是, workdays", "cases[#].facts.private_gain", "应为 true 或 false"),
    Break(CASES, "{private_gain: true, workdays", "{private_gain: 1.5, workdays", "cases[#].facts.private_gain", "事实的值应为"),
    Break(CASES, "{private_gain: true, workdays", "{private_gains: true, workdays", "cases[#].facts.private_gains", "没有“private_gains”这个事实"),
    Break(CASES, "{private_gain: true, workdays_since_start: 10", "{workdays_since_start: 十", "cases[#].facts.workdays_since_start", "应为整数"),
    Break(CASES, "{private_gain: true, workdays", "{Private-gain: true, workdays", "cases[#].facts.Private-gain", "应为小写字母开头"),
    Break(CASES, "{private_gain: true, workdays", "{application_date: 明天, workdays", "cases[#].facts.application_date", "应为日期"),
    Break(CASES, "{private_gain: true, workdays", "{post_type: king, workdays", "cases[#].facts.post_type", "没有“king”这个取值"),
    Break(CASES, "  {applicant_kind: individual,", "  {nobody: true, applicant_kind: individual,", "base.nobody", "没有“nobody”这个事实"),
    # Limits
    Break(LIMITS, 'start: {event: "启动问责程序后", written: true, fact: accountability_start_date}', 'start: {event: "启动问责程序后", written: true}', "limits[0].start", "须写明从哪个日期起算：fact: accountability_start_date"),
    Break(LIMITS, 'start: {event: "启动问责程序后", written: true, fact: accountability_start_date}', 'start: {event: "问责程序后", written: true, fact: accountability_start_date}', "limits[0].start.fact", "“accountability_start_date”不是“问责程序后”那一天"),
    Break(LIMITS, "fact: accountability_start_date", "fact: application_date", "limits[0].start.fact", "这个事实的 events 是没有写"),
    Break(LIMITS, "fact: accountability_start_date", "fact: private_gain", "limits[0].start.fact", "“private_gain”不是日期"),
    Break(LIMITS, "fact: accountability_start_date", "fact: nobody", "limits[0].start.fact", "没有“nobody”这个事实"),
    # Facts and the other vocabularies
    Break(LOCAL_FACTS, "facts:\n", "facts:\n- {id: remedy, text: 补救, type: bool, known_by: person}\n", "facts[0].question", "本人知道的事实要由一个问题问出", at="- {id"),
    Break(LOCAL_FACTS, "facts:\n", "facts:\n- {id: remedy, question: person_status, text: 补救, type: bool, known_by: both}\n", "facts[0].question", "问题“person_status”不问“remedy”", at="- {id"),
    Break(FACTS, "facts: [cpc_member, ", "facts: [wuyang_tolerance_late_accepted, cpc_member, ", "questions[#].facts[0]", "没有写 question: person_status"),
    Break(FACTS, "facts: [cpc_member, ", "facts: [", "facts[#].question", "问题“person_status”不问“cpc_member”", at="  question: person_status"),    Break(LOCAL_FACTS, "facts:\n", "facts:\n- {id: private_gain, text: 私利, type: bool, known_by: organ}\n", "facts[0].id", "事实“private_gain”已经写过，见 policies/vocabulary/facts.yaml:", at="- {id"),
    Break(FACTS, '    xuzhou: "交到学院党委的那天"', '    xuchang: "交到学院党委的那天"', "facts[#].wording.xuchang", "没有“xuchang”这份文件"),
    Break(FACTS, "sets: {applicant_kind: unit}", "sets: {applicant: unit}", "questions[#].options[1].sets.applicant", "没有“applicant”这个事实"),
    Break(FACTS, "sets: {applicant_kind: unit}", "sets: {applicant_kind: team}", "questions[#].options[1].sets.applicant_kind", "没有“team”这个取值"),
    Break(FACTS, "sets: {applicant_kind: unit}", "sets: {applicant_kind: [unit]}", "questions[#].options[1].sets.applicant_kind", "事实的值应为"),
    Break(FACTS, "facts: [cpc_member, ", "facts: [cpc_membr, ", "questions[#].facts[0]", "没有“cpc_membr”这个事实", missed=True),
    Break(FACTS, "  question: applicant_kind\n", "  question: applicant\n", "facts[0].question", "没有“applicant”这个问题"),
    Break(FACTS, "  question: applicant_kind\n", "", "facts[0].question", "缺少必填的字段", at="- id: applicant_kind"),
    Break(FACTS, "when: {procedure_stage: not_started}", "when: {procedure_stage: soon}", "implications[#].when.procedure_stage", "没有“soon”这个取值"),
    Break(FACTS, "unless: accountability_start_date", "unless: accountability_start", "implications[#].unless", "没有“accountability_start”这个事实"),
    Break(DIMENSIONS, "group: identity, title: 文号", "group: ident, title: 文号", "dimensions[1].group", "没有“ident”这一组"),
    Break(DIMENSIONS, "splits: [dates_status]", "splits: [dates]", "dimensions[3].splits[0]", "没有“dates”这个维度"),
    Break(DIMENSIONS, "splits: [conditions, exclusions]", "splits: [conditions, violation]", "dimensions[#].splits[1]", "没有“violation”这个维度，或者它自己是另一个维度的一部分"),
    Break(READINGS, "provisions: [wuyang_tolerance/a5]", "provisions: [wuyang_tolerance/a55]", "readings[0].provisions[0]", "没有“wuyang_tolerance/a55”这一条款项"),
    # The glossary
    Break(GLOSSARY, "terms: [sange_qufen, rongcuo_mianze,", "terms: [rongcuo_mianze,", "terms[0].id", "“三个区分开来”没有归入哪一组", at="- id: sange_qufen"),
    Break(GLOSSARY, "terms: [sange_qufen, ", "terms: [beian, sange_qufen, ", "groups[2].terms[5]", "“beian”已经归入一组", at="terms: [wenti_xiansuo"),
    Break(GLOSSARY, "terms: [sange_qufen, ", "terms: [sange, sange_qufen, ", "groups[1].terms[0]", "没有“sange”这个词条"),
    Break(GLOSSARY, "本办法所称懒政怠政、为官不为行为，主要指不依纪依规", "本办法所称懒政怠政、为官不为行为，主要指不依法依规", "terms[#].quotes[0].quote", "不是 wuyang_accountability/a2 里的原文"),
    Break(GLOSSARY, "quote: 诫勉。对失职失责、情节较轻的，应当以谈话或者书面方式进行诫勉。", "quote: 对失职失责、情节较轻的", "terms[#].quotes[0].quote", "引文里没有“诫勉”这个词"),
    Break(GLOSSARY, "quote: 本办法所称容错免责，是指单位或干部在改革创新、工作开展过程中出现失误或错误，本应予以问责追究，但因主观上出于公心、行为上达到尽责要求、客观上没有造成严重后果，能够获得责任豁免，对其容错免责。", "quote: 对其容错免责。", "terms[#]", "《舞阳县党员干部容错免责办法（试行）》第二条给“容错免责”下了定义，应在 quotes 里引“容错免责，是指……”", at="- id: rongcuo_mianze"),
    # Years announced
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, off: [{first: 2027-01-01, last: 2027-01-03}]}", "announced[0].notice", "缺少必填的字段", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: '', off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}]}", "announced[0].notice", "不能为空", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 1999, notice: 甲, off: [{first: 1999-01-01, last: 1999-01-03}]}", "announced[0].year", "不得小于 2005", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: []}", "announced[0].off", "至少要有 1 项", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}], worked: [2028-01-02]}", "announced[0]", "2028-01-02 不在 2027 年的安排里", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}], worked: [2027-02-08]}", "announced[0]", "2027-02-08 不是周六、周日", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}], worked: [2027-01-02]}", "announced[0]", "2027-01-02 写了两次", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}], worked: [明天]}", "announced[0].worked[0]", "应为日期", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-10-01, last: 2027-10-07}]}", "announced[0]", "off 里没有元旦", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}]}", "announced[0]", "off 里没有国庆节", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-03, last: 2027-01-01}]}", "announced[0].off[0]", "早于 first", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-10-07}]}", "announced[0].off[0]", "超过 20 天", at="- {year"),
    Break(CALENDAR, "announced: []", "announced:\n- {year: 2027, notice: 甲, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}]}\n- {year: 2027, notice: 乙, off: [{first: 2027-01-01, last: 2027-01-03}, {first: 2027-10-01, last: 2027-10-07}]}", "", "2027 年写了两次", at="announced:"),
    # Corrections
    Break(CORRECTIONS, "corrections:\n- date: 2026-11-30", "corrections:\n- date: 2026-11-28", "corrections[1].date", "新的在前：2026-11-29 应在 2026-11-28 前面", at="- date: 2026-11-29"),
    Break(CORRECTIONS, "corrections:\n- date: 2026-11-30", "corrections:\n- date: 昨天", "corrections[0].date", "应为日期", at="- date"),
    Break(CORRECTIONS, "rules: [wuyang_tolerance, shangzhou, puyang_draft, pingdingshan_list", "rules: [wuyang_tolerance, wuyang, puyang_draft, pingdingshan_list", "corrections[#].verdicts[0].rules[1]", "没有“wuyang”这套规则"),
    Break(CORRECTIONS, "from: may_qualify", "from: may_qualifies", "corrections[#].verdicts[0].from", "没有“may_qualifies”这个结论"),
    Break(CORRECTIONS, "- rules: [wuyang_tolerance, shangzhou, puyang_draft]\n    from: may_qualify", "- rules: [shangzhou]\n    from: needs_judgement", "corrections[#].verdicts[1]", "应是两种结论"),
    Break(CORRECTIONS, "provisions: [wuyang_tolerance/a4/i2,", "provisions: [wuyang_tolerance/a44/i2,", "corrections[#].provisions[0]", "没有“wuyang_tolerance/a44/i2”这一条款项"),
    Break(CORRECTIONS, "why: 结论和旁边", "because: 结论和旁边", "corrections[#].because", "不认识的字段", missed=True),
    # Texts and their defects
    Break(TEXT, "蔚然成风。", "蔚然成林。", "elements[#].text", "原件是“风。"),
    Break(TEXT, "本办法由学院纪委办解释。", "本办法由学院纪委办解释释。", "elements[#].text", "与原件第 123 行不符：原件是“。第十二条", missed=True),
    Break(TEXT, "- id: xuzhou/a11\n", "- id: xuzho/a11\n", "elements[#].id", "没有“xuzho”这份文书", missed=True),
    Break(TEXT, "- id: xuzhou/a11\n", "- id: xuzhou/x11\n", "elements[#].id", "“xuzhou/x11”不是条款项的写法", missed=True),
    Break(TEXT, "- id: xuzhou/a11\n", "- id: xuzhou/a10\n", "elements[#].id", "“xuzhou/a10”前面已经写过", missed=True),
    Break(TEXT, "- id: xuzhou/a3/i2\n", "- id: xuzhou/a3/i9\n", "elements[#].id", "代号末尾“i9”与标号不符：标号应是“（九）”，这里是“(二)”", missed=True),
    Break(TEXT, "- id: xuzhou/a6/p2\n", "- id: xuzhou/a9/p7\n", "elements[#].id", "“xuzhou/a9/p7”前面没有“xuzhou/a9”这一条款项", missed=True),
    Break(TEXT, "- id: xuzhou/a6/p2\n", "- id: xuzhou/a5/p2\n", "elements[#].id", "“xuzhou/a5/p2”应写在“xuzhou/a5”之内，这里前面是“xuzhou/a6/p1”", missed=True),
    Break(TEXT, "- id: xuzhou/a6/p3\n", "- id: xuzhou/a6/p4\n", "elements[#].id", "前面是 p2，这里应是 p3", missed=True),
    Break(TEXT, "- id: xuzhou/a6/p3\n", "- id: xuzhou/a6/p03\n", "elements[#].id", "不能以 0 开头", missed=True),
    Break(TEXT, '- id: xuzhou/a12\n  label: "第十二条"\n  text: ', "- id: xuzhou/a12\n  text: 第十二条", "elements[#].id", "缺少标号“第十二条”", at="- id: xuzhou/a12"),
    Break(TEXT, "- id: xuzhou/a11\n", "- id: xuzhou/第十一条\n", "elements[#].id", "应为条款项的写法"),
    Break(DEFECTS, 'printed: "真心想爱护"', 'printed: "真心真意爱护"', "defects[#].printed", "应在 xuzhou/a7/i3 的原文里恰好出现一次，实际 0 次"),
    Break(DEFECTS, 'printed: "真心想爱护"', 'printed: "干部"', "defects[#].printed", "实际 3 次"),
    Break(DEFECTS, "provision: xuzhou/a7/i3", "provision: shangzhou/a13", "defects[#].provision", "“shangzhou/a13”不在这份文件里"),
    Break(DEFECTS, "provision: xuzhou/a7/i3", "provision: xuzhou/a7/i33", "defects[#].provision", "没有“xuzhou/a7/i33”这一条款项"),
]  # fmt: skip
