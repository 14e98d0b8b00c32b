"""Gives every unit of an instrument its id: what is printed before it, and where it stands, say which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importer import shapes, survey
from importer.grammar.steps import Step
from importer.model import Notes
from importer.pieces import LISTED, Item, Lists, said
from importer.section import Section
from importer.units import HEADINGS, RANKS, Unit

_AFTER = frozenset({"annexes", "closing", "print_line"})  # words that go on after these belong to them
_REACH = 400  # so far it is looked whether labels follow


@dataclass
class Placed:
    """A unit with its id; `unsure`: its label is not the one its place asks for."""

    id: str
    unit: Unit
    unsure: bool = False
    bare: bool = False  # the label alone: its words are a paragraph of their own


def outline(section: Section, ident: str, notes: Notes) -> list[Placed]:
    """Every unit of the section, in its order, with an id that begins with `ident`."""
    return list(_Outline(section, ident, notes).placed())


class _Outline:
    def __init__(self, section: Section, ident: str, notes: Notes) -> None:
        self.section, self.ident, self.notes = section, ident, notes
        self.units = section.units
        self.has_articles = any(label.kind == "a" for label in section.labels)
        self.flat = survey.flat(self.units)
        self.last_body = max((at for at, unit in enumerate(self.units) if unit.role == "body"), default=-1)
        self.parts = [unit for unit in self.units if unit.kind == "dun"]
        self.headed: list[tuple[int, str]] = []
        self.lists = Lists(notes)
        self.counts: dict[str, tuple[int, int]] = {}

    def placed(self) -> Iterator[Placed]:
        toc = survey.contents(self.units)
        at = 0
        if not self.section.labels or self.section.sample:
            for unit in self.units:
                yield Placed(f"{self.ident}/{'body' if unit.role == 'annexes' else unit.role}", unit.unlabelled())
            return
        begun, apart = False, ""
        while at < len(self.units):
            unit = self.units[at]
            if unit.role != "body":
                apart = unit.role if unit.role != "chrome" else apart
                yield Placed(f"{self.ident}/{unit.role}", unit)
                at += 1
            elif at in toc:
                yield Placed(f"{self.ident}/toc", unit.unlabelled())
                at += 1
            elif unit.kind in HEADINGS:
                begun, apart = True, ""
                yield self._heading(unit)
                at += 1
            elif unit.label is None and not begun:
                yield Placed(f"{self.ident}/preamble", unit)
                at += 1
            elif unit.label is None and apart in _AFTER:
                yield Placed(f"{self.ident}/{apart}", unit)
                at += 1
            elif unit.label is None:
                yield from self._stray(unit)
                at += 1
            else:
                begun, apart = True, ""
                until = self._until(at)
                yield from self._branch(self.units[at:until], last=until > self.last_body)
                at = until

    # --- headings

    def _heading(self, unit: Unit) -> Placed:
        assert unit.label is not None
        kind = unit.label.kind
        while self.headed and self.headed[-1][0] >= RANKS.index(kind):
            self.headed.pop()
        parent = self.headed[-1][1] if self.headed else self.ident
        step, unsure = self._step(unit, kind, parent)
        ident = f"{parent}/{step}"
        self.headed.append((RANKS.index(kind), ident))
        return Placed(ident, unit, unsure)

    # --- an article, or a first-level piece of an instrument without articles

    def _until(self, at: int) -> int:
        """Where the branch that begins here ends: at the next article or heading; without articles at the next 一、."""
        first = self.units[at].label
        assert first is not None
        for after in range(at + 1, len(self.units)):
            unit = self.units[after]
            if unit.role not in {"body", "chrome"} or unit.kind in HEADINGS or unit.kind == "a":
                return self._without_chrome(at, after)
            if (
                not self.has_articles
                and unit.kind
                and (unit.kind == first.kind or (unit.kind == "paren" and self.flat) or unit.kind == "dun")
            ):
                return self._without_chrome(at, after)
            if self.has_articles and first.kind == "dun" and self._heads_articles(after):
                return self._without_chrome(at, after)
        return self._without_chrome(at, len(self.units))

    def _without_chrome(self, at: int, until: int) -> int:
        while until > at + 1 and self.units[until - 1].role == "chrome":
            until -= 1
        return until

    def _heads_articles(self, at: int) -> bool:
        return self.units[at].kind == "dun" and at + 1 < len(self.units) and self.units[at + 1].kind == "a"

    def _branch(self, units: Sequence[Unit], *, last: bool) -> Iterator[Placed]:
        head = units[0]
        assert head.label is not None
        kind = {"a": "a", "dun": "part", "paren": "m"}.get(head.kind, LISTED.get(head.kind, ""))
        step, unsure = self._step(head, kind, self.ident)
        name = self._named(head) or str(step)
        root = self.lists.tip = Item(head, step, unsure)
        ident = f"{self.ident}/{name}"
        if head.kind == "a":
            yield from self._article(root, units[1:], ident)
        else:
            yield from self._part(root, units[1:], ident, last=last)

    def _named(self, unit: Unit) -> str:
        """正面清单 and 负面清单 have names, where they are all there is."""
        parts = self.parts
        if unit.kind != "dun" or len(parts) != 2 or "正面清单" not in parts[0].text or "负面清单" not in parts[1].text:
            return ""
        return "pos" if unit is parts[0] else "neg"

    def _article(self, root: Item, units: Sequence[Unit], ident: str) -> Iterator[Placed]:
        """款 are numbered where there are several; one alone is the article itself."""
        paragraphs: list[Item] = [root]
        heading = bool(root.unit.text) and shapes.heading(root.unit.text)
        titled = heading and bool(units) and units[0].label is None and units[0].role == "body"
        lone = not root.unit.text and bool(units) and units[0].label is None and units[0].role == "body"
        for at, unit in enumerate(units):
            if unit.role == "chrome":
                self.lists.tip.more.append(unit)
            elif unit.label is None and not (item := self.lists.goes_on(paragraphs[-1], units, at)):
                self.lists.tip = Item(unit, Step("p", len(paragraphs) + (0 if titled or lone else 1)))
                paragraphs.append(self.lists.tip)
            elif unit.label is None:
                assert item is not None
                self.lists.further(item, unit)
            else:
                self.lists.hang(paragraphs[-1], unit)
        if len(paragraphs) == 1:
            yield Placed(ident, root.unit, root.unsure)
            yield from self._children(root, ident)
            return
        if titled or lone or not root.unit.text:
            yield Placed(ident, root.unit, root.unsure)
            yield from self._children(root, ident)
            if lone and len(paragraphs) == 2:
                yield Placed(ident, paragraphs[1].unit)
                yield from self._children(paragraphs[1], ident)
                return
            rest = paragraphs[1:]
        else:
            yield Placed(ident, root.unit, root.unsure, bare=True)
            yield Placed(f"{ident}/p1", root.unit)
            yield from self._children(root, f"{ident}/p1")
            rest = paragraphs[1:]
        for paragraph in rest:
            yield Placed(f"{ident}/{paragraph.step}", paragraph.unit)
            yield from self._children(paragraph, f"{ident}/{paragraph.step}")

    def _part(self, root: Item, units: Sequence[Unit], ident: str, *, last: bool) -> Iterator[Placed]:
        """A piece of an instrument without articles. Its own words are its first paragraph, unless they are a title."""
        titled = shapes.heading(root.unit.text, 40)
        paragraphs = 0 if titled or not root.unit.text else 1
        holder, tail = root, []
        named: dict[int, str] = {}
        for at, unit in enumerate(units):
            if unit.role == "chrome":
                self.lists.tip.more.append(unit)
            elif unit.label is not None:
                self.lists.hang(holder, unit)
            elif item := self.lists.goes_on(holder, units, at):
                self.lists.further(item, unit)
            elif last and self._closes(holder, units, at, titled=titled):
                tail = list(units[at:])
                break
            elif (
                titled
                and not root.more
                and unit.text.endswith(("：", ":"))
                and at + 1 < len(units)
                and units[at + 1].label
            ):
                self.lists.tip = root.add(Item(unit, Step("s", 0)))
                named[id(self.lists.tip)] = "lead"
            else:
                paragraphs += 1
                listed = root.listed is not None
                self.lists.tip = root.add(Item(unit, Step("s", paragraphs)))
                holder = self.lists.tip if listed else root
        yield Placed(ident, root.unit, root.unsure)
        yield from self._children(root, ident, named)
        for unit in tail:
            yield Placed(f"{self.ident}/{'chrome' if unit.role == 'chrome' else 'closing'}", unit)

    def _closes(self, holder: Item, units: Sequence[Unit], at: int, *, titled: bool) -> bool:
        """Words after the last piece that speak of the whole: after a list under a title, or of the entry into force."""
        if any(one.label for one in units[at : at + _REACH]):
            return False
        return (titled and holder.listed is not None) or (
            shapes.entry(units[at].text) and units[at].text.startswith(("本", "自", "以上", "此前"))
        )

    def _step(self, unit: Unit, kind: str, parent: str) -> tuple[Step, bool]:
        """The step of a first-level label, and whether it is out of its order."""
        assert unit.label is not None
        step = Step(kind, unit.label.number, unit.label.sub)
        key = f"{parent}:{kind}"
        last = self.counts.get(key, (0, 0))
        if step.place <= last:
            self.notes.add(
                "order", unit.line, f"标号“{unit.printed}”不按顺序，前面已经到{said(unit.kind, last)}，请核对原件"
            )
            step = Step(kind, last[0] + 1)
            self.counts[key] = step.place
            return step, True
        follows = step.follows(last)
        self.counts[key] = step.place
        if not follows:
            self.lists.gap(unit, last)
        return step, not follows

    def _stray(self, unit: Unit) -> Iterator[Placed]:
        """Words between a heading and the first article under it."""
        parent = self.headed[-1][1] if self.headed else self.ident
        self.notes.add("unplaced", unit.line, f"这一段不在任何一条之内：“{unit.text[:20]}”")
        number = self.counts.get(f"{parent}:s", (0, 0))[0] + 1
        self.counts[f"{parent}:s"] = (number, 0)
        yield Placed(f"{parent}/s{number}", unit)

    def _children(self, item: Item, ident: str, named: dict[int, str] | None = None) -> Iterator[Placed]:
        for one in item.more:
            if isinstance(one, Unit):
                yield Placed(f"{self.ident}/chrome", one)
                continue
            name = (named or {}).get(id(one)) or str(one.step)
            yield Placed(f"{ident}/{name}", one.unit, one.unsure)
            yield from self._children(one, f"{ident}/{name}")
