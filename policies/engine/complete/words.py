"""Words of a text that nobody has accounted for: sentences that decide nothing and are not listed, mentions of time, and misprints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policies.engine.as_json import plain
from policies.engine.errors import Problem
from policies.engine.library import Document, Provision
from policies.engine.yamlfile import YamlFile

SENTENCE = re.compile(r"[^。；;]+[。；;]?")
# Whatever could speak of time: day, month, year, season, period, stage, before. What it finds must be accounted for.
TIME = re.compile(r"[日月年季周]|期|时限|阶段|前")
AROUND = 8  # characters shown on both sides of a mention of time
ASIDE = frozenset({"other_readings", "assumes"})
BRACKETS = re.compile("括号.*半角|半角.*括号")

# A provision and the words of it that are meant; None: all of it.
Words = tuple[str, str | None]


def missing(document: Document, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    file = files[f"policies/{document.slug}/text.yaml"]
    at = {element["id"]: index for index, element in reversed(list(enumerate(file.data["elements"])))}
    accounted = encoded(document) | listed(document)
    for ident, sentence in left_out(document, accounted):
        yield file.problem(
            ("elements", at[ident]), f"{ident} 的“{sentence}”没有编进规则、期限，也没有写进 unencoded.yaml"
        )
    for instrument in document.instruments:
        for provision in instrument.provisions:
            told = limit_words(document, provision) | other_words(document, provision)
            for mention in unaccounted(provision, told):
                yield file.problem(
                    ("elements", at[provision.id]), f"{provision.id} 的“{mention}”说到时间，limits.yaml 里没有"
                )
    for ident in half_width(document):
        yield file.problem(
            ("elements", at[ident], "label"), f"{ident} 的标号括号印作半角，defects.yaml 没有记，throughout 也没有说明"
        )


# Sentences ----------------------------------------------------------------------------------------------------------


def operative(document: Document) -> Iterator[Provision]:
    for instrument in document.instruments:
        if instrument.about.compared:
            yield from (provision for provision in instrument.provisions if provision.printed.strip())


def encoded(document: Document) -> set[Words]:
    """What the rules and the time limits of a document stand on; the rules of one may cite another of its instruments.

    Not what other readings would, nor what is taken for granted and decides nothing.
    """
    rules = [plain(rule) for instrument in document.instruments for rule in instrument.rules]
    cited = {words for rule in rules for words in named({k: v for k, v in rule.items() if k not in ASIDE})}
    return cited | {(limit.provision, limit.quote) for limit in document.limits}


def named(data: Any) -> Iterator[Words]:
    if isinstance(data, list):
        for child in data:
            yield from named(child)
    elif isinstance(data, dict):
        if "provision" in data:
            yield data["provision"], data.get("quote")
        for child in data.values():
            yield from named(child)


def listed(document: Document) -> set[Words]:
    return {(entry.provision, entry.quote) for entry in document.unencoded}


def characters(provision: Provision, words: Iterable[Words]) -> set[int]:
    """Where in the printed text the words stand, first of all."""
    text = provision.printed
    quotes = [text if quote is None else quote for ident, quote in words if ident == provision.id]
    starts = [(text.find(quote), len(quote)) for quote in quotes]
    return {at for start, length in starts if start >= 0 for at in range(start, start + length)}


def left_out(document: Document, words: set[Words]) -> list[tuple[str, str]]:
    """The sentences of which no character is accounted for, each with its provision."""
    return [
        (provision.id, sentence.group().strip())
        for provision in operative(document)
        for sentence in SENTENCE.finditer(provision.printed)
        if sentence.group().strip() and characters(provision, words).isdisjoint(range(sentence.start(), sentence.end()))
    ]


# Time ---------------------------------------------------------------------------------------------------------------


def limit_words(document: Document, provision: Provision) -> set[str]:
    mine = {limit.quote for limit in document.limits if limit.provision == provision.id}
    missed = [limit.missed for limit in document.limits if limit.missed]
    return mine | {each.quote for each in missed if each.provision == provision.id}


def other_words(document: Document, provision: Provision) -> set[str]:
    return {
        words
        for entry in document.not_limits
        for words in entry.words
        if not entry.provisions or provision.id in entry.provisions
    }


def unaccounted(provision: Provision, words: set[str]) -> list[str]:
    """Every mention of time outside the words, with what stands around it."""
    text = provision.printed
    spans = (range(*found.span()) for word in words for found in re.finditer(re.escape(word), text))
    covered = {at for span in spans for at in span}
    return [
        text[max(0, found.start() - AROUND) : found.end() + AROUND].replace("\n", "")
        for found in TIME.finditer(text)
        if found.start() not in covered
    ]


# Labels -------------------------------------------------------------------------------------------------------------


def half_width(document: Document) -> list[str]:
    """Labels in half-width brackets that are no recorded defect, unless the whole text has them and `throughout` says so."""
    labelled = [one for instrument in document.instruments for one in instrument.provisions if "(" in one.printed_label]
    left = [one.id for one in labelled if not any(defect.in_label for defect in one.defects)]
    whole = len(left) == len(labelled) and any(BRACKETS.search(said) for said in document.throughout)
    return [] if whole else left
