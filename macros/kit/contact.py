"""Whom to tell of an error: one setting (`extra.report` of mkdocs.yml), one line at the foot of every page. Empty, it says nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.utils.yaml import yaml_load

from macros.kit.html import el

ASKED = "发现写错了？请告诉我们："
_MAIL = re.compile(r"(?:mailto:)?([^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+)")
_PAGE = re.compile(r"https?://\S+")


def line(setting: object) -> Markup | None:
    """`setting`: an e-mail address, the address of a page, or any words; None or empty for no line."""
    said = " ".join(str(setting or "").split())
    return el("p", el("small", ASKED, _linked(said)), class_="site-report") if said else None


def setting(config: Path) -> tuple[str, object]:
    """The site's name and whom to tell, as mkdocs.yml says, for what is not drawn by mkdocs. Raises OSError."""
    with config.open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml_load(file)
    return read["site_name"], (read.get("extra") or {}).get("report")


def _linked(said: str) -> str:
    if mail := _MAIL.fullmatch(said):
        return el("a", mail[1], href=f"mailto:{mail[1]}")
    # Followed by hand only, and the other site is not told from where.
    return el("a", said, href=said, rel="noreferrer") if _PAGE.fullmatch(said) else said
