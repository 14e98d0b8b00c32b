"""读法: every place where the words allow more than one reading, which one is adopted, and what depends on it."""

from __future__ import annotations

from markupsafe import Markup

from macros.analysis import crossrefs
from macros.kit.html import blocks, el, heading, join
from macros.kit.identity import place
from macros.kit.links import Links
from policies import Library
from policies.engine.schema.readings import Reading

# What is chosen by: its words, and the confidences it holds.
SURE = {
    "high": ("较大（高、中高）", ("高", "中高")),
    "middle": ("中", ("中",)),
    "low": ("较小（中低、低中、低）", ("中低", "低中", "低")),
}


def page(library: Library, links: Links) -> Markup:
    parts: list[Markup] = [_choose(library)]
    for reading in library.vocabulary.readings.values():
        parts += [heading(2, f"{reading.id} {reading.question}", reading.id.lower()), _entry(library, reading, links)]
    scripts = (el("script", src=links.file(f"assets/{name}.js"), defer=True) for name in ("address", "readings"))
    return blocks(*parts, *scripts)


def _choose(library: Library) -> Markup:
    """Which readings are shown. Without a script all are, and there is nothing to choose."""
    places = [(document.slug, document.area) for document in library.documents]
    selects = (("doc", "文件", places), ("sure", "把握", [(key, said) for key, (said, _) in SURE.items()]))
    return el(
        "form",
        *(el("label", f"{title} ", _select(name, listed)) for name, title, listed in selects),
        el("button", "全部", type="reset", class_="button button--quiet"),
        el("output", ""),
        class_="choose-readings",
        autocomplete="off",
        hidden=True,
    )


def _select(name: str, listed: list[tuple[str, str]]) -> Markup:
    return el("select", *(el("option", said, value=value) for value, said in [("", "全部"), *listed]), name=name)


def documents(library: Library, reading: Reading) -> list[str]:
    """Whose words it reads."""
    named = (library.instrument(name.split("/", 1)[0]).document for name in reading.provisions)
    return list(dict.fromkeys(named))


def sure(reading: Reading) -> list[str]:
    """The classes of its confidence; it may be another for each part ('高（等级）／中（“严重”范围）')."""
    words = [part.split("（", 1)[0] for part in reading.confidence.split("／")]
    return [key for key, (_, held) in SURE.items() if any(word in held for word in words)]


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
    return el(
        "dl",
        *(el("div", el("dt", name), el("dd", text)) for name, text in rows if text),
        class_="reading",
        data_doc=" ".join(documents(library, reading)),
        data_sure=" ".join(sure(reading)),
    )


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
