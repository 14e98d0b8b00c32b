"""旁注: what the site says of one provision elsewhere. One section for each, at the foot of the page.

Without a script they are a list that the text leads to and that leads back. A script keeps the list out of sight, and puts one section
at a time beside the provision (beside.js). So nothing is fetched, and a page from a disk has it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from importer import find_words
from macros.analysis import crossrefs, limits, rule_uses
from macros.kit import identity
from macros.kit.html import classes, el, join
from macros.kit.links import Links
from macros.read import marked_html
from macros.reuse import Twin, reuse
from policies import Instrument, Library, Provision
from policies.engine.schema.instrument import Defect

Row = tuple[str, list[Markup]]


def anchor(provision: Provision) -> str:
    return f"about-{provision.anchor}"


def listed(library: Library, instrument: Instrument, links: Links) -> Markup:
    """All sections; `data-cited` is how the instrument is named in a citation."""
    return el(
        "section",
        el("h2", "逐条旁注"),
        *(_section(library, provision, links) for provision in instrument.provisions),
        class_="abouts",
        data_cited=identity.cited(instrument.about),
    )


def _section(library: Library, provision: Provision, links: Links) -> Markup:
    rows = [(name, items) for name, items in _rows(library, provision, links) if items]
    lines = (el("div", el("dt", name), el("dd", el("ul", *(el("li", item) for item in items)))) for name, items in rows)
    return el(
        "section",
        el("h3", el("a", provision.place, href=f"#{provision.anchor}")),
        el("dl", *lines) if rows else el("p", "本站别处没有用到这一条。"),
        _fixes(provision),
        class_="about",
        id=anchor(provision),
    )


def _rows(library: Library, provision: Provision, links: Links) -> Iterator[Row]:
    uses, timed = crossrefs.uses(library, provision), crossrefs.limits(library, provision)
    yield "比一比", [_use(library, use, provision, links) for use in uses]
    yield "自己查", [*_checked(library, provision, links)]
    yield "期限", [el("a", limits.said(library, limit), href=links.limit(limit.id)) for limit in timed]
    yield (
        "读法",
        [
            el("a", f"{one.id} {one.question}", href=links.reading(one.id))
            for one in crossrefs.readings(library, provision)
        ],
    )
    twins = reuse(library).by_provision.get(provision.id, ())
    yield "同文", [_twin(library, twin, provision, links) for twin in twins]
    words = _words(library, provision, links)
    yield "词语", [words] if words else []


def _use(library: Library, use: crossrefs.Use, provision: Provision, links: Links) -> Markup:
    href = links.cell(use.dimension.group, use.dimension.id, use.instrument)
    whose = "" if use.instrument == provision.instrument else f"（{library.instrument(use.instrument).about.short}）"
    brief = library.instrument(use.instrument).cells[use.dimension.id].brief
    return join(
        (el("a", f"{use.dimension.title}{whose}", href=href), f"：{brief}", "，相近条款" if use.nearby else None)
    )


def _checked(library: Library, provision: Provision, links: Links) -> Iterator[Markup]:
    for part in rule_uses.parts(library, provision):
        whose = (
            "" if part.rule.instrument == provision.instrument else library.instrument(part.rule.instrument).about.short
        )
        asked = "；".join(rule_uses.wording(library, part))
        link = el("a", part.rule.title or f"{whose}容错", href=links.page("compare/logic", part.rule.id))
        yield join((link, f"：{part.name}", f"。问到：{asked}" if asked else None))
    yield from (join((words,)) for words in dict.fromkeys(_unchecked(library, provision)))


def _unchecked(library: Library, provision: Provision) -> Iterator[str]:
    """Which words decide no verdict, and why; of an item's own title it goes without saying."""
    partly = bool(rule_uses.parts(library, provision))
    for one in rule_uses.unencoded(library, provision):
        if not one.reason.endswith("小标题"):
            yield f"{f'“{one.quote}”' if partly and one.quote else ''}没有编进自己查：{one.reason}"


def _twin(library: Library, twin: Twin, provision: Provision, links: Links) -> Markup:
    other = twin.other(provision.id)
    name = f"{library.instrument(other.instrument).about.short}{other.provision.place}"
    word = "字句相同" if twin.identical else "看异同"
    return join((el("a", name, href=links.provision(other.provision)), "，", el("a", word, href=links.twin(twin.key))))


def _words(library: Library, provision: Provision, links: Links) -> Markup | None:
    found = find_words.find(provision.text, library.vocabulary.lexicon.terms)
    terms = dict.fromkeys((match.entry.id, match.entry.term) for match in found)
    return join((el("a", term, href=links.term(ident)) for ident, term in terms), "、") if terms else None


def _fixes(provision: Provision) -> Markup | None:
    """The notes that the marks in the text lead to; last where a page only broke, or a label's brackets are narrow."""
    if not provision.defects:
        return None
    numbered: Iterable[tuple[int, Defect]] = enumerate(provision.defects, start=1)
    ordered = sorted(numbered, key=lambda pair: pair[1].in_label or pair[1].kind == "page_break")
    notes = (_fix(provision, number, defect) for number, defect in ordered)
    return el("dl", el("div", el("dt", "校勘"), el("dd", el("ul", *notes))), class_=classes("fixes"))


def _fix(provision: Provision, number: int, defect: Defect) -> Markup:
    shown = "" if defect.applied or defect.printed == defect.reading else "本页照印。"
    where = "标号" if defect.in_label else ""
    sentence = f"{where}{marked_html.said(defect)}。{defect.note.rstrip('。')}。{shown}把握：{defect.confidence}。"
    return el("li", sentence, id=marked_html.note_id(provision, number))
