"""The project with hostile words in every field of every file of policies/ that may hold words of ours, and a document all hostile.

Left as they are, because the loader would refuse anything else:
- ids, numbers, days, statuses and whatever else must match a pattern or a list: told by their types;
- words that must stand in the official text, and the text, which must be the source character by character: LEFT, below. The sixth
  document (sixth_hostile.py) has these hostile, for its source is hostile itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

import policies
from policies.engine import yamlfile
from policies.engine.schema import (
    calendar,
    case,
    corrections,
    document,
    instrument,
    labels,
    lexicon,
    procedure,
    readings,
    rule,
    search,
    situations,
    timelimit,
    twins,
    values,
)
from policies.engine.schema.cell import Cell
from policies.engine.schema.instrument import Text
from tests.support import projects, sixth_hostile

ROOT = Path(policies.__file__).parent.parent
SUM = "70777"  # what a page shows if the template language was obeyed
OWNED = "window.__owned=1"
# Something for each that reads them on the way: HTML in and out of attributes, titles and scripts, Jinja, Markdown, tools.build.after_build.
WORDS = (
    '</title></script><img src=x onerror="{owned}"><script>{owned}</script>"\'`{{{{ 70000+777 }}}}`[x](javascript:{owned})'
    "</body>&lt;{name}<!--"
)

FILES: dict[str, type[BaseModel]] = {
    "document.yaml": document.DocumentFile,
    "defects.yaml": instrument.DefectsFile,
    "facts.yaml": instrument.LocalFactsFile,
    "limits.yaml": timelimit.LimitsFile,
    "procedure.yaml": procedure.ProcedureFile,
    "unencoded.yaml": rule.UnencodedFile,
    "text.yaml": instrument.TextFile,
    "rules/*.yaml": rule.Rule,
    "cases/*.yaml": case.CasesFile,
    "vocabulary/bodies.yaml": lexicon.BodiesFile,
    "vocabulary/calendar.yaml": calendar.CalendarFile,
    "vocabulary/circumstances.yaml": instrument.CircumstancesFile,
    "vocabulary/corrections.yaml": corrections.CorrectionsFile,
    "vocabulary/dimensions.yaml": instrument.DimensionsFile,
    "vocabulary/double_coding.yaml": instrument.DoubleCodingFile,
    "vocabulary/facts.yaml": instrument.FactsFile,
    "vocabulary/glossary.yaml": lexicon.GlossaryFile,
    "vocabulary/modality.yaml": lexicon.ModalityFile,
    "vocabulary/procedure.yaml": procedure.StepsFile,
    "vocabulary/readings.yaml": readings.ReadingsFile,
    "vocabulary/readings_without_variant.yaml": readings.WithoutVariantFile,
    "vocabulary/twins.yaml": twins.TwinsFile,
    "vocabulary/twins_judged.yaml": twins.JudgedFile,
    "vocabulary/labels.yaml": labels.LabelsFile,
    "vocabulary/draft.yaml": labels.DraftFile,
    "vocabulary/values.yaml": values.ValuesFile,
    "vocabulary/verdicts.yaml": instrument.VerdictsFile,
    "vocabulary/asked.yaml": search.AskedFile,
    "vocabulary/thesaurus.yaml": search.ThesaurusFile,
    "vocabulary/situations.yaml": situations.SituationsFile,
    "vocabulary/offers.yaml": situations.OffersFile,
}
# A field of a class and of those made from it.
LEFT = {
    (instrument.Element, "label"),  # the text, proved against the source
    (instrument.Element, "text"),
    (instrument.Defect, "printed"),  # must stand in the text, as all that is quoted
    (rule.Blank, "printed"),
    (timelimit.Limit, "applies"),
    (timelimit.Limit, "until"),
    (timelimit.Limit, "period"),
    (timelimit.Limit, "modality"),
    (timelimit.NotLimit, "words"),
    (instrument.Fact, "events"),  # the words of limits
    (rule.Test, "in_"),  # the values of a fact
    (case.ExpectedVerdict, "verdict"),  # an id in all but its type
    (document.DocumentFile, "source"),  # the name of a file
    (search.Lead, "texts"),  # must stand in a text
    (lexicon.ModalKind, "sign"),  # one character long
    (situations.Silence, "words"),  # must stand in the cell that shows that nothing is written
    (procedure.Unwritten, "words"),
}
# Words that are looked for in the texts: hostile ones are added, for those that are found shall go on being marked.
SOUGHT = {
    (lexicon.BodiesFile, "bodies"),
    (lexicon.Modal, "words"),
    (lexicon.Modal, "not_in"),
    (lexicon.Term, "variants"),
    (lexicon.Term, "not_in"),
    (twins.TwinsFile, "phrases"),
}


def words(name: str) -> str:
    return WORDS.format(owned=OWNED, name=name)


def project(folder: Path) -> None:
    """The code and the pages as they are, the data hostile, and the pages that carry names from the data left to be written anew."""
    projects.copy(folder)
    for page in (*(folder / "docs" / "read").glob("*.md"), *(folder / "docs" / "compare").glob("*.md")):
        if re.search(r"\{\{ (reading|comparison)\(", page.read_text(encoding="utf-8")):
            page.unlink()
    spoil(folder / "policies")
    sixth_hostile.write(folder / "policies" / "sixth", words("source"))


def spoil(data: Path) -> None:
    for path in sorted(data.glob("**/*.yaml")):
        read = yamlfile.read(path, path.name).data  # as the loader reads: `yes` is a word
        if path.parent.name == "cells":
            made: Any = {dimension: _model(Cell.model_validate(cell)) for dimension, cell in read.items()}
        else:
            made = _model(_shape(path.relative_to(data)).model_validate(read))
        path.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), encoding="utf-8")


def leaves(path: Path) -> list[str]:
    """All words of a file."""
    found: list[str] = []
    waiting = [yamlfile.read(path, path.name).data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, list | dict):
            waiting += one.values() if isinstance(one, dict) else one
    return found


def _shape(path: Path) -> type[BaseModel]:
    named = (*(name for name in FILES if "vocabulary" in name), *FILES)  # the more particular first
    return FILES[next(name for name in named if path.match(name))]


def _model(model: BaseModel) -> dict[str, Any]:
    hints = get_type_hints(type(model), include_extras=True)
    return {
        type(model).model_fields[name].alias or name: _value(model, name, getattr(model, name), hints[name])
        for name in type(model).model_fields
        if name in model.model_fields_set
    }


def _value(owner: BaseModel, name: str, value: Any, hint: Any) -> Any:
    """The same value, hostile where its type says that it may be any words."""
    if (type(owner), name) == (lexicon.Term, "quotes"):
        return []  # they must hold the word, which is hostile now
    if isinstance(value, BaseModel):
        return _model(value)
    if (type(owner), name) in SOUGHT:
        return [*value, words(f"{type(owner).__name__}.{name}")]
    if isinstance(value, list | dict):
        inner = next((get_args(one)[-1] for one in _members(hint) if get_origin(one) is type(value)), None)
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        made = {key: _value(owner, name, child, inner) for key, child in pairs}
        return made if isinstance(value, dict) else list(made.values())
    free = isinstance(value, str) and any(one in (str, Text) for one in _members(hint))
    return value + words(f"{type(owner).__name__}.{name}") if free and not _left(owner, name) else value


def _members(hint: Any) -> Iterator[Any]:
    yield from get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _left(owner: BaseModel, name: str) -> bool:
    if name == "quote" or (isinstance(owner, timelimit.Start) and owner.written):
        return True
    if isinstance(owner, instrument.Defect) and owner.applied and name == "reading":
        return True  # is shown in the text's stead, and what is quoted stands in both
    return any(isinstance(owner, model) and name == field for model, field in LEFT)
