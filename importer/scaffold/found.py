"""What a text says of time and how it binds, for whoever writes its limits and rules: proposals with their words, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from importer import find_words
from importer.grammar import citation
from importer.grammar.numeral import number
from importer.model import Element

_FIGURE = r"(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})"
_LENGTH = re.compile(
    rf"(?<![0-9〇零○一二三四五六七八九—-])(?P<figure>{_FIGURE})\s*(?P<unit>个?工作日|个月|日|天|年|小时)(?!起|底|初|代)"
)
_UNITS = {"工作日": "workday", "个工作日": "workday", "个月": "month", "日": "day", "天": "day"}
_DATE = re.compile(r"[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_START = re.compile(r"(?:自|从|在)?(?P<event>[^，。；：、自从在]{2,30}(?:之日起|起|后|以后|之后))[，,]?$")
_ENDS = re.compile(r"[。；;！？\n]")
_OUTSIDE = frozenset({"head", "chrome", "print_line", "toc", "annexes"})


@dataclass(frozen=True)
class Word:
    """A word that says how binding a sentence is. `kind`: what its class is called, 强制."""

    id: str
    kind: str
    forms: tuple[str, ...]
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Time:
    """A length of time in a sentence of a provision. `unit`: workday, day, month, '' for one that limits.yaml has no unit for.

    `start`: the words before it that may be the event from which it runs, '' if none are found.
    """

    provision: str
    quote: str
    words: str
    length: int
    unit: str
    start: str
    modal: str


def times(elements: Iterable[Element], words: Sequence[Word]) -> Iterator[Time]:
    """Every length of time outside of titles and furniture, in the order of the text; dates are none."""
    for element in elements:
        if element.id.rsplit("/", 1)[1] in _OUTSIDE:
            continue
        for sentence in _ENDS.split(element.text):
            bare = _DATE.sub(lambda date: "□" * len(date[0]), sentence)
            for found in _LENGTH.finditer(bare):
                start = _START.search(sentence[: found.start()])
                binding = [sentence[one.start : one.end] for one in find_words.find(sentence, words)]
                yield Time(
                    element.id,
                    sentence.strip(),
                    found[0],
                    number(found["figure"]),
                    _UNITS.get(found["unit"], ""),
                    start["event"] if start else "",
                    binding[0] if binding else "",
                )


def binding(elements: Iterable[Element], words: Sequence[Word]) -> dict[str, dict[str, list[str]]]:
    """By class and word the places where it stands, each once: {'强制': {'应当': ['第三条', …]}}."""
    found: dict[str, dict[str, list[str]]] = {}
    for element in elements:
        if element.id.rsplit("/", 1)[1] in _OUTSIDE:
            continue
        for match in find_words.find(element.text, words):
            places = found.setdefault(match.entry.kind, {}).setdefault(element.text[match.start : match.end], [])
            place = citation.place(element.id)
            if place not in places:
                places.append(place)
    return found
