"""The page of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from macros.analysis import glossary
from macros.kit.html import blocks, el, heading, join
from macros.kit.identity import place
from macros.kit.links import Links
from macros.tables.files import offer
from policies import Library, Provision
from policies.engine.schema.lexicon import Term, TermGroup


def page(library: Library, links: Links) -> Markup:
    """Groups, each with all its words in sight; what they mean is folded, and a word unfolds it."""
    found = glossary.places(library)
    terms = {term.id: term for term in library.vocabulary.lexicon.terms}
    groups = library.vocabulary.lexicon.groups
    return blocks(
        offer(glossary.book(library), links),
        _jump("本页各组", [(f"group-{group.id}", f"{group.title} {len(group.terms)}") for group in groups]),
        *(
            part
            for group in groups
            for part in _group(library, group, [terms[one] for one in group.terms], found, links)
        ),
    )


def _jump(label: str, listed: Iterable[tuple[str, str]]) -> Markup:
    items = (el("li", el("a", text, href=f"#{ident}")) for ident, text in listed)
    return el("nav", el("ul", *items), class_="jump jump--always", aria_label=label)


def _group(
    library: Library, group: TermGroup, terms: list[Term], found: glossary.Places, links: Links
) -> Iterator[Markup]:
    yield heading(2, group.title, f"group-{group.id}")
    yield _jump(group.title, [(term.id, term.term) for term in terms])
    entries = (_entry(library, term, found[term.id], links) for term in terms)
    said = f"{len(terms)} 个词的意思和出处"
    yield el("details", el("summary", said), el("dl", *entries, class_="glossary"), class_="fold")


def _entry(library: Library, term: Term, found: dict[str, list[Provision]], links: Links) -> Markup:
    other = el("small", f"也作：{'、'.join(term.variants)}") if term.variants else None
    name = el("dt", term.term, " ", other, id=term.id)
    said = (el("dd", _quote(provision, words, links)) for provision, words in glossary.quotes(library, term))
    return el("div", name, *said, el("dd", term.meaning), el("dd", _found(library, found, links)))


def _quote(provision: Provision, words: str, links: Links) -> Markup:
    return el("blockquote", words, el("footer", el("a", provision.citation, href=links.provision(provision))))


def _found(library: Library, found: dict[str, list[Provision]], links: Links) -> Markup:
    number = sum(len(those) for those in found.values())
    lines = (el("li", _line(library, ident, those, links)) for ident, those in found.items())
    said = f"见于 {len(found)} 份文书，{number} 处"
    return el("details", el("summary", said), el("ul", *lines), class_="others")


def _line(library: Library, ident: str, those: list[Provision], links: Links) -> Markup:
    named = (el("a", place(library, one, ident), href=links.provision(one)) for one in those)
    return join((el("b", library.instrument(ident).about.short), " ", join(named, "、")))
