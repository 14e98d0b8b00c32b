"""Reads one YAML file into plain data and remembers on which line every field stands.

The parser's events are read one by one and nothing is composed, so that neither depth nor a few hundred bytes of aliases cost
memory. A word is what it looks like: what YAML 1.1 or 1.2 would take for a number, a time or a yes, and a reader would not, is refused.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from policies.engine import characters, messages, scalars
from policies.engine.errors import Problem

Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50  # levels; the data needs a dozen


@dataclass
class YamlFile:
    """`data` is plain Python (None if the file cannot be parsed); `lines` maps a field's location to its line."""

    name: str
    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """The line of the field, or of the nearest enclosing one that stands in the file."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def problem(self, loc: Loc, message: str) -> Problem:
        return Problem(self.name, self.line(loc), spell(loc), message)


def spell(loc: Loc) -> str:
    """('citations', 0, 'quote') → 'citations[0].quote'."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".")


def read(path: Path, name: str) -> YamlFile:
    """Parses the file at `path`; syntax errors and duplicate keys come back as problems, not as exceptions."""
    try:
        return parse(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError:
        return YamlFile(name, problems=[Problem(name, 1, "", "缺少这个文件")])
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return YamlFile(
            name, problems=[Problem(name, line, "", f"不是 UTF-8 编码的文本（第 {error.start + 1} 字节起）")]
        )
    except OSError:
        return YamlFile(name, problems=[Problem(name, 1, "", "打不开这个文件")])


@functools.lru_cache(maxsize=512)
def parse(text: str, name: str) -> YamlFile:
    """Whoever reads the data again reads mostly the same files: nobody may change what is handed out."""
    file = YamlFile(name)
    try:
        file.data = _Walk(text.removeprefix("\ufeff"), file).data()
    except _Unreadable as error:
        file.problems.append(Problem(name, error.line, error.path, f"YAML 写法有误：{error.message}"))
    except yaml.MarkedYAMLError as error:
        file.problems.append(Problem(name, _line(error), "", f"YAML 写法有误：{messages.syntax(error)}"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, text.find(chr(error.character))) + 1
        file.problems.append(Problem(name, line, "", f"YAML 写法有误：{characters.refusal(chr(error.character))}"))
    return file


@dataclass(eq=False)
class _Unreadable(Exception):
    line: int
    path: str
    message: str


def _line(error: yaml.MarkedYAMLError) -> int:
    """Where to look: at the opening quote or bracket if that was never closed, else where the parser stopped."""
    opened = any(word in (error.context or "") for word in ("quoted scalar", "flow"))
    return _at(error.context_mark if opened else error.problem_mark)


def _at(mark: Any) -> int:
    """The line of a mark of PyYAML, which may be missing."""
    return mark.line + 1 if mark else 1


class _Walk:
    """One going through the events of a text."""

    def __init__(self, text: str, file: YamlFile) -> None:
        at = characters.unseen(text)
        if at >= 0:
            raise _Unreadable(text.count("\n", 0, at) + 1, "", characters.refusal(text[at]))
        self.file = file
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Loader)

    def data(self) -> Any:
        """The text's one document; None if it has none."""
        next(self.events)
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            return None
        data = self._node((), next(self.events))
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _Unreadable(_at(event.start_mark), "", "一个文件只能写一份数据，不能用 --- 再起一份")
        return data

    def _node(self, loc: Loc, event: Any) -> Any:
        line = self.file.lines[loc] = _at(event.start_mark)
        self._refuse_marks(event, line, loc)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, loc)
        if len(loc) >= _DEEPEST:
            raise _Unreadable(line, "", f"嵌套太深，至多 {_DEEPEST} 层")
        return self._mapping(loc) if isinstance(event, yaml.MappingStartEvent) else self._sequence(loc)

    def _refuse_marks(self, event: Any, line: int, loc: Loc) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _Unreadable(line, spell(loc), f"不能用别名（*{str(event.anchor)[:40]}）；以 * 开头的文字要加引号")
        if event.anchor is not None:
            raise _Unreadable(line, spell(loc), f"不能用锚点（&{str(event.anchor)[:40]}）；以 & 开头的文字要加引号")
        if event.tag is not None:
            raise _Unreadable(line, spell(loc), f"不能用标签（{str(event.tag)[:40]}）；以 ! 开头的文字要加引号")

    def _scalar(self, event: Any, line: int, loc: Loc) -> Any:
        text: str = event.value
        at = characters.unseen(text)
        if at >= 0:  # written as an escape between double quotes
            raise _Unreadable(line, spell(loc), characters.refusal(text[at]))
        if not event.implicit[0]:
            return text
        try:
            return scalars.plain(text)
        except ValueError as error:
            raise _Unreadable(line, spell(loc), str(error)) from None

    def _sequence(self, loc: Loc) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            data.append(self._node((*loc, len(data)), event))
        return data

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _at(event.start_mark)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Unreadable(line, spell(loc), "键应是一个词，不能是列表、映射或别名")
            self._refuse_marks(event, line, loc)
            key = event.value
            if (at := characters.unseen(key)) >= 0:
                raise _Unreadable(line, spell(loc), characters.refusal(key[at]))
            if key in data:
                self.file.problems.append(
                    Problem(self.file.name, line, spell((*loc, key)), f"键“{key}”重复，前面已经写过")
                )
                self._skip((*loc, key))
                continue
            data[key] = self._node((*loc, key), next(self.events))
            self.file.lines[(*loc, key)] = line
        return data

    def _skip(self, loc: Loc) -> None:
        """Reads what stands there as strictly as the rest; no lines of it are left behind."""
        lines = self.file.lines
        self.file.lines = {}
        self._node(loc, next(self.events))
        self.file.lines = lines
