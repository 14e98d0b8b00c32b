"""Writes YAML of the plainest kind: a few block styles that every reader of YAML takes alike. The browser has no PyYAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | Mapping[str, Value] | Sequence[Value]"
# A word that no reader takes for anything but a text, in blocks and within brackets.
_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff《（“][\w\u3400-\u9fff《》（）“”‘’〔〕〈〉，、。；：？！…—·/. -]*", re.ASCII)
_TAKEN = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_SPACES = frozenset(" \u3000\xa0")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(data: Mapping[str, Value]) -> str:
    """A mapping as the lines of a file. An empty list or mapping is written [] or {}."""
    return "".join(f"{line}\n" for line in _mapping(data))


def inline(value: Value) -> str:
    """A value on one line: {a: b, c: [d]}."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {inline(child)}" for key, child in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(child) for child in value) + "]"
    return scalar(value)


def scalar(value: str | bool | int) -> str:
    """A text without quotes where nobody can read it otherwise, else between double ones."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _TAKEN and value == value.rstrip(" "):
        return value
    return '"' + "".join(_escaped(char) for char in value) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char in _SPACES:
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _mapping(data: Mapping[str, Value]) -> Iterator[str]:
    for key, value in data.items():
        name = f"{scalar(key)}:"
        if isinstance(value, str) and _as_lines(value):
            yield f"{name} |-"
            yield from (f"  {line}" if line else "" for line in value.split("\n"))
        elif isinstance(value, str | bool | int) or not value:
            yield f"{name} {inline(value)}"
        elif isinstance(value, Mapping):
            yield name
            yield from (f"  {line}" for line in _mapping(value))
        else:
            yield name
            yield from _sequence(value)


def _sequence(items: Sequence[Value]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            first, *rest = _mapping(item)
            yield f"- {first}"
            yield from (f"  {line}" if line else "" for line in rest)
        else:
            yield f"- {inline(item)}"


def _as_lines(text: str) -> bool:
    """Whether it is several lines that a literal block holds as they are."""
    lines = text.split("\n")
    seen = all(char.isprintable() or char in _SPACES for line in lines for char in line)
    return (
        len(lines) > 1 and seen and bool(lines[-1]) and not any(line[:1].isspace() for line in lines) and bool(lines[0])
    )
