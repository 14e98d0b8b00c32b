"""The page on which one instrument is read."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from macros.analysis import glossary, modality
from macros.kit import identity, inline, unfinished
from macros.kit.html import blocks, el, heading, void
from macros.kit.links import Links
from macros.read import beside, provisions
from policies import Document, Instrument, Library

LONG = 40  # characters; a longer title is set smaller
EARLY = Path(__file__).with_name("type-size-early.js")
SIZES = {"small": "小", "": "中", "large": "大", "huge": "特大"}
SCRIPTS = ("citing", "whereabouts", "beside", "range", "type-size")


def page(library: Library, ident: str, links: Links) -> Markup:
    instrument = library.instrument(ident)
    document = document_of(library, instrument)
    return blocks(
        _trail(document, links),
        heading(1, instrument.about.title, "top", "long" if len(instrument.about.title) > LONG else ""),
        inline.element(EARLY),  # sets the size of type before anything is painted
        identity.bar(instrument, _here(instrument), _opened()),
        identity.validity(library, instrument.about),
        unfinished.of_text(instrument),
        identity.siblings(document, ident, links),
        _notes(instrument),
        _switch(library, links),
        *_text(library, instrument, links),
        # Of what comes later: the text need not wait for it.
        void("link", rel="stylesheet", href=links.file("assets/beside.css")),
        _neighbours(document, instrument, links),
        identity.watermark(instrument.about),
        beside.listed(library, instrument, links),
        glossary.shown(library, instrument),
        el("p", "", class_="copied", role="status", aria_live="polite"),
        *(el("script", src=links.file(f"assets/{name}.js"), defer=True) for name in SCRIPTS),
    )


def document_of(library: Library, instrument: Instrument) -> Document:
    return next(document for document in library.documents if document.slug == instrument.document)


def _trail(document: Document, links: Links) -> Markup:
    up = el("a", "读原文", href=links.page("read/index"))
    return el("nav", up, el("span", document.title), class_="trail", aria_label="所在位置")


def _notes(instrument: Instrument) -> Markup | None:
    notes = [el("li", note) for note in instrument.about.notes]
    return el("ul", *notes, class_="about-notes") if notes else None


def _here(instrument: Instrument) -> Markup:
    """The article one is at, which opens the list of all, and the size of type. A script says which article, and makes the sizes work."""
    headed = [provision for provision in instrument.provisions if provisions.headed(provision)]
    items = [el("li", el("a", provisions.heading_text(provision), href=f"#{provision.anchor}")) for provision in headed]
    listed = el("nav", el("ul", *items), class_="here__fold", aria_label="条文目录")
    summary = el("summary", el("span", "目录", class_="here__name"))
    buttons = (el("button", name, type="button", data_size=size, aria_pressed="false") for size, name in SIZES.items())
    sizes = el("div", *buttons, class_="here__fold", role="group", aria_label="原文的字号")
    return el(
        "div",
        el("details", summary, listed, class_="here__list") if items else None,
        el("details", el("summary", "字号"), sizes, class_="here__sizes"),
        class_="here",
    )


def _opened() -> Markup:
    """For a script: which provision the address names."""
    copies = (
        el("button", "复制引用", type="button", class_="tool", data_copy="citation"),
        el("button", "复制网址", type="button", class_="tool", data_copy="address"),
    )
    close = el("button", "✕", type="button", class_="tool opened__close", aria_label="关闭这一行")
    return el(
        "div",
        el("p", "您打开的是 ", el("strong", ""), role="status"),
        *copies,
        close,
        class_="opened",
        hidden=True,
    )


def _switch(library: Library, links: Links) -> Markup:
    """Off until it is asked for; without a script there is no button, only the page that counts the words."""
    button = el("button", "标出语气词", type="button", class_="switch", data_switch="modality", aria_pressed="false")
    more = el("a", "各份文书的语气比较", href=links.page("compare/modality"))
    words = el("a", "词语解释", href=links.page("glossary"))
    key = el("p", *(modality.sign(kind) for kind in modality.kinds(library)), class_="modal-signs")
    return el("div", el("p", button, " ", more, " ", words), key, class_="switches")


def _text(library: Library, instrument: Instrument, links: Links) -> list[Markup | None]:
    parts: list[Markup | None] = []
    for provision in instrument.provisions:
        parts += [provisions.heading_of(provision), provisions.block(library, provision, links)]
    return parts


def _neighbours(document: Document, instrument: Instrument, links: Links) -> Markup | None:
    row = document.instruments
    at = row.index(instrument)
    before = _neighbour("上一份", row[at - 1], links, "prev") if at else None
    after = _neighbour("下一份", row[at + 1], links, "next") if at + 1 < len(row) else None
    if not before and not after:
        return None
    return el("nav", before, after, class_="neighbours", aria_label="同一文件的上一份、下一份文书")


def _neighbour(word: str, instrument: Instrument, links: Links, rel: str) -> Markup:
    inner = (el("span", word), el("strong", instrument.about.short))
    return el("a", *inner, href=links.instrument(instrument.id), rel=rel, class_=f"neighbour neighbour--{rel}")
