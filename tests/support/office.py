"""What an Office file names: every font and every language in every part of it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

from openpyxl.worksheet.worksheet import Worksheet

# Every WPS and Office in China has these.
COMMON = {"宋体", "黑体", "仿宋", "楷体"}
# Of a draft: those of GB/T 9704, and what stands in for them (wasm_checker/browser/papers/official-layout.js).
OFFICIAL = COMMON | {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "Times New Roman", "SimSun"}
CHINESE = {"zh-CN"}

_FACES = {"ascii", "hAnsi", "eastAsia", "cs"}  # of w:rFonts
_THEMED = {f"{face}Theme" for face in _FACES} | {"cstheme"}


def fonts(file: bytes) -> set[str]:
    """Names of fonts; a font of the theme is named 'theme' where there is no theme that says which."""
    return {name for parts in _parts(file).values() for element in parts.iter() for name in _fonts(element)}


def languages(file: bytes) -> set[str]:
    return {name for parts in _parts(file).values() for element in parts.iter() for name in _languages(element)}


def unread(file: bytes) -> list[str]:
    """Members that are not XML, and of which nothing is said here."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return [name for name in archive.namelist() if not name.endswith((".xml", ".rels"))]


def _parts(file: bytes) -> dict[str, ET.Element]:
    """Every member that is XML, by name. Raises ET.ParseError where one is broken."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ET.fromstring(archive.read(name)) for name in names}  # noqa: S314 - made here


def _named(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _fonts(element: ET.Element) -> list[str]:
    kind = _named(element.tag)
    said = {_named(name): value for name, value in element.attrib.items()}
    found = [said["typeface"]] if said.get("typeface") else []
    if kind == "rFonts":
        found += [value for name, value in said.items() if name in _FACES]
        found += ["theme" for name in said if name in _THEMED]
    if kind in {"rFont", "mathFont"} or (kind == "name" and "val" in said and _spreadsheet(element)):
        found.append(said["val"])
    if kind == "font" and "name" in said:  # of fontTable.xml
        found.append(said["name"])
    return found


def _spreadsheet(element: ET.Element) -> bool:
    return "spreadsheetml" in element.tag


def _languages(element: ET.Element) -> list[str]:
    kind = _named(element.tag)
    if kind in {"lang", "themeFontLang"}:
        return list(element.attrib.values())
    said = [value for name, value in element.attrib.items() if _named(name) in {"lang", "altLang"}]
    return [*said, element.text or ""] if kind == "language" else said


def smallest(file: bytes) -> float:
    """Of all sizes that a Word document names anywhere, in points."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        said = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")]
    return min(int(size) for text in said for size in re.findall(r'<w:szC?s? w:val="(\d+)"', text)) / 2


def corners(page: Worksheet) -> list[str | None]:
    """What a printed sheet of a workbook says: above left and right, below left and right."""
    edges = (page.HeaderFooter.oddHeader, page.HeaderFooter.oddFooter)
    return [part.text for edge in edges if edge for part in (edge.left, edge.right)]
