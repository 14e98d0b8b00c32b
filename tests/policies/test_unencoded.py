"""Every sentence of the operative texts is encoded, is a time limit, or is listed with the reason why it is neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from policies import Document, Library, Provision
from policies.engine.as_json import plain

SENTENCE = re.compile(r"[^。；;]+[。；;]?")
ROWS = re.compile(r"见比较表((?:“[^”]*”)+)")
ASIDE = {"other_readings", "assumes"}

# A provision and the words of it that are meant; None: all of it.
Words = tuple[str, str | None]


def operative(document: Document) -> Iterator[Provision]:
    for instrument in document.instruments:
        if instrument.about.compared:
            yield from (provision for provision in instrument.provisions if provision.printed.strip())


def encoded(document: Document) -> set[Words]:
    """What the rules and the time limits of a document stand on; the rules of one may cite another of its instruments.

    Not what other readings would, nor what is taken for granted and decides nothing.
    """
    rules = [plain(rule) for instrument in document.instruments for rule in instrument.rules]
    cited = {words for rule in rules for words in named({k: v for k, v in rule.items() if k not in ASIDE})}
    return cited | {(limit.provision, limit.quote) for limit in document.limits}


def named(data: Any) -> Iterator[Words]:
    if isinstance(data, list):
        for child in data:
            yield from named(child)
    elif isinstance(data, dict):
        if "provision" in data:
            yield data["provision"], data.get("quote")
        for child in data.values():
            yield from named(child)


def listed(document: Document) -> set[Words]:
    return {(entry.provision, entry.quote) for entry in document.unencoded}


def characters(provision: Provision, words: Iterable[Words]) -> set[int]:
    """Where in the printed text the words stand, first of all."""
    text = provision.printed
    quotes = [text if quote is None else quote for ident, quote in words if ident == provision.id]
    starts = [(text.find(quote), len(quote)) for quote in quotes]
    return {at for start, length in starts if start >= 0 for at in range(start, start + length)}


def left_out(document: Document, words: set[Words]) -> list[Words]:
    """The sentences of which no character is accounted for."""
    return [
        (provision.id, sentence.group().strip())
        for provision in operative(document)
        for sentence in SENTENCE.finditer(provision.printed)
        if sentence.group().strip() and characters(provision, words).isdisjoint(range(sentence.start(), sentence.end()))
    ]


def test_every_provision_is_encoded_or_listed(library: Library) -> None:
    for document in library.documents:
        accounted = {ident for ident, _ in encoded(document) | listed(document)}
        assert {provision.id for provision in operative(document)} - accounted == set(), document.slug


def test_every_sentence_is_encoded_or_listed(library: Library) -> None:
    for document in library.documents:
        assert left_out(document, encoded(document) | listed(document)) == [], document.slug


def test_what_is_listed_is_not_encoded_as_well(library: Library) -> None:
    for document in library.documents:
        for provision in operative(document):
            both = characters(provision, encoded(document)) & characters(provision, listed(document))
            assert both == set(), provision.id


def test_nothing_is_listed_twice_or_outside_the_operative_texts(library: Library) -> None:
    for document in library.documents:
        assert len(listed(document)) == len(document.unencoded)
        assert {ident for ident, _ in listed(document)} <= {provision.id for provision in operative(document)}


def test_every_row_of_the_comparison_that_a_reason_names_exists(library: Library) -> None:
    rows = {dimension.title.replace("“", "‘").replace("”", "’") for dimension in library.vocabulary.dimensions}
    reasons = [entry.reason for document in library.documents for entry in document.unencoded]
    found = [row for reason in reasons for run in ROWS.findall(reason) for row in re.findall(r"“([^”]*)”", run)]
    assert len(found) > 50
    assert set(found) <= rows
    assert sum(reason.count("比较表") for reason in reasons) == sum(len(ROWS.findall(reason)) for reason in reasons)


@pytest.mark.parametrize("slug", ["pingdingshan", "puyang", "shangzhou", "wuyang", "xuzhou"])
def test_a_sentence_that_nobody_names_is_noticed(library: Library, slug: str) -> None:
    document = next(document for document in library.documents if document.slug == slug)
    missed = next(entry for entry in reversed(document.unencoded) if entry.quote is None)
    rest = encoded(document) | listed(document) - {(missed.provision, missed.quote)}
    assert {ident for ident, _ in left_out(document, rest)} == {missed.provision}
