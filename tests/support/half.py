"""Two policies that are not finished: one that is only read, its ninth article and its annex not obtained, and one compared in part."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

READ, PART = "linjiang", "yunhe"  # folders, and ids of their instruments
ANNEX = "linjiang_annex"
WHY = "收到的抄件到第一条为止"
READ_SOURCE = "临江市容错办法\n\n第一条 干部出现失误，经集体研究的，可以容错。\n"
PART_SOURCE = "云河县容错规定\n\n第一条 干部先行先试出现失误的，可以减轻责任。\n\n第二条 本规定自印发之日起施行。\n"
# What is coded of the second: the others are pending, but for one whose words were not obtained.
CODED = {
    "document_number": ("silent", "silent", "没有写", "未规定。", "head", "云河县容错规定"),
    "entry_into_force": ("stated", None, "印发之日起施行", "自印发之日起施行。", "a2", "本规定自印发之日起施行"),
}
NOT_OBTAINED = "legal_basis"


def write(policies: Path) -> None:
    """Two more folders in a copy of the data."""
    _folder(policies / READ, READ_SOURCE, "临江市", _read_text(), [_about(READ, "临江市容错办法", "临江市"), _annex()])
    part = _about(PART, "云河县容错规定", "云河县")
    part_text = [
        {"id": f"{PART}/head", "text": "云河县容错规定"},
        {"id": f"{PART}/a1", "label": "第一条", "text": "干部先行先试出现失误的，可以减轻责任。"},
        {"id": f"{PART}/a2", "label": "第二条", "text": "本规定自印发之日起施行。"},
        {"id": f"{PART}/a3", "missing": "扫描件缺最后一页"},
    ]
    _folder(policies / PART, PART_SOURCE, "云河县", part_text, [part])
    _write(policies / PART / "cells" / f"{PART}.yaml", cells(policies))


def cells(policies: Path) -> dict[str, Any]:
    """Of the policy that is compared in part, in the order of the codebook."""
    book = yaml.safe_load((policies / "vocabulary" / "values.yaml").read_text(encoding="utf-8"))["dimensions"]
    found: dict[str, Any] = {}
    for dimension, of in book.items():
        if dimension in CODED:
            status, value, brief, answer, article, quote = CODED[dimension]
            found[dimension] = {
                "status": status,
                "value": value or of["values"][0]["id"],
                "brief": brief,
                "answer": answer,
                "citations": [{"provision": f"{PART}/{article}", "quote": quote}],
            }
            if status == "silent":
                found[dimension]["note"] = "未取得的第三条在正文最后，不会印文号。"
        else:
            found[dimension] = {"status": "not_obtained" if dimension == NOT_OBTAINED else "pending"}
    return found


def _about(ident: str, title: str, short: str) -> dict[str, Any]:
    return {
        "id": ident,
        "kind": "办法",
        "title": title,
        "short": short,
        "compared": True,
        "status": ["印发"],
        "in_force": True,
        "issuer": f"{short}委",
    }


def _annex() -> dict[str, Any]:
    title = "临江市容错事项清单"
    return {**_about(ANNEX, title, "临江市·清单"), "kind": "附件", "compared": False, "status": "not_obtained"}


def _read_text() -> list[dict[str, Any]]:
    return [
        {"id": f"{READ}/head", "text": "临江市容错办法"},
        {"id": f"{READ}/a1", "label": "第一条", "text": "干部出现失误，经集体研究的，可以容错。"},
        {"id": f"{READ}/a2", "missing": WHY},
    ]


def _folder(
    folder: Path, source: str, area: str, text: list[dict[str, Any]], instruments: list[dict[str, Any]]
) -> None:
    """No more than makes a text readable."""
    digest = hashlib.sha256(source.encode()).hexdigest()
    about = {"title": instruments[0]["title"], "place": area, "area": area, "names": [area], "about": "示例。"}
    _write(folder / "document.yaml", {**about, "source": "text.txt", "sha256": digest, "instruments": instruments})
    _write(folder / "text.yaml", {"elements": text})
    _write(folder / "defects.yaml", {"defects": []})
    (folder / "text.txt").write_text(source, encoding="utf-8")


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
