"""The lines of a text, without Markdown's marks and white space around them; every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Markdown's mark at the start of a line; the first hyphen of a page number (- 6 -) is none.
_MARK = r"(?:#+|- (?![^\S\n]*[0-9０-９]{1,4}[^\S\n]*-[^\S\n]*$))"
LEADING = re.compile(rf"\s*{_MARK}")
_BLANKED = re.compile(rf"^[^\S\n]*{_MARK}|\*", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """`text`: what is printed; `start`: where it begins in the whole text, `end` where it ends. `indent`: how far it is set in.

    `parted`: an empty line stands before it.
    """

    number: int
    start: int
    end: int
    text: str
    raw: str
    indent: int
    parted: bool

    def place(self, at: int) -> int:
        """Where the character of `text` at this index stands in the whole text."""
        if len(self.text) == self.end - self.start:
            return self.start + at
        seen = 0
        for offset, char in enumerate(self.raw):
            if char == "*":
                continue
            if seen == at:
                return self.start + offset
            seen += 1
        return self.end


def blanked(text: str) -> str:
    """The text with spaces for Markdown's marks (the same that the loader leaves out): places stay."""
    return _BLANKED.sub(lambda found: " " * len(found[0]), text)


def lines(text: str) -> Iterator[Line]:
    """The lines that hold something."""
    at, parted = 0, True
    for number, whole in enumerate(text.split("\n"), start=1):
        mark = LEADING.match(whole)
        begin = mark.end() if mark else 0
        start, end = begin, len(whole)
        while start < end and (whole[start].isspace() or whole[start] == "*"):
            start += 1
        while end > start and (whole[end - 1].isspace() or whole[end - 1] == "*"):
            end -= 1
        if start < end:
            raw = whole[start:end]
            yield Line(number, at + start, at + end, raw.replace("*", ""), raw, start - begin, parted)
            parted = False
        else:
            parted = True
        at += len(whole) + 1
