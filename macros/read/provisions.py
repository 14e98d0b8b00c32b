"""One provision as HTML: its words, what is wrong with them, how to cite it, and where else it is spoken of."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.analysis import crossrefs, limits, marked
from macros.kit.html import classes, el, heading, join
from macros.kit.links import Links
from macros.read import marked_html
from macros.reuse import Twin, reuse
from policies import Library, Provision
from policies.engine.schema.instrument import Defect

_HEADED = re.compile(r"^(a|m|part)\d+$|^(pos|neg)$")
_TITLES = re.compile(r"^part\d+$|^(pos|neg)$")


def headed(provision: Provision) -> bool:
    """Articles, parts and lists stand in the page's contents."""
    return provision.depth == 1 and bool(_HEADED.match(provision.anchor))


def titled(provision: Provision) -> bool:
    """Its whole text is a title, and goes into the heading."""
    return bool(_TITLES.match(provision.anchor)) and not any(not defect.in_label for defect in provision.defects)


def heading_text(provision: Provision) -> str:
    return provision.label + provision.text if titled(provision) else provision.label


def heading_of(provision: Provision) -> Markup | None:
    if not headed(provision):
        return None
    return heading(3 if provision.anchor.startswith("m") else 2, heading_text(provision), provision.anchor)


def block(library: Library, provision: Provision, links: Links) -> Markup:
    """The provision's block. Where a heading stands above it, the heading carries the anchor."""
    style = classes("p", f"p--d{provision.depth}", f"p--{provision.anchor}" if provision.depth == 1 else None)
    return el(
        "div",
        _words(library, provision, links),
        _tools(library, provision, links),
        class_=classes(style, "p--headed" if headed(provision) else None),
        id=None if headed(provision) else provision.anchor,
        data_anchor=provision.anchor,
        data_citation=provision.citation,
        data_label=heading_text(provision),
    )


def _words(library: Library, provision: Provision, links: Links) -> Markup | None:
    if headed(provision) and (titled(provision) or not provision.text):
        return None
    label = None if headed(provision) or not provision.label else _label(provision)
    lexicon = library.vocabulary.lexicon
    lines = (
        el("p", *marked_html.line(provision, line, lexicon, links)) for line in marked.paragraphs(provision, lexicon)
    )
    return el("div", label, el("div", *(lines if provision.text else ()), class_="p__text"), class_="p__words")


def _label(provision: Provision) -> Markup:
    style = classes("p__label", "fix fix--label" if provision.label != provision.printed_label else None)
    return el("a", provision.label, class_=style, href=f"#{provision.anchor}")


def _tools(library: Library, provision: Provision, links: Links) -> Markup:
    copy = (
        el(
            "button",
            "复制引用",
            type="button",
            class_="tool",
            data_copy="citation",
            aria_label=f"复制引用：{provision.place}",
        ),
        el(
            "button",
            "连同原文",
            type="button",
            class_="tool",
            data_copy="full",
            aria_label=f"连同原文复制引用：{provision.place}",
        ),
    )
    return el("div", *copy, _fixes(provision), _seen(library, provision, links), class_="p__tools")


def _fixes(provision: Provision) -> Markup | None:
    if not provision.defects:
        return None
    notes = (_fix(provision, number, defect) for number, defect in enumerate(provision.defects, start=1))
    minor = all(defect.in_label or defect.kind == "page_break" for defect in provision.defects)
    summary = el("summary", "校勘", None if minor else f" {len(provision.defects)} 处", class_="tool")
    return el("details", summary, el("ul", *notes), class_=classes("more", "fixes", "fixes--minor" if minor else None))


def _fix(provision: Provision, number: int, defect: Defect) -> Markup:
    shown = "" if defect.applied or defect.printed == defect.reading else "本页照印。"
    where = "标号" if defect.in_label else ""
    sentence = f"{where}{marked_html.said(defect)}。{defect.note.rstrip('。')}。{shown}把握：{defect.confidence}。"
    return el("li", sentence, id=marked_html.note_id(provision, number))


def _seen(library: Library, provision: Provision, links: Links) -> Markup | None:
    uses, readings = crossrefs.uses(library, provision), crossrefs.readings(library, provision)
    timed, twins = crossrefs.limits(library, provision), reuse(library).by_provision.get(provision.id, ())
    named = (("比较", len(uses)), ("期限", len(timed)), ("读法", len(readings)), ("同文", len(twins)))
    counts = [f"{name} {number}" for name, number in named if number]
    if not counts:
        return None
    items = [
        *(_use(library, use, provision, links) for use in uses),
        *(el("a", f"期限：{limits.said(library, limit)}", href=links.limit(limit.id)) for limit in timed),
        *(el("a", f"读法 {one.id}：{one.question}", href=links.reading(one.id)) for one in readings),
        *(_twin(library, twin, provision, links) for twin in twins),
    ]
    listed = el("ul", *(el("li", item) for item in items))
    return el("details", el("summary", " · ".join(counts), class_="tool"), listed, class_="more seen")


def _twin(library: Library, twin: Twin, provision: Provision, links: Links) -> Markup:
    other = twin.other(provision.id)
    name = f"{library.instrument(other.instrument).about.short}{other.provision.place}"
    word = "字句相同" if twin.identical else "看异同"
    return join(
        (
            el("a", f"同文：{name}", href=links.provision(other.provision)),
            "，",
            el("a", word, href=links.twin(twin.key), aria_label=f"{word}：{provision.place}与{name}"),
        )
    )


def _use(library: Library, use: crossrefs.Use, provision: Provision, links: Links) -> Markup:
    href = links.cell(use.dimension.group, use.dimension.id, use.instrument)
    whose = "" if use.instrument == provision.instrument else f"（{library.instrument(use.instrument).about.short}）"
    near = "，相近条款" if use.nearby else ""
    return join((el("a", f"比较：{use.dimension.title}{whose}", href=href), near or None))
