"""Reads one YAML file into plain data and remembers on which line every field stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from policies.errors import Problem

Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        return YamlFile(name, problems=[Problem(name, 1, "", f"不是 UTF-8 编码的文本（第 {error.start} 字节）")])


def parse(text: str, name: str) -> YamlFile:
    file = YamlFile(name)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is not None:
            file.data = _plain(node, (), file, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        file.problems.append(Problem(name, line, "", f"YAML 写法有误：{error.problem or error.context}"))
        file.data = None
    except (yaml.YAMLError, ValueError) as error:
        file.problems.append(Problem(name, 1, "", f"YAML 写法有误：{error}"))
        file.data = None
    finally:
        loader.dispose()
    return file


def _plain(node: yaml.Node, loc: Loc, file: YamlFile, loader: Any) -> Any:
    file.lines[loc] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, file, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*loc, i), file, loader) for i, child in enumerate(node.value)]
    return loader.construct_object(node, deep=True)


def _mapping(node: yaml.MappingNode, loc: Loc, file: YamlFile, loader: Any) -> Mapping[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in data:
            file.problems.append(Problem(file.name, line, spell((*loc, key)), f"键“{key}”重复，前面已经写过"))
            continue
        data[key] = _plain(value_node, (*loc, key), file, loader)
        file.lines[(*loc, key)] = line
    return data
