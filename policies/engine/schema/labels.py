"""The shape of labels.yaml and draft.yaml: the words for what the data name by an id, and the texts of a draft application."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from policies.engine.schema.document import Validity
from policies.engine.schema.instrument import Brief, DefectKind, FactValue, Id, Model, Text
from policies.engine.schema.timelimit import LimitKind
from policies.engine.schema.unfinished import Left


class LimitLabel(Model):
    """`step`: the limit says what a person or an organ does next."""

    title: Text
    step: bool


class Reason(Model):
    title: Text
    text: Text


class Reasons(Model):
    calendar_unannounced: Reason


class ValidityLabels(Model):
    """What is said of later amendment or repeal. {checked}, {where} and {found} stand for what the document says of it."""

    checked: Text
    unchecked: Text
    draft: Text

    @model_validator(mode="after")
    def _said(self) -> ValidityLabels:
        missing = [name for name in Validity.model_fields if f"{{{name}}}" not in self.checked]
        if missing:
            raise ValueError(f"checked 里应有 {'、'.join(f'{{{name}}}' for name in missing)}")
        return self


class LeftLabel(Model):
    """`title`: what stands where the answer would."""

    title: Brief
    meaning: Text


class LabelsFile(Model):
    limit_kinds: dict[LimitKind, LimitLabel]
    defect_kinds: dict[DefectKind, Text]
    known_by: dict[Id, Text]
    further_kinds: dict[Id, Text]
    application_rows: dict[Id, Text]
    reasons: Reasons
    validity: ValidityLabels
    unfinished: dict[Left, LeftLabel]

    @model_validator(mode="after")
    def _whole(self) -> LabelsFile:
        for name, kinds in (("limit_kinds", LimitKind), ("defect_kinds", DefectKind), ("unfinished", Left)):
            missing = [kind for kind in get_args(kinds) if kind not in getattr(self, name)]
            if missing:
                raise ValueError(f"{name} 缺 {'、'.join(missing)}")
        return self


class Applicant(Model):
    """`actor`: who has done what the draft is about: of a unit, somebody of it."""

    who: Text
    actor: Text
    named: Text
    signs: Text


class DraftPart(Model):
    heading: Text
    text: Text | None = None


class DraftParts(Model):
    facts: DraftPart
    provisions: DraftPart
    remedies: DraftPart
    organ: DraftPart
    request: DraftPart


class WrittenField(Model):
    """What a person may write of his own: what stands in the draft while it is empty, and how it stands among the facts.

    `titles`: it names the matter, and is no sentence.
    """

    id: Id
    label: Text
    long: bool = False
    titles: bool = False
    blank: Text
    line: Text | None = None


class LesserStatement(Model):
    """What is stated in place of `yes` where the answers to other facts, `when`, make it less."""

    when: dict[Id, FactValue] = Field(min_length=1)
    yes: Text


class Statement(Model):
    """What one fact reads like in a draft."""

    id: Id
    yes: Text
    no: Text
    lesser: LesserStatement | None = None


class ExplanationTexts(Model):
    """`when`: the facts by which it may be of use; `unless`: those of which one makes it of none."""

    when: dict[Id, FactValue] = Field(min_length=1)
    unless: dict[Id, FactValue]
    offered: Text
    note: Text
    title: Text
    to: Text
    opening: Text
    signs: dict[Literal["person", "unit"], Text]
    facts: Text
    parts: list[DraftPart]


class AnnexTexts(Model):
    """The list of papers; `item`: those that show one fact."""

    title: Text
    item: Text


class DraftFile(Model):
    """Every text of the draft; what stands in braces is filled in by the page."""

    note: Text
    title: Text
    to: Text
    person: Applicant
    unit: Applicant
    for_unit: dict[Id, FactValue] = Field(min_length=1, max_length=1)
    opening: Text
    begun: Text
    not_begun: Text
    late: Text
    beyond: Text
    written: list[WrittenField]
    parts: DraftParts
    part: Text
    item: Text
    closing: Text
    condition: Text
    condition_unquoted: Text
    missing: Text
    besides: Text
    which_ground: Text
    exclusions: Text
    excluded: Text
    exclusions_organ: Text
    for_organ: Text
    annex: AnnexTexts
    other_papers: Text
    date: Text
    stated_organ: Text
    only_yes: list[Id]
    explanation: ExplanationTexts
    statements: list[Statement]
