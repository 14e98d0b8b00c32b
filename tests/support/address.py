"""Where the built site says that it stands, if it was built with a SITE_URL."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def address(site: Path) -> str:
    """That of its first page, with a slash at the end; '' where nobody has said."""
    found = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else ""


def prefix(site: Path) -> str | None:
    """The path below its host, without a slash at the end; None where nobody has said."""
    said = address(site)
    return urlsplit(said).path.rstrip("/") if said else None
