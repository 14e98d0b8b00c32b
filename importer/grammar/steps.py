"""The steps of a provision's id, and which printed label each has: `a120_1` is 第一百二十条之一, `i3` is （三）, `2` is 2."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importer.grammar import labels
from importer.grammar.labels import Label
from importer.grammar.numeral import numeral

_STEP = re.compile(r"(book|ch|sec|a|p|i|s|m|part|n|o|)([0-9]+)(?:_([0-9]+))?")
# The kinds of label a step may have, the usual one first; p (款) and s (a further paragraph) have none.
LABELS: dict[str, tuple[str, ...]] = {
    "book": ("book",),
    "ch": ("ch",),
    "sec": ("sec",),
    "a": ("a",),
    "part": ("dun",),
    "i": ("paren", "dun"),
    "m": ("paren",),
    "": ("dot",),
    "n": ("round",),
    "o": ("circle",),
    "p": (),
    "s": (),
}
HEADINGS = frozenset({"book", "ch", "sec"})  # they head what comes after them, and hold no words of it in their id
_SUBBED = frozenset({"book", "ch", "sec", "a"})
NAMED = {
    "head": "标题",
    "toc": "目录",
    "preamble": "序言",
    "body": "正文",
    "annexes": "附件说明",
    "closing": "结尾",
    "print_line": "印发说明",
    "chrome": "网页信息",
    "pos": "正面清单",
    "neg": "负面清单",
    "lead": "导语",
}
# What a step of an id may be, said to whoever wrote another.
FORMS = (
    "每一段写 a1（第一条）、a5_1（第五条之一）、p1（款）、i1（（一））、1（1.）、n1（（1））、o1（①）、s2（第二段）、part1（一、）、"
    f"m1（连着数的（一））、book1、ch1、sec1（编、章、节），或者 {'、'.join(NAMED)}"
)


@dataclass(frozen=True)
class Step:
    kind: str
    number: int
    sub: int = 0

    @property
    def place(self) -> tuple[int, int]:
        return self.number, self.sub

    @property
    def labels(self) -> tuple[str, ...]:
        return LABELS[self.kind]

    def __str__(self) -> str:
        return f"{self.kind}{self.number}" + (f"_{self.sub}" if self.sub else "")

    def follows(self, last: tuple[int, int]) -> bool:
        """Whether it comes right after this place among its siblings: 4 or 3之一 after 3, 3之二 after 3之一. First of all comes 1."""
        return self.place == (last[0] + 1, 0) or (last[0] > 0 and self.place == (last[0], last[1] + 1))


def read(step: str) -> Step | None:
    """None for a named step and for what is no step."""
    found = _STEP.fullmatch(step)
    if not found or (found[3] and (found[1] not in _SUBBED or not int(found[3]))):
        return None
    return Step(found[1], int(found[2]), int(found[3] or 0))


def agrees(step: Step, printed: str) -> bool:
    """Whether the printed label is that of the step."""
    label = labels.parse(printed)
    return label is not None and label.kind in step.labels and label.place == step.place


def printed(step: Step) -> str | None:
    """The usual label of a step; None for one that has none."""
    return written(Label(step.labels[0], *step.place)) if step.labels else None


def written(label: Label) -> str:
    """A label as it is usually printed. Raises ValueError for a number that is not written so."""
    if label.kind == "circle":
        return circled(label.number)
    if label.kind in {"dot", "round"}:
        return f"{label.number}." if label.kind == "dot" else f"（{label.number}）"
    said = numeral(label.number)
    if label.kind in {"dun", "paren"}:
        return f"{said}、" if label.kind == "dun" else f"（{said}）"
    unit = next(unit for unit, kind in labels.KINDS.items() if kind == label.kind)
    return f"第{said}{unit}" + (f"之{numeral(label.sub)}" if label.sub else "")


def circled(n: int) -> str:
    """1 → ①, 50 → ㊿. Raises ValueError beyond: there are no more."""
    for first, count, base in ((1, 20, 0x2460), (21, 15, 0x3251), (36, 15, 0x32B1)):
        if first <= n < first + count:
            return chr(base + n - first)
    raise ValueError(f"no circled {n}")
