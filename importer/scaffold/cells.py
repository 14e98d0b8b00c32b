"""Makes the cells of an instrument: 待编码 in each row, with what is asked, how it is answered, and the values it may take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importer.scaffold.asked import Dimension
from importer.scaffold.yaml import dump

PENDING = "pending"
_HEAD = """# {title}：比一比的每一行。还没有编码的写 {{status: pending}}，页面显示“待编码”，不算“没有写”。
# 编好一格，照这样写（引文逐字，载入时核对）：
# purpose:
#   status: stated            # stated 有规定、partial 部分规定、silent 未规定、external 另见他文、not_applicable 不适用
#   value: 取值的 id           # 从这一行列出的取值里选；都不合的，在 policies/vocabulary/values.yaml 加
#   brief: 至多十二个字         # value 为 silent 的写“没有写”
#   answer: 一句话。           # 用引文和条文里的词；silent 以“未规定”开头，not_applicable 以“不适用”开头
#   citations:
#     - {{provision: {slug}/a1, quote: 原文里的话}}
"""


def written(ident: str, title: str, dimensions: Sequence[Dimension]) -> str:
    """The file of the instrument `ident`."""
    return _HEAD.format(title=title, slug=ident) + "".join(_cell(one) for one in dimensions)


def _cell(one: Dimension) -> str:
    return "\n" + "".join(f"# {line}\n" for line in _asked(one)) + dump({one.id: {"status": PENDING}})


def _asked(one: Dimension) -> Iterator[str]:
    yield f"{one.title}：{one.asks}{one.coding}"
    if one.values:
        yield "取值："
        yield from (f"- {ident} {said}" for ident, said in one.values.items())
