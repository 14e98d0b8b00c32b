"""Every sentence of the operative texts is encoded, is a time limit, or is listed with the reason why it is neither."""

from __future__ import annotations

import re

import pytest

from policies import Library, load
from policies.engine.complete.words import characters, encoded, left_out, listed, operative
from tests.support.contracted import documents

ROWS = re.compile(r"见比较表((?:“[^”]*”)+)")


def test_every_provision_is_encoded_or_listed(library: Library) -> None:
    for document in documents(library):
        accounted = {ident for ident, _ in encoded(document) | listed(document)}
        assert {provision.id for provision in operative(document)} - accounted == set(), document.slug


def test_every_sentence_is_encoded_or_listed(library: Library) -> None:
    for document in documents(library):
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


@pytest.mark.parametrize("slug", [document.slug for document in documents(load())])
def test_a_sentence_that_nobody_names_is_noticed(library: Library, slug: str) -> None:
    document = next(document for document in library.documents if document.slug == slug)
    missed = next(entry for entry in reversed(document.unencoded) if entry.quote is None)
    rest = encoded(document) | listed(document) - {(missed.provision, missed.quote)}
    assert {ident for ident, _ in left_out(document, rest)} == {missed.provision}
