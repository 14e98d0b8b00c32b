"""词语: what the words of the texts mean, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros import words
from macros.comparison import place
from macros.html import blocks, el, join
from macros.links import Links
from macros.sheets import Book, Field, Sheet
from policies import Instrument, Library, Provision
from policies.lexicon import Term

Places = dict[str, dict[str, list[Provision]]]


def page(library: Library, links: Links) -> str:
    found = places(library)
    listed = terms(library)
    return blocks(
        _jump(listed),
        el("dl", *(_entry(library, term, found[term.id], links) for term in listed), class_="glossary"),
    )


def terms(library: Library) -> tuple[Term, ...]:
    """By their ids, which are spelt as the words sound."""
    return tuple(sorted(library.vocabulary.lexicon.terms, key=lambda term: term.id))


def places(library: Library) -> Places:
    """Term → instrument → the provisions it stands in, each once."""
    found: Places = {term.id: {} for term in library.vocabulary.lexicon.terms}
    for provision, match in words.occurrences(library, library.vocabulary.lexicon.terms):
        those = found[match.entry.id].setdefault(provision.instrument, [])
        if provision not in those:
            those.append(provision)
    return found


def _jump(listed: Iterable[Term]) -> Markup:
    items = (el("li", el("a", term.term, href=f"#{term.id}")) for term in listed)
    return el("nav", el("ul", *items), class_="jump jump--always", aria_label="全部词语")


def _entry(library: Library, term: Term, found: dict[str, list[Provision]], links: Links) -> Markup:
    other = el("small", f"也作：{'、'.join(term.variants)}") if term.variants else None
    name = el("dt", term.term, " ", other, id=term.id)
    return el("div", name, el("dd", term.meaning), el("dd", _found(library, found, links)))


def _found(library: Library, found: dict[str, list[Provision]], links: Links) -> Markup:
    number = sum(len(those) for those in found.values())
    lines = (el("li", _line(library, ident, those, links)) for ident, those in found.items())
    said = f"见于 {len(found)} 份文书，{number} 处"
    return el("details", el("summary", said), el("ul", *lines), class_="others")


def _line(library: Library, ident: str, those: list[Provision], links: Links) -> Markup:
    named = (el("a", place(library, one, ident), href=links.provision(one)) for one in those)
    return join((el("b", library.instrument(ident).about.short), " ", join(named, "、")))


def shown(library: Library, instrument: Instrument) -> Markup | None:
    """The meanings that the page of one instrument may be asked for; out of sight until then."""
    listed = library.vocabulary.lexicon.terms
    used = {match.entry.id for one in instrument.provisions for match in words.find(one.text, listed)}
    items = [el("p", term.meaning, data_meaning=term.id) for term in terms(library) if term.id in used]
    return el("div", *items, hidden=True, class_="meanings", data_pagefind_ignore=True) if items else None


def book(library: Library) -> Book:
    found = places(library)
    fields = (Field("词语", 20), Field("也作", 16), Field("意思", 70), Field("出处", 60))
    rows = tuple(
        (term.term, "、".join(term.variants), term.meaning, "\n".join(_cited(found[term.id])))
        for term in terms(library)
    )
    return Book("glossary", "词语", (Sheet("", "词语", fields, rows),))


def _cited(found: dict[str, list[Provision]]) -> list[str]:
    return [provision.citation for those in found.values() for provision in those]
