"""What is no instrument, told in one sentence: what it is, where, and what was expected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importer import shapes
from importer.model import Element, Instrument, Source, Unreadable

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SHOULD = "应是一份文件的全文，有“第一条”“一、”或者“（一）”这样的条款"


def check(source: Source) -> None:
    """Raises Unreadable if there is nothing, no Chinese, or no words."""
    text = source.text
    bare = "".join(text.split())
    if not bare:
        raise Unreadable(f"这里是空的，一个字也没有：{_SHOULD}。")
    odd = sum(not char.isprintable() for char in bare) + bare.count("\ufffd")
    if odd > len(bare) / 20:
        where = next(
            (
                number
                for number, line in enumerate(text.split("\n"), 1)
                if not line.replace("\t", "").isprintable() or "\ufffd" in line
            ),
            1,
        )
        raise Unreadable(
            f"第 {where} 行起是乱码，读不出文字：请用 UTF-8 或者 GB18030 另存，或者打开文件复制全文，贴到这里。"
        )
    han = len(_HAN.findall(bare))
    if han < len(bare) / 5:
        raise Unreadable(f"这不是中文文件：{len(bare)} 个字符里只有 {han} 个汉字；{_SHOULD}。")


def unstructured(source: Source, instruments: Sequence[Instrument], elements: Sequence[Element]) -> None:
    """Raises Unreadable if no provisions were found, and nothing else says that it is an instrument."""
    provisions = [element for element in elements if element.kind in {"条", "部分", "分条", "项"}]
    articles = sum(element.kind == "条" for element in elements)
    if articles >= 2 or any(element.kind == "条" and (shapes.entry(element.text)) for element in elements):
        return
    titled = any(shapes.title(instrument.title) or shapes.sample(instrument.title) for instrument in instruments)
    if (titled and (provisions or articles)) or (
        titled and any(shapes.entry(element.text) or element.id.endswith("/closing") for element in elements)
    ):
        return
    rows = [line for line in source.text.split("\n") if line.strip()]
    tabular = sum(line.count("\t") + line.count("|") + line.count(",") >= 2 and "。" not in line for line in rows)
    if rows and tabular >= 0.7 * len(rows) and len(rows) > 1:
        raise Unreadable(f"这是一张表，{len(rows)} 行里有 {tabular} 行分成几栏；{_SHOULD}。")
    if articles or (len(provisions) >= 3 and not any(element.kind == "章" for element in elements)):
        return
    found = "只有章，没有条" if any(element.kind == "章" for element in elements) else "没有找到条款"
    raise Unreadable(f"从第 1 行到第 {source.text.count(chr(10)) + 1} 行{found}，不像一份文件；{_SHOULD}。")
