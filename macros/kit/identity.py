"""What a document is, and in what force it stands: said on every page that shows its words."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import classes, el, join
from macros.kit.links import Links
from policies import Document, Instrument, Library, Provision
from policies.engine.schema.document import InstrumentFile
from policies.engine.validity import said

NOT_A_BASIS = "不能作为依据"


def chip(text: str, *, in_force: bool = True, left: bool = False) -> Markup:
    """`left`: it says that something is not there yet."""
    return el("span", text, class_=classes("chip", None if in_force else "chip--draft", "chip--left" if left else None))


def chips(about: InstrumentFile) -> Markup:
    return join((chip(status, in_force=about.in_force) for status in about.status), " ")


def plain(short: str, *, in_force: bool) -> str:
    """'濮阳（征求意见稿）' → '濮阳', where a chip beside it says the rest."""
    return short if in_force else short.split("（", maxsplit=1)[0]


def facts(about: InstrumentFile) -> tuple[str, ...]:
    """Number, date and issuer; what the paper does not print is said to be missing."""
    if not about.obtained:  # nobody has seen what is printed
        return tuple(filter(None, (about.number, about.dated, about.issuer)))
    return (about.number or "未印文号", about.dated or "未印日期", about.issuer)


def cited(about: InstrumentFile) -> str:
    """How it is named before a place in it: '《…》（舞发〔2017〕3号）'; of a draft, that it is none of the law."""
    said = [about.number] if about.number else []
    return f"《{about.title}》" + "".join(f"（{one}）" for one in (*said, *(() if about.in_force else about.status)))


def bar(instrument: Instrument, beside: Markup | None = None, below: Markup | None = None) -> Markup:
    """Stays in sight while the text is read; with what stays beside the name, and below all."""
    about = instrument.about
    name = el("p", _names(about), " ", chips(about), class_="idbar__name")
    lines = el("p", *(el("span", fact) for fact in facts(about)), class_="idbar__facts")
    inner = el("div", name, beside, lines, class_="idbar__inner")
    style = classes("idbar", None if about.in_force else "idbar--draft")
    return el("div", draft_band(about), inner, below, class_=style, role="region", aria_label="这份文书的身份")


def _names(about: InstrumentFile) -> Markup:
    long = about.title if len(about.title) <= 32 else about.short
    return join((el("span", long, class_="idbar__long"), el("span", about.short, class_="idbar__short")))


def draft_band(about: InstrumentFile) -> Markup | None:
    if about.in_force:
        return None
    return el("p", "，".join((*about.status, NOT_A_BASIS)), class_="draft-band")


def validity(library: Library, about: InstrumentFile) -> Markup | None:
    """What is known of later amendment or repeal; of a draft the band says it."""
    if not about.in_force and not about.validity:
        return None
    return el("p", said(library.vocabulary.labels.validity, about), class_="validity")


def watermark(about: InstrumentFile) -> Markup | None:
    """Across every printed sheet of a draft; the screen has the band."""
    return None if about.in_force else el("p", "，".join(about.status), class_="watermark", aria_hidden="true")


def siblings(document: Document, current: str, links: Links) -> Markup | None:
    """The instruments of the same document, as a row of links."""
    if len(document.instruments) == 1:
        return None
    items = (_sibling(document, instrument, current, links) for instrument in document.instruments)
    return el("nav", el("ul", *items), class_="siblings", aria_label="同一文件里的文书")


def _sibling(document: Document, instrument: Instrument, current: str, links: Links) -> Markup:
    here = "page" if instrument.id == current else None
    return el("li", el("a", within(document, instrument), href=links.instrument(instrument.id), aria_current=here))


def within(document: Document, instrument: Instrument) -> str:
    """'容错免责' rather than '舞阳·容错免责' where the document is plain from the place it stands in."""
    short = instrument.about.short
    return short.split("·", 1)[-1] if len(document.instruments) > 1 else short


def glance(library: Library, links: Links, level: str = "h3") -> Markup:
    """Every document with its status, and a way into each of its instruments; its title is a heading of `level`."""
    return el(
        "ul", *(el("li", _card(document, links, level), class_="doc") for document in library.documents), class_="docs"
    )


def _card(document: Document, links: Links, level: str) -> Markup:
    return join(
        (
            el("p", document.place, class_="doc__place"),
            el(level, document.title, class_="doc__title"),
            el("p", document.about, class_="doc__about"),
            el("ul", *(_entry(document, instrument, links) for instrument in document.instruments), class_="doc__list"),
        )
    )


def _entry(document: Document, instrument: Instrument, links: Links) -> Markup:
    about = instrument.about
    name = el("a", within(document, instrument), href=links.instrument(about.id), class_="doc__name")
    number = el("span", "，".join(facts(about)[:2]), class_="doc__facts")
    return el(
        "li",
        name,
        " ",
        chips(about),
        join((" ", chip("只能读原文", left=True))) if about.compared and not instrument.cells else None,
        number,
        class_=classes("doc__entry", None if about.compared else "doc__entry--minor"),
    )


def place(library: Library, provision: Provision, within: str) -> str:
    """'第五条第（三）项'; with the instrument's short name before it where that is not the one we are in."""
    if provision.instrument == within:
        return provision.place
    return f"{library.instrument(provision.instrument).about.short}{provision.place}"
