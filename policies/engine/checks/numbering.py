"""A provision is cited by its id: so the id must say what its printed label says, and stand where the text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from policies.engine.numeral import numeral
from policies.engine.schema.instrument import Defect, Element
from policies.engine.yamlfile import Loc

Found = Iterator[tuple[Loc, str]]
_STEP = re.compile(r"(a|p|i|s|m|part|)([0-9]+)")
# What is printed before each; a 款 (p) and a further paragraph (s) have no label.
_LABELS = {"a": "第{}条", "i": "（{}）", "m": "（{}）", "part": "{}、", "": "{}."}
_ALIKE = str.maketrans({"(": "（", ")": "）", "．": ".", "\u3000": None, " ": None, "\n": None})
_OUTSIDE = frozenset({"chrome", "print_line"})  # what a printer or a site set between the lines of the text


def found(elements: Sequence[Element], labels: Mapping[str, str], defects: Sequence[Defect]) -> Found:
    """`labels`: each provision's label as it is shown. One that is a known misprint, and shown as it is printed, proves nothing."""
    unsure = {defect.provision for defect in defects if defect.in_label and not defect.applied}
    last: dict[tuple[str, str], int] = {}
    seen: set[str] = set()
    before = ""
    for index, element in enumerate(elements):
        ident, parent, step = element.id, *element.id.rsplit("/", 1)
        if ident in labels:
            said = _misplaced(ident, parent, before, seen)
            if said is None and ident not in seen:
                said = _misnumbered(ident, step, labels[ident], last.get((parent, _kind(step)), 0), ident in unsure)
            if said is not None:
                yield ("elements", index, "id"), said
            if (numbered := _STEP.fullmatch(step)) and ident not in seen:
                place = parent, numbered[1]
                # After a wrong one the next is judged as if it had been right.
                last[place] = int(numbered[2]) if said is None else last.get(place, 0) + 1
            seen.add(ident)
        if step not in _OUTSIDE:
            before = ident


def _misplaced(ident: str, parent: str, before: str, seen: set[str]) -> str | None:
    """A piece stands right after its parent or another piece of it; what goes on after an interruption as well."""
    within = ident if ident in seen else parent
    outside = "/" not in within or ident.rsplit("/", 1)[1] in _OUTSIDE
    if outside or before == within or before.startswith(f"{within}/"):
        return None
    if ident not in seen and parent not in seen:
        return f"“{ident}”前面没有“{parent}”这一条款项"
    return f"“{ident}”应写在“{within}”之内，这里前面是“{before}”"


def _kind(step: str) -> str:
    numbered = _STEP.fullmatch(step)
    return numbered[1] if numbered else step


def _misnumbered(ident: str, step: str, label: str, last: int, unsure: bool) -> str | None:
    numbered = _STEP.fullmatch(step)
    if numbered is None or unsure:
        return None
    kind, number = numbered[1], int(numbered[2])
    form = _LABELS.get(kind)
    wanted = form and form.format(numeral(number) if kind else number)
    if wanted and label.translate(_ALIKE) != wanted:
        return f"代号末尾“{step}”与标号不符：标号应是“{wanted}”，这里是“{label}”" if label else f"缺少标号“{wanted}”"
    if wanted is None and label:
        return f"代号末尾“{step}”是没有标号的段落，这里有标号“{label}”"
    # The first paragraph of a 条 or 项 may be the 条 or 项 itself.
    if number == last + 1 or (wanted is None and (last, number) == (0, 2)):
        return None if step == f"{kind}{number}" else f"“{ident}”的号码不能以 0 开头"
    where = f"前面是 {kind}{last}，" if last else ""
    return f"“{ident}”的号码不相连：{where}这里应是 {kind}{last + 1}；原件自己跳号的，把标号记进 defects.yaml（in_label: true）"
