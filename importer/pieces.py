"""Lists inside a provision: which item hangs under which, and whose further paragraph a paragraph without a label is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importer.grammar import steps
from importer.grammar.labels import Label
from importer.grammar.steps import Step
from importer.model import Notes
from importer.units import Unit

_REACH = 400  # so far a further paragraph looks ahead for the rest of its list
# The step of a label in a list, by its kind.
LISTED = {"paren": "i", "dun": "i", "dot": "", "round": "n", "circle": "o"}


@dataclass
class Item:
    """A piece with what hangs under it. `end`: the last piece under it; `listed`: the last with a label; `highest`: the last number of each step."""

    unit: Unit
    step: Step
    unsure: bool = False
    more: list[Item | Unit] = field(default_factory=list)
    end: Item | None = None
    listed: Item | None = None
    quotes: bool = False
    paragraphs: int = 0
    highest: dict[str, int] = field(default_factory=dict)

    def add(self, item: Item) -> Item:
        self.more.append(item)
        self.end = item
        if item.unit.label:
            self.listed = item
        else:
            self.paragraphs += 1
            self.quotes = self.quotes or item.unit.text.startswith("“")
        self.highest[item.step.kind] = max(self.highest.get(item.step.kind, 0), item.step.number)
        return item


class Lists:
    """Hangs labelled units where they belong. `tip`: what was put last, under which furniture that follows stands."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.tip = Item(Unit([]), Step("p", 1))

    def goes_on(self, holder: Item, units: Sequence[Unit], at: int) -> Item | None:
        """The item whose further paragraph this is: one whose list goes on after it, or that says "as follows" or quotes."""
        stack = _path(holder)
        for item in stack[-1:]:
            first, last = item.unit.text, (item.end or item).unit.text
            quoting = item.quotes or first.count("“") > first.count("”")
            if last.endswith(("：", ":")) or (quoting and not last.rstrip("。；").endswith("”")):
                return item
        for ahead in units[at + 1 : at + _REACH] if stack else ():
            if ahead.label is None:
                continue
            for item in stack:
                if item.unit.kind == ahead.kind and ahead.label.place == (item.step.number + 1, 0):
                    return item
            if ahead.label.number == 1 and any(item.unit.kind == ahead.kind for item in stack):
                return None
        return None

    def further(self, item: Item, unit: Unit) -> None:
        self.tip = item.add(Item(unit, Step("s", 2 + item.paragraphs)))

    def hang(self, holder: Item, unit: Unit) -> None:
        """Puts a list item where it belongs: on with its list, or as a new one under the last item."""
        assert unit.label is not None
        for parent, item in _stack(holder):
            if item.unit.kind == unit.kind and not (unit.label.number == 1 and parent.end is not item):
                self.tip = parent.add(self._item(parent, unit, item.step.place))
                return
        parent = _open(holder)
        self.tip = parent.add(self._item(parent, unit, (0, 0)))

    def _item(self, parent: Item, unit: Unit, last: tuple[int, int]) -> Item:
        assert unit.label is not None
        step = Step(LISTED.get(unit.kind, "i"), unit.label.number)
        highest = parent.highest.get(step.kind, 0)
        if step.place > last and step.number > highest:
            if not step.follows(last):
                self.gap(unit, last)
            return Item(unit, step, unsure=not step.follows(last))
        number = max(last[0], highest) + 1
        self.notes.add(
            "order",
            unit.line,
            f"标号“{unit.printed}”前面已经有了，这里应是第{number}个，按第{number}个编号，请核对原件",
        )
        return Item(unit, Step(step.kind, number), unsure=True)

    def gap(self, unit: Unit, last: tuple[int, int]) -> None:
        assert unit.label is not None
        first, until = said(unit.kind, (last[0] + 1, 0)), said(unit.kind, (unit.label.number - 1, 0))
        missing = first if unit.label.number - last[0] <= 2 else f"{first}到{until}"
        before = f"前面是{said(unit.kind, last)}" if last[0] else "前面没有"
        self.notes.add("gap", unit.line, f"缺{missing}：{before}，这里是{unit.printed}，请核对原件")


def said(kind: str, place: tuple[int, int]) -> str:
    """A label as it is printed; its figure alone, where there is no such label."""
    try:
        return steps.written(Label(kind, *place))
    except ValueError:
        return str(place[0])


def _path(holder: Item) -> list[Item]:
    """The items that are not over yet, the outer first."""
    path = []
    while end := holder.end:
        path += [end] if end.unit.label else []
        holder = end
    return path


def _stack(holder: Item) -> list[tuple[Item, Item]]:
    """The last item of the list under the holder, the last of the list under that, and so on, each after what holds it."""
    stack: list[tuple[Item, Item]] = []
    while end := holder.end:
        if holder.listed:
            stack.append((holder, holder.listed))
        holder = end
    return stack


def _open(holder: Item) -> Item:
    """Where a new list hangs: under the last item; under a further paragraph only if there was a list before it."""
    while (end := holder.end) and (end.unit.label or holder.listed):
        holder = end
    return holder
