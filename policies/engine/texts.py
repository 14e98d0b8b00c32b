"""From the printed elements, the defects and the source of a document: its provisions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from importer.grammar import citation, steps
from policies.engine import alignment
from policies.engine.checks import numbering
from policies.engine.errors import Problem
from policies.engine.library import Provision
from policies.engine.schema.document import InstrumentFile
from policies.engine.schema.instrument import Defect, DefectsFile, Element, TextFile
from policies.engine.yamlfile import YamlFile

Provisions = tuple[Provision, ...]


@dataclass
class Placed:
    """The provisions of a document by instrument, and what was found wrong on the way."""

    by_instrument: dict[str, list[Provision]]
    problems: list[Problem] = field(default_factory=list)

    def of(self, instrument: str) -> Provisions:
        return tuple(self.by_instrument.get(instrument, ()))


def provisions(
    instruments: Sequence[InstrumentFile], text: TextFile, defects: DefectsFile, source: str, file: YamlFile
) -> Placed:
    """Aligns the elements with the source and joins the pieces of each provision."""
    titles = {instrument.id: instrument.title for instrument in instruments}
    placed = Placed({ident: [] for ident in titles})
    lines = _aligned(text.elements, source, file, placed)
    pieces: dict[str, list[int]] = {}
    for index, element in enumerate(text.elements):
        pieces.setdefault(element.id, []).append(index)
    for instrument in _unknown(pieces, titles):
        first = next(index for index, element in enumerate(text.elements) if element.id.startswith(f"{instrument}/"))
        placed.problems.append(file.problem(("elements", first, "id"), f"没有“{instrument}”这份文书"))
    for ident, indexes in pieces.items():
        instrument = ident.split("/")[0]
        if instrument not in titles:
            continue
        try:
            place = citation.place(ident)
        except ValueError:
            placed.problems.append(
                file.problem(("elements", indexes[0], "id"), f"“{ident}”不是条款项的写法：{steps.FORMS}")
            )
            continue
        mine = tuple(defect for defect in defects.defects if defect.provision == ident)
        placed.by_instrument[instrument].append(
            _provision(
                ident, place, titles[instrument], [text.elements[i] for i in indexes], [lines[i] for i in indexes], mine
            )
        )
        placed.problems += [
            file.problem(("elements", i, "id"), f"“{ident}”前面已经写过；若是接着前面的一段，不能再有标号")
            for i in indexes[1:]
            if text.elements[i].label
        ]
    labels = {provision.id: provision.label for found in placed.by_instrument.values() for provision in found}
    numbered = numbering.found(text.elements, labels, defects.defects)
    placed.problems += [file.problem(loc, message) for loc, message in numbered]
    placed.problems += [file.problem(("elements",), message) for message in _held(instruments, placed)]
    return placed


def _held(instruments: Sequence[InstrumentFile], placed: Placed) -> Iterator[str]:
    """What is obtained has a text, and nothing else has one."""
    for about in instruments:
        if about.obtained and not placed.of(about.id):
            yield f"没有“{about.id}”这份文书的条款项；没有取得原文的，在 document.yaml 写 status: not_obtained"
        elif not about.obtained and placed.of(about.id):
            yield f"“{about.id}”写了 status: not_obtained（未取得），却有条款项：缺几条的，在这几条写 missing"


def _unknown(idents: Iterable[str], known: Container[str]) -> list[str]:
    """Instruments that the document does not have, each once."""
    named = dict.fromkeys(ident.split("/")[0] for ident in idents)
    return [instrument for instrument in named if instrument not in known]


def _aligned(elements: Sequence[Element], source: str, file: YamlFile, placed: Placed) -> list[tuple[int, int]]:
    try:
        return alignment.spans(source, [(element.label or "") + element.text for element in elements])
    except alignment.Mismatch as miss:
        where = ("elements", min(miss.index, len(elements) - 1), "text")
        said = f"与原件第 {miss.line} 行不符：原件是“{miss.expected}”，这里是“{miss.found}”"
        placed.problems.append(file.problem(where, said))
        return [(0, 0)] * len(elements)


def _provision(
    ident: str,
    place: str,
    title: str,
    pieces: Sequence[Element],
    lines: Sequence[tuple[int, int]],
    defects: tuple[Defect, ...],
) -> Provision:
    printed = "\n".join(piece.text for piece in pieces if piece.text)
    printed_label = pieces[0].label or ""
    missing = next((piece.missing for piece in pieces if piece.missing), None)
    return Provision(
        id=ident,
        instrument=ident.split("/", maxsplit=1)[0],
        label=mended(printed_label, [defect for defect in defects if defect.in_label]) or _unprinted(ident, missing),
        printed_label=printed_label,
        text=mended(printed, [defect for defect in defects if not defect.in_label]),
        printed=printed,
        lines=tuple(run for run in lines if run != (0, 0)),
        place=place,
        citation=f"《{title}》{place}",
        defects=defects,
        missing=missing,
    )


def _unprinted(ident: str, missing: str | None) -> str:
    """The label that a piece would have that was not obtained: its number is known from its neighbours."""
    step = steps.read(ident.rsplit("/", 1)[1]) if missing else None
    return (steps.printed(step) or "") if step else ""


def mended(printed: str, defects: Sequence[Defect]) -> str:
    """The printed words with every defect replaced of whose reading we are sure."""
    for defect in defects:
        if defect.applied:
            printed = printed.replace(defect.printed, defect.reading)
    return printed
