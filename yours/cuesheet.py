"""Reads cues.yaml and signs.yaml when the site is made, and finds where each cue comes from. Raises DataError with every problem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policies import DataError, Library
from policies.engine import yamlfile
from yours.known import Cue, Sign
from yours.likeness.text import normalised
from yours.speaking import pattern

ROOM = Path(__file__).parent
NUMBER = r"(?:[0-9]+|[一二两三四五六七八九十]+|半)(?:个)?(?:多)?(?:工作日|日|天|周|月|年)"


def cues(library: Library, path: Path = ROOM / "cues.yaml") -> dict[str, list[Cue]]:
    """For every circumstance its cues, each with the documents among whose marked words it is."""
    data = _read(path, {cluster.id for cluster in library.vocabulary.clusters}, every=True)
    document = {p.id: i.document for i in library.instruments for p in i.provisions}
    marked = {
        cluster.id: [(document[mark.provision], library.provision(mark.provision).text) for mark in cluster.marks]
        for cluster in library.vocabulary.clusters
    }
    return {ident: [_cue(words, marked[ident]) for words in listed] for ident, listed in data.items()}


def _cue(one: str | dict[str, str], marked: list[tuple[str, str]]) -> Cue:
    words, also = (one, "") if isinstance(one, str) else (one["words"], one["also"])
    found = {slug for slug, text in marked if pattern(words).search(normalised(text))}
    return {"words": words, "origin": sorted(found), "also": also}


def signs(library: Library, path: Path = ROOM / "signs.yaml") -> dict[str, list[Sign]]:
    """For every dimension that words betray, its signs."""
    data = _read(path, {dimension.id for dimension in library.vocabulary.dimensions}, every=False)
    return {ident: [_sign(one) for one in listed] for ident, listed in data.items()}


def _sign(one: Mapping[str, str]) -> Sign:
    finds, near, unless = (one.get(key, "").replace("{n}", NUMBER) for key in ("finds", "near", "unless"))
    return {"finds": finds, "near": near, "unless": unless}


def _read(path: Path, known: set[str], *, every: bool) -> dict[str, Any]:
    file = yamlfile.read(path, f"yours/{path.name}")
    problems = [*file.problems]
    data = file.data if isinstance(file.data, dict) else {}
    if not file.problems and not data:
        problems.append(file.problem((), "应为一张表：id 下面列出词"))
    problems += [file.problem((ident,), "没有这个 id") for ident in data if ident not in known]
    problems += [file.problem((), f"缺少 {ident}") for ident in sorted(known - set(data)) if every and data]
    for ident, listed in data.items():
        if not isinstance(listed, list) or not listed:
            problems.append(file.problem((ident,), "应列出一个以上"))
            continue
        problems += [file.problem((ident, at), why) for at, one in enumerate(listed) if (why := _wrong(one, cue=every))]
    if problems:
        raise DataError(problems)
    return data


def _wrong(one: Any, *, cue: bool) -> str:
    if cue:
        words = one if isinstance(one, str) else one.get("words") if isinstance(one, dict) else None
        plain = isinstance(words, str) and len(words.replace("…", "")) >= 2 and words.strip("…") == words
        named = (
            isinstance(one, str) or (set(one) == {"words", "also"} and isinstance(one["also"], str)) if plain else False
        )
        return "" if plain and named else "应为两个字以上的词，中间可以有“…”；或者 words 和 also"
    if not isinstance(one, dict) or not set(one) <= {"finds", "near", "unless"} or "finds" not in one:
        return "应有 finds，可以有 near、unless"
    for key, value in one.items():
        try:
            re.compile(str(value).replace("{n}", NUMBER))
        except re.error as error:
            return f"{key} 不是正则表达式：{error}"
    return ""
