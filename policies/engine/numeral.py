"""Chinese numerals and days: the one place that writes them in Python."""

from __future__ import annotations

from datetime import date

_DIGITS = "零一二三四五六七八九"


def numeral(n: int) -> str:
    """1 → 一, 12 → 十二, 30 → 三十. Raises ValueError but for 1 to 99."""
    if not 0 < n < 100:
        raise ValueError(f"numeral needs 1 to 99, not {n}")
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def counted(n: int) -> str:
    """The number before a measure word, set as prose wants it: 零, 两, 五, ' 14 '."""
    if n > 10:
        return f" {n} "
    return {0: "零", 2: "两"}.get(n) or numeral(n)


def day(when: date) -> str:
    """2026-11-02 → 2026年11月2日."""
    return f"{when.year}年{when.month}月{when.day}日"
