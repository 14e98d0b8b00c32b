"""The result as tables for XLSX, DOCX and print; the page writes the files with the writers the site has (xlsx, docx in JavaScript)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yours.shapes import (
    MARK,
    NOT_FOUND,
    Book,
    Brief,
    Circumstance,
    Column,
    Dimension,
    Passage,
    Quote,
    Result,
    Role,
    Segment,
    Sheet,
    TheirQuote,
    Twin,
)

ROLES: dict[Role, str] = {"circumstance": "情形", "condition": "要件", "exclusion": "排除"}
NONE = "—"  # as in the site's own table of circumstances: the document does not speak of it, by those who coded it
PENDING = "待编码"  # a document held whose cell nobody has coded yet
_YOURS = f"您的文件（{MARK}）"


def table(result: Result) -> Book:
    """One table beside the five, then what lies behind it. MARK stands in the head of every column that a program filled, and in `notes`."""
    return {
        "title": f"{result['title']}和五份文件对照",
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
            *(_their_quotes(row["theirs"][c["slug"]]) for c in result["columns"]),
        ]
        for row in result["circumstances"]
    ]
    rows += [
        ["维度", row["title"], _own(row), *(_brief(row["theirs"].get(c["slug"])) for c in result["columns"])]
        for row in result["dimensions"]
    ]
    head = ["类", "行", _YOURS, *(_name(column) for column in result["columns"])]
    others = [24 for _ in result["columns"]]
    return _sheet("对照", [8, 20, 44, *others], head, rows, {2})


def _own(row: Circumstance | Dimension) -> str:
    return _quotes(row["yours"]) or row["said"]


def _quotes(quotes: Iterable[Quote]) -> str:
    return "\n".join(f"{one['place']}：“{one['quote']}”" for one in quotes)


def _their_quotes(quotes: Sequence[TheirQuote]) -> str:
    said = (f"{'另处提到，' if one['aside'] else ''}{one['citation']}：“{one['quote']}”" for one in quotes)
    return "\n".join(said) or NONE


def _brief(brief: Brief | None) -> str:
    return brief["brief"] if brief else PENDING


def _name(column: Column) -> str:
    marks = "，".join(column["marks"])
    return f"{column['name']}（{marks}）" if marks else column["name"]


def _missing(result: Result) -> Sheet:
    """What at least one of the five has, and was not found in the reader's text."""
    names = {column["slug"]: _name(column) for column in result["columns"]}
    rows = [
        [ROLES[row["role"]], row["title"], NOT_FOUND, names[slug], _their_quotes(quotes)]
        for row in result["circumstances"]
        if row["missing"]
        for slug, quotes in row["theirs"].items()
        if quotes
    ]
    return _sheet(
        f"您的文件里{NOT_FOUND}", [8, 24, 22, 16, 70], ["类", "说的是", _YOURS, "文件", "条款和原文"], rows, {2}
    )


def _twins(result: Result) -> Sheet:
    names = {column["slug"]: column["name"] for column in result["columns"]}
    marked = {column["slug"]: _name(column) for column in result["columns"]}
    rows = [
        [one["place"], one["text"], marked[twin["slug"]], twin["citation"], twin["text"], differences(twin, names)]
        for one in result["provisions"]
        for twin in one["twins"]
    ]
    head = ["您的条款", "您的原文", "文件", f"同文的条款（{MARK}）", "原文", f"字句差别（{MARK}）"]
    return _sheet("同文", [16, 50, 16, 30, 50, 44], head, rows, {3, 5})


def differences(twin: Twin, names: dict[str, str]) -> str:
    """In sentences: 您的“允许试错”，商州“允许试验”. Says so where the words are the same."""
    if twin["identical"]:
        return "一字不差（标点不计）"
    return (
        "\n".join(filter(None, (_difference(one, names[twin["slug"]]) for one in twin["passages"])))
        or "相同的一段没有差别"
    )


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
