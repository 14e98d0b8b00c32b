"""What the page has of the five, as one JSON file; made when the site is made. In the browser it is plain data (`yours.known`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from importer import find_words
from policies import Instrument, Library, Provision
from policies.engine.schema.instrument import Cluster, Quote
from yours.cuesheet import cues, signs
from yours.known import (
    FORMAT,
    Cue,
    Known,
    KnownCircumstance,
    KnownDimension,
    KnownModal,
    KnownProvision,
    Marked,
    Sign,
)
from yours.shapes import Brief, Column, Named


def of(library: Library) -> Known:
    """Raises DataError if cues.yaml or signs.yaml is not sound."""
    cued, signed = cues(library), signs(library)
    return {
        "format": FORMAT,
        "columns": [_column(library, instrument) for instrument in _leading(library)],
        "instruments": {instrument.id: _named(instrument) for instrument in _cited(library)},
        "provisions": list(_provisions(library)),
        "phrases": [*library.vocabulary.twins.phrases, *library.vocabulary.bodies],
        "circumstances": [_circumstance(one, cued[one.id]) for one in library.vocabulary.clusters],
        "dimensions": list(_dimensions(library, signed)),
        "modals": list(_modals(library)),
        "unlooked": [one.title for one in library.vocabulary.dimensions if one.id not in signed],
    }


def write(library: Library, path: Path) -> None:
    path.write_text(json.dumps(of(library), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _leading(library: Library) -> list[Instrument]:
    """Of a document that is not coded to its last cell the page says nothing: what it lacks would look like silence."""
    coded = {document.slug for document in library.documents if document.coded}
    return [instrument for instrument in library.leading if instrument.document in coded]


def _cited(library: Library) -> list[Instrument]:
    documents = {instrument.document for instrument in _leading(library)}
    return [instrument for instrument in library.instruments if instrument.document in documents]


def _column(library: Library, instrument: Instrument) -> Column:
    document = next(one for one in library.documents if one.slug == instrument.document)
    return {
        "slug": document.slug,
        **_named(instrument),
        "place": document.place,
        "instrument": instrument.id,
        "title": instrument.about.title,
    }


def _named(instrument: Instrument) -> Named:
    about = instrument.about
    return {
        "name": about.short if about.in_force else about.short.split("（")[0],
        "marks": list(about.status),
        "in_force": about.in_force,
    }


def _provisions(library: Library) -> Iterator[KnownProvision]:
    for instrument in _cited(library):
        for provision in instrument.provisions:
            if provision.text:
                yield {
                    "id": provision.id,
                    "slug": instrument.document,
                    "instrument": instrument.id,
                    "place": provision.place,
                    "citation": provision.citation,
                    "page": _page(provision),
                    "text": provision.text,
                }


def _page(provision: Provision) -> str:
    return f"read/{provision.instrument}/#{provision.anchor}"


def _circumstance(cluster: Cluster, cued: list[Cue]) -> KnownCircumstance:
    return {
        "id": cluster.id,
        "title": cluster.title,
        "role": "condition" if cluster.element else ("exclusion" if cluster.side == "negative" else "circumstance"),
        "side": cluster.side,
        "marks": _marked(cluster.marks),
        "elsewhere": _marked(cluster.elsewhere),
        "cues": cued,
    }


def _marked(quotes: list[Quote]) -> list[Marked]:
    return [{"provision": quote.provision, "quote": quote.quote} for quote in quotes]


def _dimensions(library: Library, signed: dict[str, list[Sign]]) -> Iterator[KnownDimension]:
    for one in library.vocabulary.dimensions:
        if one.id in signed:
            yield {
                "id": one.id,
                "group": one.group,
                "title": one.title,
                "asks": one.asks,
                "signs": signed[one.id],
                "briefs": {each.document: _brief(library, each, one.group, one.id) for each in _leading(library)},
            }


def _brief(library: Library, instrument: Instrument, group: str, dimension: str) -> Brief:
    cell = instrument.cells.get(dimension)
    page = f"compare/{group}/#{dimension}--{instrument.id}"
    status = cell.status if cell else instrument.left[dimension]
    return {"brief": library.brief(instrument, dimension), "status": status, "page": page}


def _modals(library: Library) -> Iterator[KnownModal]:
    lexicon = library.vocabulary.lexicon
    counts = {
        one.document: Counter(met.entry.id for p in one.provisions for met in find_words.find(p.text, lexicon.modals))
        for one in _leading(library)
    }
    for modal in lexicon.modals:
        yield {
            "id": modal.id,
            "kind": modal.kind,
            "words": list(modal.words),
            "not_in": list(modal.not_in),
            "counts": {slug: counted[modal.id] for slug, counted in counts.items()},
        }
