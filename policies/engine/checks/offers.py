"""What offers.yaml names exists, and nothing is offered against a verdict, or where a text does not bind, without saying why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policies.engine.checks import situations
from policies.engine.errors import Problem
from policies.engine.library import Library
from policies.engine.schema.situations import STAGE, Offer
from policies.engine.yamlfile import Loc, YamlFile

FILE = "policies/vocabulary/offers.yaml"
UNANSWERED = "unanswered"  # nobody has said how far the procedure has come
Found = Iterator[tuple[Loc, str]]


def problems(library: Library, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    yield from (files[FILE].problem(loc, message) for loc, message in _found(library))


def _found(library: Library) -> Found:
    table = library.vocabulary.offers
    documents = {document.slug for document in library.documents}
    sides = {verdict.id: verdict.side for verdict in library.vocabulary.verdicts}
    for index, row in enumerate(table.offers):
        yield from ((("offers", index, *loc), message) for loc, message in _row(library, row, sides, documents))
    for loc, message in situations.unsaid(library, table.elsewhere.says, ("says",)):
        yield ("elsewhere", *loc), message
    for slug, instead in table.drafts.items():
        if slug not in documents:
            yield ("drafts", slug), f"没有“{slug}”这份文件"
        elif any(item.rules and item.about.in_force for item in library.instruments if item.document == slug):
            yield ("drafts", slug), f"“{slug}”已经施行，不写在这里"
        for loc, message in situations.unsaid(library, instead.says, ("says",)):
            yield ("drafts", slug, *loc), message


def _row(library: Library, row: Offer, sides: Mapping[str, str], documents: set[str]) -> Found:
    stages = next((set(fact.values) for fact in library.vocabulary.facts if fact.id == STAGE), set())
    for at, verdict in enumerate(row.verdicts):
        if verdict not in sides:
            yield ("verdicts", at), f"没有“{verdict}”这个结论"
        elif sides[verdict] == "against" and not (row.why and row.only_if):
            yield ("verdicts", at), f"“{verdict}”对本人不利，还给的，要写 only_if 和 why：凭什么还给"
    for at, stage in enumerate(row.stages):
        if stage not in {*stages, "organ", UNANSWERED}:
            yield ("stages", at), f"没有“{stage}”这个阶段"
    for at, slug in enumerate(row.documents):
        if slug not in documents:
            yield ("documents", at), f"没有“{slug}”这份文件"
    if row.place != "bound" and not row.why:
        yield ("place",), "文件管不着他的，也给，要写 why：凭什么还给"
    if row.in_force is not True and not row.why:
        yield ("in_force",), "没有施行的，也给，要写 why：凭什么还给"
