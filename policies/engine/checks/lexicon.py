"""What the time limits and the lists of words say of the texts must stand in them, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from policies.engine import meant
from policies.engine.errors import Problem
from policies.engine.library import Document, Library, Provision
from policies.engine.schema.lexicon import Term
from policies.engine.schema.timelimit import Limit
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]
# “本办法所称容错免责，是指…”, “容错纠错是指…”: the word that is defined, and the head of the sentence.
_DEFINITION = re.compile(
    r"(?:[^，,。；;：:\n]*所[称指]的?)?(?P<head>(?P<word>[^，,。；;：:\n]+)[，,]?(?:是指|主要指|系指))"
)


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    printed = {provision.id: provision.printed for provision in library.provisions}
    documents = {document.slug: document for document in library.documents}
    for name, file in files.items():
        path = PurePosixPath(name)
        if path.name == "limits.yaml" and path.parent.name in documents:
            document = documents[path.parent.name]
            yield from (file.problem(loc, message) for loc, message in _document(document, printed))
            yield from (file.problem(loc, message) for loc, message in _starts(document, library))
        elif (path.parent.name, path.name) == ("vocabulary", "glossary.yaml"):
            yield from (file.problem(loc, message) for loc, message in _glossary(library))
            yield from (file.problem(loc, message) for loc, message in _groups(library))


def _document(document: Document, printed: Mapping[str, str]) -> Found:
    own = {instrument.id for instrument in document.instruments}
    for index, limit in enumerate(document.limits):
        if limit.provision.split("/")[0] not in own:
            yield ("limits", index, "provision"), f"“{limit.provision}”不在这份文件里"
        for field, words in _verbatim(limit).items():
            if words not in printed.get(limit.provision, words):
                yield ("limits", index, field), f"“{words}”不是 {limit.provision} 里的原文"
    for index, not_limit in enumerate(document.not_limits):
        places = not_limit.provisions or [ident for ident in printed if ident.split("/")[0] in own]
        for at, words in enumerate(not_limit.words):
            if not any(words in printed.get(place, "") for place in places):
                yield ("not_limits", index, "words", at), f"“{words}”在所说的地方没有出现"


def _groups(library: Library) -> Found:
    """Every word of the glossary stands in one group."""
    terms = {term.id: term.term for term in library.vocabulary.lexicon.terms}
    seen: set[str] = set()
    for index, group in enumerate(library.vocabulary.lexicon.groups):
        for at, ident in enumerate(group.terms):
            if ident not in terms:
                yield ("groups", index, "terms", at), f"没有“{ident}”这个词条"
            elif ident in seen:
                yield ("groups", index, "terms", at), f"“{ident}”已经归入一组"
            seen.add(ident)
    for index, term in enumerate(library.vocabulary.lexicon.terms):
        if term.id not in seen:
            yield ("terms", index, "id"), f"“{term.term}”没有归入哪一组，请在 groups 里写上 {term.id}"


def _glossary(library: Library) -> Found:
    """A word that texts define is quoted from one of them at least. (That quotes are verbatim, every file is checked.)"""
    defined = list(_defined([document for document in library.documents if document.coded]))
    for index, term in enumerate(library.vocabulary.lexicon.terms):
        for at, quote in enumerate(term.quotes):
            if not _names(term, quote.quote):
                yield ("terms", index, "quotes", at, "quote"), f"引文里没有“{term.term}”这个词"
        own = [(provision, head) for provision, word, head in defined if _names(term, word)]
        quoted = any(
            quote.provision == provision.id and head in quote.quote for provision, head in own for quote in term.quotes
        )
        if own and not quoted:
            provision, head = own[0]
            yield ("terms", index), f"{provision.citation}给“{term.term}”下了定义，应在 quotes 里引“{head}……”这一句"


def unquoted(library: Library, document: Document) -> Iterator[tuple[str, str]]:
    """Of a document: the words of the glossary that it defines and that do not quote it, each with the provision's id."""
    defined = list(_defined([document]))
    for term in library.vocabulary.lexicon.terms:
        quoted = {quote.provision for quote in term.quotes}
        for provision, word, head in defined:
            if _names(term, word) and provision.id not in quoted:
                yield (
                    provision.id,
                    f"给“{term.term}”下了定义：vocabulary/glossary.yaml 的 {term.id} 在 quotes 里引“{head}……”这一句",
                )


def _defined(documents: Iterable[Document]) -> Iterator[tuple[Provision, str, str]]:
    """Each definition of these texts: the provision, the word, and the head of the sentence."""
    for document in documents:
        for instrument in document.instruments:
            for provision in instrument.provisions:
                for match in _DEFINITION.finditer(provision.text):
                    yield provision, match["word"], match["head"]


def _names(term: Term, words: str) -> bool:
    for longer in term.not_in:
        words = words.replace(longer, "")
    return any(form in words for form in term.forms)


def _starts(document: Document, library: Library) -> Found:
    """A limit runs from the day of its own event, or from none that a person is asked for."""
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    for index, limit in enumerate(document.limits):
        if limit.start is None or limit.start.fact is None:
            if limit.start and limit.kind == "application" and limit.length:
                dates = [fact.id for fact in facts.values() if limit.start.event in fact.events]
                yield from ((("limits", index, "start"), f"须写明从哪个日期起算：fact: {fact}") for fact in dates)
            continue
        fact, at = facts.get(limit.start.fact), ("limits", index, "start", "fact")
        if fact is None:
            yield at, meant.unknown(limit.start.fact, "这个事实", facts)
        elif fact.type != "date":
            yield at, f"“{fact.id}”不是日期"
        elif limit.start.event not in fact.events:
            wanted = "、".join(f"“{event}”" for event in fact.events) or "没有写"
            yield at, f"“{fact.id}”不是“{limit.start.event}”那一天：这个事实的 events 是{wanted}"


def _verbatim(limit: Limit) -> dict[str, str]:
    """The fields that are the text's own words."""
    words = {"applies": limit.applies, "until": limit.until, "period": limit.period, "modality": limit.modality}
    if limit.start and limit.start.written:
        words["start"] = limit.start.event
    return {field: text for field, text in words.items() if text}
