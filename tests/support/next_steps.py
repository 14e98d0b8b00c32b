"""The next steps drawn on the bare page, with the core's own deadlines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from tests.support.cases import START, TODAY, Judged
from wasm_checker.core.service import Service

SHOW = """([facts, verdicts, deadlines, today]) => {
  const ask = (method, ...args) => window.answered(method, args);
  place.replaceChildren(modules.nextSteps({words, root: "../", facts, verdicts, deadlines, today, ask}));
}"""


def deadlines(service: Service, start: str = START, today: str = TODAY) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(service.deadlines(start, today))["deadlines"]
    return found


def show(bare: Page, service: Service, judged: Judged, found: Mapping[str, Any], today: str = TODAY) -> None:
    def answered(method: str, args: list[Any]) -> Any:
        return json.loads(getattr(service, method)(*args))

    bare.expose_function("answered", answered)
    bare.evaluate(SHOW, [judged.facts, judged.verdicts, found, today])
