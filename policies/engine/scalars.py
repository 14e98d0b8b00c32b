"""What a plain word of YAML stands for, if everybody would read it so."""

from __future__ import annotations

import re
from datetime import date

import yaml

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What YAML 1.2 takes for a number; what YAML 1.1 takes for anything but a text, PyYAML knows.
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")


def plain(text: str) -> bool | int | float | str | date | None:
    """The value of a word that stands without quotes. Raises ValueError, in Chinese, where two readers may differ.

    017 is 15 to one and 17 to another, 1:30 is 90, yes is a yes or a word.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        return _day(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _NUMBER.fullmatch(text) or any(form.match(text) for form in _typed(text[0])):
        raise ValueError(
            f"“{text[:40]}”有几种读法：是文字请加引号；数字写十进制，是否写 true 或 false，日期写 2018-10-26 这样"
        )
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}”不是能认的日期") from None


def _typed(first: str) -> list[re.Pattern[str]]:
    """The forms of YAML 1.1 that are no texts and begin so."""
    return [form for _, form in yaml.SafeLoader.yaml_implicit_resolvers.get(first, ())]
