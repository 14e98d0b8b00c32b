"""The shape of the published data. The files are dumps of these models and the schemas are drawn from them, so both agree."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from policies.engine.schema.document import Validity
from policies.engine.schema.instrument import (
    Confidence,
    Dimension,
    Fact,
    Implication,
    Meaning,
    Question,
    Quote,
    Status,
    Titled,
)
from policies.engine.schema.readings import Reading
from policies.engine.schema.rule import Rule
from policies.engine.schema.values import ValuesFile


class Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InstrumentRecord(Published):
    id: str = Field(description="文书的代号，不会改")
    document: str = Field(description="所在文件的代号")
    title: str = Field(description="全称")
    short: str = Field(description="简称")
    called: str | None = Field(default=None, description="同一文件里别的文书的简答怎样称它；不单独称呼的不写")
    kind: str = Field(description="文种")
    status: list[str] = Field(description="效力状态的说法，例如试行、征求意见稿")
    in_force: bool = Field(description="是否施行；征求意见稿为 false")
    compared: bool = Field(description="是否列入比较")
    leads: bool = Field(default=False, description="每份文件只占一列时，是否用这一份；只有一份列入比较的，就是它，不写")
    number: str | None = Field(default=None, description="文号；没有印出的不写")
    dated: str | None = Field(default=None, description="文件上印出的日期；没有印出的不写")
    issuer: str = Field(description="制发机关")
    validity: Validity | None = Field(
        default=None, description="哪一天在哪里查过有没有修改、废止，查到什么；没有核实的不写"
    )
    source: str = Field(description="原件的文件名")
    url: str = Field(description="阅读页的地址，从本站根目录算起")


class DefectRecord(Published):
    kind: str = Field(description="类别")
    printed: str = Field(description="原件印作")
    reading: str = Field(description="读作")
    confidence: Confidence = Field(description="把握")
    note: str = Field(description="说明")
    in_label: bool = Field(description="缺陷在标号里")
    applied: bool = Field(description="text 里已经改成读法；false 时 text 照印")


class ProvisionRecord(Published):
    id: str = Field(description="条款项的代号，例如 xuzhou/a4/i2")
    instrument: str = Field(description="所在文书的代号")
    label: str = Field(description="标号，例如“第五条”“（三）”；没有标号的为空")
    text: str = Field(description="显示的文字；换行分段")
    printed: str | None = Field(default=None, description="原件印的文字，只在与 text 不同时写")
    printed_label: str | None = Field(default=None, description="原件印的标号，只在与 label 不同时写")
    missing: str | None = Field(default=None, description="文字（或者其余的文字）为什么未取得；取得全文的不写")
    lines: list[tuple[int, int]] = Field(description="在原件里的行，每段一对：首行、末行，从 1 数起")
    citation: str = Field(description="中文引用形式")
    url: str = Field(description="这一条款项的地址，从本站根目录算起")
    defects: list[DefectRecord] = Field(description="文字缺陷")


class ProvisionsFile(Published):
    """文书与条款项的全文。"""

    instruments: list[InstrumentRecord]
    provisions: list[ProvisionRecord]


class CellRecord(Published):
    instrument: str = Field(description="文书的代号")
    dimension: str = Field(description="维度的代号")
    status: Status = Field(description="状态的代号，含义见 statuses")
    value: str | list[str] = Field(
        description="取值的代号，含义见 values；一个维度可以有几个取值的（several），写成列表"
    )
    brief: str = Field(description="简答：用条文自己的话写的几个字，不超过 12 个字；以 answer 和引文为准")
    answer: str = Field(description="回答")
    citations: list[Quote] = Field(
        min_length=1, description="引文：条款项的代号和逐字的原文；status 为 silent 时是相近条款"
    )
    note: str | None = Field(default=None, description="说明")
    readings: list[str] | None = Field(default=None, description="所取读法的代号")
    external: list[str] | None = Field(default=None, description="所指的、本站没有收录的文件")


class ComparisonFile(Published):
    """比较表：每份文书对每个维度的回答，和它在编码手册里的取值。"""

    groups: list[Titled]
    dimensions: list[Dimension]
    statuses: list[Meaning]
    values: ValuesFile = Field(description="取值的编码手册：各维度通用的（common），和每个维度自己的")
    cells: list[CellRecord] = Field(description="单元格；待编码的、未取得的格不列，不等于未规定")


class FactsFile(Published):
    """自查时问的问题、填入的事实、事实之间的蕴含，以及结论的种类。"""

    questions: list[Question]
    facts: list[Fact]
    implications: list[Implication]
    verdicts: list[Meaning]


class RulesFile(Published):
    """各份文书的判断规则，和编码所依的读法。"""

    rules: list[Rule]
    readings: list[Reading]
