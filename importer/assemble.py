"""From lines to elements: names the instruments, and writes every unit as the elements of text.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from importer.grammar import steps
from importer.lines import Line
from importer.model import Element, Instrument, Notes, Span
from importer.outline import Placed, outline
from importer.section import Section
from importer.sections import divide
from importer.units import Part

_KINDS = {
    "book": "编",
    "ch": "章",
    "sec": "节",
    "a": "条",
    "p": "款",
    "s": "段",
    "part": "部分",
    "m": "分条",
}
_LEVELS = ("项", "目", "目以下")


def assembled(lines: Sequence[Line], slug: str, notes: Notes) -> tuple[list[Instrument], list[Element], list[Placed]]:
    """The instruments, their elements in the order of the text, and the units behind them."""
    sections = divide(lines, notes)
    instruments = _named(sections, slug)
    placed: list[Placed] = []
    for section, instrument in zip(sections, instruments, strict=True):
        placed += outline(section, instrument.id, notes)
    return instruments, _elements(placed), placed


def kind(ident: str) -> str:
    """What a provision is called: 条, 款, 项, 目, 标题…"""
    last = ident.rsplit("/", 1)[1]
    if last in steps.NAMED:
        return steps.NAMED[last]
    step = steps.read(last)
    assert step is not None
    if step.kind in _KINDS:
        return _KINDS[step.kind]
    before = (steps.read(name) for name in ident.split("/")[1:-1])
    return _LEVELS[min(sum(one is not None and one.kind not in _KINDS for one in before), 2)]


def _named(sections: Sequence[Section], slug: str) -> list[Instrument]:
    """The instrument with most provisions has the policy's own name; the others say what they are."""
    weight = [
        0 if section.sample or not section.labels else len(section.labels) + (0 if section.letter else 1000)
        for section in sections
    ]
    main = weight.index(max(weight)) if weight else 0
    taken: dict[str, int] = {}
    instruments = []
    for at, section in enumerate(sections):
        if section.sample:
            of, base = "sample", f"{slug}_sample"
        elif section.letter:
            of, base = "letter", f"{slug}_notice"
        elif section.labels:
            of, base = "provisions", slug
        else:
            of, base = "text", f"{slug}_annex"
        if at == main:
            base = slug
        if base == slug and at != main:
            base = f"{slug}_part"
        taken[base] = taken.get(base, 0) + 1
        ident = (
            base if taken[base] == 1 and base != f"{slug}_part" else f"{base}_{taken[base] + (base == f'{slug}_part')}"
        )
        instruments.append(Instrument(ident, of, section.title))
    return instruments


@dataclass
class _Draft:
    """An element that may grow."""

    id: str
    label: str | None
    labelled: tuple[Span, ...]
    line: int
    parts: list[Part]

    def element(self) -> Element:
        lines = [part.line for part in self.parts] or [self.line]
        first = min(self.line, lines[0]) if self.labelled else lines[0]
        text = "\n".join(part.text for part in self.parts)
        spans = tuple(part.span for part in self.parts)
        return Element(self.id, kind(self.id), self.label, text, (first, lines[-1]), self.labelled, spans)


def _elements(placed: Iterable[Placed]) -> list[Element]:
    made: list[_Draft] = []
    for one in placed:
        unit = one.unit
        said = made[-1].labelled if made else ()  # of an article with several paragraphs the label stands for itself
        label, labelled = (None, ()) if said and said == unit.labelled else (unit.printed, unit.labelled)
        if one.bare or not unit.parts:
            made.append(_Draft(one.id, label, labelled, unit.line, []))
        if one.bare:
            continue
        for at, (aside, parts) in enumerate(_runs(unit.parts)):
            ident = f"{one.id.split('/', 1)[0]}/chrome" if aside else one.id
            draft = _Draft(ident, label if at == 0 else None, labelled if at == 0 else (), unit.line, parts)
            if made and made[-1].id == ident and not draft.label:
                made[-1].parts += parts
            else:
                made.append(draft)
    return [draft.element() for draft in made]


def _runs(parts: Sequence[Part]) -> list[tuple[bool, list[Part]]]:
    """Words and furniture in turn."""
    return [(aside, list(run)) for aside, run in groupby(parts, key=lambda part: part.aside)]
