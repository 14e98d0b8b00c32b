"""The front page, and the two index pages behind its first two doors."""

from __future__ import annotations

from markupsafe import Markup

from macros.compare import choosing, defects_page, overview
from macros.kit import identity
from macros.kit.html import blocks, el, heading, literal
from macros.kit.links import Links
from macros.kit.unfinished import ONLY_READ, left, listed
from macros.reuse import reuse
from macros.search import search_page
from policies import Library
from policies.engine.numeral import counted
from policies.engine.schema.unfinished import NOT_OBTAINED


def scope(library: Library) -> Markup:
    """How many of what there are, once and in one sentence; every other number on a page is one of these, with the same noun."""
    n = counts(library)
    others = [one for one in library.instruments if not one.about.compared and one.about.obtained]
    without = sum(not one.about.obtained for one in library.instruments)
    kinds = "、".join(dict.fromkeys(status for one in others for status in one.about.status))
    said = (
        f"{counted(n['documents'])}份地方文件，共{counted(n['instruments'])}份文书："
        f"{counted(n['compared'])}份可比，所写的条件编成{counted(n['rules'])}套规则"
    )
    rest = [f"另外{counted(len(others))}份是{kinds}，只供阅读"] if others else []
    if library.only_read:
        rest.append(f"还有{counted(len(library.only_read))}份{ONLY_READ}，先供阅读")
    if without:
        rest.append(f"{counted(without)}份{NOT_OBTAINED}")
    return literal("；".join((said, *rest)) + "。")


def doors(library: Library, links: Links) -> Markup:
    n = counts(library)
    three = (
        (
            "读原文",
            f"{n['documents']} 份文件、{n['instruments']} 份文书，{n['provisions']} 处条款项，逐条可引",
            links.page("read/index"),
        ),
        ("比一比", f"{n['compared']} 份可比的文书，{n['dimensions']} 个问题，句句有出处", links.page("compare/index")),
        (
            "自己查",
            f"把一件事放进{checkable(library)}的 {n['rules']} 套规则里查一遍，内容不离开这台设备",
            links.page("check"),
        ),
    )
    return el("nav", *(_door(*door) for door in three), class_="doors", aria_label="三个入口")


def checkable(library: Library) -> str:
    """All that are compared, or those of them that have rules already."""
    n = counts(library)
    whole = {one.id for one in library.compared} == {one.id for one in library.instruments if one.rules}
    return f" {n['compared']} 份可比的文书" if whole else f"其中已编规则的 {n['checkable']} 份"


def _door(name: str, said: str, href: str) -> Markup:
    return el("a", el("strong", name), el("span", said), href=href, class_="door")


def front(library: Library, links: Links) -> Markup:
    title = f"{counted(len(library.documents))}份文件，各是什么文件"
    return blocks(
        doors(library, links),
        search_page.box(links),
        _asked(library, links),
        el("p", "您那里的文件不在里面？贴进来，", el("a", "和它们比一比", href=links.page("yours")), "。"),
        overview.styles(links),
        heading(2, "一眼看全", "overview"),
        _overview(library, links),
        heading(2, title, "documents"),
        identity.glance(library, links),
    )


def _asked(library: Library, links: Links) -> Markup:
    asked = (one for group in library.vocabulary.asked.groups for one in group.questions if one.front)
    items = [el("li", el("a", one.ask, href=links.page("asked", one.id))) for one in asked]
    more = el("li", el("a", f"全部 {counts(library)['asked']} 问", href=links.page("asked")))
    return el("nav", el("ul", *items, more), class_="jump jump--always", aria_label="干部常问")


def _overview(library: Library, links: Links) -> Markup:
    n = counts(library)
    open_ = "".join(f"点线的，{label.title}；" for label in left(library).values())
    said = f"一横一份可比的文书，一竖一个问题，共 {n['cells']} 格。同一竖里同色的，说法相同；空心的，没有写；{open_}斜纹的，未施行。点开逐格看。"
    door = el(
        "a", overview.picture(library), el("span", said), href=links.page("compare/index"), class_="overview-door"
    )
    return el("div", door)  # Markdown would make it a paragraph, which is as wide as words may be


def drafts(library: Library) -> Markup:
    """In the middle of a sentence of a page."""
    return literal("、".join(one.about.short for one in library.instruments if not one.about.in_force))


def read_index(library: Library, links: Links) -> Markup:
    terms = f"{counts(library)['terms']} 个词是什么意思，在哪些条款里出现"
    door = el("nav", _door("词语", terms, links.page("glossary")), class_="doors doors--small", aria_label="词语")
    return blocks(search_page.box(links), identity.glance(library, links, "h2"), door)


def compare_index(library: Library, links: Links) -> Markup:
    few, many = choosing.named_sets(library)
    n = counts(library)
    doors = (
        (
            few,
            f"{n['dimensions']} 个问题，每份文件一列，一格一个简答；勾几行，一起投影、打印、导出",
            links.page(choosing.LEADING),
        ),
        (many, f"{n['compared']} 份可比的文书都在一张表里", links.page(choosing.WHOLE)),
        ("并排读", "挑两三份文书，同一个问题并排看，原文都打开", links.page("compare/side-by-side")),
        ("比您那里的", "您那里的文件贴进来，看和它们哪里一样、少了什么", links.page("yours")),
    )
    return blocks(
        el("nav", *(_door(*door) for door in doors), class_="doors doors--small", aria_label="打开对照表"),
        choosing.legend(library),
        overview.figure(library, links),
        listed(library.only_read, f"{ONLY_READ}，只能读原文。", links),
        heading(2, "换一个角度比", "across"),
        _across(library, links),
        heading(2, "怎样读这些表", "how"),
        _keys(library, links),
    )


def _across(library: Library, links: Links) -> Markup:
    n = counts(library)
    doors = (
        ("一图看程序", "从申请到跟踪，各份文书写了哪几步、各多少天", links.page("compare/procedures")),
        ("一图看效果", "免责、处分、考核、任用：认定容错以后各会怎样", links.page("compare/effects-matrix")),
        (
            "条件怎样合起来",
            f"{n['rules']} 套规则：全部具备还是有其一即可，哪些一项也不能有",
            links.page("compare/logic"),
        ),
        ("情形对照", f"{n['clusters']} 类情形和排除写在哪一项，哪些仅此一家", links.page("compare/circumstances")),
        ("字句来历", f"不同文件之间 {n['twins']} 对相同、相近的条文，差在哪几个字", links.page("compare/reuse")),
        ("期限", f"{n['limits']} 处期限：谁、多少天、从哪天算起、过了怎样", links.page("compare/time")),
        ("语气", f"{n['modals']} 组词：应当、可以、不得，各份文书用了多少", links.page("compare/modality")),
        ("词语", f"{n['terms']} 个词是什么意思，在哪些条款里出现", links.page("glossary")),
    )
    return el("nav", *(_door(*door) for door in doors), class_="doors doors--small", aria_label="换一个角度比")


def _keys(library: Library, links: Links) -> Markup:
    n = counts(library)
    three = (
        ("编码手册", f"{n['dimensions']} 个问题各问什么、怎样答、有哪几种状态", links.page("compare/codebook")),
        ("读法", f"{n['readings']} 处文字可有不止一种理解，本站取哪一种、为什么", links.page("compare/readings")),
        ("校勘记", f"原件里 {n['defects']} 处文字缺陷，印作什么、读作什么", links.page("compare/notes")),
    )
    return el("nav", *(_door(*key) for key in three), class_="doors doors--small", aria_label="读表的依据")


def counts(library: Library) -> dict[str, int]:
    """Every number that a page says."""
    return {
        "documents": len(library.documents),
        "instruments": sum(1 for _ in library.instruments),
        "compared": len(library.compared),
        "checkable": sum(1 for one in library.instruments if one.rules),
        "provisions": sum(one.held for one in library.provisions),
        "dimensions": len(library.vocabulary.dimensions),
        "cells": sum(len(instrument.cells) for instrument in library.compared),
        "rules": len(library.rules),
        "readings": len(library.vocabulary.readings),
        "facts": len(library.vocabulary.facts),
        "questions": len(library.vocabulary.questions),
        "defects": defects_page.total(library),
        "clusters": len(library.vocabulary.clusters),
        "twins": sum(1 for twin in reuse(library).twins if not twin.inside),
        "limits": len(library.limits),
        "modals": len(library.vocabulary.lexicon.modals),
        "terms": len(library.vocabulary.lexicon.terms),
        "asked": sum(len(group.questions) for group in library.vocabulary.asked.groups),
    }
