"""Divides the lines into instruments, and each into head, text, closing and what was printed under it; joins broken sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from importer import furniture, runs, shapes
from importer.ahead import Ahead
from importer.grammar.labels import Label
from importer.lines import Line
from importer.model import Notes
from importer.section import Section, titled
from importer.units import HEADINGS, LISTS, Join, Token, Unit, part_of, tokens, undivided


def divide(lines: Sequence[Line], notes: Notes) -> list[Section]:
    return _Divider(lines, notes).sections()


class _Divider:
    """Walks the lines once. `state`: head, body, closing, as far as the present instrument has come."""

    def __init__(self, lines: Sequence[Line], notes: Notes) -> None:
        self.notes = notes
        aside = furniture.found(lines, notes)
        self.aside = [lines[at] for at in sorted(aside)]
        self.lines = [line for at, line in enumerate(lines) if at not in aside]
        self.tokens = runs.parted(self.lines, [list(tokens(line)) for line in self.lines])
        self.ahead = Ahead(self.lines, [found[0].label for found in self.tokens])
        self.done: list[Section] = []
        self.now = Section()
        self.state = "head"
        self.last: dict[str, tuple[int, int]] = {}
        self.open: Unit | None = None
        self.pending: list[Line] = []
        self.signed = self.annexed = self.imprint = -1  # the last line of a closing, a list of attachments, an imprint
        set_in = [
            line.indent
            for line, found in zip(self.lines, self.tokens, strict=True)
            if found[0].label and found[0].label.kind == "a"
        ]
        self.indented = len(set_in) > 2 and sum(indent > 0 for indent in set_in) > 0.6 * len(set_in)

    def sections(self) -> list[Section]:
        aside = deque(self.aside)
        for at, line in enumerate(self.lines):
            while aside and aside[0].number < line.number:
                self.pending.append(aside.popleft())
            self._line(at, line)
        self.pending += aside
        self._flush()
        self.done.append(self.now)
        return [section for section in self.done if section.units]

    def _flush(self) -> None:
        """Furniture that stands between two pieces is a piece of its own."""
        for line in self.pending:
            self.now.units.append(Unit([part_of(line, 0, len(line.text))], line=line.number, role="chrome"))
        self.pending = []

    # --- a line

    def _line(self, at: int, line: Line) -> None:
        found = self.tokens[at]
        first = found[0]
        unlabelled = not (first.label and self._plausible(first, line, at))
        if at > self.imprint and self._begins(at, line, unlabelled=unlabelled):
            self._next(at)
        if self._apart(at, line, unlabelled=unlabelled):
            return
        if self.annexed >= at or (self.now.sample and unlabelled):
            found = [undivided(found, line)]
        for place, token in enumerate(found):
            if token.label and (place or self._plausible(token, line, at)):
                if place and (
                    token.label.kind == "a" or found[place - 1].label is None or token.run > found[place - 1].run
                ):
                    of = "条" if token.label.kind == "a" else "项"
                    self.notes.add("split", line.number, f"这一行里有几{of}连在一起，“{token.printed}”起另作一{of}")
                self._labelled(token, line)
            elif token.begin < token.end or token.label:
                self._words(token, line, at)

    def _plausible(self, token: Token, line: Line, at: int) -> bool:
        """Whether the label is one, or a sentence that happens to go on with its words."""
        label = token.label
        assert label is not None
        if self.now.sample and self.state != "head":
            return label.kind in {"a", "ch"} and label.place == (1, 0)
        if self.annexed >= at:
            return False
        rest = len(line.text) - token.begin
        if label.kind in HEADINGS and (rest > 40 or (rest > 20 and line.text.endswith("。"))):
            return False
        last = self.last.get(label.kind, (0, 0))
        follows = label.place == (last[0] + 1, 0) or (last[0] > 0 and label.place == (last[0], last[1] + 1))
        if follows or (label.number == 1 and label.kind in HEADINGS | LISTS):
            return True
        ended = self._ended()
        if label.kind == "a":
            return (
                ended
                and token.spaced
                and (label.place == (1, 0) or label.place > last or self.ahead.misprinted(at, last))
            )
        return ended and label.place > last if label.kind != "dot" else ended and label.place > last and token.spaced

    def _ended(self) -> bool:
        unit = self.open
        return unit is None or shapes.finished(unit.last) or titled(unit)

    # --- where an instrument begins

    def _begins(self, at: int, line: Line, *, unlabelled: bool) -> bool:
        if self.state == "head" or not unlabelled:
            return self.state != "head" and self._begins_anew(at, line)
        marked, title = shapes.attached(line.text)
        if marked and self.annexed < at and (not title or self._ended()):
            self.annexed = max(self.annexed, self.ahead.annexed(at))
            return self.annexed < at
        if self.ahead.red(at):
            return True
        if self.signed < at and self.annexed < at and (signed := self.ahead.signed(at, ended=self._ended())) >= 0:
            self.signed, self.state = signed, "closing"
            return False
        if self.state == "closing":
            text = line.text
            return at > self.signed and not (shapes.print_line(text) or shapes.public(text) or shapes.date(text))
        return self._ended() and self.ahead.titled(at, letter=self.now.letter, before=self.last)

    def _begins_anew(self, at: int, line: Line) -> bool:
        """Whether the label counts from the beginning again, without a title that was seen."""
        token = self.tokens[at][0]
        assert token.label is not None
        again = token.label.kind == "a" and token.label.place == (1, 0) and self.last.get("a", (0, 0)) > (1, 0)
        if again or self.now.sample or (self.state == "closing" and not self._resumed(token.label)):
            said = f"“{token.printed}”接不上前面，前面又没有认出标题，作为另一份文书"
            self.notes.add("title", line.number, said)
            return True
        return False

    def _resumed(self, label: Label) -> bool:
        """A date in the middle of the text is no closing: the provisions go on after it."""
        last = self.last.get(label.kind, (0, 0))
        if label.place != (last[0] + 1, 0) or last == (0, 0):
            return False
        for unit in reversed(self.now.units):
            if unit.role not in {"closing", "chrome"}:
                break
            if unit.role == "closing":
                unit.role = "body"
                self.notes.add("unplaced", unit.line, f"“{unit.text[:20]}”像是落款，可是后面条文还没有完，当作正文")
        self.state, self.signed = "body", -1
        return True

    def _next(self, at: int) -> None:
        annexed = shapes.attached(self.lines[at].text)[0]
        self._flush()
        self.done.append(self.now)
        self.now = Section(annex=annexed)
        self.state, self.last, self.open = "head", {}, None
        self.signed = self.annexed = self.imprint = -1

    # --- what stands apart from the text

    def _apart(self, at: int, line: Line, *, unlabelled: bool) -> bool:
        text = line.text
        if not unlabelled:
            return False
        if self.state == "head":
            return self._head(line)
        if at <= self.imprint or (shapes.print_line(text) and self.annexed < at):
            self.imprint = max(self.imprint, self.ahead.imprint(at))
            self._add(line, "print_line")
            return True
        if at <= self.signed or self.state == "closing":
            self._add(line, "closing")
            return True
        if self._fringe(at):
            self._add(line, "chrome")
            self.notes.add("furniture", line.number, f"正文之后的这一行像是网页上的信息：“{text[:30]}”")
            return True
        return False

    def _fringe(self, at: int) -> bool:
        """Short words after furniture at the very end belong to it."""
        after = bool(self.pending or (self.now.units and self.now.units[-1].role == "chrome"))
        return after and self._ended() and self.ahead.fringe(at)

    def _head(self, line: Line) -> bool:
        text = line.text
        addressee = shapes.addressed(text) and bool(self.now.units)
        if self.now.sample:
            if addressee or not shapes.head_line(text) or (self.now.named and not self._under_title(text)):
                self.state = "body"
                return False
            self._add(line, "head")
            return True
        if self.now.contents or shapes.contents(text):
            self.now.contents = True
            self._words_of(line)  # what stands under 目录 is no head any more
            return True
        if addressee or shapes.head_line(text):
            self._add(line, "head")
            if shapes.sample(text) and not shapes.attached(text)[0]:
                self.now.sample = True
            if addressee:
                self.now.letter, self.state = True, "body"
            return True
        self.now.letter = self.now.letter or shapes.letter(self.now.title)
        self.state = "body"
        return False

    def _under_title(self, text: str) -> bool:
        return shapes.bracketed(text) and shapes.sample(self.now.units[-1].text)

    def _add(self, line: Line, role: str) -> None:
        self._flush()
        self.open = Unit([part_of(line, 0, len(line.text))], line=line.number, role=role)
        self.now.units.append(self.open)
        self.now.named = self.now.named or (role == "head" and shapes.sample(line.text))

    # --- the text

    def _labelled(self, token: Token, line: Line) -> None:
        assert token.label is not None
        if self.state == "head":
            self.now.letter = self.now.letter or shapes.letter(self.now.title)
        self._flush()
        self.state = "body"
        kind = token.label.kind
        self.last[kind] = token.label.place
        if kind in {"a", *HEADINGS}:
            for below in LISTS | ({"sec"} if kind in {"ch", "book"} else set()):
                self.last.pop(below, None)
        words = part_of(line, token.begin, token.end)
        label = part_of(line, token.at, token.at + len(token.printed or ""))
        unit = Unit([words] if words.text else [], token.label, token.printed, (label.span,), line.number)
        self.now.units.append(unit)
        self.open = unit

    def _words_of(self, line: Line) -> None:
        self._flush()
        self.open = Unit([part_of(line, 0, len(line.text))], line=line.number)
        self.now.units.append(self.open)

    def _words(self, token: Token, line: Line, at: int) -> None:
        part = part_of(line, token.at, token.end)
        if self.state == "head":
            self.state = "body"
        unit = self.open
        if unit and unit.kind in HEADINGS and not unit.parts and not self.pending and shapes.heading(part.text, 40):
            unit.parts.append(part)  # 第二章, and its title on the next line
            return
        if unit and unit.role == "body" and unit.parts and not self._stands_alone(unit, line) and not self.now.sample:
            unit.joins.append(Join(unit.last, part.text, line.number, bool(self.pending)))
            unit.parts += [part_of(one, 0, len(one.text), aside=True) for one in self.pending]
            self.pending = []
            unit.parts.append(part)
            return
        if (
            token.label
            and self.state == "body"
            and self.annexed < at
            and not self.now.sample
            and unit
            and shapes.finished(unit.last)
        ):
            self.notes.add("order", line.number, f"“{token.printed}”接不上前面的号，这一行当作正文")
        self._flush()
        self.open = Unit([part], line=line.number, role="annexes" if at <= self.annexed else "body")
        self.now.units.append(self.open)

    def _stands_alone(self, unit: Unit, line: Line) -> bool:
        """Whether the line begins a paragraph: the one before is finished, or is a heading."""
        if unit.role == "annexes":
            return True
        # Between the lines of a page break stands furniture: then short words are no heading.
        heads = titled(unit) and not (self.pending and unit.kind not in {*HEADINGS, "dun"})
        if (len(unit.parts) < 2 and shapes.contents(unit.text)) or heads or line.text.startswith(("|", "｜", "“")):
            return True
        if unit.label is None and len(unit.parts) < 2 and line.parted and shapes.heading(unit.text.lstrip("“")):
            return True
        if not shapes.finished(unit.last):
            return False
        return not (self.indented and not line.indent and not line.parted and unit.last[-1] not in "：:")
