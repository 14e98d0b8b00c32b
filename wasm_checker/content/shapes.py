"""The shapes of the data that the page's scripts read, by name. `wasm_checker.build.script_types` draws the scripts' types from them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from wasm_checker.content import sparse
from wasm_checker.content.answer_schema import Assessed, Assessment, Deadlines, Explanation, Refused
from wasm_checker.content.diagram_schema import DiagramsFile
from wasm_checker.content.pack_schema import Pack
from wasm_checker.content.words_schema import FirstWords, Words

MODELS: dict[str, type[BaseModel]] = {
    "words": Words,
    "first": FirstWords,
    "pack": Pack,
    "diagrams": DiagramsFile,
    "assessment": Assessment,
    "assessed": Assessed,
    "explanation": Explanation,
    "deadlines": Deadlines,
    "refused": Refused,
}


def schemas() -> dict[str, dict[str, Any]]:
    """Each shape's schema by its name."""
    return {name: sparse.schema(model, f"{name}.schema.json") for name, model in MODELS.items()}
