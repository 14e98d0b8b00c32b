"""The texts that a case is judged by, as plain JSON: what each is, whether it is in force, and its rules."""

from __future__ import annotations

from typing import Any

from policies import Library
from policies.engine import validity
from policies.engine.as_json import plain

_KEPT = ("id", "title", "short", "kind", "issuer", "number", "dated", "status", "in_force")


def instruments(library: Library) -> list[dict[str, Any]]:
    """Those with rules, in the order of the documents."""
    labels = library.vocabulary.labels.validity
    found = []
    for document in library.documents:
        for instrument in document.instruments:
            about = {"in_force": instrument.about.in_force, **plain(instrument.about)}
            if instrument.rules:
                found.append(
                    {
                        "document": document.slug,
                        "area": document.area,
                        **{key: about[key] for key in _KEPT if key in about},
                        "validity": validity.said(labels, instrument.about),
                        "rules": [rule.id for rule in instrument.rules],
                    }
                )
    return found
