"""Edits that change what our sentences and data mean, beside words that say otherwise: what people may mistype or misremember."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from policies.engine.yamlfile import Loc, YamlFile

# The sentences that people act on, by the kind of file and the name of the field.
ACTED_ON = {
    "cells": ("answer",),
    "rules": ("text", "asks", "addressee"),
    "limits.yaml": ("does", "who"),
}
_BODIES = ("党委", "纪委", "组织人事部门", "纪检监察机关", "调查组")
_NUMBER = re.compile(r"(?<![第\d〔年月])(\d+)(?=个?(?:工作日|月|日|年))")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_PAPER = re.compile(r"〔(\d{4})〕(\d+)号")
_TITLE = re.compile(r"《([^》]{6,})》")


@dataclass(frozen=True)
class Edit:
    """In one file, `old` becomes `new` at the place; `kind` says what sort of slip it is."""

    file: str
    loc: Loc
    old: str
    new: str
    kind: str


def edits(files: Mapping[str, YamlFile]) -> Iterator[Edit]:
    for name, file in files.items():
        path = PurePosixPath(name)
        room = path.name if path.name in ACTED_ON else path.parent.name
        for loc, text in _sentences(file.data, ACTED_ON.get(room, ())):
            for kind, slip in SLIPS.items():
                changed = slip(text)
                if changed and changed != text:
                    yield Edit(name, loc, text, changed, kind)
        yield from _of_data(name, path, file.data)


def _sentences(data: Any, fields: tuple[str, ...], loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in fields and isinstance(value, str):
                yield (*loc, key), value
            else:
                yield from _sentences(value, fields, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _sentences(value, fields, (*loc, index))


def _number(text: str) -> str | None:
    found = _NUMBER.search(text)
    return found and f"{text[: found.start()]}{int(found[1]) + 2}{text[found.end() :]}"


def _date(text: str) -> str | None:
    found = _DATE.search(text)
    return found and text.replace(found[0], f"{found[1]}年{found[2]}月{int(found[3]) % 27 + 1}日", 1)


def _paper(text: str) -> str | None:
    found = _PAPER.search(text)
    return found and text.replace(found[0], f"〔{found[1]}〕{int(found[2]) + 3}号", 1)


def _title(text: str) -> str | None:
    found = _TITLE.search(text)
    return found and text.replace(found[0], f"《{found[1][:2]}{found[1][4:]}》", 1)


def _body(text: str) -> str | None:
    found = next((body for body in _BODIES if body in text), None)
    other = next((body for body in _BODIES if body != found and body not in text), None)
    return text.replace(found, other, 1) if found and other else None


def _swapped(old: str, new: str) -> Callable[[str], str | None]:
    return lambda text: re.sub(old, new, text, count=1) if re.search(old, text) else None


SLIPS: Mapping[str, Callable[[str], str | None]] = {
    "数字": _number,
    "日期": _date,
    "文号": _paper,
    "文件名": _title,
    "机关": _body,
    "可以→应当": _swapped(r"可以(?!说)|(?<![不许认])可(?=予|进|酌|申|在)", "应当"),
    "应当→可以": _swapped(r"应当|(?<![对相适反供效响呼不])应(?=在|当|于|由|向|该)", "可以"),
    "不得→可以": _swapped(r"不得|不准|不许|严禁", "可以"),
    "不予→予以": _swapped(r"不予", "予以"),
    "去掉不": _swapped(r"不(?=受影响|作为|适用|追究|承担|符合|违反|谋)", ""),
}


def _of_data(name: str, path: PurePosixPath, data: Any) -> Iterator[Edit]:
    """Fields that are no sentences: the modality of an effect, the length of a limit, a document's number."""
    if path.parent.name == "rules":
        for index, effect in enumerate(data.get("effects", [])):
            other = {"may": "must", "must": "may"}[effect["modality"]]
            yield Edit(name, ("effects", index, "modality"), effect["modality"], other, "效果的语气")
    elif path.name == "limits.yaml":
        for index, limit in enumerate(data["limits"]):
            if "length" in limit:
                yield Edit(name, ("limits", index, "length"), str(limit["length"]), str(limit["length"] + 2), "期限")
                unit = "day" if limit["unit"] != "day" else "workday"
                yield Edit(name, ("limits", index, "unit"), limit["unit"], unit, "期限的单位")
    elif path.name == "document.yaml":
        for index, instrument in enumerate(data["instruments"]):
            for field, slip in (("number", _paper), ("dated", _date)):
                text = instrument.get(field) or ""
                if changed := slip(text):
                    yield Edit(name, ("instruments", index, field), text, changed, "文书的文号和日期")
