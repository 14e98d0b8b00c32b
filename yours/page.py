"""What the page's worker calls: plain strings in, JSON out, so that nothing of Python has to be known there.

    read(bytes or str, name)       -> Read | Refused      the text as elements, to be corrected by hand
    compare(elements, held, title) -> Result | Refused    everything found, once the reader has corrected
    table(result)                  -> Book                rows for XLSX, DOCX and print

A refusal is an answer, not an error; anything else that is raised is a fault of ours and goes through.
"""

from __future__ import annotations

import json
from typing import Any

import importer
from yours import comparing, tables
from yours.known import FORMAT, Known
from yours.shapes import Doubt, Element, Read, Result

SLUG = "yours"


def read(given: bytes | memoryview | str, name: str = "") -> str:
    """`given`: a file's bytes (from JavaScript `pyodide.toPy(bytes)`) or what was pasted; `name`: the file's, '' for pasted text."""
    try:
        found = importer.read(given if isinstance(given, str) else bytes(given), name, SLUG)
    except importer.Unreadable as error:
        return _json({"refused": str(error)})
    elements: list[Element] = [
        {"id": one.id, "kind": one.kind, "label": one.label, "text": one.text} for one in found.elements
    ]
    doubts: list[Doubt] = [{"kind": one.kind, "line": one.line, "said": one.said, "id": one.id} for one in found.doubts]
    main = next((one.title for one in found.instruments if one.id == SLUG), "")
    answer: Read = {
        "kind": found.source.kind,
        "title": main,
        "elements": elements,
        "doubts": doubts,
        "left_out": sorted({aside.what for aside in found.source.asides}),
        "lost": found.lost(),
    }
    return _json(answer)


def compare(elements: str, held: str, title: str = "") -> str:
    """`title`: as `read` gave it, or as the reader wrote it.

    `elements`: JSON, a list of Element as `read` gave it and the reader changed it; `held`: the text of the one JSON of the five."""
    known: Known = json.loads(held)
    if known["format"] != FORMAT:
        raise ValueError(f"held.json has format {known['format']}, and this page reads {FORMAT}")
    try:
        return _json(comparing.compare(json.loads(elements), known, title))
    except importer.Unreadable as error:
        return _json({"refused": str(error)})


def table(result: str) -> str:
    """`result`: JSON, what `compare` gave."""
    found: Result = json.loads(result)
    return _json(tables.table(found))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
