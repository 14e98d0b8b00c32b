"""Chinese numerals, written and read: the one place for both."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
LARGEST = 9999


def numeral(n: int) -> str:
    """1 → 一, 12 → 十二, 101 → 一百零一, 110 → 一百一十. Raises ValueError but for 1 to 9999."""
    if not 0 < n <= LARGEST:
        raise ValueError(f"numeral needs 1 to {LARGEST}, not {n}")
    said, skipped = "", False
    for unit, name in _PLACES:
        digit, n = divmod(n, unit)
        if digit:
            said += ("零" if skipped else "") + _DIGITS[digit] + name
            skipped = False
        else:
            skipped = bool(said)
    if n:
        said += ("零" if skipped else "") + _DIGITS[n]
    return said.removeprefix("一") if said.startswith("一十") else said


def number(written: str) -> int:
    """十二, 一百〇一, 120, １２ → its value; 二〇一八 is read digit by digit. Raises ValueError for what is no numeral."""
    if written.isdecimal():
        return int(written)
    if not written or any(char not in _VALUES and char not in _UNITS for char in written):
        raise ValueError(f"no numeral: {written!r}")
    if not any(char in _UNITS for char in written):
        return int("".join(str(_VALUES[char]) for char in written))
    total = digit = 0
    for char in written:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _VALUES[char]
    return total + digit
