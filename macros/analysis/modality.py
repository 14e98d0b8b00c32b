"""How binding the texts are: which words, and how often."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from importer import find_words
from macros.analysis import find_terms
from macros.kit.html import el
from macros.tables.book import Book, Entry, Field, Sheet
from policies import Instrument, Library
from policies.engine.schema.lexicon import ModalKind


def kinds(library: Library) -> tuple[ModalKind, ...]:
    return library.vocabulary.lexicon.kinds


def sign(kind: ModalKind) -> Markup:
    return el("span", kind.title, class_=f"m m--{kind.id} m--shown", data_sign=kind.sign)


def counts(library: Library, instrument: Instrument) -> Counter[str]:
    """Kind → how many of its words stand in the text."""
    modals = library.vocabulary.lexicon.modals
    return Counter(match.entry.kind for p in instrument.provisions for match in find_words.find(p.text, modals))


def characters(instrument: Instrument) -> int:
    return sum(len("".join(provision.text.split())) for provision in instrument.provisions)


def per_thousand(count: int, instrument: Instrument) -> float:
    return 1000 * count / characters(instrument)


def numbers(library: Library, instrument: Instrument) -> tuple[Entry, ...]:
    """What stands under `names` after the first: the words of each kind, all of them, the characters, words per thousand of these."""
    found = counts(library, instrument)
    total = sum(found.values())
    each = (found[kind.id] for kind in kinds(library))
    return (*each, total, characters(instrument), round(per_thousand(total, instrument), 1))


def written(library: Library, instrument: Instrument) -> tuple[str, ...]:
    return tuple(
        field.written(one) for field, one in zip(fields(library)[1:], numbers(library, instrument), strict=True)
    )


def fields(library: Library) -> tuple[Field, ...]:
    first, *others, last = names(library)
    return (Field(first, 22), *(Field(name, 8) for name in others), Field(last, 8, "0.0"))


def names(library: Library) -> tuple[str, ...]:
    return ("文书", *(kind.title for kind in kinds(library)), "合计", "字数", "每千字")


def book(library: Library) -> Book:
    rows = tuple((one.about.short, *numbers(library, one)) for one in library.instruments if one.about.obtained)
    titles = {kind.id: kind.title for kind in kinds(library)}
    found = tuple(
        (titles[match.entry.kind], provision.text[match.start : match.end], provision.citation)
        for provision, match in find_terms.occurrences(library, library.vocabulary.lexicon.modals)
    )
    named = (Field("类", 8), Field("词", 14), Field("条款", 50))
    sheets = (Sheet("", "处数", fields(library), rows), Sheet("places", "出处", named, found))
    return Book("modality", "语气", sheets, "compare/modality")
