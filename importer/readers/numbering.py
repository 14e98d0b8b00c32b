"""The numbers that Word prints before paragraphs and keeps out of their text: 第%1条 in Chinese numerals, （%2）, %1.%2."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from importer.grammar import steps
from importer.grammar.numeral import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographTraditionalCounting",
        "koreanCounting",
    }
)
_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百千零", "壹贰叁肆伍陆柒捌玖拾佰仟零")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    after: str = " "
    legal: bool = False


@dataclass
class _List:
    """A list counts on across paragraphs: all that name it share its numbers."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Keeps count; paragraphs must be shown to it in their order."""

    def __init__(self, numbering: ET.Element | None, styles: ET.Element | None) -> None:
        self.lists: dict[str, _List] = {}
        self.nums: dict[str, tuple[str, dict[int, int]]] = {}
        self.begun: set[str] = set()
        self.styles: dict[str, tuple[str | None, int | None, str]] = {}
        self.usual = ""
        if numbering is not None:
            self._lists(numbering)
        if styles is not None:
            for style in styles.iter(f"{W}style"):
                ident = style.get(f"{W}styleId", "")
                num, level = _numbered(style.find(f"{W}pPr"))
                based = style.find(f"{W}basedOn")
                self.styles[ident] = (num, level, based.get(f"{W}val", "") if based is not None else "")
                if style.get(f"{W}default") in {"1", "true"} and style.get(f"{W}type") == "paragraph":
                    self.usual = ident

    def _lists(self, numbering: ET.Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            levels = {_int(level, "ilvl"): _level(level) for level in abstract.findall(f"{W}lvl")}
            self.lists[abstract.get(f"{W}abstractNumId", "")] = _List(levels)
        for num in numbering.findall(f"{W}num"):
            of = num.find(f"{W}abstractNumId")
            starts = {
                _int(over, "ilvl"): int(start.get(f"{W}val", "1"))
                for over in num.findall(f"{W}lvlOverride")
                if (start := over.find(f"{W}startOverride")) is not None
            }
            self.nums[num.get(f"{W}numId", "")] = (of.get(f"{W}val", "") if of is not None else "", starts)

    def printed(self, paragraph: ET.Element) -> str:
        """The number that stands before this paragraph, with what follows it; '' if none does."""
        num, level = self._asked(paragraph)
        if not num or num == "0" or num not in self.nums:
            return ""
        of, starts = self.nums[num]
        found = self.lists.get(of)
        if found is None:
            return ""
        if num not in self.begun:
            self.begun.add(num)
            for at in starts:
                found.counts.pop(at, None)
        form = found.levels.get(level, _Level())
        start = starts.get(level, form.start)
        found.counts[level] = found.counts.get(level, start - 1) + 1
        for deeper in [at for at in found.counts if at > level]:
            del found.counts[deeper]
        if form.form in {"bullet", "none"} or not form.text:
            return ""
        return re.sub(r"%([1-9])", lambda part: self._number(found, int(part[1]) - 1, form), form.text) + form.after

    def _number(self, found: _List, level: int, asked: _Level) -> str:
        form = found.levels.get(level, _Level())
        return written(found.counts.get(level, form.start), "decimal" if asked.legal else form.form)

    def _asked(self, paragraph: ET.Element) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, or its style's."""
        properties = paragraph.find(f"{W}pPr")
        num, level = _numbered(properties)
        style = properties.find(f"{W}pStyle") if properties is not None else None
        name = style.get(f"{W}val", "") if style is not None else self.usual
        seen: set[str] = set()
        while name in self.styles and name not in seen and (num is None or level is None):
            seen.add(name)
            styled, depth, name = self.styles[name]
            num, level = num if num is not None else styled, level if level is not None else depth
        return num, level or 0


def _letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _roman(n: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (n // value)
        n %= value
    return said


def _legal(n: int) -> str:
    return re.sub("^拾", "壹拾", numeral(n).translate(_LEGAL))


def _digits(n: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(n))


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, numeral),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), steps.circled),
    "decimalFullWidth": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalZero": lambda n: f"{n:02}",
    "ideographTraditional": lambda n: _STEMS[n - 1],
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}


def written(n: int, form: str) -> str:
    """A number in one of Word's formats; in figures where the format is unknown or has no such number."""
    try:
        return _FORMATS.get(form, str)(n)
    except (ValueError, IndexError):
        return str(n)


def _numbered(properties: ET.Element | None) -> tuple[str | None, int | None]:
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None, None
    num, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    return num.get(f"{W}val") if num is not None else None, _int(level, "val") if level is not None else None


def _int(node: ET.Element, name: str) -> int:
    value = node.get(f"{W}{name}", "0")
    return int(value) if value.isdecimal() else 0


def _level(node: ET.Element) -> _Level:
    said = {child.tag.removeprefix(W): child.get(f"{W}val", "") for child in node}
    after = {"nothing": "", "space": " "}.get(said.get("suff", "tab"), " ")
    start = said.get("start", "1")
    legal = "isLgl" in said and said["isLgl"] not in {"0", "false"}
    return _Level(
        said.get("numFmt", "decimal"), said.get("lvlText", ""), int(start) if start.isdecimal() else 1, after, legal
    )
