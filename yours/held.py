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
from yours.shapes import Brief, Column


def of(library: Library) -> Known:
    """Raises DataError if cues.yaml or signs.yaml is not sound."""
    cued, signed = cues(library), signs(library)
    return {
        "format": FORMAT,
        "columns": [_column(library, instrument) for instrument in library.leading],
        "provisions": list(_provisions(library)),
        "phrases": [*library.vocabulary.twins.phrases, *library.vocabulary.bodies],
        "circumstances": [_circumstance(one, cued[one.id]) for one in library.vocabulary.clusters],
        "dimensions": list(_dimensions(library, signed)),
        "modals": list(_modals(library)),
        "unlooked": [one.title for one in library.vocabulary.dimensions if one.id not in signed],
    }


def write(library: Library, path: Path) -> None:
    path.write_text(json.dumps(of(library), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _column(library: Library, instrument: Instrument) -> Column:
    document = next(one for one in library.documents if one.slug == instrument.document)
    return {
        "slug": document.slug,
        "name": instrument.about.short if instrument.about.in_force else instrument.about.short.split("（")[0],
        "place": document.place,
        "instrument": instrument.id,
        "title": instrument.about.title,
        "marks": list(instrument.about.status),
        "in_force": instrument.about.in_force,
    }


def _provisions(library: Library) -> Iterator[KnownProvision]:
    for instrument in library.instruments:
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
                "briefs": {
                    each.document: _brief(each, one.group, one.id) for each in library.leading if one.id in each.cells
                },
            }


def _brief(instrument: Instrument, group: str, dimension: str) -> Brief:
    cell = instrument.cells[dimension]
    page = f"compare/{group}/#{dimension}--{instrument.id}"
    return {"brief": cell.brief, "status": cell.status, "page": page}


def _modals(library: Library) -> Iterator[KnownModal]:
    lexicon = library.vocabulary.lexicon
    counts = {
        one.document: Counter(met.entry.id for p in one.provisions for met in find_words.find(p.text, lexicon.modals))
        for one in library.leading
    }
    for modal in lexicon.modals:
        yield {
            "id": modal.id,
            "kind": modal.kind,
            "words": list(modal.words),
            "not_in": list(modal.not_in),
            "counts": {slug: counted[modal.id] for slug, counted in counts.items()},
        }
