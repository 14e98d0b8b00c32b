"""A line of marked text as HTML: what a defect touches, what binds, and what the glossary explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from macros.analysis.marked import Segment
from macros.kit.html import classes, el, join
from macros.kit.links import Links
from policies import Provision
from policies.engine.schema.instrument import Defect
from policies.engine.schema.lexicon import Lexicon


def line(provision: Provision, segments: Iterable[Segment], lexicon: Lexicon, links: Links) -> Iterator[str]:
    """One element for each defect or term, whatever the pieces it was cut into."""
    signs = {kind.id: kind.sign for kind in lexicon.kinds}
    for _, group in groupby(segments, key=lambda segment: (segment.number, segment.term)):
        pieces = list(group)
        yield _linked(provision, pieces[-1], join(_modal(piece, signs) for piece in pieces), links)


def _linked(provision: Provision, last: Segment, inner: Markup, links: Links) -> Markup:
    if last.defect:
        return _fix(provision, last, last.defect, inner)
    if last.term:
        entry = last.term.entry
        return el("a", inner, class_="term", href=links.term(entry.id), data_term=entry.id)
    return inner


def _modal(piece: Segment, signs: dict[str, str]) -> str:
    if piece.modal is None:
        return piece.text
    kind = piece.modal.entry.kind
    return el("span", piece.text, class_=f"m m--{kind}", data_sign=signs[kind] if piece.modal_ends else None)


def _fix(provision: Provision, segment: Segment, defect: Defect, inner: Markup) -> Markup:
    style = classes(
        "fix", f"fix--{defect.kind}", None if defect.applied else "fix--kept", "fix--on" if segment.goes_on else None
    )
    hint = "原件在这里换页" if defect.kind == "page_break" else f"校勘：{said(defect)}"
    silent = None if inner else hint
    return el("a", inner, class_=style, href=f"#{note_id(provision, segment.number)}", title=hint, aria_label=silent)


def said(defect: Defect) -> str:
    """What is printed and what is read, in one sentence."""
    if defect.kind == "page_break":
        return f"原件在“{defect.printed.replace(chr(10), '／')}”处换页"
    printed = defect.printed.replace("\n", "／")
    if defect.printed == defect.reading:
        return f"“{printed}”"
    return f"原件印作“{printed}”，{'读作' if defect.applied else '疑当作'}“{defect.reading}”"


def note_id(provision: Provision, number: int) -> str:
    return f"{provision.anchor}-fix{number}"
