"""Every fact that a person can know is put to him by a question, and every question fills facts that exist."""

from __future__ import annotations

from collections.abc import Container, Iterator

from policies.engine.checks.values import unfit
from policies.engine.library import Vocabulary
from policies.engine.schema.instrument import Question
from policies.engine.yamlfile import Loc, YamlFile

Found = Iterator[tuple[Loc, str]]


def facts(vocabulary: Vocabulary, file: YamlFile, shared: bool) -> Found:
    """`file`: the shared facts, with the questions, or those of one document."""
    questions = {question.id: question for question in vocabulary.questions}
    for index, fact in enumerate(file.data["facts"]):
        named, loc = fact.get("question"), ("facts", index, "question")
        if named is None and shared:
            yield loc, "缺少必填的字段：共用的事实都由一个问题问出"
        elif named is None and fact["known_by"] != "organ":
            yield (
                loc,
                "缺少必填的字段：本人知道的事实要由一个问题问出，否则没有人会被问到；只有组织能认定的，known_by 写 organ",
            )
        elif named is not None and named not in questions:
            yield loc, f"没有“{named}”这个问题"
        elif named is not None and not _asks(questions[named], fact["id"]):
            yield (
                loc,
                f"问题“{named}”不问“{fact['id']}”，没有人会被问到：请写进 vocabulary/facts.yaml 里这个问题的 facts 或 sets",
            )
    if shared:
        yield from _questions(vocabulary)
        yield from _implications(vocabulary)


def wording(file: YamlFile, folders: Container[str]) -> Found:
    """The words of a place stand under the name of its document, which has a folder."""
    for key in ("questions", "facts"):
        for index, asked in enumerate(file.data.get(key, ())):
            for slug in asked.get("wording", ()):
                if slug not in folders or slug == "vocabulary":
                    yield (key, index, "wording", slug), f"没有“{slug}”这份文件"


def _asks(question: Question, fact: str) -> bool:
    """A question of dates has a field for every fact that names it."""
    return question.type == "dates" or fact in question.facts or any(fact in option.sets for option in question.options)


def _questions(vocabulary: Vocabulary) -> Found:
    known = {fact.id: fact for fact in reversed(vocabulary.facts)}  # of one that is written twice, the first
    for index, question in enumerate(vocabulary.questions):
        for option_index, option in enumerate(question.options):
            for key, value in option.sets.items():
                loc: Loc = ("questions", index, "options", option_index, "sets", key)
                yield from ((loc, message) for message in unfit(known, key, value))
        for fact_index, ident in enumerate(question.facts):
            at: Loc = ("questions", index, "facts", fact_index)
            if ident not in known:
                yield at, f"没有“{ident}”这个事实"
            elif known[ident].question is None:
                yield at, f"“{ident}”没有写 question: {question.id}"


def _implications(vocabulary: Vocabulary) -> Found:
    known = {fact.id: fact for fact in vocabulary.facts}
    for index, implication in enumerate(vocabulary.implications):
        if implication.unless and implication.unless not in known:
            yield ("implications", index, "unless"), f"没有“{implication.unless}”这个事实"
        for key, stated in (("when", implication.when), ("sets", implication.sets)):
            for fact, value in stated.items():
                loc: Loc = ("implications", index, key, fact)
                yield from ((loc, message) for message in unfit(known, fact, value))
