"""The core as a worker or a test sees it: JSON text in, JSON text out, the same bytes on CPython and in Pyodide."""

from __future__ import annotations

import json
from typing import Any

from wasm_checker.core.assess import Core
from wasm_checker.core.facts import InputError


class Service:
    def __init__(self, pack: str) -> None:
        """`pack` is the rule pack as JSON text."""
        self.core = Core.from_pack(json.loads(pack))

    def assess(self, facts: str) -> str:
        """A case's facts → `{"verdicts": {rule: assessment}, "contradictions": [...]}`, or `{"error": one line in Chinese}`."""
        try:
            return _text(self.core.assess_all(json.loads(facts)))
        except InputError as error:
            return _text({"error": str(error)})


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
