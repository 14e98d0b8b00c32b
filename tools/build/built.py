"""A built site as the tools read it that complete it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSER = ROOT / "wasm_checker" / "browser"
LATE_STYLES = BROWSER / "arrive" / "late-styles.js"  # stands in the check page
PAGE = "check/index.html"
CHECKER = "assets/checker/"


class OfflineError(Exception):
    """One line saying what the page lacks."""


def manifest_path(site: Path, name: str) -> str:
    path: str = json.loads((site / CHECKER / "manifest.json").read_text(encoding="utf-8"))["files"][name]["path"]
    return path


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def inside(folder: str, address: str) -> str:
    """The path in the site of what a file in this folder calls by this address."""
    return unquote(urlsplit(urljoin(f"http://x/{folder}", address)).path).lstrip("/")
