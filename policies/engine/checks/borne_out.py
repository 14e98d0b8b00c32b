"""Whether words bear out a sentence: its measures, days, paper numbers, titles and bodies, and how binding it says a thing is.

A sentence is compared claim by claim. A claim that the text is silent has nothing that could be quoted, and what a reading decides
stands in the reading: of these only measures, days, numbers and titles are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from policies.engine.checks.modal import TWO, Modal
from policies.engine.numeral import numeral

_DIGITS = "零一二三四五六七八九"
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_UNIT = r"(?:个?工作日|个月|个?小时|周年|周|年|天|日|倍|次|元|%|％)"
_READABLE = re.compile("[一二两三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?")  # 三五天 is no one number
_WHOLE, _LED = r"(?<![\d零〇一二两三四五六七八九十百])", re.compile(r"[\d一二两三四五六七八九十]")
_EXACT = re.compile(
    rf"\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|〔\d{{4}}〕\d+号|《[^》]+》|(?<![第哪\d一二两三四五六七八九十C]){_NUMBER}{_UNIT}"
)
_NO_PART = re.compile(r"[\s，,]+")
_CLAIMS = re.compile(r"[。；\n]")
_NOT_OF_THE_TEXT = re.compile(r"您|没有|未规定|未写|没写|是否|能否|不适用：|算不算|谈不上|不等于|不能推定|读法C")
_QUOTED = re.compile("“([^”]+)”")
_PHRASES = re.compile("，(?![^“]*”)")  # a comma within quotation marks ends none
_ABSENT = re.compile(r"没有|未规定|谈不上|不是|不等于")


class Words(NamedTuple):
    """What is looked for in a claim: names of bodies, and words that bind."""

    bodies: re.Pattern[str]
    modal: Modal


def claims(text: str) -> list[str]:
    return [claim for claim in _CLAIMS.split(text) if claim]


def unborne(claim: str, quoted: str, around: str, words: Words, *, binding: bool) -> Iterator[str]:
    """What a claim says that neither the words it rests on (`quoted`) nor those beside them (`around`) say, as messages.

    `binding`: whether its modal words and denials are compared too. Bodies and modal words are compared with `quoted` alone.
    """
    strict, bare = plain(quoted), plain(claim)
    wide = f"{strict}\n{plain(around)}"
    for word in exact(claim):
        if not stands(word, wide):
            yield f"“{word}”在所依据的原文里没有：“{claim}”"
    denied = [*words.modal.denied(bare, strict)] if binding else []
    for what in denied:
        yield f"“{what}”在所依据的原文里只有否定的说法：“{claim}”"
    if _NOT_OF_THE_TEXT.search(claim):
        return
    misplaced = set(_misplaced(bare, strict, words.bodies))
    for body in dict.fromkeys(words.bodies.findall(claim)):
        if not stands(body, strict):
            yield f"“{body}”在所依据的原文里没有：“{claim}”"
        elif body in misplaced:
            yield f"“{body}”在所依据的原文里写的是别的机关：“{claim}”"
    if binding and not denied:
        yield from words.modal.unborne(bare, strict)


def _misplaced(claim: str, strict: str, bodies: re.Pattern[str]) -> Iterator[str]:
    """A body beside two characters beside which the text names bodies, and never this one."""
    for found in bodies.finditer(claim):
        after, before = TWO.match(claim, found.end()), TWO.match(claim, max(0, found.start() - 2))
        beside = [rf"({bodies.pattern}){after[0]}"] if after else []
        beside += [rf"{before[0]}({bodies.pattern})"] if before and before.end() == found.start() else []
        named = [set(re.findall(pattern, strict)) for pattern in beside]
        if any(named) and not any(found[0] in each for each in named):
            yield found[0]


def misquoted(claim: str, words: str) -> Iterator[str]:
    """What stands between quotation marks and not in plain `words`; not where a phrase says that the text does not write it."""
    for quoted in (
        each for phrase in _PHRASES.split(claim) if not _ABSENT.search(phrase) for each in _QUOTED.findall(phrase)
    ):
        pieces = re.split("…+", plain(quoted).replace("‘", "“").replace("’", "”").strip("，。；"))
        if not all(piece in words for piece in pieces):
            yield f"引号里的“{quoted}”不是原文"


def exact(text: str) -> Iterable[str]:
    """Its measures, days, paper numbers and titles."""
    return dict.fromkeys(_EXACT.findall(text))


@lru_cache(maxsize=2048)
def plain(words: str) -> str:
    """Without spaces and commas, which are no part of what is said, and with one kind of brackets."""
    return _NO_PART.sub("", words).replace("(", "（").replace(")", "）")


def stands(word: str, words: str) -> bool:
    """Whether plain words have it, in either kind of numeral, and not as the end of a longer number; a title, also without its marks."""
    return any(
        re.search(rf"{_WHOLE if _LED.match(form) else ''}{re.escape(form)}", words) for form in _forms(plain(word))
    )


def _forms(word: str) -> Iterator[str]:
    yield word
    yield word.strip("《》")
    yield word.replace("（党组）", "")
    if day := re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", word):
        yield "-".join(part.zfill(2) for part in day.groups())
    number = re.match(_NUMBER, word)
    if not number:
        return
    unit = word[number.end() :].removeprefix("个")
    units = {"天": ("天", "日"), "日": ("天", "日")}.get(unit, (unit,))
    for written in (number[0], *_numerals(number[0])):
        for form in units:
            yield f"{written}个{form}"
            if unit != "月":  # 1月 is January
                yield written + form
    if word == "6个月":
        yield "半年"


def _numerals(number: str) -> Iterator[str]:
    """The same number as it may also be written."""
    if not number.isdigit():
        if _READABLE.fullmatch(number):
            yield str(_value(number))
    elif 0 < int(number) < 100:
        yield numeral(int(number))
        if number == "2":
            yield "两"


def _value(number: str) -> int:
    tens, ten, ones = number.replace("两", "二").partition("十")
    if not ten:
        return _DIGITS.index(tens)
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
