"""What an import comes to: the elements of text.yaml, where each stands in the text, and what is not sure. Plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from importer import lines

Span = tuple[int, int]


class Unreadable(Exception):
    """The input is no instrument, or cannot be read. Its message is one sentence in Chinese: what, where, what was expected."""


@dataclass(frozen=True)
class Doubt:
    """What the importer is not sure of. `line` counts from 1 (0: the whole), `id` is the provision meant, '' if none.

    `kind`: gap, order, joined, split, furniture, brackets, punctuation, title, layout, unplaced, numbered, revised, left_out, encoding.
    """

    kind: str
    line: int
    said: str
    id: str = ""


@dataclass(frozen=True)
class Element:
    """An element of text.yaml. The same id again goes on with the piece after an interruption.

    `lines`: first and last line, from 1. `labelled` and `spans`: the characters of the text that are its label and its words, in order;
    Markdown's marks (leading # and -, every *) may lie between and inside them.
    """

    id: str
    kind: str
    label: str | None
    text: str
    lines: tuple[int, int]
    labelled: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Instrument:
    """`kind`: letter (通知 and the like), provisions, sample (样表), text (no provisions in it). `title`: its lines as one."""

    id: str
    kind: str
    title: str


@dataclass(frozen=True)
class Defect:
    """A proposal for defects.yaml, with its field names."""

    provision: str
    kind: str
    printed: str
    reading: str
    confidence: str
    note: str
    in_label: bool = False


@dataclass(frozen=True)
class Aside:
    """What was in the file but not in its running text: a header, a script, deleted words. `what` names it in Chinese."""

    what: str
    text: str


@dataclass(frozen=True)
class Source:
    """A file as text. `kind`: text, docx, html. `asides` and `text` together hold every character of it."""

    kind: str
    text: str
    asides: tuple[Aside, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Imported:
    """`source.text` is what the elements are proved against; to keep it as the policy's source makes the import whole."""

    source: Source
    instruments: tuple[Instrument, ...]
    elements: tuple[Element, ...]
    doubts: tuple[Doubt, ...]
    defects: tuple[Defect, ...] = ()
    throughout: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The same as dicts, lists and strings."""
        return asdict(self)

    def lost(self) -> str:
        """The characters of the text that no element holds: '' if all is well. White space and Markdown's marks do not count."""
        kept = bytearray(len(self.source.text))
        for element in self.elements:
            for start, end in (*element.labelled, *element.spans):
                kept[start:end] = b"\1" * (end - start)
        told = zip(lines.blanked(self.source.text), kept, strict=True)
        return "".join(char for char, held in told if not held and not char.isspace())


@dataclass
class Notes:
    """Collects doubts on the way."""

    doubts: list[Doubt] = field(default_factory=list)

    def add(self, kind: str, line: int, said: str, ident: str = "") -> None:
        self.doubts.append(Doubt(kind, line, said, ident))


def squeezed(text: str) -> str:
    return "".join(text.split())


def joined(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)
