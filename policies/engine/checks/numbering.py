"""A provision is cited by its id: so the id must say what its printed label says, and stand where the text has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from importer.grammar import steps
from importer.grammar.steps import Step
from policies.engine.schema.instrument import Defect, Element
from policies.engine.yamlfile import Loc

Found = Iterator[tuple[Loc, str]]
Place = tuple[int, int]
_OUTSIDE = frozenset({"chrome", "print_line"})  # what a printer or a site set between the lines of the text


def found(elements: Sequence[Element], labels: Mapping[str, str], defects: Sequence[Defect]) -> Found:
    """`labels`: each provision's label as it is shown. One that is a known misprint, and shown as it is printed, proves nothing."""
    unsure = {defect.provision for defect in defects if defect.in_label and not defect.applied}
    last: dict[tuple[str, str], Place] = {}
    seen: set[str] = set()
    before, heading = "", ""
    for index, element in enumerate(elements):
        ident, parent, name = element.id, *element.id.rsplit("/", 1)
        step = steps.read(name)
        if ident in labels:
            # Under a chapter stand articles that do not name it: a section is inside the last chapter, wherever the text has come to.
            at = heading if step and step.kind in steps.HEADINGS and ident not in seen else before
            said = _misplaced(ident, parent, at, seen)
            if said is None and ident not in seen and step:
                place = last.get((parent, step.kind), (0, 0))
                said = _misnumbered(ident, step, labels[ident], place, ident in unsure)
            if said is not None:
                yield ("elements", index, "id"), said
            if step and ident not in seen:
                held = parent, step.kind
                # After a wrong one the next is judged as if it had been right.
                last[held] = step.place if said is None else (last.get(held, (0, 0))[0] + 1, 0)
            seen.add(ident)
        if step and step.kind in steps.HEADINGS:
            heading = ident
        if name not in _OUTSIDE:
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


def _misnumbered(ident: str, step: Step, label: str, last: Place, unsure: bool) -> str | None:
    if unsure:
        return None
    name, wanted = ident.rsplit("/", 1)[1], steps.printed(step)
    if wanted and not steps.agrees(step, label):
        return f"代号末尾“{name}”与标号不符：标号应是“{wanted}”，这里是“{label}”" if label else f"缺少标号“{wanted}”"
    if wanted is None and label:
        return f"代号末尾“{name}”是没有标号的段落，这里有标号“{label}”"
    # The first paragraph of a 条 or 项 may be the 条 or 项 itself.
    if step.follows(last) or (wanted is None and (last, step.number) == ((0, 0), 2)):
        return None if name == str(step) else f"“{ident}”的号码不能以 0 开头"
    where = f"前面是 {Step(step.kind, *last)}，" if last != (0, 0) else ""
    return (
        f"“{ident}”的号码不相连：{where}这里应是 {Step(step.kind, last[0] + 1)}；"
        "原件自己跳号的，把标号记进 defects.yaml（in_label: true）"
    )
