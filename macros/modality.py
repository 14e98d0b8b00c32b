"""How binding the texts are: which words, how often, and where."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from markupsafe import Markup

from macros import bars, plain, words
from macros.comparison import place
from macros.html import blocks, el, heading, join
from macros.links import Links
from macros.sheets import Book, Field, Sheet
from policies import Instrument, Library, Provision
from policies.lexicon import Modal, ModalKind

Places = dict[str, list[Provision]]


def page(library: Library, links: Links) -> str:
    return blocks(
        heading(2, "分成几类", "kinds"),
        key(library),
        heading(2, "每千字有多少", "chart"),
        _chart(library),
        heading(2, "各有多少处", "counts"),
        _table(library, links),
        heading(2, "逐词列出处", "words"),
        *(_word(library, modal, links) for modal in library.vocabulary.lexicon.modals),
    )


def kinds(library: Library) -> tuple[ModalKind, ...]:
    return library.vocabulary.lexicon.kinds


def key(library: Library) -> Markup:
    """What each sign stands for, with its words."""
    rows = (el("div", el("dt", sign(kind)), el("dd", *_meant(library, kind))) for kind in kinds(library))
    return el("dl", *rows, class_="modal-key")


def sign(kind: ModalKind) -> Markup:
    return el("span", kind.title, class_=f"m m--{kind.id} m--shown", data_sign=kind.sign)


def _meant(library: Library, kind: ModalKind) -> tuple[str, ...]:
    mine = [word for modal in library.vocabulary.lexicon.modals if modal.kind == kind.id for word in modal.words]
    return kind.meaning, "词：" + "、".join(mine) + "。"


def counts(library: Library, instrument: Instrument) -> Counter[str]:
    """Kind → how many of its words stand in the text."""
    modals = library.vocabulary.lexicon.modals
    return Counter(match.entry.kind for p in instrument.provisions for match in words.find(p.text, modals))


def characters(instrument: Instrument) -> int:
    return sum(len("".join(provision.text.split())) for provision in instrument.provisions)


def per_thousand(count: int, instrument: Instrument) -> float:
    return 1000 * count / characters(instrument)


def _chart(library: Library) -> Markup:
    """The compared instruments only: of a notice of a few lines a rate says nothing."""
    rows = [
        (instrument.about.short, [per_thousand(counts(library, instrument)[k.id], instrument) for k in kinds(library)])
        for instrument in library.compared
    ]
    return bars.figure("每千字里各类语气词的处数", [kind.title for kind in kinds(library)], rows)


def _numbers(library: Library, instrument: Instrument) -> tuple[str, ...]:
    found = counts(library, instrument)
    numbers = [str(found[kind.id]) for kind in kinds(library)]
    total = sum(found.values())
    return (*numbers, str(total), str(characters(instrument)), f"{per_thousand(total, instrument):.1f}")


def _names(library: Library) -> tuple[str, ...]:
    return ("文书", *(kind.title for kind in kinds(library)), "合计", "字数", "每千字")


def _table(library: Library, links: Links) -> Markup:
    rows = (
        (None, (el("a", one.about.short, href=links.instrument(one.id)), *_numbers(library, one)))
        for one in library.instruments
    )
    return plain.table("各份文书里语气词的处数", _names(library), rows, headed=True)


def book(library: Library) -> Book:
    rows = tuple((one.about.short, *_numbers(library, one)) for one in library.instruments)
    titles = {kind.id: kind.title for kind in kinds(library)}
    found = tuple(
        (titles[match.entry.kind], provision.text[match.start : match.end], provision.citation)
        for provision, match in words.occurrences(library, library.vocabulary.lexicon.modals)
    )
    named = (Field("类", 8), Field("词", 14), Field("条款", 50))
    counted = tuple(Field(name, 22 if name == "文书" else 8) for name in _names(library))
    return Book("modality", "语气", (Sheet("", "处数", counted, rows), Sheet("places", "出处", named, found)))


def _word(library: Library, modal: Modal, links: Links) -> Markup:
    found = _places(_Key(library)).get(modal.id, {})
    number = sum(len(those) for those in found.values())
    lines = (el("li", _line(library, ident, those, links)) for ident, those in found.items())
    friends = el("p", f"不算：{'、'.join(modal.not_in)}。") if modal.not_in else None
    title = join((el("strong", "、".join(modal.words)), f" {number} 处"))
    body = (el("p", modal.meaning), friends, el("ul", *lines))
    return el("details", el("summary", title), *body, class_="others", id=f"word-{modal.id}")


def _line(library: Library, ident: str, those: list[Provision], links: Links) -> Markup:
    counted = Counter(provision.id for provision in those)
    each = {provision.id: provision for provision in those}
    named = (_named(library, each[one], number, links) for one, number in counted.items())
    return join((el("b", library.instrument(ident).about.short), " ", join(named, "、")))


def _named(library: Library, provision: Provision, number: int, links: Links) -> Markup:
    name = el("a", place(library, provision, provision.instrument), href=links.provision(provision))
    return join((name, f"（{number}）" if number > 1 else None))


class _Key:
    """A library cannot be hashed; the same object is the same library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def __hash__(self) -> int:
        return id(self.library)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.library is self.library


@lru_cache(maxsize=2)
def _places(key: _Key) -> dict[str, Places]:
    """Word → instrument → the provisions it stands in, one for each time."""
    found: dict[str, Places] = {}
    for provision, match in words.occurrences(key.library, key.library.vocabulary.lexicon.modals):
        found.setdefault(match.entry.id, {}).setdefault(provision.instrument, []).append(provision)
    return found
