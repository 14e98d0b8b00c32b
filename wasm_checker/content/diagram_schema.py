"""The shape of the published diagrams: what export.py writes, as models from which the schema is drawn.

A test validates the one by the other. The descriptions are read by the site's visitors, hence Chinese.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from wasm_checker.content import sparse
from wasm_checker.content.sparse import Published


class FactData(Published):
    """一个事实。它在 facts 里的序号（从 0 数起）就是各处引用它的号。"""

    id: str = Field(description="事实的代号，文字见 facts.json")
    type: Literal["bool", "enum", "int", "date"] = Field(description="是非、选项、整数、日期")
    known_by: Literal["person", "organ", "both"] = Field(description="谁知道：本人、组织、都知道")
    values: list[int | str] | None = Field(
        default=None, description="选项按次序列出；整数列出各段的上端，最后一段没有上端；是非和日期不写"
    )
    unwritten: bool = Field(default=False, description="true：五份文件都没有写到它，答了就照此说明")


class CalendarData(Published):
    """工作日历：周一至周五上班、周末休息，other 所列的日子相反；undecided 所列的日子还不知道上不上班。"""

    first: str = Field(description="第一天")
    last: str = Field(description="最后一天，再往后不能推算")
    other: list[int] = Field(description="与星期相反的日子，每个写作离前一个的天数，从 first 数起")
    undecided: list[int] = Field(
        description="放假安排还没有公布、按 2005 年以来历年的安排可能上班也可能休息的日子，写法同 other"
    )
    unannounced: list[int] = Field(description="放假安排还没有公布的年份；元旦的安排可能涉及前一年 12 月的最后几天")


class Outcomes(Published):
    """三项走完以后的结论，代号的含义见 facts.json 的 verdicts。"""

    fails: str = Field(description="merits 不成立时的结论")
    holds: str = Field(description="三项都成立时的结论")
    aggravated: str = Field(description="三项都成立、又有加重情节时的结论；没有的为空")


class Branch(Published):
    """树上的一处：node 是它的节点，其余写明它由哪些条款组成。"""

    node: int
    clause: int | None = Field(default=None, description="这一处就是一个条款：在 clauses 里的序号")
    negated: Tree | None = Field(default=None, alias="not", description="这一处是它的否定")
    parts: list[Tree] | None = Field(default=None, description="这一处由它们合成")


Tree = int | Branch


class ClauseRef(Published):
    node: int
    clause: int = Field(description="在 clauses 里的序号")


class Said(Published):
    provision: str = Field(description="条款项的代号")
    quote: str | None = Field(default=None, description="逐字的原文")
    text: str = Field(description="提示的话")
    bars_favourable: bool = Field(default=False, description="true：提示不要按最好的结论打算，这时结论也不会是最好的")
    days_run: bool = Field(default=False, description="true：结论虽然不利，申请的期限照样在走")
    readings: list[str] | None = Field(default=None, description="所取读法的代号")


class ReminderData(Published):
    when: int = Field(description="节点：走到 1 才提示")
    unless: int = Field(description="节点：走到 1 就不提示，例如有关机关已经认定可以")
    once_met: bool = Field(description="true：适用范围和实体条件都成立，才提示")
    while_possible: bool = Field(description="true：已经不成立的，就不提示")
    said: Said


class AssumptionSaid(Published):
    provision: str = Field(description="条款项的代号")
    quote: str = Field(description="逐字的原文")
    text: str = Field(description="结论以此为前提的话")


class AssumptionData(Published):
    unless: int = Field(description="节点：走到 1 就不用说")
    said: AssumptionSaid


class OtherReadingData(Published):
    """没有采用的读法：同一份文书按它另画的图，节点在同一串 nodes 里。"""

    reading: str = Field(description="读法的代号")
    says: str = Field(description="这个读法怎么说")
    outcomes: Outcomes
    scope: int
    timing: int
    merits: int
    aggravating: list[int]


class ClauseData(Published):
    """一个条款：结论由它定下来，或者因它而没有定时，就引用它。"""

    provision: str = Field(description="条款项的代号")
    node: int
    facts: list[int] | None = Field(default=None, description="条款涉及的、须由组织核实的事实")
    readings: list[str] | None = Field(default=None, description="所取读法的代号")
    also: list[str] | None = Field(default=None, description="条款还写了、由组织核实的话")
    against: list[int] | None = Field(
        default=None, description="与它相冲的情形，没有定下来时一并引用，在 clauses 里的序号"
    )
    part: Tree | None = Field(default=None, description="条款内部的树")


class RuleData(Published):
    id: str = Field(description="规则的代号，同 rules.json")
    outcomes: Outcomes
    scope: Tree = Field(description="适用范围")
    timing: Tree = Field(description="期限")
    merits: Tree = Field(description="实体条件")
    aggravating: list[ClauseRef] = Field(description="加重情节")
    gates: list[int] = Field(description="条文写的各项前提，在 clauses 里的序号")
    barring: list[int] = Field(description="提示不要按最好的结论打算的，各成一道前提：在 clauses 里的序号")
    mode: Literal["any", "all"] = Field(description="各项情形有一项就够（any），还是都要有（all）")
    listed: int = Field(description="各项情形合起来，在 clauses 里的序号")
    grounds: list[int] = Field(description="各项情形，在 clauses 里的序号")
    exclusions: list[int] = Field(description="各项排除，在 clauses 里的序号：节点走到 1 就是碰到了")
    stated: list[int] = Field(description="说了“是”才算的事实：没有回答的，按“否”算")
    not_hit: list[int] = Field(description="结论成立时还须由组织核实的事实：条款排除的情形")
    reminders: list[ReminderData] = Field(description="与结论一起说的提示")
    assumes: AssumptionData | None = Field(default=None, description="结论假定本人是怎样的人；没有的不写")
    caveat: str = Field(description="每次说到结论都要一起说的话，例如征求意见稿未施行；没有的为空")
    other_readings: list[OtherReadingData] = Field(description="按别的读法怎样判断")
    clauses: list[ClauseData] = Field(description="条款")
    order: list[int] = Field(description="事实在图里的先后：上面的节点问在前的")
    nodes: list[int] = Field(
        description="节点一个接一个，从 2 数起；每个先写事实的序号，再依次写这个事实每个取值通向的节点。0 是不成立，1 是成立"
    )


class DiagramsFile(Published):
    """判断图：由规则算出的判断图，和走图要用的事实、蕴含、工作日历。"""

    version: Literal[3] = Field(description="格式的版本")
    data: str = Field(pattern=r"^[0-9a-f]{64}$", description="数据版本：规则数据的 SHA-256，同自查报告上写的")
    facts: list[FactData] = Field(description="事实")
    expected: dict[str, str] = Field(description="各类事实的值应当是什么，供出错时说明")
    dates: tuple[int, int, int] = Field(description="三个事实：启动日、申请日、两者之间的工作日数；没有的为 -1")
    implications: list[tuple[int, int, int, int, Literal[0, 1], int]] = Field(
        description="蕴含，六个数：事实的序号、它的第几个取值（从 0 数起，是非题 1 是“是”），由此推出的事实、推出第几个取值（-1 是留给组织认定，已经答“是”的除外），接着 1 盖过“留给组织认定”、0 只填空白，末尾是与它相冲的事实（答了就不推出，没有的为 -1）"
    )
    calendar: CalendarData
    rules: list[RuleData] = Field(description="规则，每份文书一条或几条")


def schema() -> dict[str, Any]:
    return sparse.schema(DiagramsFile, "diagrams.schema.json")
