"""What holds for every brief: it is short, and binds no more than the words it rests on."""

from __future__ import annotations

import functools

from policies import load
from policies.engine.find_words import find
from policies.engine.schema.lexicon import Modal

LONGEST = 12
# How much a word binds. A brief may name what its words name, or bind less; of the other kinds it names only what they name.
BINDING = {"may": 1, "call": 2, "must": 3, "forbid": 3}
# 全要 says that all items are needed; it calls for nothing.
NO_MODAL = "全要"


@functools.cache
def modals() -> tuple[Modal, ...]:
    return load().vocabulary.lexicon.modals


def kinds(text: str) -> list[str]:
    return [match.entry.kind for match in find(text, modals())]


def overreach(brief: str, words: str) -> list[str]:
    """The kinds of modal words in `brief` that `words` do not bear out."""
    there = set(kinds(words))
    strongest = max((BINDING.get(kind, 0) for kind in there), default=0)
    return [
        kind
        for kind in kinds(brief.replace(NO_MODAL, ""))
        if (BINDING[kind] > strongest if kind in BINDING else kind not in there)
    ]
