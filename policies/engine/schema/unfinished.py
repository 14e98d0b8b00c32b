"""What is not there yet, and what cannot be there: cells that nobody has coded, and pieces and instruments that nobody holds."""

from __future__ import annotations

from typing import Any, Literal, get_args

from policies.engine.schema.instrument import Brief, Model, Quote, ReadingId, Text, ValueId

Left = Literal["pending", "not_obtained"]
LEFT: frozenset[str] = frozenset(get_args(Left))
NOT_OBTAINED = "未取得"  # the one word of the status of an instrument that nobody holds


class LeftCell(Model):
    """A cell without an answer: not coded yet, or asked of words that were not obtained.

    What else is written is a draft: its names and quotes are checked, and nothing of it is shown.
    """

    status: Left
    value: ValueId | list[ValueId] | None = None
    brief: Brief | None = None
    answer: Text | None = None
    citations: list[Quote] = []
    note: Text | None = None
    readings: list[ReadingId] = []
    external: list[Text] = []


def status_words(value: Any) -> Any:
    """`not_obtained` is written as one word, not as a list of the words on the page."""
    if value == "not_obtained":
        return [NOT_OBTAINED]
    if value in ("pending", ["not_obtained"]):
        raise ValueError("status 应为页面上照印的词的列表（例如 [试行]），或者 not_obtained（没有取得原文）")
    return value
