"""The shape of labels.yaml and draft.yaml: the words for what the data name by an id, and the texts of a draft application."""

from __future__ import annotations

from typing import get_args

from pydantic import Field, model_validator

from policies.engine.schema.instrument import DefectKind, FactValue, Id, Model, Text, Validity
from policies.engine.schema.timelimit import LimitKind


class LimitLabel(Model):
    """`step`: the limit says what a person or an organ does next."""

    title: Text
    step: bool


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


class Reason(Model):
    title: Text
    text: Text


class Reasons(Model):
    calendar_unannounced: Reason


class LabelsFile(Model):
    limit_kinds: dict[LimitKind, LimitLabel]
    defect_kinds: dict[DefectKind, Text]
    known_by: dict[Id, Text]
    further_kinds: dict[Id, Text]
    application_rows: dict[Id, Text]
    validity: ValidityLabels
    reasons: Reasons

    @model_validator(mode="after")
    def _whole(self) -> LabelsFile:
        for name, kinds in (("limit_kinds", LimitKind), ("defect_kinds", DefectKind)):
            missing = [kind for kind in get_args(kinds) if kind not in getattr(self, name)]
            if missing:
                raise ValueError(f"{name} 缺 {'、'.join(missing)}")
        return self


class Applicant(Model):
    who: Text
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
    parts: DraftParts
    part: Text
    item: Text
    closing: Text
    condition: Text
    missing: Text
    which_ground: Text
    exclusions_one: Text
    exclusions_many: Text
    not_excluded: Text
    excluded: Text
    exclusions_organ: Text
    for_organ: Text
    for_organ_none: Text
    other_papers: Text
    date: Text
    stated: Text
    stated_yes: Text
    stated_no: Text
    stated_organ: Text
