"""How a provision is cited in a Chinese document: 第五条第（三）项."""

from __future__ import annotations

import re

from policies.engine.numeral import numeral

_NAMED = {
    "head": "标题",
    "preamble": "序言",
    "body": "正文",
    "closing": "结尾",
    "print_line": "印发说明",
    "chrome": "网页信息",
    "pos": "正面清单",
    "neg": "负面清单",
    "lead": "导语",
}
_STEP = re.compile(r"^(a|p|i|s|m|part)(\d+)$")
_FORMS = {"a": "第{}条", "p": "第{}款", "i": "第（{}）项", "s": "第{}段", "m": "（{}）", "part": "第{}部分"}


def place(provision: str) -> str:
    """The place inside its instrument: 'xuzhou/a6/p2/i1' → '第六条第二款第（一）项'; ValueError if it has no such form."""
    return "".join(_step(step) for step in provision.split("/")[1:])


def _step(step: str) -> str:
    if step in _NAMED:
        return _NAMED[step]
    if step.isdigit():
        return f"第{step}项"
    match = _STEP.match(step)
    if not match:
        raise ValueError(f"unknown step {step!r}")
    return _FORMS[match[1]].format(numeral(int(match[2])))
