"""The documents of the contract, which are complete. Any other may stand beside them, finished or not."""

from __future__ import annotations

from pathlib import Path

from policies import Document, Library
from tests.support.independent import CONTRACT, plain

INSTRUMENTS = frozenset(one["id"] for one in plain(CONTRACT / "instruments.yaml")["instruments"])


def documents(library: Library) -> list[Document]:
    found = [one for one in library.documents if any(each.id in INSTRUMENTS for each in one.instruments)]
    assert found
    return found


def contracted(provision: str) -> bool:
    """Whether a provision, or what else begins with an instrument's id, is of the contract."""
    return provision.split("/", maxsplit=1)[0] in INSTRUMENTS


def held(text: Path) -> bool:
    """Whether a text.yaml is that of a document of the contract."""
    return contracted(plain(text)["elements"][0]["id"])


def alone(library: Library) -> Library:
    return Library(tuple(documents(library)), library.vocabulary)
