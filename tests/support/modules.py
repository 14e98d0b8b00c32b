"""The page's modules: called under node, or loaded into a bare page of a real browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from wasm_checker.runtime.node import node

HERE = Path(__file__).parent
WORDS = {"$file": "words.json"}


def call_all(assets: Path, calls: list[tuple[str, str, list[Any]]]) -> list[dict[str, Any]]:
    """Each answer is `{"value"}`, bytes as base64, or `{"error", "name"}`."""
    asked = [{"module": module, "call": name, "args": args} for module, name, args in calls]
    ran = subprocess.run(
        [node(), str(HERE / "module-call.js"), str(assets)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    answers: list[dict[str, Any]] = json.loads(ran.stdout)
    return answers


def call(assets: Path, module: str, name: str, *args: Any) -> Any:
    (answer,) = call_all(assets, [(module, name, list(args))])
    assert "error" not in answer, answer
    return answer["value"]


def refused(assets: Path, module: str, name: str, *args: Any) -> str:
    """The message of the CaseError that the call throws."""
    (answer,) = call_all(assets, [(module, name, list(args))])
    assert answer.get("name") == "CaseError", answer
    return str(answer["error"])
