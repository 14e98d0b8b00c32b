"""Makes todo.md: what is left to do, in order, and what the importer was not sure of."""

from __future__ import annotations

from collections.abc import Iterator

from importer.model import Imported
from importer.scaffold.asked import Asked
from importer.scaffold.document import compared
from importer.scaffold.found import binding, times
from importer.scaffold.guess import TO_FILL


def written(slug: str, got: Imported, asked: Asked) -> str:
    """The file of the policy `slug`. It is for whoever encodes; nothing reads it, and it may be deleted when all is done."""
    head = (
        f"# {slug}：还要做什么",
        "",
        "依次做；做到哪一步都可以发布，没有做的页面上写着“待编码”。说明见 docs/contribute/adding.md。",
        "",
    )
    return "\n".join([*head, *steps(slug, got, asked), *_doubts(got), *_binding(got, asked)]) + "\n"


def steps(slug: str, got: Imported, asked: Asked) -> tuple[str, ...]:
    """What is to be done, in order, as a numbered list."""
    low = sum(one.confidence != "高" for one in got.defects)
    lengths = len(list(times(got.elements, asked.words)))
    cells = "、".join(f"cells/{ident}.yaml" for ident in compared(got))
    checked = f"；defects.yaml 里程序提的 {len(got.defects)} 处逐处核对" if got.defects else ""
    return (
        f"1. document.yaml：逐项核对，把“{TO_FILL}”填上。",
        f"2. 对照原件读一遍 text.yaml，看没有把握的地方（{len(got.doubts)} 处）{checked}"
        + (f"，其中 {low} 处没有把握。" if low else "。"),
        "3. python -m policies，说“数据无误”；make serve，打开“读原文”看。到这里可以读了。",
        f"4. {cells}：{len(asked.dimensions)} 行，一行一行编码。编好一格，这份文书就进入“比一比”。",
        f"5. limits.yaml：程序找到 {lengths} 处天数、月数，逐处看是不是期限。",
        "6. 写有容错条件的，加 rules/、cases/；没有规则的，“自己查”里说还不能查。",
        f"7. python -m policies --complete {slug}：随时列出还缺什么，在哪个文件哪一行。最后 python -m wasm_checker check。",
    )


def _doubts(got: Imported) -> Iterator[str]:
    yield from ("", "## 没有把握的地方", "")
    for one in got.doubts:
        where = f"第 {one.line} 行" if one.line else "全文"
        yield f"- {where}{f'（{one.id}）' if one.id else ''}：{one.said}"
    for aside in got.source.asides:
        yield f"- 没有算进正文：{aside.what}（{len(aside.text)} 个字符）：{' '.join(aside.text.split())[:200]}"
    if not got.doubts and not got.source.asides:
        yield "没有。仍要对照原件读一遍。"


def _binding(got: Imported, asked: Asked) -> Iterator[str]:
    yield from ("", "## 说轻重的词", "", "写格子、规则时对着看：不写得比条文重，也不写得比条文轻。", "")
    found = binding(got.elements, asked.words)
    for kind, words in found.items():
        yield f"- {kind}：" + "；".join(f"{word}（{'、'.join(places)}）" for word, places in words.items())
    if not found:
        yield "没有找到。"
