"""Reads the vocabularies, which all documents share."""

from __future__ import annotations

from typing import Protocol, TypeVar

from pydantic import BaseModel

from policies.engine.library import Vocabulary
from policies.engine.schema.calendar import CalendarFile
from policies.engine.schema.corrections import CorrectionsFile
from policies.engine.schema.instrument import (
    CircumstancesFile,
    DimensionsFile,
    DoubleCodingFile,
    FactsFile,
    VerdictsFile,
)
from policies.engine.schema.labels import DraftFile, LabelsFile
from policies.engine.schema.lexicon import BodiesFile, GlossaryFile, Lexicon, ModalityFile
from policies.engine.schema.procedure import StepsFile
from policies.engine.schema.readings import ReadingsFile, WithoutVariantFile
from policies.engine.schema.search import AskedFile, ThesaurusFile
from policies.engine.schema.situations import OffersFile, SituationsFile
from policies.engine.schema.twins import JudgedFile, TwinsFile
from policies.engine.schema.values import ValuesFile

M = TypeVar("M", bound=BaseModel)


class Read(Protocol):
    def __call__(self, name: str, model: type[M]) -> M | None: ...


def read_vocabulary(read: Read) -> Vocabulary | None:
    """What the files of vocabulary/ say; None where one of them cannot be read, as `read` has then told.

    `read` takes a file's name and its model.
    """
    dimensions = read("dimensions.yaml", DimensionsFile)
    values = read("values.yaml", ValuesFile)
    facts = read("facts.yaml", FactsFile)
    readings = read("readings.yaml", ReadingsFile)
    without_variant = read("readings_without_variant.yaml", WithoutVariantFile)
    verdicts = read("verdicts.yaml", VerdictsFile)
    double_coding = read("double_coding.yaml", DoubleCodingFile)
    labels = read("labels.yaml", LabelsFile)
    draft = read("draft.yaml", DraftFile)
    circumstances = read("circumstances.yaml", CircumstancesFile)
    twins = read("twins.yaml", TwinsFile)
    judged = read("twins_judged.yaml", JudgedFile)
    bodies = read("bodies.yaml", BodiesFile)
    calendar = read("calendar.yaml", CalendarFile)
    corrected = read("corrections.yaml", CorrectionsFile)
    situations = read("situations.yaml", SituationsFile)
    offers = read("offers.yaml", OffersFile)
    steps = read("procedure.yaml", StepsFile)
    asked = read("asked.yaml", AskedFile)
    thesaurus = read("thesaurus.yaml", ThesaurusFile)
    lexicon = _lexicon(read)
    if not (dimensions and facts and readings and verdicts and double_coding and circumstances and twins):
        return None
    if not (without_variant and labels and draft and bodies and calendar and corrected and lexicon):
        return None
    if not (situations and offers and values and judged and steps and asked and thesaurus):
        return None
    return Vocabulary(
        groups=tuple(dimensions.groups),
        statuses=tuple(dimensions.statuses),
        dimensions=tuple(dimensions.dimensions),
        values=values,
        questions=tuple(facts.questions),
        facts=tuple(facts.facts),
        implications=tuple(facts.implications),
        readings={reading.id: reading for reading in readings.readings},
        without_variant=tuple(without_variant.readings_without_variant),
        verdicts=tuple(verdicts.verdicts),
        labels=labels,
        draft=draft,
        double_coding=double_coding,
        lexicon=lexicon,
        clusters=tuple(circumstances.clusters),
        steps=tuple(steps.steps),
        twins=twins,
        judged=tuple(judged.pairs),
        bodies=tuple(bodies.bodies),
        announced=tuple(calendar.announced),
        corrections=tuple(corrected.corrections),
        situations=situations,
        offers=offers,
        asked=asked,
        thesaurus=thesaurus,
    )


def _lexicon(read: Read) -> Lexicon | None:
    modality = read("modality.yaml", ModalityFile)
    glossary = read("glossary.yaml", GlossaryFile)
    if not (modality and glossary):
        return None
    return Lexicon(tuple(modality.kinds), tuple(modality.words), tuple(glossary.terms), tuple(glossary.groups))
