"""The result as tables for XLSX, DOCX and print; the page writes the files with the writers the site has (xlsx, docx in JavaScript)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yours.shapes import (
    MARK,
    NOT_FOUND,
    ROLES,
    Book,
    Circumstance,
    Dimension,
    Named,
    Passage,
    Quote,
    Result,
    Segment,
    Sheet,
    TheirQuote,
    Twin,
)

NONE = "—"  # as in the site's own table of circumstances: the document does not speak of it, by those who coded it
_YOURS = f"您的文件（{MARK}）"


def table(result: Result) -> Book:
    """One table beside the five, then what lies behind it. MARK stands in the head of every column that a program filled, and in `notes`."""
    return {
        "title": f"{result['title']}和本站已收的文件对照",
        "mark": result["mark"],
        "file": f"{result['title']}对照",
        "notes": result["notes"],
        "sheets": [_whole(result), _missing(result), _twins(result), _modals(result), _text(result)],
    }


def _whole(result: Result) -> Sheet:
    rows = [
        [
            ROLES[row["role"]],
            row["title"],
            _own(row),
            *(_their_quotes(row["theirs"][c["slug"]], result) for c in result["columns"]),
        ]
        for row in result["circumstances"]
    ]
    rows += [
        ["维度", row["title"], _own(row), *(row["theirs"][c["slug"]]["brief"] for c in result["columns"])]
        for row in result["dimensions"]
    ]
    head = ["类", "行", _YOURS, *(_name(column) for column in result["columns"])]
    others = [24 for _ in result["columns"]]
    return _sheet("对照", [8, 20, 44, *others], head, rows, {2})


def _own(row: Circumstance | Dimension) -> str:
    return _quotes(row["yours"]) or row["said"]


def _quotes(quotes: Iterable[Quote]) -> str:
    return "\n".join(f"{one['place']}：“{one['quote']}”" for one in quotes)


def _their_quotes(quotes: Sequence[TheirQuote], result: Result) -> str:
    return "\n".join(_their_quote(one, result["instruments"][one["instrument"]]) for one in quotes) or NONE


def _their_quote(one: TheirQuote, named: Named) -> str:
    aside = "另处提到，" if one["aside"] else ""
    draft = "" if named["in_force"] else f"（{'，'.join(named['marks'])}）"
    return f"{aside}{one['citation']}{draft}：“{one['quote']}”"


def _name(named: Named) -> str:
    marks = "，".join(named["marks"])
    return f"{named['name']}（{marks}）" if marks else named["name"]


def _missing(result: Result) -> Sheet:
    """What at least one of the five has, and was not found in the reader's text."""
    places = {column["slug"]: column["place"] for column in result["columns"]}
    rows = [
        [ROLES[row["role"]], row["title"], NOT_FOUND, places[slug], _their_quotes(quotes, result)]
        for row in result["circumstances"]
        if row["missing"]
        for slug, quotes in row["theirs"].items()
        if quotes
    ]
    return _sheet(
        f"您的文件里{NOT_FOUND}", [8, 24, 22, 16, 70], ["类", "说的是", _YOURS, "哪里的文件", "条款和原文"], rows, {2}
    )


def _twins(result: Result) -> Sheet:
    rows = [
        [one["place"], one["text"], _name(named), twin["citation"], twin["text"], differences(twin, named["name"])]
        for one in result["provisions"]
        for twin in one["twins"]
        for named in (result["instruments"][twin["instrument"]],)
    ]
    head = ["您的条款", "您的原文", "文件", f"同文的条款（{MARK}）", "原文", f"字句差别（{MARK}）"]
    return _sheet("同文", [16, 50, 16, 30, 50, 44], head, rows, {3, 5})


def differences(twin: Twin, name: str) -> str:
    """In sentences: 您的“允许试错”，商州“允许试验”. Says so where the words are the same."""
    if twin["identical"]:
        return "一字不差（标点不计）"
    return "\n".join(filter(None, (_difference(one, name) for one in twin["passages"]))) or "相同的一段没有差别"


def _difference(passage: Passage, name: str) -> str:
    said = [_said(segment, name) for segment in passage["segments"] if not segment["same"]]
    return f"{'；'.join(said)}。" if said else ""


def _said(segment: Segment, name: str) -> str:
    yours, theirs = (text.strip("，。；：、") for text in (segment["yours"], segment["theirs"]))
    if not theirs:
        return f"您的多“{yours}”"
    return f"您的“{yours}”，{name}“{theirs}”" if yours else f"{name}多“{theirs}”"


def _modals(result: Result) -> Sheet:
    rows = [
        [row["title"], str(len(row["yours"])), *(str(row["theirs"].get(c["slug"], 0)) for c in result["columns"])]
        for row in result["modals"]
    ]
    head = ["词", f"您的文件（处，{MARK}）", *(_name(column) for column in result["columns"])]
    return _sheet("应当、可以", [24, 24, *(14 for _ in result["columns"])], head, rows, {1})


def _text(result: Result) -> Sheet:
    rows = [
        [
            one["place"],
            one["text"],
            "\n".join(twin["citation"] for twin in one["twins"]),
            "\n".join(f"{ROLES[said['role']]}：{said['title']}（“{said['quote']}”）" for said in one["speaks"]),
        ]
        for one in result["provisions"]
    ]
    head = ["您的条款", "您的原文", f"同文（{MARK}）", f"说到（{MARK}）"]
    return _sheet("您的条文", [16, 60, 40, 44], head, rows, {2, 3})


def _sheet(title: str, widths: list[int], head: list[str], rows: list[list[str]], inferred: set[int]) -> Sheet:
    return {
        "title": title,
        "widths": widths,
        "head": head,
        "rows": rows,
        "inferred": [at in inferred for at in range(len(head))],
    }
