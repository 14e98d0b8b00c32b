"""更正: what was wrong and was put right, the newest first, and which verdicts are others since."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from macros.kit.html import blocks, el, heading, join
from macros.kit.identity import place
from macros.kit.links import Links
from policies import Library
from policies.engine.numeral import day
from policies.engine.schema.corrections import ChangedVerdict, Correction


def page(library: Library, links: Links) -> Markup:
    parts: list[Markup] = []
    for date, corrections in groupby(library.vocabulary.corrections, key=lambda one: one.date):
        drawn = (_correction(library, one, links) for one in corrections)
        parts += [heading(2, day(date), f"on-{date.isoformat()}"), *drawn]
    return blocks(*parts)


def _correction(library: Library, correction: Correction, links: Links) -> Markup:
    rows = (
        ("改了什么", correction.what),
        ("为什么", correction.why),
        ("条文", _provisions(library, correction, links)),
        ("结论", _verdicts(library, correction)),
    )
    return el("dl", *(el("div", el("dt", name), el("dd", text)) for name, text in rows if text), class_="reading")


def _provisions(library: Library, correction: Correction, links: Links) -> Markup:
    found = (library.provision(ident) for ident in correction.provisions)
    return join((el("a", place(library, provision, ""), href=links.provision(provision)) for provision in found), "、")


def _verdicts(library: Library, correction: Correction) -> Markup:
    if not correction.verdicts:
        return join(["没有变。"])
    return el("ul", *(el("li", _changed(library, changed)) for changed in correction.verdicts))


def _changed(library: Library, changed: ChangedVerdict) -> Markup:
    titles = {verdict.id: verdict.title for verdict in library.vocabulary.verdicts}
    named = {rule.id: rule.title or library.instrument(rule.instrument).about.short for rule in library.rules}
    rules = "、".join(named[rule] for rule in changed.rules)
    said = f"原来“{titles[changed.from_]}”，现在“{titles[changed.to]}”。"
    return join((el("strong", rules), "：", said, changed.when))
