"""Ways to spoil what only the pictures draw, the steps of the procedures and the dates of the documents, each with what is then told."""

from __future__ import annotations

from tests.support.breaks import Break

STEPS = "vocabulary/procedure.yaml"
COLLEGE = "xuzhou/procedure.yaml"
DISTRICT = "shangzhou/procedure.yaml"

PROCEDURE_BREAKS = [
    Break(STEPS, "dimension: filing", "dimension: filings", "steps[5].dimension", "没有“filings”这个维度"),
    Break(STEPS, "limits: [reply]", "limits: [verification]", "steps[2]", "“verification”这种期限只能写在一步", at="- {id: verification", missed=True),
    Break(STEPS, "limits: [reply]", "limits: [answer]", "steps[4].limits[0]", "应为 'application'"),
    Break(COLLEGE, "- id: xuzhou\n", "- id: xuzhou_notice\n", "procedures[0].id", "“xuzhou_notice”不是这份文件里参加比较的文书"),
    Break(COLLEGE, "    filing: {unwritten: {dimension: filing}}\n", "", "procedures[0].steps", "缺少“filing”这一步", at="steps:"),
    Break(COLLEGE, "    filing:", "    files:", "procedures[0].steps.files", "没有“files”这一步", missed=True),
    Break(COLLEGE, "says: 加强跟踪管理\n", "says: 应当加强跟踪管理\n", "procedures[0].steps.tracking.says", "比引文说得重"),
    Break(COLLEGE, "quote: 对容错免责的干部，要加强", "quote: 对容错免责的干部，应加强", "procedures[0].steps.tracking.quote", "不是 xuzhou/a8/i7 里的原文"),
    Break(COLLEGE, "      provision: xuzhou/a8/i7\n", "", "procedures[0].steps.tracking", "says、provision、quote 一起写", at="tracking:"),
    Break(COLLEGE, "filing: {unwritten: {dimension: filing}}", "filing: {unwritten: {dimension: tracking}}", "procedures[0].steps.filing.unwritten", "“tracking”单元格没有说未规定"),
    Break(COLLEGE, "filing: {unwritten: {dimension: filing}}", "filing: {unwritten: {dimension: filings}}", "procedures[0].steps.filing.unwritten.dimension", "没有“filings”这个单元格"),
    Break(DISTRICT, "words: 认定结果怎样告知", "words: 申请怎样答复", "procedures[0].steps.reply.unwritten", "“申请怎样答复”没有写"),
    Break("shangzhou/document.yaml", "month: 11, day: 29", "month: 11, day: 30", "dates[0]", "引文里没有2016年11月30日"),
    Break("xuzhou/document.yaml", "month: 10, day: 26", "month: 2, day: 30", "dates[0]", "没有这一天"),
    Break("wuyang/document.yaml", "basis: number, year: 2017", "basis: number, year: 2018", "dates[0]", "引文里没有2018年"),
    Break("wuyang/document.yaml", "basis: number, year: 2017", "basis: printed, year: 2017", "dates[0]", "month 与 day 一起写"),
    Break("wuyang/document.yaml", "provision: wuyang_cover/head, quote", "provision: xuzhou/head, quote", "", "dates 里的“xuzhou/head”不在这份文件里", at="title: 舞阳县三个办法"),
]  # fmt: skip
