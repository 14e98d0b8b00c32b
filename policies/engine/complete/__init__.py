"""What a policy still lacks: every answer, rule, case and listing that the others have. `python -m policies --complete` tells it.

What is sound need not be complete: none of this keeps the data from being loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.checks import codebook
from policies.engine.complete import answers, begun, judged, words
from policies.engine.errors import Problem
from policies.engine.library import Document, Library
from policies.engine.yamlfile import YamlFile

Files = Mapping[str, YamlFile]


def missing(library: Library, files: Files) -> list[Problem]:
    """Of all documents, and of the codebook that they share; by file and line."""
    found = [each for document in library.documents for each in of(library, document, files)]
    return sorted({*found, *codebook.unused(library, files, coded=False)})


def of(library: Library, document: Document, files: Files) -> Iterator[Problem]:
    """Of one document."""
    yield from begun.missing(library, document, files)
    yield from answers.missing(library, document, files)
    yield from words.missing(document, files)
    yield from judged.missing(library, document, files)


def not_obtained(library: Library, files: Files) -> list[Problem]:
    """What nobody can add by work on the data: words, instruments and answers that were not obtained, each with its place."""
    return sorted({each for document in library.documents for each in answers.not_obtained(document, files)})
