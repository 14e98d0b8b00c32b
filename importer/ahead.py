"""What the lines ahead tell of the one at hand: a signature, a title, a list of attachments."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from importer import shapes
from importer.grammar import labels
from importer.grammar.labels import Label
from importer.lines import Line

# So many lines may stand between a title and the first provision, a signature and its date, a list of attachments and the signature…
_HEAD, _PREAMBLE, _SIGNATURE, _ANNEXES, _ARTICLE, _FRINGE, _IMPRINT = 12, 5, 5, 30, 60, 12, 8


class Ahead:
    """`begins`: the label each line begins with."""

    def __init__(self, lines: Sequence[Line], begins: Sequence[Label | None]) -> None:
        self.texts = [line.text for line in lines]
        self.labels = begins

    def _from(self, at: int, many: int) -> range:
        return range(at, min(at + many, len(self.texts)))

    def red(self, at: int) -> bool:
        """A red head, with the number under it."""
        return shapes.red(self.texts[at]) and at + 1 < len(self.texts) and shapes.number(self.texts[at + 1])

    def misprinted(self, at: int, last: tuple[int, int]) -> bool:
        """Whether an article with a number too low stands where one is missing: after it comes the one but next."""
        ahead = (self.labels[further] for further in self._from(at + 1, _ARTICLE))
        after = next((label for label in ahead if label and label.kind == "a"), None)
        return after is not None and after.place == (last[0] + 2, 0)

    def annexed(self, at: int) -> int:
        """The last line of the list of 附件 that begins here: one above a signature, or one that is numbered; -1 if it is none."""
        if not any(colon in self.texts[at] for colon in "：:"):
            return -1  # 附件1 alone stands above the attachment itself
        last = self._signed_after(at)
        _, title = shapes.attached(self.texts[at])
        if last < 0 and (first := labels.read(title)) and first[0].place == (1, 0):
            last, number = at, 2
            while last + 1 < len(self.texts) and (label := self.labels[last + 1]) and label.place == (number, 0):
                last, number = last + 1, number + 1
        return last

    def _signed_after(self, at: int) -> int:
        for further in self._from(at + 1, _ANNEXES):
            text, label = self.texts[further], self.labels[further]
            if shapes.date(text):
                last = further - 1
                while (
                    last > at
                    and shapes.signer(self.texts[last])
                    and not (shapes.title(self.texts[last]) or self.labels[last])
                ):
                    last -= 1
                return last
            if (label and label.kind in {"a", "ch"}) or shapes.red(text) or shapes.attached(text) == (True, ""):
                return -1
        return -1

    def signed(self, at: int, *, ended: bool) -> int:
        """The line of the date under the body's name, or several, that begin here; or of the date alone. -1 if there is none."""
        for further in self._from(at, _SIGNATURE):
            text = self.texts[further]
            if shapes.date(text) and not text.endswith("。"):
                return further if further > at or ended else -1
            named = shapes.title(text) and not text.endswith(("令", "法"))
            if not shapes.signer(text) or self.labels[further] or named:
                return -1
        return -1

    def imprint(self, at: int) -> int:
        """The last line of the imprint that begins here: 抄送 may go on over lines, until the line of 印发."""
        last = at
        for further in self._from(at + 1, _IMPRINT):
            text = self.texts[further]
            if self.labels[further] or shapes.title(text) or shapes.attached(text)[0]:
                break
            if shapes.print_line(text):
                last = further
        return last

    def _head(self, at: int) -> bool:
        return len(self.texts[at]) <= 160 and shapes.head_line(self.texts[at])

    def titled(self, at: int, *, letter: bool, before: Collection[str]) -> bool:
        """Whether a title begins here: lines like a head, one of them a title, and then a first provision, or the words of a form.

        `letter`, `before`: the present instrument is a letter; the kinds of labels it has.
        """
        if not self._head(at):
            return False
        named, end = False, at
        for further in self._from(at, _HEAD):
            text, label = self.texts[further], self.labels[further]
            if label and (further > at or label.kind != "dun"):
                break
            if not named and shapes.sample(text) and not label:
                return True
            if not self._head(further) and not shapes.contents(text):
                break
            named = named or shapes.title(text)
            end = further + 1
        if not named:
            return False
        for further in self._from(end, _PREAMBLE):
            if label := self.labels[further]:
                first = label.kind in {"a", "ch", "book"} or (label.kind == "dun" and "a" in before) or letter
                return label.number == 1 and first
        return letter and not before and shapes.title(self.texts[at]) and end < len(self.texts)

    def fringe(self, at: int) -> bool:
        """Whether there are only few more lines, all short and none a sentence."""
        if at + _FRINGE < len(self.texts):
            return False
        return all(len(text) <= 30 and not shapes.finished(text) for text in self.texts[at:])
