"""How binding a claim says a thing is, and whether it denies it, beside the words it rests on.

The words that bind are those of vocabulary/modality.yaml; texts come here as borne_out.plain makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from importer import find_words
from policies.engine.schema.lexicon import Modal as Word

# By the kinds of modality.yaml. A claim that binds rests on words that bind, or call for, or forbid; “要” in our own sentences is advice.
CLASSES = {"may": "可以", "must": "应当", "forbid": "不得"}
_BORNE_BY = {"可以": {"may"}, "应当": {"must", "call", "forbid"}, "不得": {"forbid"}}
_SORTS = {"may": "可以", "must": "应当", "call": "应当", "forbid": "不"}
# What turns the sense of the next word and is no word of the list. What asks whether is neither.
_TURNS = re.compile(r"(?P<asks>[是能可会]否)|(?P<gives>予以)|(?P<denies>不|未|无|禁止|严禁|不许)")
TWO = re.compile(r"[\u4e00-\u9fff]{2}")


class Modal:
    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self.kinds = lru_cache(maxsize=4096)(self._kinds)
        self._sorts = lru_cache(maxsize=4096)(self._turning)

    def _kinds(self, text: str) -> dict[str, str]:
        """The kinds of modal words in a text, each with its first word."""
        found: dict[str, str] = {}
        for match in find_words.find(text, self._words):
            found.setdefault(match.entry.kind, text[match.start : match.end])
        return found

    def _turning(self, text: str) -> dict[int, str]:
        """Where a word ends that binds, allows, denies, gives or asks, and of which sort it is."""
        found = {
            match.end(): {"asks": "问", "gives": "予", "denies": "不"}[match.lastgroup or ""]
            for match in _TURNS.finditer(text)
        }
        listed = find_words.find(text, self._words)
        return found | {match.end: _SORTS[match.entry.kind] for match in listed if match.entry.kind in _SORTS}

    def binds(self, text: str) -> frozenset[str]:
        """The classes that a text can bear out: 可以, 应当, 不得."""
        kinds = self.kinds(text).keys()
        return frozenset(name for name, bearing in _BORNE_BY.items() if bearing & kinds)

    def unborne(self, claim: str, strict: str) -> Iterator[str]:
        """What a claim says more or less bindingly than the words it rests on, as messages."""
        said, borne = self.kinds(claim), self.binds(strict)
        for kind, name in CLASSES.items():
            if kind in said and name not in borne:
                yield f"写了“{said[kind]}”，所依据的原文没有“{name}”一类的词：“{claim}”"
                return
        for what in dict.fromkeys(self._turned(claim, strict)):
            yield f"“{what}”前面的话与所依据的原文相反或者轻重不同：“{claim}”"

    def denied(self, claim: str, strict: str) -> Iterator[str]:
        """Two characters that the text only denies, and the claim does not."""
        for what in dict.fromkeys(self._after(strict)):
            if what in claim and self._before(strict, what) == {"不"} and "" in self._before(claim, what):
                yield what

    def _turned(self, claim: str, strict: str) -> Iterator[str]:
        """Two characters after a word that turns them, here or in the text, and in the text never after one of the same sort."""
        for what in [*self._after(claim), *(each for each in self._after(strict) if each in claim)]:
            text = self._before(strict, what)
            for sort in self._before(claim, what):
                if text and sort not in text and (sort == "不" or text == {"不"} or (sort and text - {""})):
                    yield what

    def _after(self, text: str) -> Iterator[str]:
        return (following[0] for end in self._sorts(text) if (following := TWO.match(text, end)))

    def _before(self, text: str, what: str) -> set[str]:
        """The sorts of the words just before each place where it stands; "" for none."""
        return {self._sorts(text).get(found.start(), "") for found in re.finditer(re.escape(what), text)}
