"""Reads one YAML file into plain data and remembers on which line every field stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from policies.engine import messages
from policies.engine.errors import Problem

Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50  # levels; the data needs a dozen, and libyaml's composer takes the interpreter down at some thousands


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


def parse(text: str, name: str) -> YamlFile:
    file = YamlFile(name)
    try:
        _refuse_depth(text)
        _fill(file, text)
    except _Unreadable as error:
        file.problems.append(Problem(name, error.line, error.path, f"YAML 写法有误：{error.message}"))
        file.data = None
    except yaml.MarkedYAMLError as error:
        file.problems.append(Problem(name, _line(error), "", f"YAML 写法有误：{messages.syntax(error)}"))
        file.data = None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, text.find(chr(error.character))) + 1
        file.problems.append(Problem(name, line, "", f"YAML 写法有误：有不可见的控制字符（U+{error.character:04X}）"))
        file.data = None
    return file


@dataclass(eq=False)
class _Unreadable(Exception):
    line: int
    path: str
    message: str


def _refuse_depth(text: str) -> None:
    """Looks at the events before anything is composed: they come one by one, so that depth costs no stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _Unreadable(_at(event.start_mark), "", f"嵌套太深，至多 {_DEEPEST} 层")


def _line(error: yaml.MarkedYAMLError) -> int:
    """Where to look: at the opening quote or bracket if that was never closed, else where the parser stopped."""
    opened = any(word in (error.context or "") for word in ("quoted scalar", "flow"))
    return _at(error.context_mark if opened else error.problem_mark)


def _at(mark: Any) -> int:
    """The line of a mark of PyYAML, which may be missing."""
    return mark.line + 1 if mark else 1


def _fill(file: YamlFile, text: str) -> None:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is not None:
            file.data = _plain(node, (), file, loader)
    finally:
        loader.dispose()


def _plain(node: yaml.Node, loc: Loc, file: YamlFile, loader: Any) -> Any:
    line = file.lines[loc] = node.start_mark.line + 1
    if len(loc) > _DEEPEST:  # only an alias inside its own anchor leads here
        raise _Unreadable(line, "", "别名（*）指向了包着它的锚点（&），没有尽头")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, file, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*loc, i), file, loader) for i, child in enumerate(node.value)]
    try:
        return loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError):  # a date, number or tag that only looks like one
        raise _Unreadable(line, spell(loc), f"“{node.value[:40]}”不是能认的日期、数字或标签") from None


def _mapping(node: yaml.MappingNode, loc: Loc, file: YamlFile, loader: Any) -> Mapping[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise _Unreadable(line, spell(loc), "键应是一个词，不能是列表或映射")
        key = key_node.value
        if key in data:
            file.problems.append(Problem(file.name, line, spell((*loc, key)), f"键“{key}”重复，前面已经写过"))
            continue
        data[key] = _plain(value_node, (*loc, key), file, loader)
        file.lines[(*loc, key)] = line
    return data
