"""词语: what the words of the texts mean, and where each of them stands, computed."""

from __future__ import annotations

from markupsafe import Markup

from importer import find_words
from macros.analysis import find_terms
from macros.kit.html import el
from macros.tables.book import Book, Field, Sheet
from policies import Instrument, Library, Provision
from policies.engine.schema.lexicon import Term

Places = dict[str, dict[str, list[Provision]]]


def terms(library: Library) -> tuple[Term, ...]:
    """By their ids, which are spelt as the words sound."""
    return tuple(sorted(library.vocabulary.lexicon.terms, key=lambda term: term.id))


def places(library: Library) -> Places:
    """Term → instrument → the provisions it stands in, each once."""
    found: Places = {term.id: {} for term in library.vocabulary.lexicon.terms}
    for provision, match in find_terms.occurrences(library, library.vocabulary.lexicon.terms):
        those = found[match.entry.id].setdefault(provision.instrument, [])
        if provision not in those:
            those.append(provision)
    return found


def shown(library: Library, instrument: Instrument) -> Markup | None:
    """The meanings that the page of one instrument may be asked for; out of sight until then."""
    listed = library.vocabulary.lexicon.terms
    used = {match.entry.id for one in instrument.provisions for match in find_words.find(one.text, listed)}
    items = [
        el("p", _told(library, term, instrument), data_meaning=term.id) for term in terms(library) if term.id in used
    ]
    return el("div", *items, hidden=True, class_="meanings") if items else None


def _told(library: Library, term: Term, instrument: Instrument) -> str:
    """What the document of the instrument itself says of the word, then what it means."""
    own = {one.id for one in library.instruments if one.document == instrument.document}
    said = [f"{one.citation}写：“{words}” " for one, words in quotes(library, term) if one.instrument in own]
    return "".join((*said, term.meaning))


def _written(library: Library, term: Term) -> str:
    return "\n".join(f"{provision.citation}：{words}" for provision, words in quotes(library, term))


def quotes(library: Library, term: Term) -> list[tuple[Provision, str]]:
    """Each sentence of the texts that defines or describes the word, with the provision it stands in."""
    return [(library.provision(quote.provision), quote.quote) for quote in term.quotes]


def book(library: Library) -> Book:
    meant = (Field("词语", 20), Field("也作", 16), Field("条文怎样写", 70), Field("意思", 70))
    stood = (Field("词语", 20), Field("条款", 60))
    rows = tuple(
        (term.term, "、".join(term.variants), _written(library, term), term.meaning) for term in terms(library)
    )
    found = places(library)
    cited = tuple(
        (term.term, provision.citation)
        for term in terms(library)
        for those in found[term.id].values()
        for provision in those
    )
    sheets = (Sheet("", "词语", meant, rows), Sheet("places", "出处", stood, cited))
    return Book("glossary", "词语", sheets, "glossary")
