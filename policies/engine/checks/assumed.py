"""What a rule assumes of the person is something that he is asked, so that he can say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policies.engine.schema.instrument import Fact
from policies.engine.tested import tested_by
from policies.engine.yamlfile import Loc


def found(written: Mapping[str, Any], facts: Mapping[str, Fact]) -> Iterator[tuple[Loc, str]]:
    """`written`: the rule as its file has it."""
    for ident in tested_by(written.get("assumes", {}).get("unless", [])):
        if ident in facts and facts[ident].question is None:
            yield ("assumes", "unless"), f"“{ident}”不问本人，没有人能答：假定的事须是问本人的"
