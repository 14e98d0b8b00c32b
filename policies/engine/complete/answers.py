"""Cells without an answer, instruments without rules, and what the shared tables and pictures do not have of an instrument yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.errors import Problem
from policies.engine.library import Document, Instrument, Library
from policies.engine.schema.rule import Clause
from policies.engine.schema.unfinished import NOT_OBTAINED
from policies.engine.yamlfile import Loc, YamlFile

Files = Mapping[str, YamlFile]
APPLICATION = "applicant"  # the row by which an instrument takes applications, or not


def missing(library: Library, document: Document, files: Files) -> Iterator[Problem]:
    titles = {dimension.id: dimension.title for dimension in library.vocabulary.dimensions}
    about = files[f"policies/{document.slug}/document.yaml"]
    drawn = {procedure.id for procedure in document.procedures}
    for index, instrument in enumerate(document.instruments):
        if not instrument.about.compared:
            continue
        yield from _pending(document, instrument, files, titles)
        loc: Loc = ("instruments", index, "id")
        if not instrument.rules:
            yield about.problem(loc, f"“{instrument.id}”没有规则（rules/），不能对照自查")
        cell = instrument.cells.get(APPLICATION)
        if cell and cell.status != "not_applicable" and instrument.id not in drawn:
            yield about.problem(loc, f"“{instrument.id}”可以申请，procedure.yaml 里没有它的程序")
        for rule in instrument.rules:
            file = files[f"policies/{document.slug}/rules/{rule.id}.yaml"]
            yield from (file.problem(at, message) for at, message in _unsorted(library, instrument, rule.id))


def _pending(document: Document, instrument: Instrument, files: Files, titles: Mapping[str, str]) -> Iterator[Problem]:
    name = f"policies/{document.slug}/cells/{instrument.id}.yaml"
    if name not in files:
        yield Problem(name, 1, "", f"缺少这个文件：{len(titles)} 个问题一格也没有编码")
        return
    for dimension, why in instrument.left.items():
        if why == "pending":
            yield files[name].problem((dimension,), f"待编码：{titles[dimension]}")


def _unsorted(library: Library, instrument: Instrument, ident: str) -> Iterator[tuple[Loc, str]]:
    """Grounds and exclusions of the rules on tolerance that no cluster names."""
    clusters = {mark.provision for cluster in library.vocabulary.clusters for mark in cluster.marks}
    rule = next(each for each in instrument.rules if each.id == ident)
    clauses: list[tuple[Loc, Clause]] = [
        *((("grounds", "clauses", at), each) for at, each in enumerate(rule.grounds.clauses)),
        *((("exclusions", at), each) for at, each in enumerate(rule.exclusions)),
    ]
    for loc, clause in clauses if rule.kind == "tolerance" else ():
        if clause.provision not in clusters:
            yield (*loc, "provision"), f"vocabulary/circumstances.yaml 没有把“{clause.provision}”归入一类"


def not_obtained(document: Document, files: Files) -> Iterator[Problem]:
    about, text = (files[f"policies/{document.slug}/{name}.yaml"] for name in ("document", "text"))
    for index, instrument in enumerate(document.instruments):
        if not instrument.about.obtained:
            yield about.problem(("instruments", index, "status"), f"{NOT_OBTAINED}：《{instrument.about.title}》")
        for dimension, why in instrument.left.items():
            file = files.get(f"policies/{document.slug}/cells/{instrument.id}.yaml")
            if file and why == "not_obtained":
                yield file.problem((dimension,), f"{NOT_OBTAINED}：答不了")
    for index, element in enumerate(text.data["elements"]):
        if element.get("missing"):
            yield text.problem(("elements", index), f"{NOT_OBTAINED}：{element['missing']}")
