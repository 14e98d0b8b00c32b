"""Drafts, made by the page's own scripts."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx

from tests.support.cases import Judged
from tests.support.modules import WORDS, call

Judge = Callable[[Mapping[str, Any]], Judged]
RULE = "wuyang_tolerance"


def content(modules: Path, judged: Judged, rule: str = RULE) -> dict[str, Any]:
    asked = {"words": WORDS, "rule": rule, "facts": judged.facts, "verdict": judged.verdicts[rule]}
    made: dict[str, Any] = call(modules, "papers/application.js", "application", asked)
    return made


def docx_of(modules: Path, made: dict[str, Any]) -> Docx:
    return Document(
        io.BytesIO(base64.b64decode(call(modules, "papers/official-layout.js", "gongwen", made, "nodebuffer")))
    )
