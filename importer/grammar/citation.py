"""How a provision is cited in a Chinese document: 第五条第（三）项, 第一百二十条之一第二款第（三）项第2目, 第三章第二节."""

from __future__ import annotations

from importer.grammar import steps
from importer.grammar.numeral import numeral
from importer.grammar.steps import Step

_FORMS = {
    "book": "第{}编",
    "ch": "第{}章",
    "sec": "第{}节",
    "a": "第{}条",
    "p": "第{}款",
    "s": "第{}段",
    "m": "（{}）",
    "part": "第{}部分",
}
# A list is 项, a list inside it 目; what is deeper has no name, and its number stands alone.
_LEVELS = ("第{}项", "第{}目", "{}")


def place(provision: str) -> str:
    """The place inside its instrument: 'xuzhou/a6/p2/i1' → '第六条第二款第（一）项'; ValueError if it has no such form."""
    said, level = [], 0
    for name in provision.split("/")[1:]:
        if name in steps.NAMED:
            said.append(steps.NAMED[name])
            continue
        step = steps.read(name)
        if step is None:
            raise ValueError(f"unknown step {name!r}")
        if step.kind in _FORMS:
            after = f"之{numeral(step.sub)}" if step.sub else ""
            said.append(_FORMS[step.kind].format(numeral(step.number)) + after)
            continue
        said.append(_LEVELS[min(level, 2)].format(_number(step)))
        level += 1
    return "".join(said)


def _number(step: Step) -> str:
    """The number as the label has it, without the stop after it."""
    if step.kind == "i":
        return f"（{numeral(step.number)}）"
    if step.kind == "n":
        return f"（{step.number}）"
    return steps.circled(step.number) if step.kind == "o" else str(step.number)
