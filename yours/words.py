"""What a text says on the dimensions that words betray, quoted by the sentence; and how often it has each word that binds or allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yours.known import KnownDimension, KnownModal, Sign
from yours.letters import Shown, shown
from yours.likeness.text import is_read
from yours.provisions import Own
from yours.shapes import NOT_FOUND, Dimension, Modal, Quote

_FIGURE = re.compile(r"(?:[0-9]+|[一二两三四五六七八九十]+|半)(?:个)?(?:工作日|日|天|周|月|年)(?!度|代|前|初|末)")
HEADING = 16  # letters: a first sentence this short is the heading of its provision
_NAME = re.compile(r"《[^》]*》")
_AROUND = 12  # letters shown on either side of a word that binds


@dataclass(frozen=True)
class Text:
    """A provision and its letters."""

    provision: Own
    shown: Shown


def texts(provisions: Sequence[Own]) -> list[Text]:
    """Those that have words of their own: no titles, no signatures."""
    return [Text(one, shown(one.text)) for one in provisions if is_read(one)]


def dimension(known: KnownDimension, every: Sequence[Text]) -> Dimension:
    found = [quote for text in every for quote in _quotes(known["signs"], text)]
    return {
        "id": known["id"],
        "group": known["group"],
        "title": known["title"],
        "asks": known["asks"],
        "yours": found,
        "said": "" if found else NOT_FOUND,
        "theirs": known["briefs"],
    }


def _quotes(signs: Sequence[Sign], text: Text) -> list[Quote]:
    """The sentences that betray it; the heading of a provision only where nothing else does."""
    found = [
        (start, start + len(sentence))
        for start, sentence in text.shown.sentences()
        if any(_betrays(sign, sentence, text.shown.shown) for sign in signs)
    ]
    if len(found) > 1 and found[0][0] == 0 and found[0][1] <= HEADING:
        del found[0]
    return [_quote(text, first, last) for first, last in found]


def _betrays(sign: Sign, sentence: str, whole: str) -> bool:
    """The names of documents say nothing."""
    sentence, whole = _NAME.sub("《》", sentence), _NAME.sub("《》", whole)
    if not re.search(sign["finds"], sentence) or (sign["near"] and not re.search(sign["near"], whole)):
        return False
    return not (sign["unless"] and re.search(sign["unless"], sentence))


def _quote(text: Text, first: int, last: int) -> Quote:
    _, words = text.shown.given(first, last)
    return {
        "provision": text.provision.id,
        "place": text.provision.place,
        "quote": words,
        "figures": _FIGURE.findall(text.shown.shown[first:last]),
    }


def modals(known: Sequence[KnownModal], every: Sequence[Text]) -> list[Modal]:
    """A word inside a longer one that means something else does not count."""
    forms: dict[str, str] = {word: "" for one in known for word in one["not_in"]}
    forms |= {word: one["id"] for one in known for word in one["words"]}
    pattern = re.compile("|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))))
    found: dict[str, list[Quote]] = {one["id"]: [] for one in known}
    for text in every:
        for met in pattern.finditer(text.shown.shown):
            if ident := forms[met[0]]:
                found[ident].append(_quote(text, *_around(text.shown.shown, *met.span())))
    return [
        {
            "id": one["id"],
            "kind": one["kind"],
            "title": "、".join(one["words"]),
            "yours": found[one["id"]],
            "theirs": one["counts"],
        }
        for one in known
    ]


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    return max(first - _AROUND, 0), min(last + _AROUND, len(text))
