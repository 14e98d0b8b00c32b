"""A file of cases from outside, JSON or YAML, read case by case, as often as wanted.

JSON is read as JSON, and of a large file never more than one case at a time is held. YAML, which has to be read whole, is for small files.
"""

from __future__ import annotations

import codecs
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from policies import DataError, read_cases
from policies.engine import characters
from wasm_checker.core.answers.facts import InputError
from wasm_checker.package.given import DECODER, SHAPE

_LARGEST, _LARGEST_YAML = 1 << 30, 1 << 21  # bytes
_LARGEST_CASE = _LARGEST_YAML  # characters
_BLOCK = 1 << 16


class CaseFile:
    """Raises InputError or UnicodeDecodeError for what cannot be read, as soon as it is met."""

    def __init__(self, source: BinaryIO, name: str) -> None:
        """`source` can be read from its start again."""
        self._source, self._name = source, name
        self._size = source.seek(0, os.SEEK_END)
        self._whole = self._of_yaml()

    def cases(self) -> Iterator[Any]:
        """Every case, in whatever shape it is."""
        if self._whole is None:
            return _Json(self._text()).cases()
        return iter(_shaped(self._whole[0]))

    def _of_yaml(self) -> tuple[Any] | None:
        """What the file says if it is YAML, None if it is JSON. What is neither is told by what it looks like."""
        if not self._looks_like_json():
            return (self._yaml(),)
        if self._size > _LARGEST_YAML or self._name.endswith(".json"):
            return None
        try:
            for _ in _Json(self._text()).cases():
                pass
        except _NotJson as wrong:
            try:
                return (self._yaml(),)
            except InputError:
                raise wrong from None
        return None

    def _looks_like_json(self) -> bool:
        start = next((bare for block in self._text() if (bare := block.lstrip())), "")
        return start[:1] in {"{", "["}

    def _yaml(self) -> Any:
        if self._size > _LARGEST_YAML:
            raise InputError(f"太大：YAML 文件至多 {_LARGEST_YAML >> 20} MB，更大的请用 JSON")
        try:
            return read_cases("".join(self._text()), self._name)
        except DataError as error:
            raise InputError(str(error.problems[0])) from None

    def _text(self) -> Iterator[str]:
        self._source.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        while block := self._source.read(_BLOCK):
            yield decoder.decode(block)
        yield decoder.decode(b"", final=True)


@contextmanager
def opened(file: str, given: BinaryIO | None) -> Iterator[CaseFile]:
    """The file of this name; `-` is what is `given`. Raises InputError or OSError."""
    if file == "-":
        if given is None:
            raise InputError("标准输入是关着的，没有可读的案例")
        with _kept(given) as copy:
            yield CaseFile(copy, "标准输入")
        return
    if "\0" in file:
        raise InputError(f"“{file}”不能作文件名")
    with Path(file).open("rb") as source:
        if stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            yield CaseFile(source, file)
        else:
            with _kept(source) as copy:
                yield CaseFile(copy, file)


@contextmanager
def _kept(given: BinaryIO) -> Iterator[BinaryIO]:
    """A copy of what can be read only once; what has no end is refused, and soon where it does not begin like JSON."""
    with tempfile.TemporaryFile() as copy:
        begin = given.read(_BLOCK)
        json_like = begin.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in {b"{", b"["}
        left = _LARGEST if json_like else _LARGEST_YAML
        while begin:
            left -= len(begin)
            if left < 0:
                raise InputError(f"太大：JSON 至多 {_LARGEST >> 30} GB，YAML 至多 {_LARGEST_YAML >> 20} MB")
            copy.write(begin)
            begin = given.read(_BLOCK)
        yield cast("BinaryIO", copy)


def _shaped(data: Any) -> list[Any]:
    if not isinstance(data, dict) or not isinstance(data.get("cases"), list):
        raise InputError(SHAPE)
    for key in data:
        _refuse_key(key)
    cases: list[Any] = data["cases"]
    return cases


def _refuse_key(key: str) -> None:
    if key != "cases":
        raise InputError(f"不认识的字段 {key}，最外层只有 cases")


class _NotJson(InputError):
    pass


class _Json:
    """One going through a JSON text of the right outer shape."""

    def __init__(self, blocks: Iterator[str]) -> None:
        self._blocks = blocks
        self._text, self._at = "", 0
        self._lines, self._column = 0, 0  # before the text that is held

    def cases(self) -> Iterator[Any]:
        if self._next() != "{":
            raise InputError(SHAPE)
        self._at += 1
        found = False
        while self._next() != "}" or found:
            key = self._key()
            if found and key == "cases":
                raise InputError("键“cases”重复，前面已经写过")
            _refuse_key(key)
            found = True
            if self._next() != "[":
                raise InputError(SHAPE)
            yield from self._list()
            if not self._comma("}"):
                break
        if not found:
            raise InputError(SHAPE)
        if self._next():
            raise self._wrong("后面还有多余的字")

    def _list(self) -> Iterator[Any]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            if not self._comma("]"):
                return

    def _key(self) -> str:
        if self._next() != '"':
            raise self._wrong("应为带双引号的键")
        key: str = self._value()
        if self._next() != ":":
            raise self._wrong("键后面应为冒号")
        self._at += 1
        return key

    def _comma(self, end: str) -> bool:
        char = self._next()
        if char not in {",", end}:
            raise self._wrong(f"应为逗号或 {end}")
        self._at += 1
        return char == ","

    def _next(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        passed = self._text[: self._at]
        self._lines += passed.count("\n")
        self._column = len(passed) - passed.rfind("\n") - 1 + (0 if "\n" in passed else self._column)
        block = next(self._blocks, None)
        self._text, self._at = self._text[self._at :] + (block or ""), 0
        return block is not None

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at > _LARGEST_CASE:
                    raise self._wrong("这里不对，或者一个案例太长", error.pos) from None
                if not self._more():
                    raise self._wrong("这里不对", self._at + error.pos) from None
            except ValueError as error:
                raise self._wrong("数字太长" if "digits" in str(error) else str(error)) from None
            except RecursionError:
                raise self._wrong("嵌套太深") from None
            else:
                self._at = end
                self._refuse_unseen(value)
                return value

    def _refuse_unseen(self, value: Any) -> None:
        for text in _texts(value):
            if (at := characters.unseen(text)) >= 0:
                raise InputError(f"{self._place(self._at)}：{characters.refusal(text[at])}")

    def _wrong(self, what: str, at: int | None = None) -> _NotJson:
        return _NotJson(f"JSON 写法有误：{self._place(self._at if at is None else at)}，{what}")

    def _place(self, at: int) -> str:
        before = self._text[:at]
        column = len(before) - before.rfind("\n") + (0 if "\n" in before else self._column)
        return f"第 {self._lines + before.count(chr(10)) + 1} 行第 {column} 个字"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from _texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from _texts(child)
