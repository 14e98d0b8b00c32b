"""Word's .docx, by the standard library: paragraphs, tables, printed numbers, and beside them headers, footnotes, deleted words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from importer.model import Aside, Doubt, Source, Unreadable
from importer.readers import plain
from importer.readers.numbering import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LONGEST = 100_000_000
_SAME_LINE = {"tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_BREAKS = frozenset({"br", "cr"})
_ASIDE = {"delText": "删去的字", "instrText": "域代码", "delInstrText": "域代码"}
# What it was before: deleted or moved away.
_GONE = frozenset({"del", "moveFrom"})


@dataclass
class _Collected:
    """What is found beside the running text, and how often what was met."""

    asides: dict[str, list[str]] = field(default_factory=dict)
    inserted: int = 0
    numbered: int = 0
    boxes: int = 0
    tables: int = 0
    hidden: int = 0

    def aside(self, what: str, text: str) -> None:
        if text:
            self.asides.setdefault(what, []).append(text)


def read(raw: bytes) -> Source:
    """Raises Unreadable for a broken file and for a container of another kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            names = set(file.namelist())
            if "word/document.xml" not in names:
                kinds = {
                    "xl/workbook.xml": "表格（.xlsx）",
                    "ppt/presentation.xml": "幻灯片（.pptx）",
                    "OFD.xml": "OFD 文件",
                }
                what = next((said for name, said in kinds.items() if name in names), "压缩包")
                raise Unreadable(f"这是{what}，不是 .docx：请打开它，复制全文，贴到这里。")
            document = _xml(file, "word/document.xml")
            numbering = Numbering(
                _xml(file, "word/numbering.xml") if "word/numbering.xml" in names else None,
                _xml(file, "word/styles.xml") if "word/styles.xml" in names else None,
            )
            others = [(what, _xml(file, name)) for name in sorted(names) if (what := _beside(name))]
    except (
        zipfile.BadZipFile,
        ET.ParseError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ):
        raise Unreadable(
            "这个 .docx 打不开，文件坏了或者没有传完：请用 Word 或 WPS 打开再另存一次，或者复制全文贴到这里。"
        ) from None
    found = _Collected()
    for what, root in others:
        found.aside(what, "".join(node.text or "" for node in root.iter(f"{W}t")))
    body = document.find(f"{W}body")
    lines = list(_blocks(body, numbering, found)) if body is not None else []
    asides = tuple(Aside(what, "\n".join(texts)) for what, texts in found.asides.items())
    return plain.cleaned("\n\n".join(lines), "docx", asides, tuple(_doubts(found)))


def _xml(file: zipfile.ZipFile, name: str) -> ET.Element:
    if file.getinfo(name).file_size > _LONGEST:
        raise ValueError(name)
    raw = file.read(name)
    if b"<!DOCTYPE" in raw[:4000] or b"<!ENTITY" in raw[:4000]:
        raise ValueError(name)
    return ET.fromstring(raw)  # noqa: S314 - without a DOCTYPE there are no entities to expand


def _beside(name: str) -> str:
    if not (name.startswith("word/") and name.endswith(".xml")):
        return ""
    last = name.removeprefix("word/")
    return next(
        (
            said
            for first, said in (
                ("header", "页眉"),
                ("footer", "页脚"),
                ("footnotes", "脚注"),
                ("endnotes", "尾注"),
                ("comments.", "批注"),
            )
            if last.startswith(first)
        ),
        "",
    )


def _doubts(found: _Collected) -> Iterator[Doubt]:
    if found.numbered:
        yield Doubt("numbered", 0, f"有 {found.numbered} 处编号是 Word 自动编的，已照它显示的样子写出，请核对")
    if found.inserted or "删去的字" in found.asides:
        gone = len("".join(found.asides.get("删去的字", [])))
        yield Doubt(
            "revised",
            0,
            f"文件里有修订：加的字 {found.inserted} 个已收进来，删的字 {gone} 个没有收，请先核对是不是定稿",
        )
    for what in ("页眉", "页脚", "脚注", "尾注", "批注"):
        if what in found.asides:
            yield Doubt("left_out", 0, f"{what}没有收进条文：“{''.join(found.asides[what])[:30]}”")
    if found.hidden:
        yield Doubt("left_out", 0, f"隐藏的字 {found.hidden} 个没有收进条文")
    if found.boxes:
        yield Doubt("layout", 0, f"文本框 {found.boxes} 个，里面的字接在所在的段落之后，请核对位置")
    if found.tables:
        yield Doubt("layout", 0, f"表格 {found.tables} 个，一行一行写出，栏与栏之间空开")


def _blocks(parent: ET.Element, numbering: Numbering, found: _Collected) -> Iterator[str]:
    """The lines of the running text: a paragraph is one, or more if it is broken inside; so is a row of a table."""
    for child in parent:
        tag = child.tag.removeprefix(W)
        if tag == "p":
            yield from _paragraph(child, numbering, found)
        elif tag == "tbl":
            found.tables += 1
            for row in child.iter(f"{W}tr"):
                cells = [" ".join(_blocks(cell, numbering, found)).replace("\n", " ") for cell in row.findall(f"{W}tc")]
                if any(cells):
                    yield "\t".join(cells)
        elif tag in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
            yield from _blocks(child, numbering, found)
        elif tag == f"{_MC}AlternateContent":
            yield from _blocks(_choice(child), numbering, found)
        elif tag in _GONE:
            _leave(child, found)


def _paragraph(node: ET.Element, numbering: Numbering, found: _Collected) -> Iterator[str]:
    boxes: list[ET.Element] = []
    words = "".join(_words(node, found, boxes))
    label = numbering.printed(node) if words.strip() or not boxes else ""
    if label and words.strip():
        found.numbered += 1
        words = label + words
    if words.strip():
        yield words
    for box in boxes:
        found.boxes += 1
        yield from _blocks(box, numbering, found)


def _words(node: ET.Element, found: _Collected, boxes: list[ET.Element], *, added: bool = False) -> Iterator[str]:
    for child in node:
        tag = child.tag.removeprefix(W)
        if tag == "t":
            found.inserted += len(child.text or "") if added else 0
            yield child.text or ""
        elif tag in _SAME_LINE:
            yield _SAME_LINE[tag]
        elif tag in _BREAKS:
            yield "\n"
        elif tag in _ASIDE:
            found.aside(_ASIDE[tag], child.text or "")
        elif tag in _GONE:
            _leave(child, found)
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == f"{_MC}AlternateContent":
            yield from _words(_choice(child), found, boxes, added=added)
        elif tag == "r" and _hidden(child):
            text = "".join(one.text or "" for one in child.iter(f"{W}t"))
            found.hidden += len(text)
            found.aside("隐藏的字", text)
        else:
            yield from _words(child, found, boxes, added=added or tag in {"ins", "moveTo"})


def _hidden(run: ET.Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in {"0", "false"}


def _choice(node: ET.Element) -> ET.Element:
    """Word writes a text box twice, for new and old readers; the first is enough."""
    first = node.find(f"{_MC}Choice")
    second = node.find(f"{_MC}Fallback")
    return first if first is not None else second if second is not None else ET.Element("none")


def _leave(node: ET.Element, found: _Collected) -> None:
    found.aside("删去的字", "".join(one.text or "" for one in node.iter() if one.tag in {f"{W}t", f"{W}delText"}))
