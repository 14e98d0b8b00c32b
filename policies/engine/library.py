"""What the loader returns: everything the data says, immutable and cross-checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policies.engine.schema.calendar import AnnouncedYear
from policies.engine.schema.case import Case
from policies.engine.schema.cell import Cell
from policies.engine.schema.corrections import Correction
from policies.engine.schema.document import Dated, InstrumentFile
from policies.engine.schema.instrument import (
    Cluster,
    Confidence,
    Defect,
    Dimension,
    DoubleCodingFile,
    Fact,
    Implication,
    Meaning,
    Question,
    Titled,
    Verdict,
)
from policies.engine.schema.labels import DraftFile, LabelsFile
from policies.engine.schema.lexicon import Lexicon
from policies.engine.schema.procedure import Procedure, Step
from policies.engine.schema.readings import Reading, WithoutVariant
from policies.engine.schema.rule import Rule, Unencoded
from policies.engine.schema.search import AskedFile, ThesaurusFile
from policies.engine.schema.situations import OffersFile, SituationsFile
from policies.engine.schema.timelimit import Limit, NotLimit
from policies.engine.schema.twins import JudgedPair, TwinsFile
from policies.engine.schema.unfinished import Left
from policies.engine.schema.values import ValuesFile


@dataclass(frozen=True)
class Provision:
    """An addressable piece of an instrument.

    `text` is the reading, `printed` what stands in the source (labels apart); they differ where a defect is mended.
    `lines` are the runs of source lines it occupies, first and last, from 1. `citation` is the full Chinese form.
    `missing`: why its words, or the rest of them, were not obtained.
    """

    id: str
    instrument: str
    label: str
    printed_label: str
    text: str
    printed: str
    lines: tuple[tuple[int, int], ...]
    place: str
    citation: str
    defects: tuple[Defect, ...]
    missing: str | None = None

    @property
    def held(self) -> bool:
        """Whether anything of it was obtained."""
        return not self.missing or bool(self.printed)

    @property
    def anchor(self) -> str:
        """Its fragment on the instrument's page: 'a5-i3'."""
        return self.id.split("/", 1)[1].replace("/", "-")

    @property
    def depth(self) -> int:
        return self.id.count("/")


@dataclass(frozen=True)
class Instrument:
    """`cells`: the answers that are coded, by dimension. `left`: why the others have none."""

    about: InstrumentFile
    document: str
    provisions: tuple[Provision, ...]
    cells: Mapping[str, Cell]
    rules: tuple[Rule, ...]
    cases_of: Mapping[str, tuple[Case, ...]]
    left: Mapping[str, Left] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.about.id

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases of all its rules."""
        return tuple(case for cases in self.cases_of.values() for case in cases)


@dataclass(frozen=True)
class Document:
    """One source file with the instruments inside it; `text` is the source as it was received."""

    slug: str
    order: int
    title: str
    place: str
    area: str
    names: tuple[str, ...]
    about: str
    source: str
    sha256: str
    text: str
    instruments: tuple[Instrument, ...]
    throughout: tuple[str, ...]
    limits: tuple[Limit, ...] = ()
    not_limits: tuple[NotLimit, ...] = ()
    unencoded: tuple[Unencoded, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    dates: tuple[Dated, ...] = ()

    @property
    def coded(self) -> bool:
        """Whether no cell of it is pending: only then must what is said of all the texts be said of this one too."""
        return not any("pending" in instrument.left.values() for instrument in self.instruments)


@dataclass(frozen=True)
class Vocabulary:
    groups: tuple[Titled, ...]
    statuses: tuple[Meaning, ...]
    dimensions: tuple[Dimension, ...]
    values: ValuesFile
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    implications: tuple[Implication, ...]
    readings: Mapping[str, Reading]
    without_variant: tuple[WithoutVariant, ...]
    verdicts: tuple[Verdict, ...]
    labels: LabelsFile
    draft: DraftFile
    double_coding: DoubleCodingFile
    lexicon: Lexicon
    clusters: tuple[Cluster, ...]
    steps: tuple[Step, ...]
    twins: TwinsFile
    judged: tuple[JudgedPair, ...]
    corrections: tuple[Correction, ...]
    announced: tuple[AnnouncedYear, ...]
    situations: SituationsFile
    offers: OffersFile
    asked: AskedFile
    thesaurus: ThesaurusFile
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Library:
    documents: tuple[Document, ...]
    vocabulary: Vocabulary

    @property
    def instruments(self) -> Iterator[Instrument]:
        return (instrument for document in self.documents for instrument in document.instruments)

    @property
    def compared(self) -> tuple[Instrument, ...]:
        """What has at least one answer; what is to be compared and has none yet is only read (`only_read`)."""
        return tuple(instrument for instrument in self.instruments if instrument.cells)

    @property
    def only_read(self) -> tuple[Instrument, ...]:
        return tuple(one for one in self.instruments if one.about.compared and not one.cells)

    @property
    def unchecked(self) -> tuple[Instrument, ...]:
        """What is to be compared and has no rule yet, so that nothing can be checked by it."""
        return tuple(one for one in self.instruments if one.about.compared and not one.rules)

    @property
    def leading(self) -> tuple[Instrument, ...]:
        """Of each document the one that is compared where it has one column."""
        compared = sorted(self.compared, key=lambda one: not one.about.leads)
        first = {one.document: one.id for one in reversed(compared)}
        return tuple(one for one in self.compared if one.id == first[one.document])

    def brief(self, instrument: Instrument, dimension: str) -> str:
        """The brief answer of a compared instrument, or why there is none."""
        cell = instrument.cells.get(dimension)
        return cell.brief if cell else self.vocabulary.labels.unfinished[instrument.left[dimension]].title

    @property
    def provisions(self) -> Iterator[Provision]:
        return (provision for instrument in self.instruments for provision in instrument.provisions)

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for instrument in self.instruments for rule in instrument.rules)

    @property
    def limits(self) -> tuple[Limit, ...]:
        return tuple(limit for document in self.documents for limit in document.limits)

    def instrument(self, ident: str) -> Instrument:
        return next(instrument for instrument in self.instruments if instrument.id == ident)

    def provision(self, ident: str) -> Provision:
        return next(provision for provision in self.provisions if provision.id == ident)


__all__ = ["Confidence", "Document", "Instrument", "Library", "Provision", "Vocabulary"]
