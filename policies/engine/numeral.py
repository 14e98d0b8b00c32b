"""Chinese numerals and days in prose; how a number itself is written stands in `importer.grammar.numeral`."""

from __future__ import annotations

from datetime import date

from importer.grammar.numeral import numeral

__all__ = ["counted", "day", "numeral"]


def counted(n: int) -> str:
    """The number before a measure word, set as prose wants it: 零, 两, 五, ' 14 '."""
    if n > 10:
        return f" {n} "
    return {0: "零", 2: "两"}.get(n) or numeral(n)


def day(when: date) -> str:
    """2026-11-02 → 2026年11月2日."""
    return f"{when.year}年{when.month}月{when.day}日"
