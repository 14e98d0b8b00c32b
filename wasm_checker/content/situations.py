"""Where a person stands, and what the texts write for it; what is offered after a verdict: as plain JSON for the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policies import Library
from policies.engine.as_json import plain
from policies.engine.schema.situations import Instead, Said, Silence, Situation


def situations(library: Library) -> dict[str, Any]:
    return {each.id: _situation(library, each) for each in library.vocabulary.situations.situations}


def instead(library: Library) -> dict[str, Any]:
    """What is said to whom nothing is offered: `elsewhere`, and by document whose text is not in force."""
    table = library.vocabulary.offers
    drafts = {slug: _instead(library, each) for slug, each in table.drafts.items()}
    return {"elsewhere": _instead(library, table.elsewhere), "drafts": drafts}


def offers(library: Library) -> list[dict[str, Any]]:
    """The rows of the table as the page needs them: without what speaks for them."""
    return [
        row.model_dump(mode="json", exclude_defaults=True, exclude={"why"}) for row in library.vocabulary.offers.offers
    ]


def _situation(library: Library, situation: Situation) -> dict[str, Any]:
    found: dict[str, Any] = {"text": situation.text, "title": situation.title, "kinds": situation.kinds}
    if situation.stages:
        found["stages"] = situation.stages
    found["says"] = [_said(library, each) for each in situation.says]
    found["rows"] = [_row(library, each) for each in situation.rows]
    return {**found, **({"ask": plain(situation.ask)} if situation.ask else {})}


def _instead(library: Library, found: Instead) -> dict[str, Any]:
    return {"text": found.text, "says": [_said(library, each) for each in found.says], "ask": plain(found.ask)}


def _said(library: Library, said: Said) -> dict[str, Any]:
    """`documents`: of whose texts it speaks, none of all. `dimension`: the row of the comparison that shows a silence."""
    found: dict[str, Any] = {"text": said.text, "documents": list(dict.fromkeys(_documents(library, said)))}
    if said.provision:
        found |= {"provision": said.provision, "quote": said.quote}
    if said.silence:
        found["dimension"] = _row(library, said.silence[0].dimension, _cell(said.silence))
    if said.reading:
        found["reading"] = said.reading
    return found


def _documents(library: Library, said: Said) -> Iterator[str]:
    named = [said.provision.split("/", maxsplit=1)[0]] if said.provision else [each.instrument for each in said.silence]
    for ident in named:
        yield library.instrument(ident).document


def _cell(silence: list[Silence]) -> str:
    """The fragment of the one cell that shows it; of several, none."""
    return f"--{silence[0].instrument}" if len(silence) == 1 else ""


def _row(library: Library, ident: str, cell: str = "") -> dict[str, str]:
    row = next(dimension for dimension in library.vocabulary.dimensions if dimension.id == ident)
    return {"title": row.title, "page": f"compare/{row.group}/#{ident}{cell}"}
