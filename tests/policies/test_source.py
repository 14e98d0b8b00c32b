"""The sources are the ones received, and every character of them is accounted for."""

from __future__ import annotations

import hashlib
from itertools import groupby

import pytest

from policies import Library
from tests.support.contracted import documents
from tests.support.independent import CONTRACT, DATA, Folder, folders, source_lines, squeezed

SUMS = {line.split()[1]: line.split()[0] for line in (CONTRACT / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}


def test_every_source_received_is_kept_unchanged() -> None:
    kept = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in DATA.glob("*/*.txt")}
    assert SUMS
    assert {name: kept.get(name) for name in SUMS} == SUMS


def test_the_library_names_the_hash_of_each_source_and_carries_its_text(library: Library) -> None:
    assert {document.source: document.sha256 for document in documents(library)} == SUMS
    for document in library.documents:
        assert hashlib.sha256(document.text.encode("utf-8")).hexdigest() == document.sha256


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.slug)
def test_labels_and_texts_in_their_order_are_the_whole_of_the_source(folder: Folder) -> None:
    wanted = "".join(words for _, words in source_lines(folder.source))
    found = squeezed("".join(label + text for _, label, text in folder.elements))
    assert wanted
    assert found == wanted


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.slug)
def test_a_text_breaks_its_lines_where_the_source_does(folder: Folder) -> None:
    """Else a sentence broken by a page could be joined without a word, and nobody would know."""
    lines = [(number, char) for number, words in source_lines(folder.source) for char in words]
    at = 0
    for ident, label, text in folder.elements:
        count = len(squeezed(label + text))
        pieces = groupby(lines[at : at + count], key=lambda pair: pair[0])
        assert ["".join(char for _, char in piece) for _, piece in pieces] == [
            squeezed(line) for line in (label + text).split("\n") if line
        ], ident
        at += count


def test_the_lines_of_a_provision_hold_its_words_and_no_line_more(library: Library) -> None:
    checked = 0
    for document in library.documents:
        words = dict(source_lines(document.text))
        for provision in (provision for instrument in document.instruments for provision in instrument.provisions):
            wanted = squeezed(provision.printed_label + provision.printed)
            lines = [line for first, last in provision.lines for line in range(first, last + 1)]
            assert wanted in "".join(words.get(line, "") for line in lines), provision.id
            for edge in (line for run in provision.lines for line in run):
                assert wanted not in "".join(words.get(line, "") for line in lines if line != edge), provision.id
                checked += 1
    assert checked >= 2 * sum(one.held for one in library.provisions)
