"""Reads the text of an instrument, pasted or from a file, into the elements of text.yaml. Standard library only; it runs in the browser too."""

from __future__ import annotations

from importer import assemble, proposals, refusals
from importer.lines import lines
from importer.model import Aside, Defect, Doubt, Element, Imported, Instrument, Notes, Source, Unreadable
from importer.readers import source

__all__ = ["Aside", "Defect", "Doubt", "Element", "Imported", "Instrument", "Source", "Unreadable", "read", "source"]


def read(given: bytes | str, name: str = "", slug: str = "policy") -> Imported:
    """The elements of a text. `name`: the file's name, a hint of its kind; `slug`: what every id begins with.

    Raises Unreadable with one sentence in Chinese if it is no instrument, or of a kind that cannot be read.
    """
    taken = source(given, name)
    refusals.check(taken)
    notes = Notes(list(taken.doubts))
    instruments, elements, placed = assemble.assembled(list(lines(taken.text)), slug, notes)
    refusals.unstructured(taken, instruments, elements)
    defects, throughout = proposals.proposed(elements, placed, notes)
    doubts = sorted(notes.doubts, key=lambda doubt: doubt.line)
    return Imported(taken, tuple(instruments), tuple(elements), tuple(doubts), tuple(defects), tuple(throughout))
