"""The Content-Security-Policy that a host sends with the site. Provisional: what the start page says of itself."""

from __future__ import annotations

import html
import re
from pathlib import Path

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)


class PolicyError(Exception):
    """One line saying what the site lacks."""


def header_policy(site: Path) -> str:
    """The header's whole value, for the built site in this folder. Raises PolicyError."""
    page = site / "index.html"
    found = META.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    if found is None:
        raise PolicyError(f"{page}: no page with a policy: run `make site` first")
    # `file:` is for pages opened from a folder.
    return html.unescape(found[1]).replace(" file:", "") + "; frame-ancestors 'self'"
