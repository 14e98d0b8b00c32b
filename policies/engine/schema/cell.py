"""The shape of cells/<instrument>.yaml: what an instrument answers to each dimension."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from policies.engine.schema.instrument import VALUE_ID, Brief, Model, Quote, ReadingId, Status, Text, ValueId


def _one_or_several(value: Any) -> Any:
    """One message, not one for each member of the union."""
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(each, str) and re.search(VALUE_ID, each) for each in listed):
        raise ValueError("value 应为一个取值的 id，几个都合的写成列表，见 vocabulary/values.yaml")
    return value


class Cell(Model):
    """An answer. `value`: its class in the codebook of values; `brief`: the same in a few words of the text itself."""

    status: Status
    value: Annotated[ValueId | list[ValueId], BeforeValidator(_one_or_several)]
    brief: Brief
    answer: Text
    citations: list[Quote] = Field(min_length=1)
    note: Text | None = None
    readings: list[ReadingId] = []
    external: list[Text] = []

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(self.value) if isinstance(self.value, list) else (self.value,)

    @model_validator(mode="after")
    def _status_fits(self) -> Cell:
        if (self.status == "silent") != self.answer.startswith("未规定"):
            raise ValueError("status 为 silent 的单元格，answer 须以“未规定”开头；其他状态不得以“未规定”开头")
        if (self.status == "not_applicable") != self.answer.startswith("不适用"):
            raise ValueError("status 为 not_applicable 的单元格，answer 须以“不适用”开头；其他状态不得以“不适用”开头")
        if self.status == "external" and not self.external:
            raise ValueError("status 为 external 的单元格须在 external 里写出所指的文件")
        return self
