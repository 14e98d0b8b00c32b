"""The page on how binding the texts are: the words, a chart, a table, and where each word stands."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from markupsafe import Markup

from macros.analysis import find_terms, modality
from macros.kit import bars, plain_table
from macros.kit.html import blocks, el, heading, join
from macros.kit.identity import place
from macros.kit.links import Links
from macros.tables.files import offer
from policies import Library, Provision
from policies.engine.schema.lexicon import Modal, ModalKind

Places = dict[str, list[Provision]]


def page(library: Library, links: Links) -> Markup:
    return blocks(
        heading(2, "分成几类", "kinds"),
        key(library),
        heading(2, "每千字有多少", "chart"),
        _chart(library),
        heading(2, "各有多少处", "counts"),
        offer(modality.book(library), links),
        _table(library, links),
        heading(2, "逐词列出处", "words"),
        *(_word(library, modal, links) for modal in library.vocabulary.lexicon.modals),
    )


def key(library: Library) -> Markup:
    """What each sign stands for, with its words."""
    rows = (
        el("div", el("dt", modality.sign(kind)), el("dd", *_meant(library, kind))) for kind in modality.kinds(library)
    )
    return el("dl", *rows, class_="modal-key")


def _meant(library: Library, kind: ModalKind) -> tuple[str, ...]:
    mine = [word for modal in library.vocabulary.lexicon.modals if modal.kind == kind.id for word in modal.words]
    return kind.meaning, "词：" + "、".join(mine) + "。"


def _chart(library: Library) -> Markup:
    """The compared instruments only: of a notice of a few lines a rate says nothing."""
    rows = [
        (
            instrument.about.short,
            [
                modality.per_thousand(modality.counts(library, instrument)[k.id], instrument)
                for k in modality.kinds(library)
            ],
        )
        for instrument in library.instruments
        if instrument.about.compared
    ]
    return bars.figure("每千字里各类语气词的处数", [kind.title for kind in modality.kinds(library)], rows)


def _table(library: Library, links: Links) -> Markup:
    rows = (
        (None, (el("a", one.about.short, href=links.instrument(one.id)), *modality.written(library, one)))
        for one in library.instruments
        if one.about.obtained
    )
    return plain_table.table("各份文书里语气词的处数", modality.names(library), rows, headed=True)


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
    for provision, match in find_terms.occurrences(key.library, key.library.vocabulary.lexicon.modals):
        found.setdefault(match.entry.id, {}).setdefault(provision.instrument, []).append(provision)
    return found
