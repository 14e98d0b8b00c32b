"""The findings of pydantic and of the YAML parser in Chinese: what was expected, and what stands there."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic_core import ErrorDetails
from yaml import MarkedYAMLError

from importer.grammar.steps import FORMS
from policies.engine.schema.instrument import ID, PROVISION_ID, READING_ID, SHA256, VALUE_ID

_TEXTS = {
    "missing": "缺少必填的字段",
    "extra_forbidden": "不认识的字段",
    "string_type": "应为文字",
    "string_too_short": "不能为空",
    "string_too_long": "至多 {max_length} 个字",
    "string_pattern_mismatch": "写法不合要求，应合 {pattern}",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "list_type": "应为列表",
    "tuple_type": "应为列表",
    "dict_type": "应为“键: 值”的映射",
    "mapping_type": "应为“键: 值”的映射",
    "model_type": "应为“键: 值”的映射",
    "model_attributes_type": "应为“键: 值”的映射",
    "literal_error": "应为 {expected} 之一",
    "enum": "应为 {expected} 之一",
    "too_short": "至少要有 {min_length} 项",
    "too_long": "至多只能有 {max_length} 项",
    "greater_than_equal": "不得小于 {ge}",
    "less_than_equal": "不得大于 {le}",
    "date_type": "应为日期（年-月-日）",
    "date_from_datetime_parsing": "应为日期（年-月-日）",
    "date_parsing": "应为日期（年-月-日）",
    "union_tag_invalid": "条件应为事实 id，或 all／any／not／fact／provision 开头的一项",
    "union_tag_not_found": "条件应为事实 id，或 all／any／not／fact／provision 开头的一项",
    "value_error": "{error}",
}
_PATTERNS = {
    ID: "应为小写字母开头，只含小写字母、数字和下划线",
    PROVISION_ID: f"应为条款项的写法，如 xuzhou/a4/i2：{FORMS}",
    READING_ID: "应为读法的编号，如 C01",
    VALUE_ID: "应为小写字母开头，只含小写字母、数字和连字符",
    SHA256: "应为 64 位十六进制数（小写）",
}
_SYNTAX = {
    "cannot start any token": "这里不能用这个字符：缩进只能用空格，不能用制表符；以 @、%、` 开头的文字要加引号",
    "mapping values are not allowed": "这里不该有冒号：缩进没有对齐，或者带冒号的文字没有加引号",
    "block sequence entries": "列表要另起一行，不能写在键的后面",
    "unexpected end of stream": "引号没有成对",
    "',' or ']'": "方括号没有成对，或者缺少逗号",
    "',' or '}'": "花括号没有成对，或者缺少逗号",
    "expected node content": "括号没有成对，或者缺少内容",
    "'-' indicator": "列表的各项没有对齐，或者缺少“- ”",
    "Unicode character escape code": "\\u 后面的编号不是一个字符",
    "alphabetic or numeric character": "以 * 或 & 开头的文字要加引号",
    "unknown escape character": "双引号里的反斜杠后面不能接这个字符",
}


def chinese(error: ErrorDetails) -> str:
    """One sentence, without a word of pydantic's own."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", "、").replace(", ", "、")
    text = _PATTERNS.get(context.get("pattern", "")) or _TEXTS.get(error["type"], "写法不合要求").format(**context)
    value = error.get("input")
    silent = error["type"] in {"missing", "value_error"} or isinstance(value, dict | list)
    return text if silent else f"{text}，这里是{_shown(value)}"


def syntax(error: MarkedYAMLError) -> str:
    """What a YAML parser stumbled over; one hint for all where it says no more than that it did."""
    said = f"{error.context} {error.problem}"
    return next((text for words, text in _SYNTAX.items() if words in said), "请查看缩进、冒号、引号和括号")


def _shown(value: object) -> str:
    """A plain value as it would be written in the file."""
    if value is None:
        return "空的"
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    if isinstance(value, date):
        return f"日期 {value.isoformat()}（文字要加引号）"
    return f"“{value}”" if isinstance(value, str) else f" {value}"
