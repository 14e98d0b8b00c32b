"""读法: every place where the words allow more than one reading, which one is adopted, and what depends on it."""

from __future__ import annotations

from markupsafe import Markup

from macros.analysis import crossrefs
from macros.kit.html import blocks, el, heading, join
from macros.kit.identity import place
from macros.kit.links import Links
from policies import Library
from policies.engine.schema.readings import Reading


def page(library: Library, links: Links) -> Markup:
    parts: list[Markup] = []
    for reading in library.vocabulary.readings.values():
        parts += [heading(2, f"{reading.id} {reading.question}", reading.id.lower()), _entry(library, reading, links)]
    return blocks(*parts)


def _entry(library: Library, reading: Reading, links: Links) -> Markup:
    rows = (
        ("条文", _provisions(library, reading.provisions, links)),
        ("可有的读法", reading.alternatives),
        ("采用", el("strong", reading.adopted)),
        ("理由", reading.reason),
        ("把握", reading.confidence),
        ("用在比较", _cells(library, reading, links)),
        ("用在规则", _rules(library, reading, links)),
    )
    return el("dl", *(el("div", el("dt", name), el("dd", text)) for name, text in rows if text), class_="reading")


def _provisions(library: Library, names: list[str], links: Links) -> Markup:
    found = (library.provision(name) for name in names)
    return join((el("a", place(library, provision, ""), href=links.provision(provision)) for provision in found), "、")


def _cells(library: Library, reading: Reading, links: Links) -> Markup:
    uses = crossrefs.cells_by_reading(library, reading.id)
    return join((_cell(library, use, links) for use in uses), "、")


def _cell(library: Library, use: crossrefs.Use, links: Links) -> Markup:
    text = f"{use.dimension.title}（{library.instrument(use.instrument).about.short}）"
    return el("a", text, href=links.cell(use.dimension.group, use.dimension.id, use.instrument))


def _rules(library: Library, reading: Reading, links: Links) -> Markup:
    return _provisions(library, [use.provision for use in crossrefs.rules_by_reading(library, reading.id)], links)
