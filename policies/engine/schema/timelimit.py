"""The shape of limits.yaml: every time limit of a document, and the words about time that are none."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from policies.engine.schema.instrument import Id, Model, ProvisionId, Quote, ReadingId, Text

LimitKind = Literal[
    "application",
    "talk",
    "verification",
    "suspension",
    "reply",
    "procedures",
    "report",
    "rectification",
    "tracking",
    "inspection",
    "sequence",
    "effect_period",
    "counting",
]
Unit = Literal["workday", "day", "month"]
UNITS = {"workday": "个工作日", "day": "日", "month": "个月"}
_MEASURES = ("length", "by", "until", "period", "open")


class Start(Model):
    """From what a limit runs. Where `written`, the words are the provision's; else they are the reading adopted.

    `fact`: the date that a person gives for this event; without it no last day is counted.
    """

    event: Text
    written: bool
    fact: Id | None = None


class Missed(Quote):
    """What follows when the limit is missed, in a sentence and in the words of the text."""

    text: Text


class Limit(Quote):
    """One time limit. Exactly one measure: a length with its unit, a day, an event, a period, or left open.

    `until` and `period` are words of the provision; no arithmetic is done with them. `open` says who fixes the length, or
    what says it. `applies` names the cases it is for, where the text sets several. `modality` is the word that binds, None where the sentence has none.
    """

    id: Id
    kind: LimitKind
    who: Text
    does: Text
    applies: Text | None = None
    start: Start | None = None
    length: int | None = Field(default=None, ge=1)
    unit: Unit | None = None
    by: date | None = None
    until: Text | None = None
    period: Text | None = None
    open: Text | None = None
    modality: Text | None = None
    missed: Missed | None = None
    readings: list[ReadingId] = Field(default=[])
    note: Text | None = None

    @property
    def instrument(self) -> str:
        return self.provision.split("/", maxsplit=1)[0]

    @property
    def measure(self) -> str:
        return next(name for name in _MEASURES if getattr(self, name) is not None)

    @property
    def duration(self) -> str:
        """'7 个工作日', '2023年1月16日前', '作出处理决定前', or who fixes it."""
        if self.length is not None and self.unit:
            return f"{self.length} {UNITS[self.unit]}"
        if self.by:
            return f"{self.by.year}年{self.by.month}月{self.by.day}日前"
        return self.until or self.period or self.open or ""

    @model_validator(mode="after")
    def _one_measure(self) -> Limit:
        if sum(getattr(self, name) is not None for name in _MEASURES) != 1:
            raise ValueError("length、by、until、period、open 须写一个，只写一个")
        if (self.length is None) != (self.unit is None):
            raise ValueError("length 与 unit 须一起写")
        if self.length is not None and self.start is None:
            raise ValueError("有 length 的期限须写 start：从什么时候起算")
        if self.start and not self.start.written and not self.readings:
            raise ValueError("起算点未明写的，须在 readings 里写出所取的读法")
        return self


class NotLimit(Model):
    """Words about time that set no limit, wherever in the document they stand (or in these provisions alone)."""

    words: list[Text] = Field(min_length=1)
    reason: Text
    provisions: list[ProvisionId] = Field(default=[])


class LimitsFile(Model):
    limits: list[Limit]
    not_limits: list[NotLimit] = Field(default=[])
