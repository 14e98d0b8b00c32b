"""What the search is made of, as a script, since a page on a disk may fetch nothing: `searchData`, shaped as search.d.ts says."""

from __future__ import annotations

import json

from macros.analysis import glossary
from macros.kit.identity import plain
from policies import Instrument, Library
from policies.engine.checks import leads
from policies.engine.numeral import numeral
from policies.engine.schema.search import Lead

# Pages that are no text, row or word: where they lie, what they are called, what is on them.
PAGES = (
    ("check", "自己查", "符合不符合 我这件事 自查 问卷 结论 申请书草稿"),
    ("worksheet", "自查表", "打印 纸质 空表"),
    ("asked", "干部常问", "常见问题"),
    ("compare/procedures", "一图看程序", "流程图 步骤 申请 受理 核实 认定 反馈 备案 跟踪"),
    ("compare/effects-matrix", "一图看效果", "免责 考核 任用"),
    ("compare/logic", "条件怎样合起来", "全部具备 有其一 排除"),
    ("compare/circumstances", "情形对照", "情形 排除 仅此一家"),
    ("compare/time", "期限", "多少天 期限 工作日 时间"),
    ("compare/reuse", "字句来历", "抄 相同 相近 照搬"),
    ("compare/modality", "语气", "应当 可以 不得"),
    ("compare/side-by-side", "并排读", "两份对照"),
    ("compare/all", "全部问题", "对照表"),
    ("compare/readings", "读法", "理解 歧义"),
    ("compare/notes", "校勘记", "错字 原件 缺陷"),
    ("compare/codebook", "编码手册", "编码"),
    ("data", "数据", "下载 表格 Excel"),
    ("corrections", "更正", "改了什么"),
    ("about", "关于", "本站 声明"),
)


def script(library: Library) -> str:
    data = json.dumps(data_of(library), ensure_ascii=False, separators=(",", ":"))
    return f"window.searchData = {data};\n"


def data_of(library: Library) -> dict[str, object]:
    """Provisions: the words that the page shows, the label before them; what is printed follows where it differs."""
    order = {one.id: at for at, one in enumerate(library.instruments)}
    rows = {dimension.id: at for at, dimension in enumerate(library.vocabulary.dimensions)}
    said = [one for one in library.provisions if one.held and one.label + one.text]
    provisions = {one.id: at for at, one in enumerate(said)}
    leading = {one.id for one in library.leading}
    belied = leads.belied(library)
    return {
        "documents": numeral(len(library.documents)),
        "instruments": [_instrument(library, one, one.id in leading) for one in library.instruments],
        "provisions": [
            [
                order[one.instrument],
                one.anchor,
                one.place,
                "　".join(filter(None, (one.label, one.text))),
                *([one.printed] if one.printed != one.text else []),
            ]
            for one in said
        ],
        "rows": [
            [
                one.id,
                one.group,
                one.title,
                one.asks,
                [_brief(text, one.id) for text in library.leading],
                _cited(library, one.id, provisions),
            ]
            for one in library.vocabulary.dimensions
        ],
        "asked": [
            [one.id, one.ask, one.also, [rows[row] for row in one.rows], one.note or ""]
            for group in library.vocabulary.asked.groups
            for one in group.questions
        ],
        "words": [[term.id, term.term, term.variants, term.meaning] for term in glossary.terms(library)],
        "pages": PAGES,
        "ignored": library.vocabulary.thesaurus.ignored,
        "leads": [
            _lead(one, rows, provisions)
            for at, one in enumerate(library.vocabulary.thesaurus.entries)
            if at not in belied
        ],
    }


def _brief(instrument: Instrument, dimension: str) -> str:
    """Empty where nobody has answered yet: nothing to be found."""
    cell = instrument.cells.get(dimension)
    return cell.brief if cell else ""


def _cited(library: Library, dimension: str, provisions: dict[str, int]) -> list[int]:
    """Where the answers of the leading texts stand; what is only nearest to an answer is left out."""
    cells = [text.cells[dimension] for text in library.leading if dimension in text.cells]
    cited = [quote.provision for cell in cells if cell.status in {"stated", "partial"} for quote in cell.citations]
    return [provisions[ident] for ident in dict.fromkeys(cited) if ident in provisions]


def _lead(lead: Lead, rows: dict[str, int], provisions: dict[str, int]) -> list[object]:
    led = [provisions[ident] for ident in lead.provisions if ident in provisions]
    return [lead.typed, lead.texts, [rows[row] for row in lead.rows], led, int(lead.silent)]


def _instrument(library: Library, instrument: Instrument, leads: bool) -> dict[str, object]:
    about = instrument.about
    document = next(one for one in library.documents if one.slug == instrument.document)
    return {
        "id": about.id,
        "short": about.short,
        "plain": plain(about.short, in_force=about.in_force),
        "title": about.title,
        "marks": about.status,
        "document": document.slug,
        "names": list(document.names),
        "leads": leads,
        "draft": not about.in_force,
    }
