"""What an import proposes for defects.yaml: broken sentences, half-width brackets of labels, labels out of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importer.model import Defect, Element, Notes
from importer.outline import Placed

_OUTSIDE = ("head", "closing", "chrome", "print_line", "annexes", "toc")
_AROUND = 4


def proposed(elements: Sequence[Element], placed: Sequence[Placed], notes: Notes) -> tuple[list[Defect], list[str]]:
    """Defects, each with a doubt of the same place; and what is said of the document as a whole."""
    defects: list[Defect] = []
    throughout: list[str] = []
    for one in placed:
        if one.unit.role not in _OUTSIDE:
            defects += _breaks(one, notes)
    narrow = [one for one in placed if one.unit.printed and any(char in one.unit.printed for char in "()")]
    wide = [one for one in placed if one.unit.printed and any(char in one.unit.printed for char in "（）")]
    if narrow and wide:
        throughout.append("各项标号的括号全角、半角混用，逐一记在校勘记里，页面按全角显示。")
        notes.add("brackets", 0, f"标号的括号有 {len(narrow)} 处半角、{len(wide)} 处全角，照录")
        defects += [_brackets(one) for one in _once(narrow) if not one.unsure]
    elif narrow:
        throughout.append("标号的括号全用半角，照录不改。")
        notes.add("brackets", 0, f"标号的括号全是半角（{len(narrow)} 处），照录")
    defects += [
        Defect(
            one.id,
            "wrong_word",
            one.unit.printed,
            one.unit.printed,
            "低",
            "标号不接着前面的号，照印，请核对原件。",
            in_label=True,
        )
        for one in _once(placed)
        if one.unsure and one.unit.printed
    ]
    text = "".join(element.text for element in elements)
    half, full = sum(text.count(char) for char in ",;:"), sum(text.count(char) for char in "，；：")
    if half > 5 and half > full / 10:
        throughout.append("逗号、分号、冒号有半角的，照录不改。")
        notes.add("punctuation", 0, f"有 {half} 个半角的逗号、分号、冒号（全角的 {full} 个），照录")
    order = {element.id: at for at, element in reversed(list(enumerate(elements)))}
    return sorted(defects, key=lambda defect: order.get(defect.provision, 0)), throughout


def _once(placed: Sequence[Placed]) -> Iterator[Placed]:
    """Each label once: that of an article with several paragraphs stands in two places of the list."""
    seen: set[int] = set()
    for one in placed:
        if id(one.unit) not in seen:
            seen.add(id(one.unit))
            yield one


def _breaks(one: Placed, notes: Notes) -> Iterator[Defect]:
    if one.bare:
        return
    for join in one.unit.joins:
        before, after = join.before[-_AROUND:], join.after[:_AROUND]
        notes.add("joined", join.line, f"一句话断在“{before}”之后，已接上“{after}”", one.id)
        if not join.interrupted:
            yield Defect(one.id, "page_break", f"{before}\n{after}", before + after, "高", "一句话在这里断开。")


def _brackets(one: Placed) -> Defect:
    printed = one.unit.printed or ""
    return Defect(
        one.id,
        "brackets",
        printed,
        printed.translate(str.maketrans("()", "（）")),
        "高",
        "标号括号印作半角。",
        in_label=True,
    )
