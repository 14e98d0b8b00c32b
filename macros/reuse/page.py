"""字句来历: who shares how many words with whom, and every pair of twins with its differences marked and said in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.kit.html import blocks, classes, el, heading, join, void
from macros.kit.links import Links
from macros.reuse import Passage, Piece, Score, Shares, Twin, half, reuse, score, shares, sheets
from macros.reuse.sheets import short
from macros.tables.files import offer
from policies import Library
from yours.likeness import chain
from yours.likeness.differences import Run

Pairs = Mapping[tuple[str, str], list[Twin]]
SO = "比字，不比意思。标点、括号、空白和书名号里的文件名不计。下面三样有一样，就算“同文”："
RULES = """
连着：至少{row}个字一字不差，其中至少{row_proof}个不是套语，单独看说得出意思，例如“经过民主决策程序”。
隔着：两个字以上的词依次相同，合起来至少{letters}个字，其中至少{proof}个不是套语，至少一处连着{anchor}个字；从第一个相同的词到最后一个，两边相同的字都占一半以上。中间可以隔一个没有相同的词的分句，这个分句不计。
整条：两条一字不差；或者相同的词合起来至少{whole}个字，占两条各自的一半以上，其中至少{whole_proof}个不是套语。
"""
IDLE = "套语不作数，整条一字不差的除外：公文的格式话、口号和引用的原话、题目上的常用词，还有机关名称"
METHOD = """
相同只说明字句相同，不说明谁抄谁：几份文件可能有共同的上级蓝本，而蓝本本站没有收录。
{pairs} 对条款照这个定义判过：只看原文，判两遍，次序不同。以前没有写下定义，读的人说法不一；这次有 {changed} 对和以前判得不一样，理由逐对写在下载的“判定”里。
先按编号分成两半，再判，再写程序；定义第 3 条的后半是判过一遍、对照了以前的判断以后补的，那时还没有写程序。程序只许照一半改（{of_tune}）。另一半只用来检验：{test}，程序找到同文 {hits} 对、漏掉 {missed} 对、找错 {wrong} 对，{of_test}。
判定的和写程序的是同一方，而且定义要数字数：人数错一个字，程序就算错一对。又从词句相近、以前没有判过的条款里另抽 {drawn} 对，其中同文 {new} 对：没有列出的同文不多，但不等于没有。
"""
READ_SO = "横着读：左边这份文书的字，有百分之几也见于上面那份。“同件”指两份出自同一份文件。"
_STEPS = (1, 3, 6, 12, 25)  # percent: from here on a cell of the map is darker


def page(library: Library, links: Links) -> Markup:
    twins = reuse(library).twins
    between = _by_instruments(twin for twin in twins if not twin.inside)
    within = _by_instruments(twin for twin in twins if twin.inside)
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/reuse.css")),
        void("link", rel="stylesheet", href=links.file("assets/choose.css")),
        offer(sheets.book(library), links),
        heading(2, "谁和谁相同多少", "map"),
        el("p", READ_SO),
        _map(library, links),
        heading(2, "怎样找、准不准", "method"),
        _method(library),
        heading(2, "不同文件之间", "between"),
        _jump(library, between),
        *_sections(library, between, links),
        heading(2, "同一文件之内", "within"),
        el("p", "同一份文件里的几份文书出自一手，相同是自然的，另列在这里。"),
        _jump(library, within),
        *_sections(library, within, links),
    )


def _by_instruments(twins: Iterable[Twin]) -> Pairs:
    found: dict[tuple[str, str], list[Twin]] = defaultdict(list)
    for twin in twins:
        found[twin.a.instrument, twin.b.instrument].append(twin)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


# The map


def _map(library: Library, links: Links) -> Markup:
    found = shares(reuse(library))
    columns = [instrument.id for instrument in library.compared if instrument.id in found.letters]
    head = (
        el("th", short(library, ident), scope="col", role="columnheader", title=library.instrument(ident).about.title)
        for ident in columns
    )
    rows = (_map_row(library, one, columns, found, links) for one in columns)
    table = el(
        "table",
        el("caption", READ_SO, class_="sr-only"),
        el("thead", el("tr", el("td", "", role="cell"), *head, role="row"), role="rowgroup"),
        el("tbody", *rows, role="rowgroup"),
        class_="heat",
        role="table",
    )
    return el(
        "div", table, class_="scroller scroller--heat", role="region", aria_label="文书之间相同的字", tabindex="0"
    )


def _map_row(library: Library, one: str, columns: list[str], found: Shares, links: Links) -> Markup:
    name = el("a", short(library, one), href=links.instrument(one))
    cells = (_map_cell(library, one, other, found) for other in columns)
    return el("tr", el("th", name, scope="row", role="rowheader"), *cells, role="row")


def _map_cell(library: Library, one: str, other: str, found: Shares) -> Markup:
    if one == other:
        return el("td", el("span", "本身", class_="sr-only"), class_="heat__self", role="cell")
    percent = found.percent(one, other)
    step = sum(percent >= least for least in _STEPS)
    inside = library.instrument(one).document == library.instrument(other).document
    text = f"{percent}%" if percent else "<1%" if found.covered.get((one, other)) else "0"
    linked = el("a", text, href=f"#{_section(*_ordered(library, one, other))}") if text != "0" else text
    mark = el("small", "同件") if inside else None
    said = el("span", f"，见于{short(library, other)}", class_="sr-only")
    return el("td", linked, said, mark, class_=f"heat__{step}", role="cell")


def _ordered(library: Library, one: str, other: str) -> tuple[str, str]:
    order = [instrument.id for instrument in library.instruments]
    return (one, other) if order.index(one) < order.index(other) else (other, one)


# How it is found


def _method(library: Library) -> Markup:
    found, judged = reuse(library), library.vocabulary.judged
    drawn = [pair for pair in judged if pair.origin == "drawn"]
    test = score(found, half(library, "test"))
    rules = RULES.format(
        row=chain.ROW,
        row_proof=chain.ROW_PROOF,
        letters=chain.LETTERS,
        proof=chain.PROOF,
        anchor=chain.ANCHOR,
        whole=chain.WHOLE,
        whole_proof=chain.WHOLE_PROOF,
    )
    told = METHOD.format(
        pairs=len(judged),
        changed=sum(pair.before not in (None, pair.judged) for pair in judged),
        of_tune=_figures(score(found, half(library, "tune"))),
        test=_judged(test),
        hits=len(test.found),
        missed=len(test.missed),
        wrong=len(test.wrong),
        of_test=_figures(test),
        drawn=len(drawn),
        new=sum(pair.judged == "twin" for pair in drawn),
    )
    idle = el("details", el("summary", IDLE), el("p", "、".join(library.vocabulary.twins.phrases)))
    return join((el("p", SO), _items("ol", rules), idle, _items("ul", told)))


def _items(tag: str, lines: str) -> Markup:
    return el(tag, *(el("li", line) for line in lines.strip().split("\n")))


def _judged(result: Score) -> str:
    twins, strangers = len(result.found) + len(result.missed), len(result.wrong) + len(result.spared)
    return f"同文 {twins} 对、不同 {strangers} 对"


def _figures(result: Score) -> str:
    return f"查准率 {result.precision:.1%}，查全率 {result.recall:.1%}"


# The pairs


def _section(one: str, other: str) -> str:
    return f"{one}--{other}"


def _jump(library: Library, pairs: Pairs) -> Markup:
    items = (
        el("li", el("a", f"{_names(library, pair)} {len(twins)}", href=f"#{_section(*pair)}"))
        for pair, twins in pairs.items()
    )
    return el("nav", el("ul", *items), class_="jump jump--always", aria_label="各对文书")


def _names(library: Library, pair: tuple[str, str]) -> str:
    return "、".join(short(library, ident) for ident in pair)


def _sections(library: Library, pairs: Pairs, links: Links) -> list[Markup]:
    parts: list[Markup] = []
    for pair, twins in pairs.items():
        title = f"{_names(library, pair)}：{len(twins)} 对"
        entries = (_entry(library, twin, links) for twin in twins)
        parts += [heading(3, title, _section(*pair)), el("ol", *entries, class_="twins")]
    return parts


def _entry(library: Library, twin: Twin, links: Links) -> Markup:
    word = "相同" if twin.identical else "相近"
    head = el(
        "p",
        _place(library, twin.a, links),
        el("span", " 与 ", class_="twin__and"),
        _place(library, twin.b, links),
        " ",
        el("span", word, class_=classes("chip", "chip--same" if twin.identical else None)),
        class_="twin__head",
    )
    passages = (_passage(library, twin, passage) for passage in twin.passages)
    return el("li", head, *passages, class_="twin", id=twin.key)


def _place(library: Library, piece: Piece, links: Links) -> Markup:
    text = f"{short(library, piece.instrument)}{piece.provision.place}"
    return el("a", text, href=links.provision(piece.provision), title=piece.provision.citation)


def _passage(library: Library, twin: Twin, passage: Passage) -> Markup:
    names = (short(library, twin.a.instrument), short(library, twin.b.instrument))
    part = None if passage.whole else el("span", "（节录）", class_="twin__part")
    shown = el("p", *(_run(run, names) for run in passage.runs), part, class_="twin__words")
    return join((shown, _said(passage, names)))


def _run(run: Run, names: tuple[str, str]) -> str:
    if run.same:
        return run.a
    one = el("del", el("span", f"（{names[0]}作：", class_="sr-only"), run.a, _end()) if run.a else None
    other = el("ins", el("span", f"（{names[1]}作：", class_="sr-only"), run.b, _end()) if run.b else None
    return join((one, other))


def _end() -> Markup:
    return el("span", "）", class_="sr-only")


def _said(passage: Passage, names: tuple[str, str]) -> Markup | None:
    said = sheets.differences(passage, names)
    return el("p", said, class_="twin__said") if said else None
