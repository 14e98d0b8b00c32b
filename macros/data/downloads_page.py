"""The page of published data: what each file holds, drawn from the models the files are dumps of."""

from __future__ import annotations

from markupsafe import Markup
from pydantic import BaseModel

from macros.data import data_schema
from macros.kit.html import blocks, el, heading, join
from macros.kit.links import Links
from policies import Library

FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "provisions": ("文书与条款项", data_schema.ProvisionsFile),
    "comparison": ("比较表", data_schema.ComparisonFile),
    "facts": ("问题与事实", data_schema.FactsFile),
    "rules": ("规则与读法", data_schema.RulesFile),
}
# The parts of the files whose fields are described, by the name of the part.
RECORDS: dict[str, dict[str, type[BaseModel]]] = {
    "provisions": {
        "instruments": data_schema.InstrumentRecord,
        "provisions": data_schema.ProvisionRecord,
        "defects": data_schema.DefectRecord,
    },
    "comparison": {"cells": data_schema.CellRecord},
}


def page(_library: Library, links: Links) -> Markup:
    parts: list[Markup] = []
    for name, (title, model) in FILES.items():
        parts += [
            heading(2, title, name),
            _file(name, model, links),
            *(_fields(*part) for part in RECORDS.get(name, {}).items()),
        ]
    return blocks(*parts)


def _file(name: str, model: type[BaseModel], links: Links) -> Markup:
    names = join((el("code", one) for one in model.model_fields), "、")
    saved = el("a", f"{name}.json", href=links.file(f"data/{name}.json"), class_="button", download=True, lang="en")
    shape = el("a", f"{name}.schema.json", href=links.file(f"data/{name}.schema.json"), lang="en")
    return el(
        "div",
        el("p", model.__doc__ or ""),
        el("p", "内有：", names),
        el("p", saved, " 结构说明 ", shape),
        class_="file",
    )


def _fields(part: str, model: type[BaseModel]) -> Markup:
    rows = (
        el(
            "div",
            el("dt", el("code", name)),
            el("dd", field.description or "", None if field.is_required() else "（可以没有）"),
        )
        for name, field in model.model_fields.items()
    )
    return el("details", el("summary", el("code", part), " 的字段"), el("dl", *rows, class_="fields"))
