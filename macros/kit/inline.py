"""Scripts that stand in a page because they must run before it is painted, or where nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from macros.kit.html import Attr, el

_COMMENT = re.compile(r" *// .*|/\*\*.*?\*/\s*")


def bare(script: Path) -> str:
    """Its text without its comments. tools/build/policy.py knows each by this text, and lets no other run."""
    return _COMMENT.sub("", script.read_text(encoding="utf-8")).strip()


def element(script: Path, **attrs: Attr) -> Markup:
    return el("script", Markup(bare(script)), **attrs)  # noqa: S704 - our own
