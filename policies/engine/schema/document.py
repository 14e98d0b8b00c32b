"""document.yaml: a source, its dates, and the instruments inside it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from policies.engine.schema.instrument import SHA256, Brief, Id, Model, Quote, Text
from policies.engine.schema.unfinished import NOT_OBTAINED, status_words


class Validity(Model):
    """What was looked up of later amendment or repeal: on which day, where, and what was found."""

    checked: date
    where: Text
    found: Text


class InstrumentFile(Model):
    """Without `validity` nobody has looked it up, and every page says so.

    `called`: what a brief of another instrument of its document calls it; without it only its places are named. `leads`: where each
    document has one column, it is this one's. `status` is not_obtained of an instrument that is named and not held.
    """

    id: Id
    kind: Text
    title: Text
    short: Text
    called: Brief | None = None
    compared: bool
    leads: bool = False
    status: list[Text] = Field(min_length=1)
    in_force: bool
    issuer: Text
    number: Text | None = None
    dated: Text | None = None
    validity: Validity | None = None
    notes: list[Text] = []

    _spelt = field_validator("status", mode="before")(status_words)

    @property
    def obtained(self) -> bool:
        return NOT_OBTAINED not in self.status

    @model_validator(mode="after")
    def _held(self) -> InstrumentFile:
        if self.compared and not self.obtained:
            raise ValueError("没有取得（status: not_obtained）的文书不能进入对照，写 compared: false")
        return self


class Dated(Quote):
    """A date that the source shows, and where: printed on the paper, only on the web page, or only as the year of a number.

    `what` names it (落款, 印发行). Without month and day only the year is known.
    """

    what: Text
    basis: Literal["printed", "web", "number"]
    year: int = Field(ge=1949, le=2100)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)

    @property
    def said(self) -> str:
        """'2016年11月29日', or '2017年' where no more is known."""
        return f"{self.year}年{self.month}月{self.day}日" if self.month and self.day else f"{self.year}年"

    @property
    def forms(self) -> tuple[str, ...]:
        """How its quote may write it."""
        if self.month and self.day:
            return self.said, date(self.year, self.month, self.day).isoformat()
        return self.said, f"〔{self.year}〕"

    @model_validator(mode="after")
    def _whole(self) -> Dated:
        if (self.month is None) != (self.day is None) or (self.basis == "number") != (self.month is None):
            raise ValueError("month 与 day 一起写；只知道年份的（basis: number）都不写")
        if self.month and self.day:
            try:
                date(self.year, self.month, self.day)
            except ValueError:
                raise ValueError("没有这一天") from None
        if not any(form in self.quote for form in self.forms):
            raise ValueError(f"引文里没有{self.forms[0]}")
        return self


class DocumentFile(Model):
    """`order`: where it stands among the documents; equal ones by the folder's name.

    `names`: what people call its place, as they type it. `dates`: every date that the source shows of its making and its publication, in the order of time; none if there is none.
    """

    title: Text
    order: int = 100
    place: Text
    area: Text
    names: list[Text] = Field(min_length=1)
    source: Text
    sha256: Annotated[str, Field(pattern=SHA256)]
    about: Text
    dates: list[Dated] = []
    instruments: list[InstrumentFile] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_leads(self) -> DocumentFile:
        compared = [one for one in self.instruments if one.compared]
        leading = [one.id for one in compared if one.leads]
        if len(compared) > 1 and len(leading) != 1:
            raise ValueError(
                f"进入对照的有 {len(compared)} 份，只占一列时用哪一份没有定：在其中一份写 leads: true（现在写了 {len(leading)} 份）"
            )
        if idle := next((one.id for one in self.instruments if one.leads and not one.compared), None):
            raise ValueError(f"{idle} 不进入对照（compared: false），不能写 leads")
        return self

    @model_validator(mode="after")
    def _own_dates(self) -> DocumentFile:
        own = {instrument.id for instrument in self.instruments}
        strange = [dated.provision for dated in self.dates if dated.provision.split("/")[0] not in own]
        if strange:
            raise ValueError(f"dates 里的“{strange[0]}”不在这份文件里")
        return self
