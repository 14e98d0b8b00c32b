"""The shape of calendar.yaml: years whose days off are announced and that the calendar library does not have yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, model_validator

from policies.engine.schema.instrument import Model, Text

# New Year's arrangement may reach into the last days of the year before: 2018-12-29 was worked by the notice for 2019.
_BEFORE = (12, 20)
# The bounds for the ten years after it need the lunar calendar, which ends in 2100.
_LAST = 2090


class DaysOff(Model):
    """From one day to another, both off, weekend days included, as the notice writes it."""

    first: date
    last: date

    @model_validator(mode="after")
    def _ordered(self) -> DaysOff:
        if self.last < self.first:
            raise ValueError(f"last（{self.last}）早于 first（{self.first}）")
        if self.last - self.first > timedelta(days=20):
            raise ValueError(f"从 {self.first} 到 {self.last} 超过 20 天，请核对")
        return self


class AnnouncedYear(Model):
    """`notice`: the title and number of the State Council's notice. `worked`: weekend days on which people work."""

    year: Annotated[int, Field(ge=2005, le=_LAST)]
    notice: Text
    off: list[DaysOff] = Field(min_length=1)
    worked: list[date] = []

    @property
    def days_off(self) -> Iterator[date]:
        for span in self.off:
            yield from (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))

    @property
    def weekdays_off(self) -> list[date]:
        return [day for day in self.days_off if day.weekday() < 5]

    @model_validator(mode="after")
    def _sound(self) -> AnnouncedYear:
        first, last = date(self.year - 1, *_BEFORE), date(self.year, 12, 31)
        off = list(self.days_off)
        for day in (*off, *self.worked):
            if not first <= day <= last:
                raise ValueError(f"{day} 不在 {self.year} 年的安排里，应在 {first} 至 {last} 之间")
        for day in self.worked:
            if day.weekday() < 5:
                raise ValueError(f"worked 的 {day} 不是周六、周日，本来就上班")
        if twice := sorted({day for day in (*off, *self.worked) if [*off, *self.worked].count(day) > 1}):
            raise ValueError(f"{twice[0]} 写了两次")
        if date(self.year, 1, 1) not in off:
            raise ValueError(f"off 里没有元旦（{self.year}-01-01）：一年的安排要写全")
        if date(self.year, 10, 1) not in off:
            raise ValueError(f"off 里没有国庆节（{self.year}-10-01）：一年的安排要写全")
        return self


class CalendarFile(Model):
    announced: list[AnnouncedYear]

    @model_validator(mode="after")
    def _once(self) -> CalendarFile:
        years = [each.year for each in self.announced]
        if twice := sorted({year for year in years if years.count(year) > 1}):
            raise ValueError(f"{twice[0]} 年写了两次")
        return self
