"""What asked.yaml and thesaurus.yaml lead to is there, and what they say of the texts stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from policies.engine import meant
from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.schema.search import Lead
from policies.engine.yamlfile import Loc, YamlFile

FILES = {name: f"policies/vocabulary/{name}.yaml" for name in ("asked", "thesaurus")}
QUOTED = re.compile("“([^”]+)”")
Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    for name, found in (("asked", _asked(library)), ("thesaurus", _thesaurus(library))):
        yield from (files[FILES[name]].problem(loc, message) for loc, message in found)


def folded(text: str) -> str:
    """Without white space, width and case: as the search compares."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def _asked(library: Library) -> Found:
    rows = {dimension.id for dimension in library.vocabulary.dimensions}
    ids: set[str] = set()
    said: set[str] = set()
    for at, group in enumerate(library.vocabulary.asked.groups):
        for number, one in enumerate(group.questions):
            loc: Loc = ("groups", at, "questions", number)
            if again(ids, one.id):
                yield (*loc, "id"), f"“{one.id}”用了不止一次"
            for index in (index for index, row in enumerate(one.rows) if row not in rows):
                yield (*loc, "rows", index), meant.unknown(one.rows[index], "这个维度", rows)
            if again(said, folded(one.ask)):
                yield (*loc, "ask"), f"“{one.ask}”问了不止一次"
            for index, wording in enumerate(one.also):
                if again(said, folded(wording)):
                    yield (*loc, "also", index), f"“{wording}”问了不止一次"


def quoted(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """What a note puts in quotes stands in a text, a brief or another question. For data whose cells are sound."""
    known = _known(library)
    for at, group in enumerate(library.vocabulary.asked.groups):
        for number, one in enumerate(group.questions):
            for words in _unfounded(one.note or "", known):
                message = f"“{words}”不在条文、简答和别的问题里，不能加引号"
                yield files[FILES["asked"]].problem(("groups", at, "questions", number, "note"), message)


def _unfounded(note: str, known: list[str]) -> Iterator[str]:
    return (words for words in QUOTED.findall(note) if not any(folded(words) in text for text in known))


def _known(library: Library) -> list[str]:
    """What a note may quote: the texts, the briefs, and the questions themselves."""
    provisions = [one.printed for one in library.provisions] + [one.label + one.text for one in library.provisions]
    briefs = [cell.brief for text in library.compared for cell in text.cells.values()]
    asked = [one.ask for group in library.vocabulary.asked.groups for one in group.questions]
    return [folded(words) for words in (*provisions, *briefs, *asked)]


def again(seen: set[str], word: str) -> bool:
    """Whether it was there before; from now on it is."""
    known = word in seen
    seen.add(word)
    return known


def _thesaurus(library: Library) -> Found:
    texts = _texts(library.documents)
    coded = _texts([document for document in library.documents if document.coded])
    typed: set[str] = set()
    for at, lead in enumerate(library.vocabulary.thesaurus.entries):
        loc: Loc = ("entries", at)
        if not (lead.rows or lead.provisions):
            yield loc, "没有写通到哪里：rows、provisions 至少写一样"
        for index, word in enumerate(lead.typed):
            if again(typed, folded(word)):
                yield (*loc, "typed", index), f"“{word}”写了不止一次"
            if lead.silent and any(folded(word) in text for text in coded):
                yield (*loc, "typed", index), f"条文里有“{word}”，不能写 silent"
        for index, word in enumerate(lead.texts):
            if not any(folded(word) in text for text in texts):
                yield (*loc, "texts", index), f"“{word}”不是哪一处条文里的原文"
        yield from (((*loc, *rest), message) for rest, message in _ends(library, lead))


def belied(library: Library) -> dict[int, list[str]]:
    """Entries that say that no text speaks of their words, by their number, with the words that stand in one all the same.

    That is an error once the text is coded; before, the entry is not used.
    """
    texts = _texts(library.documents)
    found = {
        at: [word for word in lead.typed if any(folded(word) in text for text in texts)]
        for at, lead in enumerate(library.vocabulary.thesaurus.entries)
        if lead.silent
    }
    return {at: words for at, words in found.items() if words}


def speaking(document: Document, word: str) -> list[str]:
    """The ids of the provisions that have the word."""
    held = (one for instrument in document.instruments for one in instrument.provisions)
    return [one.id for one in held if folded(word) in folded(one.label + one.text)]


def _texts(documents: Iterable[Document]) -> list[str]:
    return [
        folded(one.label + one.text)
        for document in documents
        for instrument in document.instruments
        for one in instrument.provisions
    ]


def _ends(library: Library, lead: Lead) -> Found:
    rows = {dimension.id for dimension in library.vocabulary.dimensions}
    provisions = {one.id for one in library.provisions}
    for index, row in enumerate(lead.rows):
        if row not in rows:
            yield ("rows", index), meant.unknown(row, "这个维度", rows)
    for index, ident in enumerate(lead.provisions):
        if ident not in provisions:
            yield ("provisions", index), meant.unknown(ident, "这一处条款项", provisions)
    if lead.silent and lead.texts:
        yield ("texts",), "条文没有说到（silent）的，不写 texts"
