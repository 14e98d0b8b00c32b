"""One document left out: what is known without it, and its own text as a reader would bring it."""

from __future__ import annotations

from policies import Library
from yours.known import Known, KnownCircumstance, Marked
from yours.shapes import Element


def without(held: Known, slug: str) -> Known:
    """Nothing of the document is left: no text, no quote, and no cue that it alone bears out."""
    kept = [one for one in held["provisions"] if one["slug"] != slug]
    ids = {one["id"] for one in kept}
    return {
        **held,
        "columns": [one for one in held["columns"] if one["slug"] != slug],
        "instruments": {one["instrument"]: held["instruments"][one["instrument"]] for one in kept},
        "provisions": kept,
        "circumstances": [_without(one, slug, ids) for one in held["circumstances"]],
    }


def _without(one: KnownCircumstance, slug: str, ids: set[str]) -> KnownCircumstance:
    def left(marks: list[Marked]) -> list[Marked]:
        return [mark for mark in marks if mark["provision"] in ids]

    cues = [cue for cue in one["cues"] if cue["also"] or cue["origin"] != [slug]]
    return {**one, "marks": left(one["marks"]), "elsewhere": left(one["elsewhere"]), "cues": cues}


def elements(library: Library, slug: str) -> list[Element]:
    """The document's text, all its instruments, as the importer would give it."""
    document = next(one for one in library.documents if one.slug == slug)
    return [
        {"id": provision.id, "kind": "", "label": provision.label or None, "text": provision.text}
        for instrument in document.instruments
        for provision in instrument.provisions
    ]
