"""Who has chosen his place reads no other place's name in what he is asked, nor his own in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from policies.engine.as_json import plain
from policies.engine.library import Document, Library
from policies.engine.schema.instrument import Fact, Question
from policies.engine.yamlfile import Loc

Found = Iterator[tuple[Loc, str]]
_OWN = "（{name}"


def wordings(library: Library, shared: int) -> Found:
    """Of the questions, and of the facts that all documents share: the first `shared` of all."""
    names = {document.slug: _names(document) for document in library.documents}
    used = {document.slug: _used(document) for document in library.documents}
    for index, question in enumerate(library.vocabulary.questions):
        loc: Loc = ("questions", index)
        yield from _options(loc, question, names)
        filled = {*question.facts, *(fact for option in question.options for fact in option.sets)}
        yield from _worded(loc, question, names, [slug for slug in names if filled & used[slug]])
    for index, fact in enumerate(library.vocabulary.facts[:shared]):
        if fact.question:
            yield from _worded(("facts", index), fact, names, [slug for slug in names if fact.id in used[slug]])


def _options(loc: Loc, question: Question, names: Mapping[str, set[str]]) -> Found:
    for at, option in enumerate(question.options):
        for slug in option.places:
            if slug not in names:
                yield (*loc, "options", at, "places"), f"没有“{slug}”这份文件"


def _worded(loc: Loc, asked: Question | Fact, names: Mapping[str, set[str]], slugs: Sequence[str]) -> Found:
    """`slugs`: the documents by whose rules it is asked."""
    for slug in asked.wording:
        if slug not in names:
            yield (*loc, "wording", slug), f"没有“{slug}”这份文件"
    for slug in slugs:
        yield from _foreign(loc, asked, slug, names)


def _names(document: Document) -> set[str]:
    """舞阳 of 舞阳·容错免责: how the texts of this site name the place, in two characters."""
    return {re.split("[·（]", instrument.about.short)[0][:2] for instrument in document.instruments}


def _used(document: Document) -> set[str]:
    """Every word of its rules; the facts are among them."""
    return {word for instrument in document.instruments for rule in instrument.rules for word in _words(plain(rule))}


def _words(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _words(value)


def _foreign(loc: Loc, asked: Question | Fact, slug: str, names: Mapping[str, set[str]]) -> Found:
    shown = asked.wording.get(slug, asked.text)
    at: Loc = (*loc, "wording", slug) if slug in asked.wording else (*loc, "text")
    for other, found in names.items():
        for name in sorted(found):
            if other != slug and name in shown:
                yield at, f"选了“{slug}”的人会读到别处的名字“{name}”：请在 wording 里给“{slug}”另写一句"
            if other == slug and _OWN.format(name=name) in shown:
                yield at, f"选了“{slug}”的人不用再读“{_OWN.format(name=name)}…）”：请在 wording 里给“{slug}”另写一句"
