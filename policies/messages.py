"""Pydantic's findings in Chinese: what was expected, and what stands there."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

_TEXTS = {
    "missing": "缺少必填的字段",
    "extra_forbidden": "不认识的字段",
    "string_type": "应为文字",
    "string_too_short": "不能为空",
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
    "date_type": "应为日期（年-月-日）",
    "date_from_datetime_parsing": "应为日期（年-月-日）",
    "date_parsing": "应为日期（年-月-日）",
    "union_tag_invalid": "条件应为事实 id，或 all／any／not／fact／provision 开头的一项",
    "union_tag_not_found": "条件应为事实 id，或 all／any／not／fact／provision 开头的一项",
    "value_error": "{error}",
}


def chinese(error: ErrorDetails) -> str:
    """One sentence; a kind of error without a Chinese text falls back to pydantic's own words."""
    context: dict[str, Any] = dict(error.get("ctx") or {})
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", "、").replace(", ", "、")
    text = _TEXTS.get(error["type"], error["msg"]).format(**context)
    value = error.get("input")
    shown = "" if error["type"] in {"missing", "value_error"} or isinstance(value, dict | list) else f"，这里是 {value!r}"
    return text + shown
