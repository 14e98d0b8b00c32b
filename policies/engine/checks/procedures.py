"""Every procedure answers every step once, says no more than the words it quotes, and calls unwritten only what a cell shows to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from policies.engine.checks.briefs import overreach
from policies.engine.checks.modal import Modal
from policies.engine.checks.situations import shows
from policies.engine.errors import Problem
from policies.engine.library import Document, Instrument, Library
from policies.engine.schema.procedure import Procedure, StepTaken, Unwritten
from policies.engine.schema.situations import Silence
from policies.engine.yamlfile import Loc, YamlFile

STEPS = "policies/vocabulary/procedure.yaml"
Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """Every problem of the vocabulary's steps and of the documents' procedures."""
    yield from (files[STEPS].problem(loc, message) for loc, message in _steps(library))
    modal = Modal(library.vocabulary.lexicon.modals)
    for document in library.documents:
        for index, procedure in enumerate(document.procedures):
            file = files[f"policies/{document.slug}/procedure.yaml"]
            for loc, message in _procedure(library, document, procedure, modal):
                yield file.problem(("procedures", index, *loc), message)


def _steps(library: Library) -> Found:
    dimensions = {dimension.id for dimension in library.vocabulary.dimensions}
    steps = library.vocabulary.steps
    used = Counter(kind for step in steps for kind in step.kinds)
    for index, step in enumerate(steps):
        if step.dimension not in dimensions:
            yield ("steps", index, "dimension"), f"没有“{step.dimension}”这个维度"
        for kind in step.kinds:
            if used[kind] > 1:
                yield ("steps", index), f"“{kind}”这种期限只能写在一步，写一次"


def _procedure(library: Library, document: Document, procedure: Procedure, modal: Modal) -> Found:
    instrument = next((one for one in document.instruments if one.id == procedure.id), None)
    if instrument is None or not instrument.about.compared:
        yield ("id",), f"“{procedure.id}”不是这份文件里参加比较的文书"
        return
    if sum(one.id == procedure.id for one in document.procedures) > 1:
        yield ("id",), f"“{procedure.id}”的程序写了两次"
    known = [step.id for step in library.vocabulary.steps]
    for ident in procedure.steps:
        if ident not in known:
            yield ("steps", ident), f"没有“{ident}”这一步"
    for step in library.vocabulary.steps:
        if step.id not in procedure.steps:
            yield ("steps",), f"缺少“{step.id}”这一步"
            continue
        taken = procedure.steps[step.id]
        for loc, message in _taken(instrument, taken, modal):
            yield ("steps", step.id, *loc), message
        timed = [
            limit.id for limit in document.limits if limit.instrument == instrument.id and limit.kind in step.kinds
        ]
        if taken.unwritten and timed:
            yield ("steps", step.id, "unwritten"), f"limits.yaml 里有这一步的期限“{timed[0]}”，不能说没有写"


def _taken(instrument: Instrument, taken: StepTaken, modal: Modal) -> Found:
    if taken.unwritten:
        yield from ((("unwritten", *loc), message) for loc, message in _unwritten(instrument, taken.unwritten))
    elif taken.says and taken.quote and taken.provision:
        if taken.provision.split("/")[0] != instrument.id:
            yield ("provision",), f"“{taken.provision}”不在这份文书里"
        for word in overreach(taken.says, taken.quote, modal):
            yield ("says",), f"写了“{word}”，比引文说得重，或者引文没有这样的词"


def _unwritten(instrument: Instrument, unwritten: Unwritten) -> Found:
    cell = instrument.cells.get(unwritten.dimension)
    silence = Silence(instrument=instrument.id, dimension=unwritten.dimension, words=unwritten.words)
    if cell is None:
        yield ("dimension",), f"没有“{unwritten.dimension}”这个单元格"
    elif not shows(cell, silence):
        what = f"“{unwritten.words}”没有写" if unwritten.words else "未规定"
        yield (), f"“{unwritten.dimension}”单元格没有说{what}"
